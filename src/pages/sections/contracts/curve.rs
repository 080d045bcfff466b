//! What a contract pays for each value of its activity: computed by the model itself, run again at the corners.

use crate::chart::{Curve, CurveLine, CurvePoint, Frame};
use crate::components::{drawn_money, unit_for};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, format};
use one_plan_model::outcome::Replay;
use one_plan_model::plan::{CellAddress, CellInput, Contract, Id, NumberCell, Plan, Row, RowType, Table};
use one_plan_model::quantity::{Amount, Decimal, Fixed, MoneyUnit, add, multiply, subtract};
use one_plan_model::rules::contracts::{PAYMENT, VALUE};

/// The plan, with a value of activity in every contract, so that other values can be tried in its place: where a contract
/// gives none, its base value stands for it. Only the curves see it.
pub(super) fn with_values(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let column = Contract::value.position();
    let missing = plan.contracts.iter().filter(|(_, contract)| contract.value().is_none());
    let bases: Vec<_> =
        missing.filter_map(|(id, contract)| Some((id.index(), contract.base()?.get().digits().to_string()))).collect();
    for (row, base) in bases {
        // The base is an amount in the unit of the row, so the column takes it.
        let _ = plan.set_cell(Table::Contract, row, column, Some(CellInput::Text(&base)));
    }
    plan
}

/// What a contract pays for each value of activity.
pub(super) struct Settlement {
    /// The picture.
    pub chart: Curve,
    /// The unit in which it is drawn, and with how many decimal places.
    pub unit: (MoneyUnit, &'static str, u32),
    /// The lowest and the highest value that is drawn, in pounds.
    pub reach: (Decimal, Decimal),
    /// What is paid for the value that a person tries, in pounds.
    pub paid: Option<Decimal>,
}

/// The curve of a contract with the value that a person tries; nothing where no payment follows from a value of activity.
pub(super) fn settlement(
    session: &Session,
    replay: &Replay,
    id: Id<Contract>,
    tried: Option<Decimal>,
) -> Option<Settlement> {
    let contract = session.plan().contracts.get(id)?;
    let payment = PAYMENT.at([id.index()]);
    let value_of = |figure: FigureKey| session.outcome().value(figure)?.ok();
    let today = value_of(VALUE.at([id.index()])).zip(value_of(payment));
    let middle = today.map(|(value, _)| value).or_else(|| pounds(contract.base()))?;
    let mut corners = corners(contract, middle)?;
    corners.extend(tried);
    corners.sort();
    corners.dedup();
    let paid_at = run(replay, id, payment, &corners)?;
    let reach = (*corners.first()?, *corners.last()?);
    let unit = unit_for(reach.1);
    let drawn = |number: Decimal| drawn_money(Ok(number), unit.0, unit.2);
    let known: Vec<(Decimal, Decimal)> = corners.into_iter().zip(paid_at).collect();
    let tried = tried.and_then(|tried| known.iter().find(|(value, _)| *value == tried)).copied();
    let points = known.iter().map(|(value, paid)| CurvePoint::new(drawn(*value), drawn(*paid)));
    let band = tolerance(contract).filter(|(low, high)| low < high);
    let description = today.map_or_else(
        || "How the payment follows the value of activity. What it is for the year is not known yet.".to_owned(),
        |(value, paid)| {
            let (value, paid) = (format::money(Ok(value)), format::money(Ok(paid)));
            format!("Today the value of activity is {value} and {paid} is paid.")
        },
    );
    let point = |(value, paid): (Decimal, Decimal)| CurvePoint::new(drawn(value), drawn(paid));
    let chart = Curve {
        frame: Frame::new(
            format!("contract-curve-{}", id.index()),
            format!("{}: what it pays for each value of activity", contract.name()),
            description,
        ),
        unit: unit.1.to_owned(),
        across: "Value of activity".to_owned(),
        lines: vec![CurveLine::new("Payment", points.collect())],
        band: band.map(|(low, high)| (drawn(low), drawn(high), "Band around the base value".to_owned())),
        today: today.map(point),
        tried: tried.map(point),
        ..Curve::default()
    };
    Some(Settlement { chart, unit, reach, paid: tried.map(|(_, paid)| paid) })
}

fn pounds(cell: Option<NumberCell<Amount>>) -> Option<Decimal> {
    Some(cell?.get().pounds())
}

/// From where to where the tolerance, or the cap and the collar, reach.
fn tolerance(contract: Row<'_, Contract>) -> Option<(Decimal, Decimal)> {
    let (base, above) = (pounds(contract.base())?, pounds(contract.above())?);
    let below = pounds(contract.below()).unwrap_or(above);
    Some((subtract(base, below).ok()?, add(base, above).ok()?))
}

/// The values at which a payment may turn, with room on both sides: every form is straight between them.
fn corners(contract: Row<'_, Contract>, today: Decimal) -> Option<Vec<Decimal>> {
    let mut turns = vec![today];
    turns.extend(pounds(contract.base()));
    turns.extend(pounds(contract.target()));
    if let Some((low, high)) = tolerance(contract) {
        turns.extend([low, high]);
    }
    // What the payment stands on is the value less what is not paid for.
    let unpaid = pounds(contract.readmissions()).unwrap_or_default();
    turns = turns.into_iter().flat_map(|turn| [Ok(turn), add(turn, unpaid)]).collect::<Result<_, _>>().ok()?;
    turns.sort();
    let (low, high) = (*turns.first()?, *turns.last()?);
    // A tenth of the value on both sides.
    let room =
        multiply(high, Decimal::new(1, 1)).ok()?.max(multiply(subtract(high, low).ok()?, Decimal::new(3, 1)).ok()?);
    turns.insert(0, subtract(low, room).ok()?.max(Decimal::ZERO));
    turns.push(add(high, room).ok()?);
    turns.dedup();
    Some(turns)
}

/// What is paid at each value.
fn run(replay: &Replay, id: Id<Contract>, payment: FigureKey, values: &[Decimal]) -> Option<Vec<Decimal>> {
    let cell = CellAddress { table: Table::Contract, row: id.index(), column: "value" };
    let program = replay.program(&[payment], &[cell]);
    let number = |_: usize, variation: usize| values.get(variation).copied().map(Fixed::from).unwrap_or(Fixed::ZERO);
    let answers = program.run(values.len(), &number);
    answers.values.first()?.iter().map(|paid| (*paid)?.value().ok()).collect()
}
