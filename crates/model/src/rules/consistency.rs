//! What is given where no rule looks for it: nothing is left out in silence.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2031/32"}]"#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "year-outside-the-plan"));
//! ```

use crate::calculation::{CellAddress, Finding, Ledger, findings};
use crate::plan::{Content, FinancialYear, Table};
use crate::quantity::InOrder;
use crate::rules::common_findings::YEAR_OUTSIDE_THE_PLAN;
use crate::rules::folder::without_figures;

without_figures! {}

findings! {
    /// A percentage of growth is given for activity whose growth follows from its baseline.
    PERCENTAGE_IN_VAIN: warning(
        "percentage-in-vain",
        "Move the percentage to the table of stated figures, where it is compared."
    )
}

/// Reports what is given twice or given in vain.
pub fn run(ledger: &mut Ledger<'_>) {
    if ledger.wants_findings() {
        report_years(ledger);
        report_base_year_alone(ledger);
        report_percentages_in_vain(ledger);
    }
}

/// A list or a CQUIN scheme of a year that the plan does not have; those of the base year stand beside it.
fn report_years(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let years = plan.years();
    let lists = plan.scheme_lists.iter().map(|(row, list)| (Table::SchemeList, row.index(), list.name(), list.year()));
    let schemes =
        plan.cquin_schemes.iter().map(|(row, scheme)| (Table::CquinScheme, row.index(), scheme.name(), scheme.year()));
    for (table, row, name, year) in lists.chain(schemes) {
        if years.contains(&year) || plan.is_compared_with(year) {
            continue;
        }
        ledger.report(|| {
            Finding::of(&YEAR_OUTSIDE_THE_PLAN, format!("\"{name}\" is for {year}, which is not a year of the plan."))
                .at(table, row, "year")
        });
    }
}

/// What is planned, and the column that says whose it is.
const PLANNED: &[(Table, Option<&str>)] = &[
    (Table::SchemeList, Some("organisation")),
    (Table::ProgrammeSaving, None),
    (Table::MediumTermYear, Some("organisation")),
];

/// Rows of the base year beside which there is none of a year of the plan: last year's year was left in them.
fn report_base_year_alone(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (table, whose) in PLANNED {
        let (Some(at), whose) = (table.column("year"), whose.and_then(|whose| table.column(whose))) else { continue };
        let store = plan.store(*table);
        let mut rows: Vec<(Option<u32>, FinancialYear, u32)> = (0..store.rows())
            .filter_map(|row| match store.content(row, at) {
                Content::Year(year) => Some((whose.and_then(|whose| store.column(whose).code(row)), year, row)),
                _ => None,
            })
            .collect();
        rows.order_by(Ord::cmp);
        for of_one in rows.chunk_by(|left, right| left.0 == right.0) {
            if !of_one.iter().all(|(_, year, _)| plan.is_compared_with(*year)) {
                continue;
            }
            let [(organisation, first, _), ..] = of_one else { continue };
            let last = of_one.last().map_or(*first, |(_, last, _)| *last);
            let years = if *first == last { first.to_string() } else { format!("{first} to {last}") };
            let organisation = organisation.and_then(|of| plan.title(Table::Organisation, of));
            let of = organisation.map(|name| format!(" of {name}")).unwrap_or_default();
            let message = format!(
                "Every row of {}{of} is for {years}, before the plan: none is for a year of it.",
                table.words()
            );
            let places = of_one.iter().map(|(.., row)| CellAddress { table: *table, row: *row, column: "year" });
            ledger.report(|| {
                Finding::of(&YEAR_OUTSIDE_THE_PLAN, message)
                    .at_cells(places)
                    .advise("Correct the year; where it is what was planned then, give what is planned now too.")
            });
        }
    }
}

/// A printed percentage for activity that has a baseline, from which the percentage follows.
fn report_percentages_in_vain(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut places: Vec<[u32; 2]> = plan
        .baseline_activity
        .iter()
        .map(|(_, line)| [line.setting().index(), line.point_of_delivery().index()])
        .collect();
    places.order_by(Ord::cmp);
    for (row, outlook) in plan.activity_outlook.iter() {
        let place = [outlook.setting().index(), outlook.point_of_delivery().index()];
        if places.binary_search(&place).is_err() {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &PERCENTAGE_IN_VAIN,
                "A percentage is given for activity that has a baseline; the percentage \
                 that follows from the baseline is used.",
            )
            .at(Table::ActivityOutlook, row.index(), "activity_percent")
        });
    }
}
