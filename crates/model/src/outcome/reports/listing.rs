use crate::calculation::{FigureKey, Unit, format};
use crate::exchange::{csv_cell, is_hidden, json_text};
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::quantity::{Value, multiply, whole};

/// The columns that every list of figures has, with their meaning; those for what a figure is about stand behind them.
const COLUMNS: [(&str, &str); 7] = [
    ("id", "The stable name of the figure."),
    ("label", "What people call it."),
    ("value", "The value, not rounded, in the unit of the figure; empty where there is none."),
    ("unit", "The unit; a percentage stands as 12.5 for 12.5 %."),
    ("note", "Why there is no value, or that the value rests on an error and cannot be relied on."),
    ("shown", "The value as people read it."),
    ("rule", "The rules by which it comes about; the dictionary has them in words."),
];

/// Every figure as comma-separated values, one on a line: the seven columns that are always there, then one for each
/// thing that a figure can be about (such as a programme or a year), empty where a figure is not about it. The value is
/// not rounded; a figure without a value has an empty cell and says why in the column `note`.
pub fn figures_as_csv(plan: &Plan, outcome: &Outcome) -> String {
    let about = AboutColumns::of(outcome);
    let mut text = COLUMNS.map(|(name, _)| name).join(",");
    about.0.iter().for_each(|name| text.push_str(&format!(",{name}")));
    text.push('\n');
    for (key, value) in outcome.figures() {
        let shown = csv_cell(&format::in_unit(value, key.kind.unit));
        let (value, note) = digits(value, key.kind.unit);
        let note = noted(plan, outcome, key, note);
        let texts = [key.id(plan), key.label(plan)].map(|text| csv_cell(&text));
        // A number stays one: it is made of digits, a point and a sign, and has no need of being kept from running.
        let unit = key.kind.unit.word().to_owned();
        let cells = [texts.join(","), value, unit, csv_cell(&note), shown, csv_cell(key.kind.rule)];
        text.push_str(&cells.join(","));
        let subjects = key.about(plan);
        for name in &about.0 {
            let subject = subjects.iter().find(|subject| &subject.name == name);
            text.push(',');
            text.push_str(&subject.map(|subject| csv_cell(&subject.id)).unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

/// What stands in [`figures_as_csv`], as comma-separated values: each of its columns, and each kind of figure with its
/// unit, its formula in words, its rule and where the rule comes from.
pub fn dictionary_as_csv(outcome: &Outcome) -> String {
    let mut text = String::from("entry,name,meaning,unit,rule,source\n");
    for (name, meaning) in COLUMNS {
        text.push_str(&format!("column,{name},{},,,\n", csv_cell(meaning)));
    }
    for name in AboutColumns::of(outcome).0 {
        let words = name.trim_end_matches(|last: char| last == '_' || last.is_ascii_digit()).replace('_', " ");
        let meaning = format!("What the figure is about among: {words}; empty where it is not about one.");
        text.push_str(&format!("column,{name},{},,,\n", csv_cell(&meaning)));
    }
    for series in outcome.series.iter() {
        let kind = series.kind();
        let cells = ["figure", kind.id, kind.formula, kind.unit.word(), kind.rule, kind.source].map(csv_cell);
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

/// The columns for what figures are about, in the order of the figures: those that one of them needs.
struct AboutColumns(Vec<String>);

impl AboutColumns {
    fn of(outcome: &Outcome) -> Self {
        let mut names: Vec<String> = Vec::new();
        for series in outcome.series.iter() {
            for name in series.kind().about_names() {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        Self(names)
    }
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
    fn the_list_and_its_dictionary_have_the_same_columns() {
        let example = crate::example::outcome(
            r#""programmes": [{"id": "acute", "name": "Acute, all"}], "programme_savings": [
                {"programme": "acute", "year": "2011/12", "part": "commissioner", "amount": "1,234.5", "unit": "£000"}]"#,
        );
        let csv = figures_as_csv(&example.plan, &example.outcome);
        let headings: Vec<&str> = csv.lines().next().unwrap_or_default().split(',').collect();
        let row = csv.lines().find(|line| line.starts_with("savings.programme.acute.2011-12,")).unwrap_or_default();
        let shown = "\"£1,234,500\"";
        assert!(row.contains(&format!("1234500,£,,{shown},")) && row.contains(",acute,2011-12"), "{row}");
        let dictionary = dictionary_as_csv(&example.outcome);
        let named: Vec<&str> =
            dictionary.lines().filter_map(|line| line.strip_prefix("column,")?.split(',').next()).collect();
        assert_eq!(headings, named);
    }

    #[test]
    fn what_a_terminal_would_obey_does_not_get_out() {
        assert_eq!(json_cell("a\u{1b}\u{9b}\u{202e}\u{7f}"), "\"a\\u001b\\u009b\\u202e\\u007f\"");
        assert_eq!(serde_json::from_str::<String>(&json_cell("\u{9b}£")).ok().as_deref(), Some("\u{9b}£"));
    }
}
