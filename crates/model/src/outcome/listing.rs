use super::Outcome;
use crate::calculation::Unit;
use crate::plan::Plan;
use crate::quantity::{Value, multiply, whole};
use serde_json::json;

/// Every figure as comma-separated values: id, label, value, unit. The value is not rounded; a
/// figure without a value has an empty cell and says why in the last column.
pub fn figures_as_csv(plan: &Plan, outcome: &Outcome) -> String {
    let mut text = String::from("id,label,value,unit,note\n");
    for (key, value) in outcome.figures() {
        let (value, note) = digits(value, key.kind.unit);
        let cells = [key.id(plan), key.label(plan), value, key.kind.unit.word().to_owned(), note];
        let quoted: Vec<String> = cells.into_iter().map(csv_cell).collect();
        text.push_str(&quoted.join(","));
        text.push('\n');
    }
    text
}

/// Every figure as JSON: the master check, and a list of id, label, value (as text) and unit.
pub fn figures_as_json(plan: &Plan, outcome: &Outcome) -> String {
    let figures: Vec<_> = outcome
        .figures()
        .map(|(key, value)| {
            let (digits, note) = digits(value, key.kind.unit);
            let value = value.is_ok().then_some(digits);
            let note = (!note.is_empty()).then_some(note);
            json!({ "id": key.id(plan), "label": key.label(plan), "value": value, "unit": key.kind.unit.word(), "note": note })
        })
        .collect();
    let mut text = json!({ "check": outcome.master_check().word(), "figures": figures }).to_string();
    text.push('\n');
    text
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
