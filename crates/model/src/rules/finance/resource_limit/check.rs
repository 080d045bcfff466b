//! What does not hold: limits without a framework, deficits, and control totals that are missed.

use super::{
    CONTROL_TOTAL_GAP, CONTROL_TOTAL_GAP_OF, CONTROL_TOTAL_OF, PLAN_GAP, PLAN_GAP_OF, PLANNED_SURPLUS,
    PLANNED_SURPLUS_OF, alone, lines_by_year, words,
};
use crate::calculation::{FigureKey, FigureKind, Finding, FindingKind, Ledger, Number, findings_of_part, format};
use crate::plan::{BudgetLine, CellAddress, Id, ResourceLimit, Row, Table};
use crate::quantity::InOrder;
use crate::rules::common_findings::{CONTROL_TOTAL_MISSED_BY_PLAN, NOT_IN_THE_TOTAL, PLANNED_DEFICIT};
use crate::rules::signs::report_unclear;
use crate::rules::whole_and_parts::Organisations;

findings_of_part! {
    /// A resource limit has no line in the financial framework of its year and organisation.
    LIMIT_WITHOUT_FRAMEWORK: warning(
        "limit-without-framework",
        "Give the budget lines of that year and organisation, or correct the year or the organisation of the lines."
    )
    /// Lines of the financial framework have no resource limit of their year and organisation.
    FRAMEWORK_WITHOUT_LIMIT: warning(
        "framework-without-limit",
        "Correct the year or the organisation of the lines, or give the resource limit of that year and organisation."
    )
    /// The forecast surplus is below the control total.
    CONTROL_TOTAL_MISSED: warning("control-total-missed", "Find what brings the surplus back to the control total.")
    /// The plan spends more than its resource limit.
    PLAN_EXCEEDS_RESOURCE: warning("plan-exceeds-resource", "Reduce spending, or find the resource.")
}

/// What to do about a deficit that the control total allows.
const ALLOWED_ADVICE: &str =
    "Settle the finding with a note of how the deficit is paid for, or find what brings it back to balance.";

/// Reports what does not hold.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    report_without_the_other(ledger);
    below_nothing(
        ledger,
        [&PLANNED_SURPLUS_OF, &PLANNED_SURPLUS],
        (&PLAN_EXCEEDS_RESOURCE, "and a plan that balances has at least"),
        Some([&PLAN_GAP_OF, &PLAN_GAP]),
    );
    below_nothing(ledger, [&CONTROL_TOTAL_GAP_OF, &CONTROL_TOTAL_GAP], (&CONTROL_TOTAL_MISSED, "below"), None);
    // A plan that spends more than it has misses its control total too: that is said with it.
    below_nothing(ledger, [&PLAN_GAP_OF, &PLAN_GAP], (&CONTROL_TOTAL_MISSED_BY_PLAN, "below"), None);
    report_rows(ledger);
}

/// A figure of an organisation that is below nothing. What is below nothing in all is reported where no organisation has
/// such a figure in the year, or where the whole is given as a row of its own. Where the control total allows it, by
/// figures that say how far each lies above it, it is only worth knowing.
fn below_nothing(
    ledger: &mut Ledger<'_>,
    [of_one, of_all]: [&'static FigureKind; 2],
    (finding, says): (&'static FindingKind, &'static str),
    above_control_totals: Option<[&'static FigureKind; 2]>,
) {
    let plan = ledger.plan;
    let of_organisations = ledger.all(of_one);
    let mut years: Vec<u32> = of_organisations.iter().map(|(key, _)| key.index.get(1)).collect();
    years.order_by(Ord::cmp);
    let mut wholes: Vec<u32> = plan
        .resource_limits
        .iter()
        .filter(|(_, row)| row.organisation().is_none())
        .map(|(_, row)| u32::from(row.year().start()))
        .collect();
    wholes.order_by(Ord::cmp);
    let of_years = ledger.all(of_all).into_iter().filter(|(key, _)| {
        let year = key.index.get(0);
        years.binary_search(&year).is_err() || wholes.binary_search(&year).is_ok()
    });
    let all: Vec<(FigureKey, Number)> = of_organisations.into_iter().chain(of_years).collect();
    let beside = |ledger: &Ledger<'_>, key: FigureKey, [of_one, of_all]: [&'static FigureKind; 2]| {
        let kind = if key.kind.dimensions.len() == of_one.dimensions.len() { of_one } else { of_all };
        let beside = FigureKey { kind, index: key.index };
        ledger.find(beside).filter(|number| !number.shown().is_fault()).map(|number| (beside, number))
    };
    for (key, number) in all.into_iter().filter(|(_, number)| number.shown().is_negative()) {
        let is_said = finding.code == CONTROL_TOTAL_MISSED_BY_PLAN.code
            && beside(ledger, key, [&PLANNED_SURPLUS_OF, &PLANNED_SURPLUS])
                .is_some_and(|(_, of)| of.shown().is_negative());
        if is_said {
            continue;
        }
        let above = above_control_totals.and_then(|kinds| beside(ledger, key, kinds));
        let (missed, kept) = above.into_iter().partition::<Vec<_>, _>(|(_, above)| above.shown().is_negative());
        let allowed = (!kept.is_empty()).then_some(&PLANNED_DEFICIT);
        report_below(ledger, (key, number), (allowed, missed.first().copied()), (finding, says));
    }
}

/// A figure below nothing: as the finding that is `allowed`, only worth knowing, where the control total allows it. What a
/// control total is missed by is said with it.
fn report_below(
    ledger: &mut Ledger<'_>,
    (key, number): (FigureKey, Number),
    (allowed, missed): (Option<&'static FindingKind>, Option<(FigureKey, Number)>),
    (finding, says): (&'static FindingKind, &'static str),
) {
    let Ok(short) = number.shown().value() else { return };
    let (label, amount) = (key.label(ledger.plan), format::money(Ok(short)));
    ledger.report(|| match allowed {
        Some(allowed) => {
            let message = format!("{label} is {amount}, which the control total allows.");
            Finding::otherwise(allowed, message).at_cells(key.place()).figure(key).advise(ALLOWED_ADVICE)
        }
        None => {
            let by = missed.map(|(_, by)| {
                format!("; the control total is missed by {}", format::money(by.shown().negated().value()))
            });
            let nothing = format::money(Number::nothing().value());
            let message = format!("{label} is {amount}, {says} {nothing}{}.", by.unwrap_or_default());
            let figures = [key].into_iter().chain(missed.map(|(gap, _)| gap));
            let finding = Finding::of(finding, message).at_cells(key.place()).figures(figures);
            finding.apart(short, key.kind.unit).both_right()
        }
    });
}

/// Deficits of organisations, each in a year. One that the control total of both allows is only worth knowing.
pub(in crate::rules) fn report_deficits(
    ledger: &mut Ledger<'_>,
    surplus: &'static FigureKind,
    (finding, says): (&'static FindingKind, &'static str),
) {
    if !ledger.wants_findings() {
        return;
    }
    for (key, number) in ledger.all(surplus).into_iter().filter(|(_, number)| number.shown().is_negative()) {
        // What lacks a part is not known to be below nothing.
        if ledger.lacking().cell(key).is_some() {
            continue;
        }
        let control = ledger.find(FigureKey { kind: &CONTROL_TOTAL_OF, index: key.index });
        let is_allowed = control.is_some_and(|control| !number.shown().minus(control.shown()).is_negative());
        report_below(ledger, (key, number), (is_allowed.then_some(finding), None), (finding, says));
    }
}

/// A limit of a year or organisation that has no lines in the framework, and lines that have no limit.
fn report_without_the_other(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let lines = lines_by_year(plan);
    let limits = plan.resource_limits.iter().filter(|(_, row)| row.limit().is_some());
    let mut limits: Vec<(u32, Option<u32>, u32)> = limits
        .map(|(at, row)| (u32::from(row.year().start()), row.organisation().map(|of| of.index()), at.index()))
        .collect();
    if lines.is_empty() || limits.is_empty() {
        return;
    }
    limits.order_by(Ord::cmp);
    let tree = Organisations::of(plan);
    let by_subject = lines_by_subject(ledger);
    for of_year in limits.chunk_by(|left, right| left.0 == right.0) {
        let Some((year, ..)) = of_year.first().copied() else { continue };
        let from = lines.partition_point(|(of, _)| *of < year);
        let of_lines: Vec<Option<u32>> =
            lines.iter().skip(from).take_while(|(of, _)| *of == year).map(|(_, of)| *of).collect();
        if of_lines.is_empty() {
            let rows = of_year.iter().map(|(.., row)| *row);
            report_limit(ledger, rows, &format!("The resource limit of {}", words(year)));
            continue;
        }
        let names: Vec<Option<u32>> = of_year.iter().map(|(_, of, _)| *of).collect();
        let has_both = names.iter().any(|of| of_lines.binary_search(of).is_ok());
        if !has_both || names.iter().chain(&of_lines).any(Option::is_none) {
            continue;
        }
        for of in alone(&tree, &names, &of_lines) {
            let from = of_year.partition_point(|(_, other, _)| *other < of);
            let rows = of_year.iter().skip(from).take_while(|(_, other, _)| *other == of).map(|(.., row)| *row);
            report_limit(ledger, rows, &format!("The resource limit of {}, {},", name(ledger, of), words(year)));
        }
        for of in alone(&tree, &of_lines, &names) {
            report_lines(
                ledger,
                &format!("The framework of {}, {},", name(ledger, of), words(year)),
                rows_from(&by_subject, (year, of)).take_while(|(about, _)| *about == (year, of)).map(|(_, row)| row),
                ["organisation", "year"],
            );
        }
    }
    let mut years: Vec<u32> = lines.iter().map(|(year, _)| *year).collect();
    years.dedup();
    for year in years {
        if limits.binary_search_by_key(&year, |(of, ..)| *of).is_err() {
            let rows = rows_from(&by_subject, (year, None)).take_while(|((of, _), _)| *of == year).map(|(_, row)| row);
            report_lines(ledger, &format!("The framework of {}", words(year)), rows, ["year"]);
        }
    }
}

fn name(ledger: &Ledger<'_>, organisation: Option<u32>) -> String {
    let name = organisation.and_then(|of| ledger.plan.title(Table::Organisation, of));
    name.unwrap_or_default().to_owned()
}

fn report_limit(ledger: &mut Ledger<'_>, rows: impl Iterator<Item = u32>, what: &str) {
    let plan = ledger.plan;
    ledger.report(|| {
        Finding::of(
            &LIMIT_WITHOUT_FRAMEWORK,
            format!("{what} has no line in the financial framework: no surplus follows from it."),
        )
        .at_rows(plan, Table::ResourceLimit, rows, "limit")
    });
}

/// The lines by their year and organisation.
fn lines_by_subject(ledger: &Ledger<'_>) -> Vec<(About, u32)> {
    let plan = ledger.plan;
    let other = crate::rules::framework::year_of_lines(plan);
    let of_line = |(row, line): (Id<BudgetLine>, Row<'_, BudgetLine>)| {
        let year = line.year().map(|year| u32::from(year.start())).or(other)?;
        Some(((year, line.organisation().map(|of| of.index())), row.index()))
    };
    let mut lines: Vec<_> = plan.budget_lines.iter().filter_map(of_line).collect();
    lines.order_by(Ord::cmp);
    lines
}

/// A year and an organisation, or none.
type About = (u32, Option<u32>);

/// The rows from those about a year and an organisation on.
fn rows_from(rows: &[(About, u32)], about: About) -> impl Iterator<Item = (About, u32)> {
    rows.iter().skip(rows.partition_point(|(of, _)| *of < about)).copied()
}

/// Lines that have no limit, at the columns of which one may be wrong.
fn report_lines<const COLUMNS: usize>(
    ledger: &mut Ledger<'_>,
    what: &str,
    rows: impl Iterator<Item = u32>,
    columns: [&'static str; COLUMNS],
) {
    let plan = ledger.plan;
    ledger.report(|| {
        let cell = |row: u32| columns.map(|column| CellAddress { table: Table::BudgetLine, row, column });
        let message = format!("{what} has no resource limit: whether it balances is not known.");
        Finding::of(&FRAMEWORK_WITHOUT_LIMIT, message).at_each(plan, rows.flat_map(cell))
    });
}

/// What a row of its own says: a deficit, a sign that contradicts the framework, half of what is compared.
fn report_rows(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let rows: Vec<_> = plan.resource_limits.iter().collect();
    for (at, row) in rows {
        let year = u32::from(row.year().start());
        let who = match row.organisation() {
            Some(of) => format!("{}, {}", name(ledger, Some(of.index())), row.year()),
            None => format!("The plan, {}", row.year()),
        };
        report_half(ledger, at.index(), row, &who);
        let Some(forecast) = row.forecast_surplus() else { continue };
        let surplus = Number::cell(forecast);
        let planned = match row.organisation() {
            Some(of) => ledger.figure(&PLANNED_SURPLUS_OF, [of.index(), year]),
            None => ledger.figure(&PLANNED_SURPLUS, [year]),
        };
        if let Some(planned) = planned
            && !surplus.shown().is_zero()
            && planned.shown() == surplus.shown().negated()
        {
            let says = || {
                format!(
                    "{who}: the forecast surplus is {}, and the planned surplus {}: one of the signs may be wrong. A deficit is negative.",
                    format::money(surplus.shown().value()),
                    format::money(planned.shown().value())
                )
            };
            report_unclear(ledger, says, forecast.address());
        }
        let control = row.control_total().map(Number::cell);
        let missed = control.is_some_and(|control| surplus.shown().minus(control.shown()).is_negative());
        if surplus.shown().is_negative() && !missed {
            let allowed = if control.is_some() { ", which the control total allows" } else { "" };
            let message = format!(
                "{who}: a deficit of {} is forecast{allowed}.",
                format::money(surplus.shown().negated().value())
            );
            let finding = if control.is_some() { Finding::otherwise } else { Finding::of };
            ledger.report(|| finding(&PLANNED_DEFICIT, message).at_cells([forecast.address()]).advise(ALLOWED_ADVICE));
        }
    }
}

/// A row that gives a control total or a forecast, and not both, where others of the year give both.
fn report_half(ledger: &mut Ledger<'_>, at: u32, row: Row<'_, ResourceLimit>, who: &str) {
    let (column, given, missing) = match (row.control_total(), row.forecast_surplus()) {
        (Some(_), None) => ("forecast_surplus", "a control total", "no forecast surplus"),
        (None, Some(_)) => ("control_total", "a forecast surplus", "no control total"),
        _ => return,
    };
    let key = CONTROL_TOTAL_GAP.at([u32::from(row.year().start())]);
    if ledger.find(key).is_none() {
        return;
    }
    let label = key.label(ledger.plan);
    ledger.report(|| {
        Finding::of(&NOT_IN_THE_TOTAL, format!("{who}: {given} is given and {missing}: it is not part of \"{label}\"."))
            .at(Table::ResourceLimit, at, column)
            .figure(key)
            .advise("Give both, so that the total is that of all.")
    });
}
