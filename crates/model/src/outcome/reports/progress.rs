use crate::calculation::{FigureKind, Unit, format};
use crate::exchange::printable_line;
use crate::outcome::Outcome;
use crate::plan::{Plan, Table};
use crate::quantity::{Decimal, round_half_away};
use crate::rules::capacity::{beds, provider_activity, staff, workforce_impact};
use crate::rules::delivery::{decisions, gates};
use crate::rules::finance::{providers, savings_delivery};
use crate::rules::time::milestones;
use crate::rules::{activity, contracts, monitoring, quality, risks, savings};

/// The kinds of figure of a progress report, under their headings.
const SECTIONS: &[(&str, &[&FigureKind])] = &[
    ("What is saved", &[&savings::TOTAL_YEAR]),
    (
        "How far the savings are",
        &[
            &savings_delivery::NET_PLAN_ALL,
            &savings_delivery::OUTTURN_ALL,
            &savings_delivery::VARIANCE_ALL,
            &savings_delivery::DELIVERY_ALL,
            &monitoring::VARIANCE,
            &monitoring::RATING,
        ],
    ),
    (
        "What the plan changes",
        &[
            &activity::CHANGE_COST,
            &activity::CHANGE,
            &contracts::TOTAL_DUE,
            &providers::INCOME_AFTER,
            &providers::SURPLUS_AFTER,
            &providers::VIABLE_TRUSTS,
            &provider_activity::PROVIDERS_CHANGE,
            &beds::BED_CHANGE_ALL,
            &staff::STAFF_CHANGE_ALL,
            &workforce_impact::IMPACT_OF_YEAR,
        ],
    ),
    ("Milestones", &[&milestones::COUNT, &milestones::STATUS, &milestones::OVERDUE_COUNT]),
    ("Measures", &[&quality::RATING, &quality::POINT_RATING]),
    ("Decisions and gates", &[&decisions::OUTCOMES, &decisions::MONTHS_OPEN, &gates::GATE_STATES]),
    ("Risks", &[&risks::COUNT, &risks::UNSCORED, &risks::ESCALATED]),
];

/// The kinds that say what changes: where nothing does, they say nothing.
const CHANGES: &[&FigureKind] = &[
    &activity::CHANGE_COST,
    &activity::CHANGE,
    &provider_activity::PROVIDERS_CHANGE,
    &workforce_impact::IMPACT_OF_YEAR,
];

/// A progress report for the public, as plain text with headings: what is saved, how far it is, what
/// is due, what is open, and whether the plan adds up. No names of persons stand in a plan.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::outcome::progress_report;
/// let example = example::outcome(r#"
///     "milestones": [{"id": "centre", "name": "New centre opens", "due": "2011-09", "status": "achieved"}]
/// "#);
/// let report = progress_report(&example.plan, &example.outcome);
/// assert!(report.contains("Milestones: achieved: 1"));
/// ```
pub fn progress_report(plan: &Plan, outcome: &Outcome) -> String {
    let mut text = String::from("# Progress report\n\n");
    if let Some(details) = plan.details() {
        text.push_str(&format!(
            "{}, {}, {} to {}.\n",
            printable_line(details.title()),
            printable_line(details.system()),
            details.first_year(),
            details.last_year()
        ));
        match details.as_of() {
            Some(date) => text.push_str(&format!("As of {}.\n", date.words())),
            None => text.push_str("The plan does not say as of which day: nothing is counted as overdue.\n"),
        }
    }
    for (heading, kinds) in SECTIONS {
        let (mut lines, mut unchanged) = (String::new(), 0_usize);
        for kind in *kinds {
            let says_changes = CHANGES.iter().any(|changes| changes.id == kind.id);
            for (key, value) in outcome.figures_of(kind) {
                if says_changes && value.is_ok_and(|value| value.is_zero()) {
                    unchanged += 1;
                    continue;
                }
                let shown = match kind.unit {
                    Unit::Percent => format::percent(value, 1),
                    Unit::Money => format::money(value.map(|pounds| round_half_away(pounds, 0))),
                    unit => format::in_unit(value, unit),
                };
                lines.push_str(&format!("- {}: {shown}\n", printable_line(&key.label(plan))));
            }
        }
        if unchanged > 0 {
            lines.push_str(&format!("- What does not change is left out: {unchanged} in number.\n"));
        }
        if !lines.is_empty() {
            text.push_str(&format!("\n## {heading}\n\n{lines}"));
        }
    }
    overdue(plan, outcome, &mut text);
    let check = outcome.master_check().sentence();
    text.push_str(&format!("\n## Does the plan add up?\n\n{check}\n\nAmounts are rounded to whole pounds.\n"));
    text
}

/// The milestones that are overdue, by name.
fn overdue(plan: &Plan, outcome: &Outcome, text: &mut String) {
    let mut lines = String::new();
    for (key, days) in outcome.figures_of(&milestones::OVERDUE) {
        let name = plan.title(Table::Milestone, key.index.get(0)).unwrap_or_default();
        let unit = if days == Ok(Decimal::ONE) { "day" } else { "days" };
        lines.push_str(&format!("- {}: {} {unit}\n", printable_line(name), format::count(days)));
    }
    if !lines.is_empty() {
        text.push_str(&format!("\n## Overdue\n\n{lines}"));
    }
}
