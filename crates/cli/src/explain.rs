use crate::output::{Lines, complain};
use crate::places::place_words;
use crate::{ERRORS, WELL};
use one_plan_model::outcome::{self, Explanation, Link};
use one_plan_model::plan::Plan;

/// So many ids are offered for one that the plan does not have.
const MOST_NEAR: usize = 5;

/// Why a figure is what it is, as text, and the exit code.
pub fn explain(plan: &Plan, id: &str) -> (String, u8) {
    let explanation = outcome::resolve(plan, id).and_then(|figure| outcome::explain(plan, figure));
    match explanation {
        Some(explanation) => (text(plan, &explanation), WELL),
        None => {
            complain(format_args!("one-plan: this plan has no figure \"{id}\""));
            let near = outcome::near_ids(plan, &outcome::compute(plan), id, MOST_NEAR);
            if !near.is_empty() {
                complain(format_args!("Do you mean one of these?"));
                near.iter().for_each(|id| complain(format_args!("    {id}")));
            }
            complain(format_args!("\"one-plan compute FILE\" lists every figure."));
            (String::new(), ERRORS)
        }
    }
}

/// The place of a number in the plan and its document is one thing, the source of the rule another: a plan is not
/// made of the document from which a rule is known.
fn text(plan: &Plan, explanation: &Explanation) -> String {
    let kind = explanation.figure.kind;
    let mut text = Lines::default();
    text.line(format_args!("{} = {}", explanation.figure.label(plan), explanation.shown));
    text.line(format_args!("{}: {}", kind.rule, kind.formula));
    for step in &explanation.steps {
        let indent = "  ".repeat(step.depth + 1);
        text.line(format_args!("{indent}{}: {}", step.words, step.shown));
        match &step.link {
            Some(Link::Figure(figure)) => text.line(format_args!("{indent}  figure {}", figure.id(plan))),
            Some(Link::Cell { address, .. }) => {
                text.line(format_args!("{indent}  cell {}", place_words(plan, *address)));
            }
            Some(Link::Parameter { id, source, .. }) => {
                text.line(format_args!("{indent}  parameter {id}, not in this plan; its source: {source}"));
            }
            None => {}
        }
    }
    if let Some(document) = plan.details().and_then(|details| details.document()) {
        text.line(format_args!("The lines are those of the document of this plan: {document}"));
    }
    text.line(format_args!("The rule, not the numbers, comes from: {}", kind.source));
    text.text()
}
