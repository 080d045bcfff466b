use crate::convert::write;
use crate::output::Lines;
use crate::{ERRORS, WELL};
use one_plan_model::outcome::{Outcome, Seal, Verified, compute, sealed_file};
use one_plan_model::plan::Plan;

/// How many figures that are not as sealed are listed; the last line says how many more there are.
const LISTED: usize = 100;

/// Writes a plan as a sealed file; answers with what is said of it.
pub fn write_sealed(plan: &Plan, out: &str) -> Result<String, String> {
    let outcome: Outcome = compute(plan);
    write(out, sealed_file(plan, &outcome).as_bytes())?;
    Ok(format!("Seal: {}\n", Seal::of(plan).hash))
}

/// What came of a sealed file that was computed again, and the code that the program ends with.
pub fn verification(verified: &Verified) -> (String, u8) {
    let mut lines = Lines::default();
    lines.line(format_args!("{}", verified.summary()));
    for difference in &verified.differences {
        lines.line(format_args!("{}", difference.words()));
    }
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "no such figure".to_owned());
    for figure in verified.figures.iter().take(LISTED) {
        lines.line(format_args!("{}: sealed {}, now {}", figure.id, shown(&figure.sealed), shown(&figure.now)));
    }
    let more = verified.figures.len().saturating_sub(LISTED);
    if more > 0 {
        lines.line(format_args!("and {more} more"));
    }
    lines.line(format_args!("Sealed: {}", verified.sealed));
    lines.line(format_args!("Now:    {}", verified.now.hash));
    (lines.text(), if verified.is_reproduced() { WELL } else { ERRORS })
}
