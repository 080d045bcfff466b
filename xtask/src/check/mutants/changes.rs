//! The changes that cargo-mutants would make: it lists them, with the place and the new text of each.

use std::ops::Range;

use serde_json::Value;

use crate::failure::{Failure, OrSay, Outcome};

/// A place in a file: the line and the column, both counted from one, the column in characters.
pub type Place = (usize, usize);

/// One change of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file, from the root of the checkout.
    pub file: String,
    /// The function in which it is made; empty where it is in a constant.
    pub function: String,
    /// What is done, with its place: `crates/…/risks.rs:20:5: replace + with - in residual`.
    pub name: String,
    /// What kind of thing is changed.
    pub kind: Kind,
    /// The new text; empty where something is deleted.
    pub replacement: String,
    /// What is replaced.
    pub span: Range<Place>,
}

/// What kinds of changes there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The body of a function gives a value at once.
    Body,
    /// Another operator between two values.
    Between,
    /// The operator before a value is left out.
    Before,
    /// An arm of a `match` is left out.
    Arm,
    /// The condition of an arm always or never holds.
    Guard,
    /// A field is left out, so that it is taken from the rest.
    Field,
}

impl Change {
    /// What is done, without the place in the file, which moves with every line above it.
    pub fn told(&self) -> String {
        let what = self.name.splitn(4, ':').nth(3).unwrap_or(&self.name);
        format!("{}:{what}", self.file)
    }
}

/// Reads the list that `cargo mutants --list --json` prints.
pub fn read(list: &str) -> Outcome<Vec<Change>> {
    let list: Value = serde_json::from_str(list).or_say(|| "read the list of changes".to_owned())?;
    let rows = list.as_array().map_or_else(Vec::new, |rows| rows.iter().map(change_of).collect());
    let changes: Option<Vec<Change>> = rows.into_iter().collect();
    changes.ok_or_else(|| Failure::new("The list of changes is not as cargo-mutants 27.1 writes it."))
}

fn change_of(row: &Value) -> Option<Change> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let kind = match row.get("genre")?.as_str()? {
        "FnValue" => Kind::Body,
        "BinaryOperator" => Kind::Between,
        "UnaryOperator" => Kind::Before,
        "MatchArm" => Kind::Arm,
        "MatchArmGuard" => Kind::Guard,
        "StructField" => Kind::Field,
        _ => return None,
    };
    Some(Change {
        file: text(row.get("file")?)?,
        function: row.pointer("/function/function_name").and_then(text).unwrap_or_default(),
        name: text(row.get("name")?)?,
        kind,
        replacement: text(row.get("replacement")?)?,
        span: place_of(row.get("span")?.get("start")?)?..place_of(row.get("span")?.get("end")?)?,
    })
}

fn place_of(value: &Value) -> Option<Place> {
    let number = |name| value.get(name)?.as_u64().and_then(|number| usize::try_from(number).ok());
    Some((number("line")?, number("column")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    const LIST: &str = r#"[{"file": "a.rs", "function": {"function_name": "f"}, "genre": "BinaryOperator",
        "name": "a.rs:3:9: replace + with - in f", "replacement": "-",
        "span": {"start": {"line": 3, "column": 9}, "end": {"line": 3, "column": 10}}}]"#;

    #[test]
    fn a_change_is_told_without_its_line() {
        let changes = read(LIST).unwrap_or_default();
        let change = changes.first().expect("one change");
        assert_eq!((change.kind, change.span.clone()), (Kind::Between, (3, 9)..(3, 10)));
        assert_eq!(change.told(), "a.rs: replace + with - in f");
    }

    #[test]
    fn another_list_is_refused() {
        let other = LIST.replace("BinaryOperator", "Something");
        assert!(message_of(read(&other)).contains("is not as cargo-mutants"));
    }
}
