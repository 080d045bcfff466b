use crate::check::place_words;
use crate::{ERRORS, WELL};
use one_plan_model::outcome::{self, Link};
use one_plan_model::plan::Plan;
use std::fmt::Write;

/// Why a figure is what it is, as text, and the exit code.
pub fn explain(plan: &Plan, id: &str) -> Result<(String, u8), String> {
    let explanation = outcome::resolve(plan, id).and_then(|figure| outcome::explain(plan, figure));
    let Some(explanation) = explanation else {
        eprintln!("one-plan: this plan has no figure \"{id}\"; \"one-plan compute FILE\" lists every figure");
        return Ok((String::new(), ERRORS));
    };
    let kind = explanation.figure.kind;
    let mut text = String::new();
    write_explanation(&mut text, plan, &explanation, kind).map_err(|error| error.to_string())?;
    Ok((text, WELL))
}

fn write_explanation(
    text: &mut String,
    plan: &Plan,
    explanation: &outcome::Explanation,
    kind: &one_plan_model::calculation::FigureKind,
) -> std::fmt::Result {
    writeln!(text, "{} = {}", explanation.figure.label(plan), explanation.shown)?;
    writeln!(text, "{}: {}", kind.rule, kind.formula)?;
    writeln!(text, "Source of the rule: {}", kind.source)?;
    for step in &explanation.steps {
        let indent = "  ".repeat(step.depth + 1);
        writeln!(text, "{indent}{}: {}", step.words, step.shown)?;
        match &step.link {
            Some(Link::Figure(figure)) => writeln!(text, "{indent}  figure {}", figure.id(plan))?,
            Some(Link::Cell { address, .. }) => writeln!(text, "{indent}  cell {}", place_words(plan, *address))?,
            Some(Link::Parameter { id, source, .. }) => writeln!(text, "{indent}  parameter {id}: {source}")?,
            None => {}
        }
    }
    Ok(())
}
