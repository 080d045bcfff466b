use crate::not_used::write_not_used;
use crate::output::Lines;
use crate::places::place_words;
use crate::{ERRORS, WELL};
use one_plan_model::calculation::{CellAddress, FigureKey, Finding, format};
use one_plan_model::outcome::{self, Agreement, Comparison, MasterCheck, Outcome, Verdict};
use one_plan_model::plan::{Id, KnownFinding, Plan, Table};
use one_plan_model::quantity::Decimal;

/// How many cells and how many figures of one finding are listed; the rest are counted.
const MOST_NAMED: usize = 10;

/// What of a file is not in its plan.
#[derive(Debug, Default)]
pub struct Unread {
    /// What could not be used, in words.
    pub left_out: Option<String>,
    /// How many questions about it are open.
    pub questions: usize,
    /// How many errors are said of it.
    pub errors: usize,
    /// How many warnings are said of places in it.
    pub warnings: usize,
}

/// The findings of a plan as text, and the exit code. What could not be used of its file stands beside the result, and so do
/// open questions: a check that has passed says nothing of what was not read.
pub fn check(plan: &Plan, rows: &[(Table, usize)], unread: &Unread) -> (String, u8) {
    let outcome = outcome::compute(plan);
    let mut text = Lines::default();
    for (position, finding) in outcome.findings().iter().enumerate() {
        write_finding(&mut text, plan, &outcome, position, finding);
    }
    write_apart(&mut text, plan, &outcome);
    text.line(format_args!(
        "{} rows read and used; {} figures computed.",
        rows.iter().map(|(_, count)| count).sum::<usize>(),
        outcome.figure_count()
    ));
    write_counts(&mut text, &outcome);
    if !plan.known_findings.is_empty() {
        text.line(format_args!("Known findings: {}.", plan.known_findings.len()));
    }
    write_not_used(&mut text, plan, &outcome::not_used(plan));
    write_following(&mut text, &outcome);
    write_how_to_settle(&mut text, &outcome);
    let check = outcome.master_check();
    write_unread(&mut text, unread);
    text.line(format_args!("Check: {}.", verdict(check, unread)));
    (text.text(), exit_code(check, unread))
}

/// What of the file the result says nothing of.
fn write_unread(text: &mut Lines, unread: &Unread) {
    if let Some(left_out) = &unread.left_out {
        text.line(format_args!("Left out of the file, as said above: {left_out}. What follows is about the rest."));
    }
    if unread.questions > 0 {
        let are_open = questions_open(unread.questions);
        text.line(format_args!("{are_open}, as said above: what is asked about may not be read."));
    }
    if unread.errors > 0 {
        let errors = counted(unread.errors, "error");
        text.line(format_args!("{errors} about the file, as said above: the check ends with exit code {ERRORS}."));
    }
}

fn questions_open(questions: usize) -> String {
    match questions {
        1 => "1 question about the file is open".to_owned(),
        questions => format!("{questions} questions about the file are open"),
    }
}

/// What the check comes to, in words: of a plan that passed with what was not read of its file.
fn verdict(check: MasterCheck, unread: &Unread) -> String {
    match check {
        MasterCheck::Nothing => "nothing to check yet; no figure follows from what is filled in".to_owned(),
        MasterCheck::Passed if unread.left_out.is_some() => {
            "what was read passed; not all of the file was read".to_owned()
        }
        MasterCheck::Passed if unread.errors > 0 => {
            let errors = counted(unread.errors, "error");
            format!("what was read passed; {errors} about the file, as said above")
        }
        MasterCheck::Passed if unread.questions > 0 => {
            format!("what was read passed; {}", questions_open(unread.questions))
        }
        MasterCheck::Passed if unread.warnings > 0 => {
            let warnings = counted(unread.warnings, "warning");
            format!("what was read passed; {warnings} about the file, as said above")
        }
        MasterCheck::Passed => "passed".to_owned(),
        MasterCheck::Findings { warnings, .. } => {
            format!("{}: {}", counted(warnings, "finding"), check.open_words())
        }
        MasterCheck::Failed { errors, warnings, .. } => {
            let (errors, warnings) = (counted(errors, "error"), counted(warnings, "other finding"));
            format!("failed with {errors} and {warnings}: {}", check.open_words())
        }
    }
}

/// With which code a check ends: 1 where an error is printed, of the plan or of its file. Warnings and open questions end well, and
/// so does what is left out with no more than a warning: an earlier version of a sheet, say.
fn exit_code(check: MasterCheck, unread: &Unread) -> u8 {
    let has_errors = unread.errors > 0 || matches!(check, MasterCheck::Failed { .. });
    if has_errors { ERRORS } else { WELL }
}

/// How many findings may follow from others.
fn write_following(text: &mut Lines, outcome: &Outcome) {
    let following = (0..outcome.findings().len()).filter(|at| outcome.follows(*at).is_some()).count();
    if following > 0 {
        let one = "1 finding may follow from another, and stands behind it";
        let several = format!("{following} findings may follow from others, and stand behind these");
        text.line(format_args!("{}.", if following == 1 { one } else { &several }));
    }
}

/// What "settle the finding" means, where a finding that is open advises it.
fn write_how_to_settle(text: &mut Lines, outcome: &Outcome) {
    let open = outcome.findings().iter().enumerate().filter(|(at, _)| !outcome.is_settled(*at));
    if open.into_iter().any(|(_, finding)| finding.advice.to_lowercase().contains("settle the finding")) {
        text.line(format_args!(
            "To settle a finding: a row of known_findings with a note says why it is right as it is, and a row of \
             known_finding_places by what it is recognised, such as its code with the table and the row."
        ));
    }
}

fn write_finding(text: &mut Lines, plan: &Plan, outcome: &Outcome, position: usize, finding: &Finding) {
    let known = known_words(plan, &outcome.known(position));
    text.line(format_args!("{} {}{known}: {}", finding.severity.word(), finding.code, finding.message));
    write_some(text, finding.places.iter().map(|place| format!("at {}", place_words(plan, *place))));
    write_some(text, finding.figures.iter().map(|figure| format!("figure {}", figure.id(plan))));
    for note in outcome.known(position).iter().filter_map(|id| plan.known_findings.get(*id)?.note()) {
        text.line(format_args!("    note: {}", note));
    }
    text.line(format_args!("    {}", finding.advice));
}

/// The first of several things, and how many more there are.
fn write_some(text: &mut Lines, things: impl ExactSizeIterator<Item = String>) {
    let more = things.len().saturating_sub(MOST_NAMED);
    for thing in things.take(MOST_NAMED) {
        text.line(format_args!("    {thing}"));
    }
    if more > 0 {
        text.line(format_args!("    and {more} more"));
    }
}

/// Every printed figure that differs, or of which rounding is an unlikely explanation; and every two figures that
/// should agree, and do not.
fn write_apart(text: &mut Lines, plan: &Plan, outcome: &Outcome) {
    let printed: Vec<&Comparison> = outcome.comparisons().iter().filter(|one| one.verdict.is_apart()).collect();
    if !printed.is_empty() {
        text.line(format_args!("Printed figures that differ or are unlikely to be rounding:"));
    }
    for comparison in printed {
        let Some(key) = comparison.figure else { continue };
        let computed = comparison.computed.map_or_else(String::new, |value| format::in_unit(value, key.kind.unit));
        let shown = format::in_unit(comparison.printed, key.kind.unit);
        let apart = comparison.apart().map(|apart| apart_words(key, apart)).unwrap_or_default();
        let verdict = verdict_words(comparison.verdict, comparison.deviations);
        text.line(format_args!("    {}: printed {shown}, computed {computed}{apart}: {verdict}", key.id(plan)));
        let place = CellAddress { table: Table::StatedFigure, row: comparison.row.index(), column: "value" };
        text.line(format_args!("        at {}", place_words(plan, place)));
    }
    let agreements: Vec<&Agreement> = outcome.agreements().iter().filter(|one| one.verdict.is_apart()).collect();
    if !agreements.is_empty() {
        text.line(format_args!("Figures that should agree and differ, or are unlikely to be rounding:"));
    }
    for agreement in agreements {
        let value = |key: FigureKey| outcome.value(key).and_then(Result::ok).unwrap_or_default();
        let (figure, other) = (agreement.figure, agreement.other);
        let shown = |key: FigureKey| format::in_unit(Ok(value(key)), key.kind.unit);
        let apart = apart_words(figure, agreement.apart);
        let verdict = verdict_words(agreement.verdict, agreement.deviations);
        text.line(format_args!(
            "    {}: {}, {}: {}{apart}: {verdict}",
            figure.id(plan),
            shown(figure),
            other.id(plan),
            shown(other)
        ));
        if let Some(row) = agreement.row {
            let place = CellAddress { table: Table::CrossCheck, row: row.index(), column: "figure" };
            text.line(format_args!("        at {}", place_words(plan, place)));
        }
    }
}

fn apart_words(key: FigureKey, apart: Decimal) -> String {
    format!(", apart {}", format::distance_in_unit(apart, key.kind.unit))
}

/// A verdict with how many standard deviations of independent roundings it is away.
fn verdict_words(verdict: Verdict, deviations: Option<Decimal>) -> String {
    match deviations {
        // What differs lies beyond what rounding can do at all: how unlikely it would be says nothing more.
        Some(deviations) if verdict == Verdict::Unlikely => {
            format!("{} ({} standard deviations)", verdict.word(), format::number(Ok(deviations)))
        }
        _ => verdict.word().to_owned(),
    }
}

fn write_counts(text: &mut Lines, outcome: &Outcome) {
    let count = |verdict| outcome.comparisons().iter().filter(|comparison| comparison.verdict == verdict).count();
    text.line(format_args!(
        "Printed figures: {} exact, {} rounding, {} unlikely, {} differ, {} not computed.",
        count(Verdict::Exact),
        count(Verdict::Rounding),
        count(Verdict::Unlikely),
        count(Verdict::Differs),
        count(Verdict::NotComputed)
    ));
    let agreed = |verdict| outcome.agreements().iter().filter(|agreement| agreement.verdict == verdict).count();
    if !outcome.agreements().is_empty() {
        text.line(format_args!(
            "Figures that should agree: {} exact, {} rounding, {} unlikely, {} differ.",
            agreed(Verdict::Exact),
            agreed(Verdict::Rounding),
            agreed(Verdict::Unlikely),
            agreed(Verdict::Differs)
        ));
    }
}

/// By which ids a finding is known, what has become of each, and which post owns it.
fn known_words(plan: &Plan, known: &[Id<KnownFinding>]) -> String {
    let words: Vec<String> = known
        .iter()
        .filter_map(|id| plan.known_findings.get(*id))
        .map(|known| {
            let owner = known.post().map(|post| format!(", owner: {post}")).unwrap_or_default();
            format!("{} {}{owner}", known.id().to_uppercase(), known.state().word())
        })
        .collect();
    if words.is_empty() { String::new() } else { format!(" [{}]", words.join("; ")) }
}

fn counted(count: usize, what: &str) -> String {
    format::count_of(count, what, &format!("{what}s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exit_code_follows_from_errors_and_not_from_what_is_left_out() {
        let unread = |errors| Unread { left_out: Some("1 row".to_owned()), questions: 1, errors, warnings: 2 };
        let findings = MasterCheck::Findings { warnings: 1, settled: 0 };
        // An earlier version of a sheet is left out with a warning.
        assert_eq!([MasterCheck::Passed, findings].map(|check| exit_code(check, &unread(0))), [WELL; 2]);
        assert_eq!([MasterCheck::Passed, findings].map(|check| exit_code(check, &unread(1))), [ERRORS; 2]);
        let failed = MasterCheck::Failed { errors: 1, warnings: 0, settled: 0 };
        assert_eq!(exit_code(failed, &Unread::default()), ERRORS);
    }
}
