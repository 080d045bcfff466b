use super::hash::{Seal, sha256};
use crate::exchange::{Problem, json_text, write_json};
use crate::outcome::{Outcome, digits};
use crate::plan::Plan;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The format of a sealed file; it stands first in it.
const FORMAT: &str = "one-plan-sealed/1";
/// By how many bytes from its beginning a file is known.
const BEGINNING: usize = 200;

/// A sealed file as it stands. The plan is kept as its bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealedFile<'a> {
    pub format: String,
    pub seal: String,
    pub engine: String,
    pub parameters: String,
    pub plan_hash: String,
    pub figures_hash: String,
    /// The id of each figure, and its digits or why it has none.
    pub figures: Vec<(String, String)>,
    #[serde(borrow)]
    pub plan: &'a RawValue,
}

impl<'a> SealedFile<'a> {
    /// Reads a sealed file.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Vec<Problem>> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let problem = |what: String, expected: &str| vec![Problem::of_file(what, expected)];
        let file: Self = serde_json::from_slice(bytes).map_err(|error| {
            problem(
                format!("The selected file must be a sealed plan; it cannot be read: {error}"),
                "the file as it was saved; ask for it again, or open the plan file itself",
            )
        })?;
        if file.format == FORMAT {
            return Ok(file);
        }
        Err(problem("The selected file must be a sealed plan of this version".to_owned(), FORMAT))
    }
}

/// Whether a file says that it is a sealed plan.
pub fn is_sealed(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let text = String::from_utf8_lossy(beginning);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let format = text.strip_prefix('{').map(str::trim_start).and_then(|text| text.strip_prefix("\"format\""));
    format.is_some_and(|rest| rest.trim_start_matches([' ', ':', '\n', '\r', '\t']).starts_with("\"one-plan-sealed/"))
}

/// A plan with its seal and every figure that follows from it, as a file of its own.
pub fn sealed_file(plan: &Plan, outcome: &Outcome) -> String {
    let written = write_json(plan);
    let seal = Seal::of_file(written.as_bytes());
    let figures = figures(plan, outcome);
    let mut text = format!("{{\n  \"format\": \"{FORMAT}\"");
    for (name, value) in [
        ("seal", &seal.hash),
        ("engine", &seal.engine),
        ("parameters", &seal.parameters),
        ("plan_hash", &seal.plan),
        ("figures_hash", &figures_hash(&figures)),
    ] {
        text.push_str(&format!(",\n  \"{name}\": {}", json_text(value)));
    }
    text.push_str(",\n  \"figures\": [");
    for (position, (id, value)) in figures.iter().enumerate() {
        text.push_str(if position == 0 { "\n    [" } else { ",\n    [" });
        text.push_str(&format!("{}, {}]", json_text(id), json_text(value)));
    }
    text.push_str("\n  ],\n  \"plan\": ");
    text.push_str(written.trim_end());
    text.push_str("\n}\n");
    text
}

/// Every figure: its id, and its digits or why it has none.
pub(super) fn figures(plan: &Plan, outcome: &Outcome) -> Vec<(String, String)> {
    let all = outcome.figures().map(|(key, value)| {
        let (digits, note) = digits(value, key.kind.unit);
        (key.id(plan), if note.is_empty() { digits } else { note })
    });
    all.collect()
}

/// The hash over figures: whether they were changed in the file.
pub(super) fn figures_hash(figures: &[(String, String)]) -> String {
    let lines: String = figures.iter().map(|(id, value)| format!("{id} {value}\n")).collect();
    sha256(&lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_file_is_known_by_its_beginning() {
        for text in ["{\"format\": \"one-plan-sealed/1\"", "\u{feff}\n{ \"format\" :\"one-plan-sealed/2\""] {
            assert!(is_sealed(text.as_bytes()), "{text}");
        }
        for text in ["{\"format\": \"one-plan/1\"", "{}", "", "name,one-plan-sealed/1"] {
            assert!(!is_sealed(text.as_bytes()), "{text}");
        }
    }
}
