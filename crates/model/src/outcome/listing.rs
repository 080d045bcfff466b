use super::Outcome;
use crate::calculation::{FigureKey, Unit};
use crate::exchange::json_text;
use crate::plan::Plan;
use crate::quantity::{Value, multiply, whole};

/// Every figure as comma-separated values: id, label, value, unit. The value is not rounded; a
/// figure without a value has an empty cell and says why in the last column.
pub fn figures_as_csv(plan: &Plan, outcome: &Outcome) -> String {
    let mut text = String::from("id,label,value,unit,note\n");
    for (key, value) in outcome.figures() {
        let (value, note) = digits(value, key.kind.unit);
        let note = noted(plan, outcome, key, note);
        let cells = [key.id(plan), key.label(plan), value, key.kind.unit.word().to_owned(), note];
        let quoted: Vec<String> = cells.into_iter().map(csv_cell).collect();
        text.push_str(&quoted.join(","));
        text.push('\n');
    }
    text
}

/// Every figure as JSON: the master check, and a list of id, label, value (as text) and unit.
pub fn figures_as_json(plan: &Plan, outcome: &Outcome) -> String {
    let mut text = format!("{{\"check\":{},\"figures\":[", json_text(outcome.master_check().word()));
    for (position, (key, value)) in outcome.figures().enumerate() {
        let (digits, note) = digits(value, key.kind.unit);
        let note = noted(plan, outcome, key, note);
        let or_null = |text: &str, given: bool| if given { json_text(text) } else { "null".to_owned() };
        let (value, note) = (or_null(&digits, value.is_ok()), or_null(&note, !note.is_empty()));
        let cells = [
            ("{\"id\":", json_text(&key.id(plan))),
            (",\"label\":", json_text(&key.label(plan))),
            (",\"note\":", note),
            (",\"unit\":", json_text(key.kind.unit.word())),
            (",\"value\":", value),
        ];
        text.push_str(if position == 0 { "" } else { "," });
        for (name, cell) in cells {
            text.push_str(name);
            text.push_str(&cell);
        }
        text.push('}');
    }
    text.push_str("]}\n");
    text
}

/// What there is to say of a figure: why it has no value, or that its value cannot be relied on.
fn noted(plan: &Plan, outcome: &Outcome, key: FigureKey, note: String) -> String {
    if note.is_empty() && outcome.is_doubtful(plan, key) { "rests on an error".to_owned() } else { note }
}

/// The digits of a value in its unit, without trailing zeros, and why there are none.
pub fn digits(value: Value, unit: Unit) -> (String, String) {
    let value = match unit {
        Unit::Percent => value.and_then(|fraction| multiply(fraction, whole(100))),
        _ => value,
    };
    match value {
        Ok(number) => (number.normalize().to_string(), String::new()),
        Err(fault) => (String::new(), fault.short().to_owned()),
    }
}

fn csv_cell(text: String) -> String {
    // A name that a spreadsheet would run as a formula is kept as text.
    let text = if text.starts_with(['=', '@', '+']) { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
