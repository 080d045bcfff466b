//! Kinds of column and of figure in plain words.

use one_plan_model::calculation::{Dimension, FigureKind, Unit};
use one_plan_model::plan::{Choice, ColumnKind, Table};

/// What stands in a column.
pub fn kind(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Identifier => "a name of small letters, digits and hyphens".into(),
        ColumnKind::Text => "text".into(),
        ColumnKind::Reference(table) => format!("the `id` of a row of {}", link(table)),
        ColumnKind::MoneyUnit => "`£`, `£000`, `£m` or `£bn`".into(),
        ColumnKind::Money => "money, in the unit of the row".into(),
        ColumnKind::Count => "a number of things".into(),
        ColumnKind::Number => "a number, meant exactly as it stands".into(),
        ColumnKind::Measured => "a number, printed rounded".into(),
        ColumnKind::Rate => "a percentage with its sign, such as `1.5%`".into(),
        ColumnKind::Year => "a financial year, such as `2011/12`".into(),
        ColumnKind::Month => "a month, such as `2011-04`".into(),
        ColumnKind::Date => "a date, such as `2011-04-26`".into(),
        ColumnKind::DueDate => "a date, a month or a financial year".into(),
        ColumnKind::Choice(_) => "one of the words below".into(),
        ColumnKind::Flag => "`yes` or `no`".into(),
        ColumnKind::SourceLines => "lines of the document, such as `868-871` or `activity 868; cost 853`".into(),
        ColumnKind::FigureIdentifier => "the identifier of a [figure](figures.md)".into(),
    }
}

/// What a figure is about.
pub fn about(kind: &FigureKind) -> String {
    if kind.dimensions.is_empty() {
        return "the plan".into();
    }
    let each: Vec<String> = kind.dimensions.iter().map(|dimension| of_dimension(*dimension)).collect();
    each.join(", ")
}

fn of_dimension(dimension: Dimension) -> String {
    match dimension {
        Dimension::Row(table) => format!("a row of [`{0}`](plan-file.md#{0})", table.name()),
        Dimension::Year => "a financial year".into(),
        Dimension::Month => "a month".into(),
        Dimension::Due => "a day, a month or a financial year by which it is due".into(),
        Dimension::Choice(choices) => choice(choices),
    }
}

/// A few words as they are, and where there are many the first of them.
fn choice(choices: &[Choice]) -> String {
    const MOST: usize = 6;
    let mut words: Vec<String> = choices.iter().take(MOST).map(|choice| format!("`{}`", choice.word)).collect();
    if choices.len() > MOST {
        words.push("…".into());
    }
    format!("one of {}", words.join(" "))
}

/// The unit of a figure.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => "pounds",
        Unit::Count => "a number of things",
        Unit::Percent => "per cent",
        Unit::Number => "a number",
        Unit::Arrows => "arrows: 2 is two up, −1 one down",
        Unit::Rating => "a rating: 1 red, 2 amber, 3 green",
    }
}

/// A table, as a link to where it is described.
pub fn link(table: Table) -> String {
    format!("[`{0}`](#{0})", table.name())
}

/// A text as it stands in a cell of a Markdown table.
pub fn cell(text: &str) -> String {
    text.trim().replace('|', "\\|").replace('\n', " ")
}

/// A heading as Markdown viewers turn it into an address.
pub fn address(heading: &str) -> String {
    let kept = heading.to_lowercase().replace(|letter: char| !letter.is_alphanumeric() && !" -_".contains(letter), "");
    kept.replace(' ', "-")
}

/// A file of rules by its subject: `contracts, forms`.
pub fn subject(path: &str) -> String {
    let path = path.replace('\\', "/");
    let inside = path.split_once("src/rules/").map_or(path.as_str(), |(_, inside)| inside);
    let inside = inside.trim_end_matches(".rs").trim_end_matches("/kinds");
    inside.replace('/', ": ").replace('_', " ")
}
