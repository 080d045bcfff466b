//! The fields above a grid: what is looked for in it, which rows are shown, and in which order.

use super::shown_rows::{Choice, Order};
use crate::components::{
    capitalised, choice, choice_field, choice_words, counted, field_value, filters, tag, words_field,
};
use one_plan_model::plan::Table;
use yew::prelude::*;

/// What is written in the fields.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Looking {
    /// The words that are looked for.
    pub words: String,
    /// Whether only the rows that have them are shown.
    pub is_narrowed: bool,
    /// The order of the rows.
    pub order: Option<Order>,
}

impl Looking {
    /// What is shown by it.
    pub fn choice(&self) -> Choice {
        let only = if self.is_narrowed { self.words.clone() } else { String::new() };
        Choice { only, order: self.order }
    }

    /// By the column, the smallest first; then the largest first; then as in the plan again.
    pub fn ordered_by(&self, column: usize) -> Self {
        let order = match self.order {
            Some(order) if order.column == column && order.descending => None,
            Some(order) if order.column == column => Some(Order { column, descending: true }),
            _ => Some(Order { column, descending: false }),
        };
        Self { order, ..self.clone() }
    }
}

/// What is found.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// So many rows are shown.
    pub shown: u32,
    /// So many rows the table has.
    pub all: u32,
    /// What is to be said of the words that were looked for last.
    pub words: &'a str,
}

/// The fields. `onnext` goes to the next cell that has the words.
pub fn fields(
    table: Table,
    looking: &Looking,
    found: Found<'_>,
    set: &Callback<Looking>,
    onnext: Callback<()>,
) -> Html {
    let id = |of: &str| format!("grid-{of}-{}", table.name());
    let changed = |change: fn(&mut Looking, String)| {
        let (looking, set) = (looking.clone(), set.clone());
        move |text: String| {
            let mut looking = looking.clone();
            change(&mut looking, text);
            set.emit(looking);
        }
    };
    let typed = changed(|looking, text| looking.words = text);
    let find = words_field(
        id("find"),
        "Find",
        &looking.words,
        Callback::from(move |event: InputEvent| typed(field_value(&event))),
    );
    let find = find.onkeydown(Callback::from({
        let onnext = onnext.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                onnext.emit(());
            }
        }
    }));
    let narrowed = changed(|looking, _| looking.is_narrowed = !looking.is_narrowed);
    let narrow = tag("input").attribute("type", "checkbox").id(id("only")).checked(looking.is_narrowed);
    let narrow = tag("label")
        .class("grid__only")
        .child(narrow.onchange(Callback::from(move |event| narrowed(field_value(&event)))))
        .words("Only rows that have it");
    let ordered = changed(|looking, value| looking.order = order_of(&value));
    let order = choice_field(
        id("order"),
        "Order",
        orders(table, looking.order),
        Callback::from(move |event| ordered(field_value(&event))),
    );
    let next = tag("button")
        .attribute("type", "button")
        .class("button button--secondary button--small")
        .flag("disabled", looking.words.trim().is_empty())
        .onclick(onnext.reform(|_| ()))
        .words("Next");
    let next = tag("div").class("grid__next").child(next).child(narrow);
    let rows = format!("{} of {} rows. {}", counted(found.shown as usize), counted(found.all as usize), found.words);
    filters(vec![find, next, order], rows).html()
}

/// What can be chosen as the order of the rows.
fn orders(table: Table, chosen: Option<Order>) -> Vec<Html> {
    let mut options = vec![choice("", "As in the plan", chosen.is_none()).html()];
    for (column, of) in table.columns().iter().enumerate() {
        for (descending, words) in [(false, "smallest first"), (true, "largest first")] {
            let order = Order { column, descending };
            let words = if of.kind.is_number() {
                words
            } else if descending {
                "Z to A"
            } else {
                "A to Z"
            };
            let words = format!("{}, {words}", capitalised(&choice_words(of.name)));
            options.push(choice(value_of(order), words, chosen == Some(order)).html());
        }
    }
    options
}

fn value_of(order: Order) -> String {
    format!("{}{}", if order.descending { "-" } else { "" }, order.column)
}

fn order_of(value: &str) -> Option<Order> {
    let column = value.trim_start_matches('-').parse().ok()?;
    Some(Order { column, descending: value.starts_with('-') })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_pressed_again_turns_round_and_then_lets_go() {
        let once = Looking::default().ordered_by(2);
        assert_eq!(once.order, Some(Order { column: 2, descending: false }));
        let twice = once.ordered_by(2);
        assert_eq!(twice.order, Some(Order { column: 2, descending: true }));
        assert_eq!(twice.ordered_by(1).order, Some(Order { column: 1, descending: false }));
        assert_eq!(twice.ordered_by(2).order, None);
    }

    #[test]
    fn an_order_is_read_as_it_is_written() {
        for order in [Order { column: 0, descending: true }, Order { column: 12, descending: false }] {
            assert_eq!(order_of(&value_of(order)), Some(order));
        }
        assert_eq!(order_of(""), None);
    }

    #[test]
    fn words_narrow_only_where_that_is_asked() {
        let looking = Looking { words: "acute".into(), is_narrowed: false, order: None };
        assert_eq!(looking.choice(), Choice::default());
        assert_eq!(Looking { is_narrowed: true, ..looking }.choice().only, "acute");
    }
}
