//! What a contract pays for each value of its activity: computed by the model itself, run again at the corners.

use crate::chart::{Curve, CurveLine, CurvePoint, Frame};
use crate::components::{drawn_money, unit_for};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, format};
use one_plan_model::outcome::Replay;
use one_plan_model::plan::{CellAddress, CellInput, Contract, ContractForm, Id, NumberCell, Plan, Row, RowType, Table};
use one_plan_model::quantity::{Amount, Decimal, Fixed, MoneyUnit, add, multiply, subtract};
use one_plan_model::rules::contracts::{PAYMENT, VALUE};

/// The plan, with a value of activity in every contract, so that other values can be tried in its place: where a contract
/// gives none, what it expects stands for it. Only the curves see it.
pub(super) fn with_values(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let column = Contract::value.position();
    let missing = plan.contracts.iter().filter(|(_, contract)| contract.value().is_none());
    let expected: Vec<_> = missing
        .filter_map(|(id, contract)| Some((id.index(), expected(contract)?.get().digits().to_string())))
        .collect();
    for (row, value) in expected {
        // It is an amount in the unit of the row, so the column takes it.
        let _ = plan.set_cell(Table::Contract, row, column, Some(CellInput::Text(&value)));
    }
    plan
}

/// The value of activity that a contract expects: its base, of an aligned payment the target, which lies beside a fixed part.
fn expected(contract: Row<'_, Contract>) -> Option<NumberCell<Amount>> {
    let target = contract.target().filter(|_| contract.form() == Some(ContractForm::AlignedPayment));
    target.or(contract.base())
}

/// What a contract pays for each value of activity.
pub(super) struct Settlement {
    /// The picture.
    pub chart: Curve,
    /// The unit in which it is drawn, and with how many decimal places.
    pub unit: (MoneyUnit, &'static str, u32),
    /// The lowest and the highest value that is drawn, in pounds.
    pub reach: (Decimal, Decimal),
    /// What is paid at each corner of the line, in pounds.
    known: Vec<(Decimal, Decimal)>,
}

/// Today's value of activity of a contract, or its base value, around which the curve is drawn; nothing where there is neither.
pub(super) fn middle(session: &Session, id: Id<Contract>) -> Option<Decimal> {
    let today = session.outcome().value(VALUE.at([id.index()])).and_then(Result::ok);
    today.or_else(|| pounds(expected(session.plan().contracts.get(id)?)))
}

/// The curve of a contract; nothing where no payment follows from a value of activity.
pub(super) fn settlement(session: &Session, replay: &Replay, id: Id<Contract>) -> Option<Settlement> {
    let contract = session.plan().contracts.get(id)?;
    let value_of = |figure: FigureKey| session.outcome().value(figure)?.ok();
    let today = value_of(VALUE.at([id.index()])).zip(value_of(PAYMENT.at([id.index()])));
    let mut corners = corners(contract, middle(session, id)?)?;
    corners.sort();
    corners.dedup();
    let paid = paid_at(replay, id, &corners)?;
    let reach = (*corners.first()?, *corners.last()?);
    let unit = unit_for(reach.1);
    let known: Vec<(Decimal, Decimal)> = corners.into_iter().zip(paid).collect();
    let band = tolerance(contract).filter(|(low, high)| low < high);
    let description = today.map_or_else(
        || "How the payment follows the value of activity. What it is for the year is not known yet.".to_owned(),
        |(value, paid)| {
            let (value, paid) = (format::money(Ok(value)), format::money(Ok(paid)));
            format!("Today the value of activity is {value} and {paid} is paid.")
        },
    );
    let drawn = |number: Decimal| drawn_money(Ok(number), unit.0, unit.2);
    let chart = Curve {
        frame: Frame::new(
            format!("contract-curve-{}", id.index()),
            format!("{}: what it pays for each value of activity", contract.name()),
            description,
        ),
        unit: unit.1.to_owned(),
        across: "Value of activity".to_owned(),
        lines: vec![line(&known, unit)],
        band: band.map(|(low, high)| (drawn(low), drawn(high), "Band around the base value".to_owned())),
        today: today.map(|today| point(today, unit)),
        ..Curve::default()
    };
    Some(Settlement { chart, unit, reach, known })
}

impl Settlement {
    /// The picture with a value that a person tries and what is paid for it.
    pub fn trying(&self, tried: (Decimal, Decimal)) -> Curve {
        let mut known = self.known.clone();
        known.push(tried);
        known.sort();
        known.dedup();
        let (lines, tried) = (vec![line(&known, self.unit)], Some(point(tried, self.unit)));
        Curve { lines, tried, ..self.chart.clone() }
    }
}

fn point((value, paid): (Decimal, Decimal), (unit, _, places): (MoneyUnit, &str, u32)) -> CurvePoint {
    CurvePoint::new(drawn_money(Ok(value), unit, places), drawn_money(Ok(paid), unit, places))
}

fn line(known: &[(Decimal, Decimal)], unit: (MoneyUnit, &str, u32)) -> CurveLine {
    CurveLine::new("Payment", known.iter().map(|known| point(*known, unit)).collect())
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
    turns.extend(pounds(expected(contract)));
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

/// What a contract pays at each of some values, in pounds.
pub(super) fn paid_at(replay: &Replay, id: Id<Contract>, values: &[Decimal]) -> Option<Vec<Decimal>> {
    let cell = CellAddress { table: Table::Contract, row: id.index(), column: "value" };
    let program = replay.program(&[PAYMENT.at([id.index()])], &[cell]);
    let number = |_: usize, variation: usize| values.get(variation).copied().map(Fixed::from).unwrap_or(Fixed::ZERO);
    let answers = program.run(values.len(), &number);
    answers.values.first()?.iter().map(|paid| (*paid)?.value().ok()).collect()
}
