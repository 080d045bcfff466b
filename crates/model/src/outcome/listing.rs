use super::Outcome;
use crate::calculation::{FigureKey, Unit};
use crate::exchange::{is_hidden, json_text};
use crate::plan::Plan;
use crate::quantity::{Value, multiply, whole};

/// Every figure as comma-separated values: id, label, value, unit. The value is not rounded; a
/// figure without a value has an empty cell and says why in the last column.
pub fn figures_as_csv(plan: &Plan, outcome: &Outcome) -> String {
    let mut text = String::from("id,label,value,unit,note\n");
    for (key, value) in outcome.figures() {
        let (value, note) = digits(value, key.kind.unit);
        let note = noted(plan, outcome, key, note);
        let texts = [key.id(plan), key.label(plan)].map(|text| csv_cell(&text));
        // A number stays one: it is made of digits, a point and a sign, and has no need of being kept from running.
        let quoted = [texts.join(","), value, key.kind.unit.word().to_owned(), csv_cell(&note)];
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
        let or_null = |text: &str, given: bool| if given { json_cell(text) } else { "null".to_owned() };
        let (value, note) = (or_null(&digits, value.is_ok()), or_null(&note, !note.is_empty()));
        let cells = [
            ("{\"id\":", json_cell(&key.id(plan))),
            (",\"label\":", json_cell(&key.label(plan))),
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

/// A cell of text. What a spreadsheet would run as a formula is kept as text by an apostrophe; a number needs none.
/// Characters that a terminal would obey are left out.
fn csv_cell(text: &str) -> String {
    let safe: String =
        text.chars().map(|letter| if is_hidden(letter) && letter != '\n' { ' ' } else { letter }).collect();
    // What is not seen at the beginning may be passed over by the program that reads it.
    let seen = safe.trim_start_matches(|letter: char| letter.is_whitespace() || is_zero_width(letter));
    let runs = seen.starts_with(['=', '@', '+', '-', '＝', '＠', '＋', '－', '−']) && !is_number(&safe);
    let begins_hidden = text.starts_with(['\t', '\r', '\n']);
    let safe = if runs || begins_hidden { format!("'{safe}") } else { safe };
    if safe.contains([',', ';', '"', '\n']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether a text is a plain number: a sign, digits, a point.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().filter(|byte| *byte == b'.').count() <= 1
}

/// A text in JSON: what a terminal would obey is written as an escape, so nothing of it is lost.
fn json_cell(text: &str) -> String {
    let written = json_text(text);
    if !written.chars().any(is_hidden) {
        return written;
    }
    let mut safe = String::with_capacity(written.len() + 6);
    for letter in written.chars() {
        if is_hidden(letter) {
            safe.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            safe.push(letter);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for text in ["=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", " =1", "\u{200b}=1", "＝1", "−1+1", "\t=1"]
        {
            assert!(csv_cell(text).trim_start_matches('"').starts_with('\''), "{text:?}: {}", csv_cell(text));
        }
        for text in ["-5", "−5.25", "+3", "12", "Beds - acute", "a=b", ""] {
            assert_eq!(csv_cell(text), text);
        }
        // Not numbers: more than one point, a sign alone.
        assert_eq!(csv_cell("-1.2.3"), "'-1.2.3");
        assert_eq!(csv_cell("-"), "'-");
    }

    #[test]
    fn what_a_terminal_would_obey_does_not_get_out() {
        assert_eq!(csv_cell("a\u{1b}[31m\r\u{9b}\u{202e}b"), "a [31m   b");
        assert_eq!(csv_cell("two\nlines"), "\"two\nlines\"");
        assert_eq!(json_cell("a\u{1b}\u{9b}\u{202e}\u{7f}"), "\"a\\u001b\\u009b\\u202e\\u007f\"");
        assert_eq!(serde_json::from_str::<String>(&json_cell("\u{9b}£")).ok().as_deref(), Some("\u{9b}£"));
    }
}
