use super::{Tag, figure, tag};
use crate::session::Desk;
use one_plan_model::calculation::{FigureKey, FigureKind, Subjects};
use one_plan_model::quantity::MoneyUnit;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A table with its caption, in a region of its own that scrolls where the screen is too narrow.
///
/// The id is unique on the page; the caption says what the table holds, with the unit. The rows of
/// a table that is stacked become blocks on a narrow screen; every cell then needs its label.
pub fn data_table(id: impl Into<AttrValue>, caption: impl Into<AttrValue>, stack: bool, parts: Vec<Html>) -> Html {
    table_in_region(id.into(), caption.into(), if stack { "table stack" } else { "table" }, parts)
}

fn table_in_region(id: AttrValue, caption: AttrValue, class: &'static str, parts: Vec<Html>) -> Html {
    let caption_id = AttrValue::from(format!("{id}-caption"));
    let table =
        tag("table").class(class).id(id).child(tag("caption").id(caption_id.clone()).words(caption)).children(parts);
    scrolling(caption_id, table)
}

/// A region that scrolls by itself, called by the element that has this id.
pub fn scrolling(called_by: impl Into<AttrValue>, inner: Tag) -> Html {
    tag("div")
        .class("table-scroll")
        .attribute("role", "region")
        .attribute("tabindex", "0")
        .attribute("aria-labelledby", called_by)
        .child(inner)
        .html()
}

/// A body of a table.
pub fn body(rows: Vec<Html>) -> Html {
    tag("tbody").children(rows).html()
}

/// The head of a table with one row of headings.
pub fn head(headings: Vec<Html>) -> Html {
    tag("thead").child(tag("tr").children(headings)).html()
}

/// A row: its heading, then its cells.
pub fn row(key: impl Into<Key>, heading: impl Into<AttrValue>, cells: Vec<Html>) -> Tag {
    tag("tr").key(key).child(tag("th").attribute("scope", "row").words(heading)).children(cells)
}

/// How the figures of a column are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The unit of money; it stands in the heading of the column.
    pub money: MoneyUnit,
    /// How many decimal places.
    pub places: u32,
    /// Whether the unit is shown beside the number.
    pub with_unit: bool,
}

impl Shown {
    /// Money in millions of pounds with two places, as the tables of programmes show it.
    pub const MILLIONS: Self = Self { money: MoneyUnit::Millions, places: 2, with_unit: false };
    /// The same with its unit, as it stands in a sentence or alone.
    pub const IN_WORDS: Self = Self { with_unit: true, ..Self::MILLIONS };
    /// Money in whole thousands of pounds, as the lists of schemes show it.
    pub const THOUSANDS: Self = Self { money: MoneyUnit::Thousands, places: 0, with_unit: false };
    /// Money in whole pounds.
    pub const POUNDS: Self = Self { money: MoneyUnit::Pounds, places: 0, with_unit: false };
    /// Percentages with one place.
    pub const ONE_PLACE: Self = Self { money: MoneyUnit::Pounds, places: 1, with_unit: false };
}

/// A column of figures of one kind.
#[derive(Clone, Copy)]
pub struct FigureColumn {
    /// What stands above it, and beside its cells where rows are shown as blocks.
    pub label: &'static str,
    /// The kind.
    pub kind: &'static FigureKind,
    /// How they are shown.
    pub shown: Shown,
}

/// A column of figures of one kind.
pub const fn column(label: &'static str, kind: &'static FigureKind, shown: Shown) -> FigureColumn {
    FigureColumn { label, kind, shown }
}

/// The cells of a row whose figures are all about the same.
pub fn figure_cells(desk: &Desk, columns: &[FigureColumn], subjects: Subjects) -> Vec<Html> {
    let mut cells = Vec::with_capacity(columns.len());
    for FigureColumn { label, kind, shown } in columns {
        cells.push(figure_cell(desk, *label, FigureKey { kind, subjects }, *shown));
    }
    cells
}

/// An empty cell.
pub fn empty_cell() -> Html {
    tag("td").html()
}

/// A cell for a number, still empty. The label names the column where rows are shown as blocks.
pub fn cell_for_number(label: impl Into<AttrValue>) -> Tag {
    tag("td").class("num").attribute("data-label", label)
}

/// A cell with a figure.
pub fn figure_cell(desk: &Desk, label: impl Into<AttrValue>, key: FigureKey, shown: Shown) -> Html {
    cell_for_number(label).child(figure(desk, key, shown)).html()
}

/// A cell with a number that is not a figure.
pub fn number_cell(label: impl Into<AttrValue>, number: impl Into<AttrValue>) -> Html {
    cell_for_number(label).words(number).html()
}

/// A cell with words; nothing is shown as a dash.
pub fn words_cell(label: impl Into<AttrValue>, words: Option<String>) -> Html {
    let cell = tag("td").attribute("data-label", label);
    match words {
        Some(words) => cell.words(words),
        None => cell.child(not_given()),
    }
    .html()
}

/// What stands where the plan says nothing.
pub fn not_given() -> Html {
    tag("span")
        .class("not-given")
        .child(tag("span").attribute("aria-hidden", "true").words("–"))
        .child(tag("span").class("visually-hidden").words("not given"))
        .html()
}

/// The heading of a column of numbers.
pub fn number_heading(words: impl Into<AttrValue>) -> Html {
    tag("th").attribute("scope", "col").class("num").words(words).html()
}

/// The heading of a column of words.
pub fn words_heading(words: impl Into<AttrValue>) -> Html {
    tag("th").attribute("scope", "col").words(words).html()
}

/// A heading of words, then headings of numbers.
pub fn headings(words: &[&'static str], numbers: &[&'static str]) -> Vec<Html> {
    let mut made = Vec::with_capacity(words.len() + numbers.len());
    for heading in words {
        made.push(words_heading(*heading));
    }
    for heading in numbers {
        made.push(number_heading(*heading));
    }
    made
}
