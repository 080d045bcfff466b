//! A row is added in a form: a field for each column that a row needs or mostly has, the others behind a button. What is
//! said of a column are the words of its definition.

mod draft;
mod field;

use super::edits::added;
use super::usual_columns::usual_columns;
use crate::browser::focus_first;
use crate::components::{
    GuideRead, LiveState, Tag, capitalised, choice_words, count_of, field_value, tag, use_guide, use_remembered_state,
};
use crate::page_context::PageContext;
use draft::Draft;
use field::{field, field_id};
use gloo::timers::callback::Timeout;
use one_plan_model::plan::Table;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`AddRow`].
#[derive(Clone, PartialEq, Properties)]
pub struct AddRowProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The table.
    pub table: Table,
}

/// The form. What is written stays until the row is taken as a whole; then the form is empty for the next.
#[component]
pub fn AddRow(properties: &AddRowProperties) -> Html {
    let AddRowProperties { context, table } = properties;
    let (plan, table) = (context.session.plan(), *table);
    // A row that is half written is there again after a look at another page.
    let written = use_remembered_state(table.name(), Draft::default);
    let opened = use_state(|| plan.row_count(table) == 0 || !written.get().texts.is_empty());
    let all_asked = use_state(|| false);
    let guide = use_guide(*opened);
    let place = use_node_ref();
    let usual = Rc::from(usual_columns(plan, table));
    let form = Form { context: context.clone(), table, usual, written, opened, all_asked, place };
    let shown = tag("div").child(tag("p").child(form.switch()));
    if !*form.opened {
        return shown.html();
    }
    let (usual, others) = form.fields(guide.as_ref());
    let heading = format!("A new row of {}", choice_words(table.name()));
    let submit = tag("button").attribute("type", "submit").class("button button--small").words("Add this row");
    let (place, submitting) = (form.place.clone(), form.clone());
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        submitting.submit();
    });
    shown
        .child(html! {
            <form aria-label={heading} ref={place} {onsubmit}>
                { usual.html() }
                { form.more(others).html() }
                { tag("div").class("toolbar").child(submit).html() }
                <p role="status">{ form.written.get().said }</p>
            </form>
        })
        .html()
}

/// The form with what is written in it.
#[derive(Clone)]
struct Form {
    context: PageContext,
    table: Table,
    /// The columns that are asked for first.
    usual: Rc<[usize]>,
    written: LiveState<Draft>,
    /// Whether the form is there.
    opened: UseStateHandle<bool>,
    /// Whether the other columns are asked for too.
    all_asked: UseStateHandle<bool>,
    place: NodeRef,
}

impl Form {
    /// The column whose field comes first.
    fn first(&self) -> usize {
        self.usual.first().copied().unwrap_or_default()
    }

    /// The button that opens and closes the form; whoever opens it writes in its first field.
    fn switch(&self) -> Tag {
        let (is_open, opened) = (*self.opened, self.opened.clone());
        let (place, first) = (self.place.clone(), format!("#{}", field_id(self.table, self.first())));
        let onclick = Callback::from(move |_| {
            opened.set(!is_open);
            let (place, first) = (place.clone(), first.clone());
            // The form is there when it is drawn.
            Timeout::new(0, move || {
                if let Some(place) = place.cast::<Element>().filter(|_| !is_open) {
                    focus_first(&place, &first);
                }
            })
            .forget();
        });
        tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small")
            .attribute("aria-expanded", if is_open { "true" } else { "false" })
            .onclick(onclick)
            .words(if is_open { "Hide the form for a new row" } else { "Add a row" })
    }

    /// Adds the row, or says what it lacks; then the focus is in the field that comes next.
    fn submit(&self) {
        let first = match added(&self.context.session, self.table, &self.written.get().texts) {
            Ok(tried) => {
                let said = format!("{}.", tried.change().name);
                self.context.make.emit(tried);
                self.written.set(Draft { said, ..Draft::default() });
                self.first()
            }
            Err(problems) => {
                let first = problems.first().map_or(0, |(column, _)| *column);
                if problems.iter().any(|(column, _)| !self.usual.contains(column)) {
                    self.all_asked.set(true);
                }
                self.written.change(|draft| (draft.problems, draft.said) = (problems, String::new()));
                first
            }
        };
        if let Some(place) = self.place.cast::<Element>() {
            // A column that was hidden has its field only when the form is drawn again.
            let field = format!("#{}", field_id(self.table, first));
            Timeout::new(0, move || focus_first(&place, &field)).forget();
        }
    }

    /// The fields of the columns that are asked for first, and those of the others.
    fn fields(&self, guide: Option<&GuideRead>) -> (Tag, Tag) {
        let (table, draft) = (self.table, self.written.get());
        let (mut first, mut others) = (tag("div").class("new-row"), tag("div").class("new-row"));
        for (at, column) in table.columns().iter().enumerate() {
            let written = self.written.clone();
            let oninput = Callback::from(move |event: InputEvent| {
                written.change(|draft| {
                    draft.texts.insert(at, field_value(&event));
                    draft.problems.retain(|(of, _)| *of != at);
                });
            });
            let field = field(self.context.session.plan(), (table, at, column), &draft, guide, oninput);
            if self.usual.contains(&at) {
                first = first.child(field);
            } else {
                others = others.child(field);
            }
        }
        (first, others)
    }

    /// The button that asks for the other columns, and their fields once it was pressed.
    fn more(&self, others: Tag) -> Tag {
        let count = self.table.columns().len().saturating_sub(self.usual.len());
        if count == 0 {
            return tag("div");
        }
        let (is_open, setter) = (*self.all_asked, self.all_asked.setter());
        let words = count_of(count, "more column", "more columns");
        let button = tag("button")
            .attribute("type", "button")
            .class("button button--quiet")
            .attribute("aria-expanded", if is_open { "true" } else { "false" })
            .onclick(Callback::from(move |_| setter.set(!is_open)))
            .words(if is_open { format!("Hide {words}") } else { capitalised(&words) });
        tag("div").child(tag("p").child(button)).child(if is_open { others } else { tag("div") })
    }
}
