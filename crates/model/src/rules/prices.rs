//! Prices and forecast outturn.
//!
//! * CR09: forecast outturn = what the months have brought × 12 ÷ how many months there are.
//! * The price of a case, in this order: tariff → best practice → short stay and excess bed days →
//!   top-up → market forces factor; a local price replaces all of it.
//! * CR61: a change of cost splits into what more or less activity costs at the old unit cost, and
//!   the rest, which is price.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "settings": [{"id": "acute", "name": "Acute"}],
//!     "points_of_delivery": [{"id": "spells", "name": "Spells"}],
//!     "monthly_activity": [
//!         {"setting": "acute", "point_of_delivery": "spells", "month": "2010-04", "activity": "100"},
//!         {"setting": "acute", "point_of_delivery": "spells", "month": "2010-05", "activity": "110"}
//!     ],
//!     "prices": [{"id": "hip", "name": "Hip", "tariff": "5,000", "best_practice": "200", "best_practice_met": "50%",
//!                 "excess_bed_days": "2", "bed_day_price": "250", "top_up": "24%", "market_forces_factor": "1.1", "unit": "£"}]
//! "#);
//! assert_eq!(outcome.text("outturn.activity.acute.spells"), "1260");
//! // (5,000 + 200 × 50 % + 2 × 250) × 1.24 × 1.1
//! assert_eq!(outcome.text("price.hip.full"), "7638.4");
//! ```

use super::activity;
use super::finance::providers::PROVIDER_SURPLUS;
use crate::calculation::{
    CellAddress, Dimension, Fails, Finding, Key, Ledger, Number, NumberTotal, ORGANISATION, Severity, FigureIndex, Term,
    Test, figures, format, run_formulas, run_tests, summed, year_of,
};
use crate::parameters::OUTTURN_MONTHS;
use crate::plan::{Row, Id, MonthlyActivity, Price, PricePartKind, ProcedureClass, Table};
use crate::quantity::put_in_order;

const SETTING: Dimension = Dimension::Row(Table::Setting);
const POINT: Dimension = Dimension::Row(Table::PointOfDelivery);
const PRICE: Dimension = Dimension::Row(Table::Price);
const MONTHS: &str = "NHS Surrey, One Plan, l. 826-828, 851 (implied)";
const CHAIN: &str = "HFMA, introduction to payment by results: adjustments, then market forces factor";
const FAST_STEADY_STOP: &str = "NHS Surrey, One Plan, l. 550, 614";
const NEARER_HOME: &str = "NHS Surrey, One Plan, l. 1125, 1449";
const SPLIT: &str = "NHS Surrey, One Plan, l. 802-811";
const COMPARED: &str = "NHS Surrey, One Plan, l. 422";

figures! {
    /// Activity of the months that are given.
    TO_DATE: count("outturn.activity-to-date.{}.{}", "{}, {}: activity to date", [SETTING, POINT])
        by("CR09", "the sum of the months of the base year", MONTHS)
    /// Cost of the months that are given.
    COST_TO_DATE: money("outturn.cost-to-date.{}.{}", "{}, {}: cost to date", [SETTING, POINT])
        by("CR09", "the sum of the months of the base year", MONTHS)
    /// How many months are given.
    MONTHS_GIVEN: count("outturn.months.{}.{}", "{}, {}: months given", [SETTING, POINT])
        by("CR09", "how many different months there are", MONTHS)
    /// Forecast activity of the year.
    OUTTURN: count("outturn.activity.{}.{}", "{}, {}: forecast outturn", [SETTING, POINT])
        by("CR09", "activity to date × 12 ÷ months given, for each provider", MONTHS)
    /// Forecast cost of the year.
    OUTTURN_COST: money("outturn.cost.{}.{}", "{}, {}: forecast outturn of cost", [SETTING, POINT])
        by("CR09", "cost to date × 12 ÷ months given, for each provider", MONTHS)

    /// The tariff with best practice.
    WITH_BEST_PRACTICE: money("price.{}.with-best-practice", "{}: with best practice", [PRICE])
        by("CR15", "tariff + best practice × share that meets it", CHAIN)
        { Price [*] = tariff + ((best_practice * (best_practice_met or {Term::ONE})) or {Term::NOTHING}) }
    /// The price with what the length of stay changes.
    WITH_STAY: money("price.{}.with-length-of-stay", "{}: with length of stay", [PRICE])
        by("CR15", "price × share for a short stay + excess bed days × price of a day", CHAIN)
        { Price [*] = ([WITH_BEST_PRACTICE] * (short_stay or {Term::ONE})) +
            ((excess_bed_days * bed_day_price) or {Term::NOTHING}) }
    /// The price with the specialist top-up.
    WITH_TOP_UP: money("price.{}.with-top-up", "{}: with top-up", [PRICE])
        by("CR15", "price × (1 + top-up)", CHAIN)
        { Price [*] = [WITH_STAY] * ({Term::ONE} + (top_up or {Term::NOTHING})) }
    /// The full price at this provider.
    FULL: money("price.{}.full", "{}: full price", [PRICE])
        by("CR15", "price × market forces factor", CHAIN)
        { Price [*] = [WITH_TOP_UP] * (market_forces_factor or {Term::ONE}) }
    /// A local price made up of its parts.
    PARTS: money("price.{}.parts", "{}: parts of its local price", [PRICE])
        by("CR15", "the sum of the parts", NEARER_HOME)
        { PricePart [price] = amount }
    /// The parts of a price by what they pay for.
    PARTS_OF_KIND: money("price.{}.parts.{}", "{}: {}", [PRICE, Dimension::Choice(PricePartKind::CHOICES)])
        by("CR15", "the sum of the parts", NEARER_HOME)
        { PricePart [price, kind] = amount }
    /// How the parts differ from the local price.
    PARTS_DIFFERENCE: money("price.{}.parts-difference", "{}: parts less local price", [PRICE])
        by("CR15", "the sum of the parts − local price", NEARER_HOME)
        { Price [*] = [PARTS] - local_price }
    /// What is paid: the local price or its parts, or else the full price.
    PAID: money("price.{}.paid", "{}: price that is paid", [PRICE])
        by("CR15", "local price, or its parts, or else full price", CHAIN)
        { Price [*] = local_price or [PARTS] or [FULL] }
    /// What all cases cost.
    VALUE: money("price.{}.value", "{}: all cases", [PRICE])
        by("CR15", "price that is paid × cases", CHAIN)
        { Price [*] = [PAID] * activity }
    /// What a local price takes off the full price.
    DISCOUNT: money("price.{}.local-discount", "{}: full price less local price", [PRICE])
        by("CR15", "full price − local price", "NHS Surrey, One Plan, l. 620")
        { Price [*] = [FULL] - (local_price or [PARTS]) }
    /// What local prices take from a provider in a year.
    DISCOUNTS: money("provider.{}.local-discounts", "{}: taken by local prices in a year", [ORGANISATION])
        by("CR15", "(full price − local price) × cases", "NHS Surrey, One Plan, l. 620")
        { Price [provider] = {Term::FigureOf(&DISCOUNT, &[Key::Row])} * activity }
    /// How many procedures there are of a class.
    PROCEDURES: count("procedures.{}", "Procedures: {}", [Dimension::Choice(ProcedureClass::CHOICES)])
        by("CR58", "how many there are", FAST_STEADY_STOP)
        { Procedure [class] = {Term::RowCount("one procedure")} }
    /// What the procedures of a class cost.
    PROCEDURES_PAID: money("procedures.{}.paid", "Procedures: {}, paid", [Dimension::Choice(ProcedureClass::CHOICES)])
        by("CR58", "funded × price", FAST_STEADY_STOP)
        { Procedure [class] = funded * price }
    /// How many procedures are not funded.
    NOT_FUNDED: count("procedure.{}.not-funded", "{}: requested and not funded", [Dimension::Row(Table::Procedure)])
        by("CR58", "requested − funded", FAST_STEADY_STOP)
        { Procedure [*] = requested - funded }
    /// The market forces factor of a price.
    FACTOR: number("price.{}.market-forces-factor", "{}: market forces factor", [PRICE])
        by("CR15", "the factor that the plan gives", "NHS Surrey, One Plan, l. 195")
        { Price [*] = market_forces_factor }

    /// Cost for each case in the base year.
    UNIT_COST: money("unit-cost.{}.{}.baseline", "{}, {}: unit cost, baseline", [SETTING, POINT])
        by("CR61", "cost ÷ activity", SPLIT)
        { from activity::BASELINE_COST [0, 1] = {Term::Each} / [activity::BASELINE] }
    /// Cost for each case in the plan.
    UNIT_COST_PLAN: money("unit-cost.{}.{}.plan", "{}, {}: unit cost, plan", [SETTING, POINT])
        by("CR61", "planned cost ÷ planned activity", SPLIT)
        { from activity::PLAN_COST [0, 1] = {Term::Each} / [activity::PLAN] }
    /// What of the change of cost comes from more or less activity.
    VOLUME_EFFECT: money("cost.{}.{}.volume-effect", "{}, {}: change in cost by volume", [SETTING, POINT])
        by("CR61", "change in activity × unit cost of the baseline", SPLIT)
        { from UNIT_COST [0, 1] = {Term::Each} * [activity::CHANGE] }
    /// What of the change of cost comes from price and mix.
    PRICE_EFFECT: money("cost.{}.{}.price-effect", "{}, {}: change in cost by price", [SETTING, POINT])
        by("CR61", "change in cost − volume effect", SPLIT)
        { from activity::CHANGE_COST [0, 1] = {Term::Each} - [VOLUME_EFFECT] }
    /// What the same thing would cost less elsewhere.
    HARMONISED: money("price-comparison.{}.saving", "{}: saved at the other price", [Dimension::Row(Table::PriceComparison)])
        by("CR15", "(own price − other price) × number × length", COMPARED)
        { PriceComparison [*] = ((own_price - other_price) * volume) * (length or {Term::ONE}) }
    /// The own price against the other.
    ABOVE_OTHER: percent("price-comparison.{}.above-other", "{}: own price above the other", [Dimension::Row(Table::PriceComparison)])
        by("CR15", "(own price − other price) ÷ other price", COMPARED)
        { PriceComparison [*] = (own_price - other_price) / other_price }
}

const TESTS: &[Test] = &[
    Test {
        of: &FACTOR,
        fails: Fails::Below(Term::Divide(&[Term::ONE, Term::Constant(2, "half")])),
        code: "factor-is-not-an-index",
        severity: Severity::Warning,
        says: "below",
        advice: "Give the factor as an index, such as 1.2, not as what it adds.",
    },
    Test {
        of: &PARTS_DIFFERENCE,
        fails: Fails::Differs(Term::NOTHING),
        code: "price-parts-differ",
        severity: Severity::Warning,
        says: "not",
        advice: "Give every part of the local price, or leave the price empty: it is then the sum of its parts.",
    },
];

/// Computes outturns, prices and the split of changes.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    outturn(ledger);
    run_tests(ledger, TESTS);
    report_paid_twice(ledger);
    report_unaffordable(ledger);
}

/// A price below the full one is affordable for the commissioner; the provider must stay in balance with
/// it, by the last year for which its surplus is given.
fn report_unaffordable(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut below: Vec<(u32, Id<Price>)> = Vec::new();
    for (row, price) in plan.prices.iter() {
        let discount = ledger.figure(&DISCOUNT, [row.index()]).map(|discount| discount.fixed());
        let discount = discount.filter(|discount| !discount.is_negative() && !discount.is_zero());
        below.extend(discount.and(price.provider()).map(|provider| (provider.index(), row)));
    }
    put_in_order(&mut below, &|left, right| (left.0, left.1.index()).cmp(&(right.0, right.1.index())));
    let surpluses = ledger.all(&PROVIDER_SURPLUS);
    for prices in below.chunk_by(|left, right| left.0 == right.0) {
        let [(provider, _), ..] = *prices else { continue };
        // By provider, then by year: the last of the provider.
        let after = surpluses.partition_point(|(key, _)| key.index.get(0) <= provider);
        let last = after.checked_sub(1).and_then(|at| surpluses.get(at));
        let Some((key, surplus)) = last.filter(|(key, _)| key.index.get(0) == provider) else { continue };
        let discounts = ledger.figure(&DISCOUNTS, [provider]).unwrap_or_else(Number::nothing);
        let left = surplus.minus(&discounts).fixed();
        if !surplus.fixed().is_negative() && !left.is_negative() || left.is_fault() {
            continue;
        }
        let message = format!(
            "Local prices of {} below tariff take {} a year, and its surplus of {} is {}.",
            plan.title(Table::Organisation, provider).unwrap_or_default(),
            format::money(discounts.value()),
            year_of(key.index.get(1)).map_or(String::new(), |year| year.to_string()),
            format::money(surplus.value())
        );
        let place =
            |(_, row): &(u32, Id<Price>)| CellAddress { table: Table::Price, row: row.index(), column: "local_price" };
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "price-below-tariff-at-provider-in-deficit",
            places: prices.iter().map(place).collect(),
            figures: vec![DISCOUNTS.at([provider]), *key],
            message,
            advice: "Pay less than tariff only where the provider stays in balance.",
        });
    }
}

/// Two providers that are paid for the same step of a pathway.
fn report_paid_twice(ledger: &mut Ledger<'_>) {
    let mut steps: Vec<(&str, Id<Price>, Row<'_, Price>)> = ledger
        .plan
        .prices
        .iter()
        .filter_map(|(row, price)| price.pathway_step().map(|step| (step, row, price)))
        .collect();
    put_in_order(&mut steps, &|left, right| left.0.cmp(right.0));
    for (earlier, later) in steps.iter().zip(steps.iter().skip(1)) {
        if earlier.0 != later.0 || earlier.2.provider() == later.2.provider() {
            continue;
        }
        let place = |row: Id<Price>| CellAddress { table: Table::Price, row: row.index(), column: "pathway_step" };
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "step-paid-twice",
            places: vec![place(later.1), place(earlier.1)],
            figures: Vec::new(),
            message: format!(
                "The step \"{}\" is paid to two providers: \"{}\" and \"{}\".",
                later.0, earlier.2.name(), later.2.name()
            ),
            advice: "Pay for each step of a pathway once only.",
        });
    }
}

/// A provider that has reported fewer months than others of the same place.
fn report_fewer_months(ledger: &mut Ledger<'_>, rows: &[(Id<MonthlyActivity>, Row<'_, MonthlyActivity>)], months: usize) {
    let plan = ledger.plan;
    let mut counts: Vec<(u32, usize)> = Vec::new();
    let mut by_provider: Vec<_> = rows.to_vec();
    let key = |row: Row<'_, MonthlyActivity>| (row.provider().map_or(u32::MAX, Id::index), row.month());
    put_in_order(&mut by_provider, &|(_, left), (_, right)| key(*left).cmp(&key(*right)));
    by_provider.dedup_by_key(|(_, row)| key(*row));
    for rows in by_provider.chunk_by(|(_, left), (_, right)| left.provider() == right.provider()) {
        counts.extend(rows.first().map(|(row, _)| (row.index(), rows.len())));
    }
    for (row, count) in counts.into_iter().filter(|(_, count)| *count < months) {
        let provider = plan.monthly_activity.get(Id::at(row)).and_then(|row| row.provider());
        let provider = provider.and_then(|provider| plan.title(Table::Organisation, provider.index()));
        let message = format!(
            "{} has {count} of the {months} months that others have: its forecast outturn stands on those alone.",
            provider.unwrap_or("Activity without a provider")
        );
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "fewer-months-than-others",
            places: vec![CellAddress { table: Table::MonthlyActivity, row, column: "month" }],
            figures: Vec::new(),
            message,
            advice: "Give the months that are missing; a month without activity is 0.",
        });
    }
}

/// The months of the base year: what they have brought, and what the year brings at that pace.
///
/// Each provider has months of its own, and so have activity and cost: what one has not reported yet
/// is not taken for nothing.
fn outturn(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(base_year) = plan.details().map(|details| details.base_year()) else { return };
    let in_year = |row: Row<'_, MonthlyActivity>| row.month().financial_year() == Some(base_year);
    for (row, _) in plan.monthly_activity.iter().filter(|(_, row)| !in_year(*row)) {
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "month-outside-the-base-year",
            places: vec![CellAddress { table: Table::MonthlyActivity, row: row.index(), column: "month" }],
            figures: Vec::new(),
            message: format!("A month is not in the base year, {base_year}: it does not count for the outturn."),
            advice: "Correct the month, or the base year of the plan.",
        });
    }
    let Some(scale) = ledger.parameter(&OUTTURN_MONTHS, Some(base_year)) else { return };
    let place = |row: Row<'_, MonthlyActivity>| [row.setting().index(), row.point_of_delivery().index()];
    let provider = |row: Row<'_, MonthlyActivity>| row.provider().map_or(u32::MAX, Id::index);
    let mut rows: Vec<_> = plan.monthly_activity.iter().filter(|(_, row)| in_year(*row)).collect();
    put_in_order(&mut rows, &|(_, left), (_, right)| {
        (place(*left), left.month(), provider(*left)).cmp(&(place(*right), right.month(), provider(*right)))
    });
    for rows in rows.chunk_by(|(_, left), (_, right)| place(*left) == place(*right)) {
        let [(_, first), ..] = rows else { continue };
        let months = rows.chunk_by(|(_, left), (_, right)| left.month() == right.month()).count();
        report_fewer_months(ledger, rows, months);
        ledger.publish(&MONTHS_GIVEN, place(*first), Number::counted(months, "months given"));
    }
    put_in_order(&mut rows, &|(_, left), (_, right)| {
        (place(*left), provider(*left), left.month()).cmp(&(place(*right), provider(*right), right.month()))
    });
    for (column, to_date, kind) in [("activity", &TO_DATE, &OUTTURN), ("cost", &COST_TO_DATE, &OUTTURN_COST)] {
        let (mut so_far, mut of_year) = (Vec::new(), Vec::new());
        let cell = |(_row, of): &(Id<MonthlyActivity>, Row<'_, MonthlyActivity>)| match column {
            "activity" => of.activity().map(Number::cell),
            _ => of.cost().map(Number::cell),
        };
        let same = |left: &Row<'_, MonthlyActivity>, right: &Row<'_, MonthlyActivity>| {
            place(*left) == place(*right) && provider(*left) == provider(*right)
        };
        for rows in rows.chunk_by(|(_, left), (_, right)| same(left, right)) {
            let [(_, first), ..] = rows else { continue };
            let subjects = FigureIndex::new(place(*first));
            let mut total = NumberTotal::default();
            let mut months = 0;
            for of_month in rows.chunk_by(|(_, left), (_, right)| left.month() == right.month()) {
                let cells = of_month.iter().filter_map(cell);
                months += usize::from(cells.map(|number| total.add(&number)).count() > 0);
            }
            if months == 0 {
                continue;
            }
            let total = total.finish();
            so_far.push((subjects, total));
            of_year.push((
                subjects,
                if scale.fixed().is_zero() {
                    total.because("the months that are given are the year", &[&scale])
                } else {
                    total.times(&scale).over(&Number::counted(months, "months given"))
                },
            ));
        }
        ledger.add(summed(to_date, so_far));
        ledger.add(summed(kind, of_year));
    }
}
