use super::table_stop::without_stops;
use super::tag::{Tag, tag};
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A table with its caption, in a region of its own that scrolls where the screen is too narrow.
///
/// The id is unique on the page; the caption says what the table holds, with the unit. The rows of
/// a table that is stacked become blocks on a narrow screen; every cell then needs its label.
pub fn data_table(id: impl Into<AttrValue>, caption: impl Into<AttrValue>, stack: bool, parts: Vec<Html>) -> Html {
    table_in_region(id.into(), caption.into(), if stack { "table stack" } else { "table" }, parts)
}

/// How a person comes to what stands in the cells.
const KEYS: &str = "Arrow keys go through its numbers and links.";

fn table_in_region(id: AttrValue, caption: AttrValue, class: &'static str, parts: Vec<Html>) -> Html {
    let caption_id = AttrValue::from(format!("{id}-caption"));
    let mut table =
        tag("table").class(class).id(id).child(tag("caption").id(caption_id.clone()).words(caption)).children(parts);
    let has_numbers = without_stops(&mut table);
    let region = scrolling(caption_id.clone(), table, has_numbers);
    tag("div").class("table-block").child(region).child(tools(caption_id, has_numbers)).html()
}

/// What takes a table away: a script of the page does it, with what stands in the cells.
fn tools(caption_id: AttrValue, has_numbers: bool) -> Tag {
    let button = |press: &'static str, words: &'static str| {
        tag("button")
            .attribute("type", "button")
            .class("button button--quiet button--small")
            .attribute("data-press", press)
            .attribute("aria-describedby", caption_id.clone())
            .words(words)
    };
    let mut tools = tag("p").class("table-tools");
    if has_numbers {
        // Seen while the table has the focus; heard as its description.
        tools = tools.child(tag("span").class("table-keys").attribute("aria-hidden", "true").words(KEYS));
    }
    tools
        // A script of the page shows it where the table is wider than its place, with the words for where one is in it.
        .child(
            button("scroll-table", "")
                .class("button button--quiet button--small table-more")
                .child(tag("span").class("table-more__on").words("More columns →"))
                .child(tag("span").class("table-more__back").words("← First columns")),
        )
        .child(button("copy-table", "Copy this table"))
        .child(button("save-table", "Save it as CSV"))
        .child(tag("span").attribute("role", "status"))
}

/// A region that scrolls by itself, called by the element that has this id.
fn scrolling(called_by: AttrValue, inner: Tag, has_numbers: bool) -> Tag {
    let region = tag("div")
        .class("table-scroll")
        .attribute("role", "region")
        .attribute("tabindex", "0")
        .attribute("aria-labelledby", called_by);
    let region = if has_numbers { region.attribute("aria-description", KEYS) } else { region };
    region.child(inner)
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

/// An empty cell.
pub fn empty_cell() -> Html {
    tag("td").html()
}

/// A cell for a number, still empty. The label names the column where rows are shown as blocks.
pub fn cell_for_number(label: impl Into<AttrValue>) -> Tag {
    tag("td").class("num").attribute("data-label", label)
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
