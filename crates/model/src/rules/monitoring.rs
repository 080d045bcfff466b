//! Plan, actual and forecast by month; governance.
//!
//! * CR46: the plan of a year is spread over its months in equal parts or by weights. Variance is
//!   favourable if positive: more income or saving, less expenditure. A line is green if it delivers
//!   the plan to date, amber near it, otherwise red and needs remedial action.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "monitored_lines": [{"id": "acute", "name": "Acute spend", "kind": "expenditure", "year": "2011/12", "plan": "1,200", "unit": "£000", "phasing": "straight-line"}],
//!     "monitored_months": [
//!         {"line": "acute", "month": "2011-04", "actual": "110", "unit": "£000"},
//!         {"line": "acute", "month": "2011-05", "actual": "95", "unit": "£000"},
//!         {"line": "acute", "month": "2011-06", "forecast": "100", "unit": "£000"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("monitoring.acute.plan-to-date"), "200000");
//! assert_eq!(outcome.text("monitoring.acute.variance"), "-5000");
//! assert_eq!(outcome.text("monitoring.acute.forecast"), "1205000");
//! assert_eq!(outcome.text("monitoring.acute.rating"), "2");
//! ```

use super::roll_up::roll_up;
use crate::calculation::{
    Dimension, Fails, Finding, Key, Ledger, Number, NumberTotal, ORGANISATION, Severity, Term, Test, YEAR, figures,
    format, run_formulas, run_tests,
};
use crate::parameters::DELIVERY_AMBER;
use crate::plan::{GapKind, Id, LineKind, MonitoredLine, MonitoredMonth, Phasing, Row, Table};
use crate::quantity::{InOrder, Total, distance, whole};

const LINE: Dimension = Dimension::Row(Table::MonitoredLine);
const SOURCE: &str = "Arden Cluster System Plan, l. 1635-1654; NHS Surrey, One Plan, l. 684, 1293-1295";

figures! {
    /// The plan of the months for which there is an actual figure.
    PLAN_TO_DATE: money("monitoring.{}.plan-to-date", "{}: plan to date", [LINE])
        by("CR46", "the parts of the plan of the months so far, in twelfths or by weights", SOURCE)
    /// What came of those months.
    ACTUAL_TO_DATE: money("monitoring.{}.actual-to-date", "{}: actual to date", [LINE])
        by("CR46", "the sum of the months so far", SOURCE)
    /// The difference; favourable is positive.
    VARIANCE: money("monitoring.{}.variance", "{}: variance, favourable or (adverse)", [LINE])
        by("CR46", "actual − plan to date; for expenditure plan to date − actual", SOURCE)
    /// What the whole year is forecast to bring.
    FORECAST: money("monitoring.{}.forecast", "{}: forecast of the year", [LINE])
        by("CR46", "actual to date + forecast of the other months, or else their part of the plan", SOURCE)
    /// How the forecast differs from the plan of the year; favourable is positive.
    FORECAST_VARIANCE: money("monitoring.{}.forecast-variance", "{}: forecast variance, favourable or (adverse)", [LINE])
        by("CR46", "forecast − plan; for expenditure plan − forecast", SOURCE)
    /// The rating of a line.
    RATING: rating("monitoring.{}.rating", "{}: rating", [LINE])
        by("CR46", "green if the plan to date is delivered, amber near it, otherwise red", SOURCE)
    /// The variance of all lines of an organisation.
    OF_ORGANISATION: money("monitoring.organisation.{}.{}.variance", "{}, {}: variance of its lines, favourable or (adverse)", [ORGANISATION, YEAR])
        by("CR46", "the sum of its lines", "Arden Cluster System Plan, l. 446")
        { MonitoredLine [organisation, year] = {Term::FigureOf(&VARIANCE, &[Key::Row])} }
    /// The same for all parts of an organisation.
    OF_PARTS: money("monitoring.parts-of.{}.{}.variance", "{}, {}: variance of the lines of its parts, favourable or (adverse)", [ORGANISATION, YEAR])
        by("CR46", "the sum of its parts", "Arden Cluster System Plan, l. 446")
    /// How many months are provisional.
    PROVISIONAL: count("monitoring.{}.provisional", "{}: provisional months", [LINE])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 1395")
        { MonitoredMonth [line] if (provisional is true) = {Term::RowCount("one month")} }
    /// How many figures of the plan are provisional.
    PROVISIONAL_FIGURES: count("quantities.provisional", "Figures that the plan calls provisional", [])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 882, 1395")
        { Quantity [] if (provisional is true) = {Term::RowCount("one figure")} }
    /// How many bodies there are.
    BODIES: count("governance.bodies", "Bodies of governance", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 319-327; Arden Cluster System Plan, l. 1605-1654")
        { GovernanceBody [] = {Term::RowCount("one body")} }
    /// How many signatures the plan needs.
    SIGNATURES: count("governance.signatures-needed", "Signatures that the plan needs", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 58-128; Arden Cluster System Plan, l. 1755-1793")
        { Signature [] = {Term::RowCount("one signature")} }
    /// How many have signed.
    SIGNED: count("governance.signed", "Signatures with a date", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 58-128; Arden Cluster System Plan, l. 1755-1793")
        { Signature [] if (signed given) = {Term::RowCount("one signature")} }
    /// How many have not signed.
    NOT_SIGNED: count("governance.not-signed", "Signatures without a date", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 58-128; Arden Cluster System Plan, l. 1755-1793")
        { Signature [] if (signed empty) = {Term::RowCount("one signature")} }
    /// How many interests are declared.
    INTERESTS: count("governance.interests", "Interests declared", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 1365")
        { Interest [] = {Term::RowCount("one interest")} }
    /// How many accountability agreements are signed.
    AGREEMENTS: count("governance.agreements-signed.{}", "{}: accountability agreements signed", [ORGANISATION])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 245, 354")
        { CapabilityAssessment [organisation] if (signed given) = {Term::RowCount("one agreement")} }
    /// How much is missing in the plan.
    GAPS: count("gaps.{}", "Missing in the plan: {}", [Dimension::Choice(GapKind::CHOICES)])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 1369, 1544; Arden Cluster System Plan, l. 26")
        { Gap [kind] = {Term::RowCount("one gap")} }
}

const TESTS: &[Test] = &[Test {
    of: &NOT_SIGNED,
    fails: Fails::Above(Term::NOTHING),
    code: "signatures-missing",
    severity: Severity::Information,
    says: "and a plan that is adopted has",
    advice: "The plan stands when all have signed: note the day of each signature.",
}];

/// Computes what is monitored, and counts what governance needs.
pub fn run(ledger: &mut Ledger<'_>) {
    let mut rows: Vec<(Id<MonitoredMonth>, Row<'_, MonitoredMonth>)> = ledger.plan.monitored_months.iter().collect();
    rows.order_by_key(|(_, row)| (row.line().index(), row.month()));
    for months in rows.chunk_by(|(_, left), (_, right)| left.line() == right.line()) {
        let [(_, first), ..] = months else { continue };
        if let Some(line) = ledger.plan.monitored_lines.get(first.line()) {
            monitor(ledger, first.line(), line, months);
        }
    }
    run_formulas(ledger, FORMULAS);
    roll_up(ledger, &OF_ORGANISATION, &OF_PARTS, 0);
    run_tests(ledger, TESTS);
    report_gaps(ledger);
}

fn monitor(
    ledger: &mut Ledger<'_>,
    row: Id<MonitoredLine>,
    line: Row<'_, MonitoredLine>,
    months: &[(Id<MonitoredMonth>, Row<'_, MonitoredMonth>)],
) {
    let plan = Number::cell(line.plan());
    let twelve = Number::months_of_a_year();
    let nothing = Number::nothing();
    let part = |of: Row<'_, MonitoredMonth>| match (line.phasing(), of.weight()) {
        (Phasing::Weighted, Some(weight)) => plan.times(&Number::cell(weight)),
        (Phasing::Weighted, None) => nothing,
        (Phasing::StraightLine, _) => plan.over(&twelve),
    };
    let (mut planned, mut actual, mut forecast) =
        (NumberTotal::default(), NumberTotal::default(), NumberTotal::default());
    let mut begun = false;
    let outside =
        |(_, of): &&(Id<MonitoredMonth>, Row<'_, MonitoredMonth>)| of.month().financial_year() != Some(line.year());
    for (month, _) in months.iter().filter(outside) {
        ledger.report(|| {
            Finding::warning(
                "month-outside-the-year",
                format!("A month of \"{}\" is not in {}: it does not count.", line.name(), line.year()),
            )
            .at(Table::MonitoredMonth, month.index(), "month")
            .advise("Correct the month, or give the line of its year.")
        });
    }
    let in_year: Vec<_> = months.iter().filter(|month| !outside(month)).copied().collect();
    report_weights(ledger, row, line, &in_year);
    for (_, of) in &in_year {
        let planned_part = part(*of);
        match (of.actual(), of.forecast()) {
            (Some(amount), _) => {
                begun = true;
                let amount = Number::cell(amount);
                actual.add(&amount);
                planned.add(&planned_part);
                forecast.add(&amount);
            }
            (None, Some(amount)) => forecast.add(&Number::cell(amount)),
            (None, None) => forecast.add(&planned_part),
        }
    }
    if line.phasing() == Phasing::StraightLine {
        // A month of the year that has no row counts with its part of the plan.
        let given = i64::try_from(in_year.len()).unwrap_or(12).min(12);
        let others = Number::constant(whole(12 - given), "months without a row");
        forecast.add(&plan.over(&twelve).times(&others));
    }
    let subject = [row.index()];
    let better = |actual: &Number, planned: &Number| {
        if line.kind() == LineKind::Expenditure { planned.minus(actual) } else { actual.minus(planned) }
    };
    let forecast = ledger.publish(&FORECAST, subject, forecast.finish());
    ledger.publish(&FORECAST_VARIANCE, subject, better(&forecast, &plan));
    if !begun {
        return;
    }
    let planned = ledger.publish(&PLAN_TO_DATE, subject, planned.finish());
    let actual = ledger.publish(&ACTUAL_TO_DATE, subject, actual.finish());
    let variance = ledger.publish(&VARIANCE, subject, better(&actual, &planned));
    let Some(amber) = ledger.parameter(&DELIVERY_AMBER, Some(line.year())) else { return };
    let one = Number::the_whole();
    let limit = planned.times(&one.minus(&amber)).negated();
    let (level, reason) = if !variance.is_negative() {
        (3, "the plan to date is delivered")
    } else if !variance.minus(&limit).is_negative() {
        (2, "near the plan to date")
    } else {
        (1, "behind the plan to date")
    };
    let rating = Number::constant(whole(level), reason).because(reason, &[&variance, &planned, &amber]);
    ledger.publish(&RATING, subject, rating);
    if level == 1 && line.action().is_none() {
        ledger.report(|| {
            Finding::warning(
                "behind-plan-without-action",
                format!("\"{}\" is behind its plan, and no remedial action is given.", line.name()),
            )
            .at(Table::MonitoredLine, row.index(), "action")
            .figure(VARIANCE.at(subject))
            .advise("Agree and write down the remedial action.")
        });
    }
}

/// Weights that do not add up to the whole plan: the rest of it falls in no month.
fn report_weights(
    ledger: &mut Ledger<'_>,
    row: Id<MonitoredLine>,
    line: Row<'_, MonitoredLine>,
    months: &[(Id<MonitoredMonth>, Row<'_, MonitoredMonth>)],
) {
    if line.phasing() != Phasing::Weighted || !ledger.wants_findings() {
        return;
    }
    let (mut total, mut rounding) = (Total::default(), Total::default());
    for weight in months.iter().filter_map(|(_, of)| of.weight()) {
        total.add(weight.get().fraction());
        rounding.add_fixed(weight.half_unit());
    }
    let (Ok(total), Ok(rounding)) = (total.finish(), rounding.finish()) else { return };
    if distance(total, whole(1)) <= rounding {
        return;
    }
    ledger.report(|| {
        Finding::warning(
            "weights-do-not-sum",
            format!(
                "The weights of the months of \"{}\" sum to {} and not to 100 %.",
                line.name(),
                format::percent(Ok(total), 2)
            ),
        )
        .at(Table::MonitoredLine, row.index(), "phasing")
        .advise("Give a weight for every month, so that together they are the whole plan.")
    });
}

fn report_gaps(ledger: &mut Ledger<'_>) {
    for (row, gap) in ledger.plan.gaps.iter() {
        ledger.report(|| {
            Finding::information(
                "missing-in-the-plan",
                match gap.effect() {
                    Some(effect) => format!("\"{}\" is missing in the plan: {effect}.", gap.name()),
                    None => format!("\"{}\" is missing in the plan.", gap.name()),
                },
            )
            .at(Table::Gap, row.index(), "name")
            .advise("Ask those who wrote the plan for it, and key it in.")
        });
    }
}
