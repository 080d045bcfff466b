use crate::not_used::not_used;
use crate::{ERRORS, WELL};
use one_plan_model::calculation::CellAddress;
use one_plan_model::outcome::{self, MasterCheck, Verdict};
use one_plan_model::plan::{Id, KnownFinding, Plan, Table};
use std::fmt::Write;

/// How many figures of one finding are listed; the rest are counted.
const MOST_FIGURES: usize = 10;

/// The findings of a plan as text, and the exit code.
pub fn check(plan: &Plan, rows: &[(Table, usize)]) -> (String, u8) {
    let outcome = outcome::compute(plan);
    let mut text = String::new();
    // Writing to a String does not fail.
    let mut line = |words: std::fmt::Arguments<'_>| {
        let _ = text.write_fmt(words);
        text.push('\n');
    };
    for (position, finding) in outcome.findings().iter().enumerate() {
        let known = known_words(plan, &outcome.known(position));
        line(format_args!("{} {}{known}: {}", finding.severity.word(), finding.code, finding.message));
        for place in &finding.places {
            line(format_args!("    at {}", place_words(plan, *place)));
        }
        for figure in finding.figures.iter().take(MOST_FIGURES) {
            line(format_args!("    figure {}", figure.id(plan)));
        }
        if let Some(more) = finding.figures.len().checked_sub(MOST_FIGURES).filter(|more| *more > 0) {
            line(format_args!("    and {more} more"));
        }
        line(format_args!("    {}", finding.advice));
    }
    let count = |verdict| outcome.comparisons().iter().filter(|comparison| comparison.verdict == verdict).count();
    line(format_args!(
        "{} rows read and used; {} figures computed.",
        rows.iter().map(|(_, count)| count).sum::<usize>(),
        outcome.figure_count()
    ));
    line(format_args!(
        "Printed figures: {} exact, {} rounding, {} differ, {} not computed.",
        count(Verdict::Exact),
        count(Verdict::Rounding),
        count(Verdict::Differs),
        count(Verdict::NotComputed)
    ));
    let agreed = |verdict| outcome.agreements().iter().filter(|agreement| agreement.verdict == verdict).count();
    if !outcome.agreements().is_empty() {
        line(format_args!(
            "Figures that should agree: {} exact, {} rounding, {} differ.",
            agreed(Verdict::Exact),
            agreed(Verdict::Rounding),
            agreed(Verdict::Differs)
        ));
    }
    if !plan.known_findings.is_empty() {
        line(format_args!(
            "Known findings: {}. Errors and findings that are open: {}.",
            plan.known_findings.len(),
            outcome.open_findings(plan)
        ));
    }
    let in_vain = not_used(plan, &outcome::not_used(plan));
    if !in_vain.is_empty() {
        line(format_args!("{}", in_vain.trim_end()));
    }
    let check = outcome.master_check();
    match check {
        MasterCheck::Passed => line(format_args!("Check: passed.")),
        MasterCheck::Findings { warnings } => line(format_args!("Check: {}.", counted(warnings, "finding"))),
        MasterCheck::Failed { errors, warnings } => {
            let (errors, warnings) = (counted(errors, "error"), counted(warnings, "other finding"));
            line(format_args!("Check: failed with {errors} and {warnings}."));
        }
    }
    let code = if matches!(check, MasterCheck::Failed { .. }) { ERRORS } else { WELL };
    (text, code)
}

/// By which ids a finding is known, and what has become of each.
fn known_words(plan: &Plan, known: &[Id<KnownFinding>]) -> String {
    let words: Vec<String> = known
        .iter()
        .filter_map(|id| plan.known_findings.get(*id))
        .map(|known| format!("{} {}", known.id().to_uppercase(), known.state().word()))
        .collect();
    if words.is_empty() { String::new() } else { format!(" [{}]", words.join(", ")) }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A cell in words: table, row counted from one, column, and the lines of the document.
pub fn place_words(plan: &Plan, place: CellAddress) -> String {
    let lines = plan.source_lines(place.table, place.row, place.column);
    let lines = lines.map(|lines| format!(", printed at l. {lines}")).unwrap_or_default();
    format!("{}[{}].{}{lines}", place.table.name(), u64::from(place.row) + 1, place.column)
}
