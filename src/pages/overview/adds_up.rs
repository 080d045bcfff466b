use super::disagreement;
use crate::components::{counted, fact, section as section_of, sets_against_each_other, status, tag};
use crate::navigation::Page;
use crate::page_context::PageContext;
use one_plan_model::calculation::Severity;
use one_plan_model::outcome::Verdict;
use yew::prelude::*;

/// Does the plan add up? The one light, and what is behind it.
pub fn section(context: &PageContext) -> Html {
    let outcome = context.session.outcome();
    let check = outcome.master_check();
    let found = |severity| outcome.findings().iter().filter(|finding| finding.severity == severity).count();
    let warnings = || outcome.findings().iter().filter(|finding| finding.severity == Severity::Warning);
    let disagree = warnings().filter(|finding| sets_against_each_other(finding)).count();
    let printed = |verdict| outcome.comparisons().iter().filter(|comparison| comparison.verdict == verdict).count();
    let report = context.session.load_report();
    let not_read = report.map_or(0, |report| report.issues.iter().filter(|issue| issue.severity == "error").count());
    let light = status("p", check).attribute("data-master-check", check.word());
    let title = tag("h2").id("adds-up-title").words("Does it add up?");
    let what_was_found = [
        ("Errors", "figures that cannot be relied on", found(Severity::Error)),
        ("Things that do not agree", "two places say different things", disagree),
        ("Things to ask or to act on", "missing, in doubt, late or behind its plan", warnings().count() - disagree),
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
        .child(tag("div").maybe(disagreement::answer(context)))
        .child(columns)
        .child(tag("p").child(link))
        .html()
}

fn counts(heading: &'static str, rows: &[(&'static str, &'static str, usize)]) -> Html {
    let mut facts = tag("dl").class("facts");
    for (name, meaning, count) in rows {
        let name_and_meaning = tag("dt").words(*name).child(tag("small").words(*meaning));
        facts = facts.child(fact(*name, name_and_meaning, tag("dd").words(counted(*count))));
    }
    tag("div").child(tag("h3").words(heading)).child(facts).html()
}
