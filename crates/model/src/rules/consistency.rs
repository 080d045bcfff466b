//! What is given twice, or given where no rule looks for it: nothing is counted or left out in
//! silence.
//!
//! Rows that say the same thing twice are counted twice, because they may be meant (two providers
//! of one kind of activity), and are reported, because they may not.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "programme_savings": [
//!         {"year": "2011/12", "part": "provider", "amount": "27", "unit": "£m"},
//!         {"year": "2011/12", "part": "provider", "amount": "27", "unit": "£m"}
//!     ]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "given-twice"));
//! ```

use crate::calculation::{FigureKind, Finding, Ledger};
use crate::plan::{Content, PaymentRule, Plan, Table};
use crate::quantity::{InOrder, Total, whole};

/// This file has no figures of its own.
pub const KINDS: &[&FigureKind] = &[];

/// Nothing of it is data.
#[cfg(test)]
pub const fn files() -> Vec<&'static crate::calculation::RuleFile> {
    Vec::new()
}

/// Reports what is given twice or given in vain.
pub fn run(ledger: &mut Ledger<'_>) {
    if ledger.wants_findings() {
        report_repeats(ledger);
        report_doubles(ledger);
        report_years(ledger);
        report_payment_rules(ledger);
        report_percentages_in_vain(ledger);
    }
}

/// Tables in which a second row about the same is added to the first or takes its place, with the columns that say
/// what a row is about.
const COUNTED: &[(Table, &[&str])] = &[
    (Table::ProgrammeSaving, &["programme", "year", "part"]),
    (Table::BaselineActivity, &["setting", "point_of_delivery", "provider"]),
    (Table::ActivityOutlook, &["setting", "point_of_delivery"]),
];

fn report_repeats(ledger: &mut Ledger<'_>) {
    for (table, columns) in COUNTED {
        let column = match table {
            Table::ProgrammeSaving => "amount",
            Table::BaselineActivity => "activity",
            _ => "activity_percent",
        };
        for (earlier, later) in doubles(ledger.plan, *table, columns) {
            report_repeat(ledger, *table, column, earlier, later);
        }
    }
}

/// The rows of a table that hold the same in some columns, in pairs: each with the one before it.
fn doubles(plan: &Plan, table: Table, columns: &[&str]) -> Vec<(u32, u32)> {
    let said = |row: u32| {
        let mut all = [u32::MAX; 4];
        for (place, column) in all.iter_mut().zip(columns) {
            *place = plan.content(table, row, column).and_then(Content::subject).unwrap_or(u32::MAX);
        }
        all
    };
    let count = u32::try_from(plan.row_count(table)).unwrap_or(u32::MAX);
    let mut rows: Vec<([u32; 4], u32)> = (0..count).map(|row| (said(row), row)).collect();
    rows.order_by(Ord::cmp);
    let pairs = rows.iter().zip(rows.iter().skip(1));
    pairs.filter(|(earlier, later)| earlier.0 == later.0).map(|(earlier, later)| (earlier.1, later.1)).collect()
}

/// Tables in which only one row may be about the same, because ratios, levels and differences cannot be added up;
/// with the columns that say what a row is about.
const ONCE: &[(Table, &[&str])] = &[
    (Table::ProviderFinance, &["organisation", "year"]),
    (Table::ResourceLimit, &["year"]),
    (Table::SavingsDelivery, &["organisation", "year"]),
    (Table::MediumTermYear, &["year"]),
    (Table::VersionFigure, &["version", "year", "programme"]),
    (Table::Capacity, &["setting", "point_of_delivery"]),
    (Table::CapabilityAssessment, &["organisation"]),
    (Table::ProviderBeds, &["provider"]),
    (Table::PatientScore, &["provider"]),
    (Table::TrajectoryPoint, &["trajectory", "due"]),
    (Table::WorkforceYear, &["trajectory", "year"]),
    (Table::PracticeIndicator, &["practice", "measure"]),
    (Table::MonitoredMonth, &["line", "month"]),
    (Table::ContractMonth, &["contract", "month", "organisation", "state"]),
];

fn report_doubles(ledger: &mut Ledger<'_>) {
    for (table, columns) in ONCE {
        let column = columns.first().copied().unwrap_or_default();
        for (earlier, later) in doubles(ledger.plan, *table, columns) {
            ledger.report(|| {
                Finding::error(
                    "must-be-given-once",
                    format!(
                        "Rows {} and {} of {} are about the same {}: the figures of both cannot be relied on.",
                        earlier + 1,
                        later + 1,
                        table.name().replace('_', " "),
                        columns.join(" and ").replace('_', " ")
                    ),
                )
                .at(*table, later, column)
                .at(*table, earlier, column)
                .advise("Join the two into one row.")
            });
        }
    }
}

fn report_repeat(ledger: &mut Ledger<'_>, table: Table, column: &'static str, earlier: u32, later: u32) {
    let what = if table == Table::ActivityOutlook { "the later one counts" } else { "both are counted" };
    ledger.report(|| {
        Finding::warning(
            "given-twice",
            format!(
                "Row {} of {} says the same thing as row {}; {what}.",
                later + 1,
                table.name().replace('_', " "),
                earlier + 1
            ),
        )
        .at(table, later, column)
        .at(table, earlier, column)
        .advise("Take one of the two out, or say in what they differ.")
    });
}

/// A list or a CQUIN scheme of a year that the plan does not have.
fn report_years(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let years = plan.years();
    let lists = plan.scheme_lists.iter().map(|(row, list)| (Table::SchemeList, row.index(), list.name(), list.year()));
    let schemes =
        plan.cquin_schemes.iter().map(|(row, scheme)| (Table::CquinScheme, row.index(), scheme.name(), scheme.year()));
    for (table, row, name, year) in lists.chain(schemes) {
        if years.contains(&year) {
            continue;
        }
        ledger.report(|| {
            Finding::warning(
                "year-outside-the-plan",
                format!("\"{name}\" is for {year}, which is not a year of the plan."),
            )
            .at(table, row, "year")
            .advise("Correct the year, or the first and last year of the plan.")
        });
    }
}

/// Bands and milestones of an indicator that is not paid by them, or that are missing where it is.
fn report_payment_rules(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let count = plan.cquin_indicators.len();
    let mut bands = vec![0_u32; count];
    for (_, band) in plan.cquin_bands.iter() {
        if let Some(count) = bands.get_mut(band.indicator().position()) {
            *count += 1;
        }
    }
    let mut milestones = vec![(0_u32, Total::default()); count];
    for (_, milestone) in plan.cquin_milestones.iter() {
        if let Some((count, weights)) = milestones.get_mut(milestone.indicator().position()) {
            *count += 1;
            weights.add(milestone.weight().get().fraction());
        }
    }
    for (((row, indicator), bands), (milestones, weights)) in plan.cquin_indicators.iter().zip(bands).zip(milestones) {
        let rule = indicator.payment_rule();
        let what = if (rule == PaymentRule::SteppedBands) != (bands > 0) {
            if bands > 0 { "has bands but is not paid in steps" } else { "is paid in steps but has no bands" }
        } else if (rule == PaymentRule::Milestones) != (milestones > 0) {
            if milestones > 0 { "has milestones but is not paid by them" } else { "is paid by milestones but has none" }
        } else if milestones > 0 && weights.finish() != Ok(whole(1)) {
            "has milestones whose weights do not sum to 100%"
        } else {
            continue;
        };
        ledger.report(|| {
            Finding::warning("payment-rule-without-its-parts", format!("\"{}\" {what}.", indicator.name()))
                .at(Table::CquinIndicator, row.index(), "payment_rule")
                .advise("Correct the payment rule, or its bands and milestones.")
        });
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
            Finding::warning(
                "percentage-in-vain",
                "A percentage is given for activity that has a baseline; the percentage \
                 that follows from the baseline is used.",
            )
            .at(Table::ActivityOutlook, row.index(), "activity_percent")
            .advise("Move the percentage to the table of stated figures, where it is compared.")
        });
    }
}
