use super::disagreement;
use crate::components::{compared, count_of, counted, fact, section as section_of, status, tag};
use crate::navigation::Page;
use crate::page_context::PageContext;
use one_plan_model::calculation::Severity;
use one_plan_model::outcome::{MasterCheck, Verdict};
use one_plan_model::plan::Table;
use yew::prelude::*;

/// Does the plan add up? The one light, and what is behind it.
pub fn section(context: &PageContext) -> Html {
    let outcome = context.session.outcome();
    let check = outcome.master_check();
    let found = |severity| outcome.findings().iter().filter(|finding| finding.severity == severity).count();
    let warnings = || outcome.findings().iter().filter(|finding| finding.severity == Severity::Warning);
    let disagree = warnings().filter(|finding| finding.sets_against_each_other()).count();
    let printed = |verdict| outcome.comparisons().iter().filter(|comparison| comparison.verdict == verdict).count();
    let report = context.session.load_report();
    let not_read = report.map_or(0, |report| report.issues.iter().filter(|issue| issue.severity == "error").count());
    let light = status("p", outcome).attribute("data-master-check", check.word());
    let title = tag("h2").id("adds-up-title").words("Does it add up?");
    let what_was_found = [
        ("Errors", "figures that cannot be relied on", found(Severity::Error)),
        ("Things that do not agree", "two places say different things", disagree),
        (
            "Things to ask or to act on",
            "missing, in doubt, late, behind its plan or beyond a limit",
            warnings().count() - disagree,
        ),
        ("Worth knowing", "nothing is wrong with the arithmetic", found(Severity::Information)),
        // They are no findings about the plan, which does not have them; but whoever reads that there are no errors must know.
        ("Problems of the file that was opened", "what could not be read is left out; Data names it", not_read),
    ];
    let what_was_found = what_was_found.get(..if not_read > 0 { 5 } else { 4 }).unwrap_or_default();
    let what_is_printed = [
        ("Exact", "computed again and found the same", printed(Verdict::Exact)),
        ("Rounding", "the same, but for rounding", printed(Verdict::Rounding)),
        ("Unlikely", "only if nearly all were rounded the same way", printed(Verdict::Unlikely)),
        ("Differ", "more than rounding can explain", printed(Verdict::Differs)),
        ("Not computed", "the plan does not give what they stand on", printed(Verdict::NotComputed)),
    ];
    let columns = tag("div")
        .class("columns")
        .child(counts("What was found", what_was_found))
        .child(counts("Figures that the plan prints", &what_is_printed));
    let link = tag("a").class("card__link").attribute("href", Page::Checks.hash()).words("See every check");
    section_of("adds-up-title", tag("div").class("section__head").child(title).child(light))
        .child(tag("div").maybe(what_was_checked(context)))
        .child(tag("div").maybe(disagreement::answer(context)))
        .child(columns)
        .child(tag("p").child(link))
        .html()
}

/// What was checked where nothing was found: whoever reads that nothing is wrong wants to know what could have been. Nothing
/// where there are findings.
fn what_was_checked(context: &PageContext) -> Option<Html> {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    if outcome.master_check() != MasterCheck::Passed {
        return None;
    }
    let rows = Table::ALL.iter().map(|table| plan.row_count(*table)).sum();
    let rows = count_of(rows, "row keeps the rules of its table", "rows keep the rules of their tables");
    let figures = count_of(outcome.figure_count(), "figure follows", "figures follow");
    let held = match compared(outcome) {
        0 => "Nothing could be compared yet: the plan prints no figure that follows from others, and gives nothing in two places. \
              Give totals as they are printed, or months beside the year, and they are held against each other."
            .to_owned(),
        count => format!(
            "{} agreed.",
            count_of(count, "number that is given in two ways was compared, and", "numbers that are given in two ways were compared, and all")
        ),
    };
    Some(
        tag("p")
            .class("answer")
            .words(format!("Checked: {rows}, and {figures} without a contradiction. {held}"))
            .html(),
    )
}

fn counts(heading: &'static str, rows: &[(&'static str, &'static str, usize)]) -> Html {
    let mut facts = tag("dl").class("facts");
    for (name, meaning, count) in rows {
        let name_and_meaning = tag("dt").words(*name).child(tag("small").words(*meaning));
        facts = facts.child(fact(*name, name_and_meaning, tag("dd").words(counted(*count))));
    }
    tag("div").child(tag("h3").words(heading)).child(facts).html()
}
