//! From the beginning of a page to the tables in which it is changed, which stand below everything that there is to see.

use super::parts;
use crate::browser::{focus_first, next_turn};
use crate::components::tag;
use crate::navigation::Page;
use crate::pages::view_state::OnPaper;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

/// What the tables of a page stand in: an attribute of the element around them.
pub(super) const TABLES: &str = "data-tables";
/// The heading above the tables.
const HEADING: &str = "[data-tables] h2";
/// The tables are drawn some turns after the beginning of the page; so many are waited for.
const TURNS: usize = 200;

/// Properties of [`ToTables`].
#[derive(Clone, Copy, PartialEq, Properties)]
pub struct ToTablesProperties {
    /// Whose tables.
    pub page: Page,
}

/// A link to the tables of a page; nothing on paper, which nobody changes. The address stays as it is: it names pages.
#[component]
pub fn ToTables(properties: &ToTablesProperties) -> Html {
    let page = properties.page;
    let has_tables = !(parts::tables(page).is_empty() && parts::shown_by_page(page).is_empty());
    let (on_paper, place) = (use_context::<OnPaper>().is_some(), use_node_ref());
    if on_paper || !has_tables {
        return tag("div").html();
    }
    let onclick = {
        let place = place.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            if let Some(page) = place.cast::<Element>().and_then(|link| link.closest("main").ok().flatten()) {
                spawn_local(go(page));
            }
        })
    };
    let link = tag("a").attribute("href", page.hash()).class("to-tables").place(place).onclick(onclick);
    tag("p").class("to-tables__line").child(link.words("Change this in the tables")).html()
}

async fn go(page: Element) {
    for _ in 0..TURNS {
        if let Some(heading) = page.query_selector(HEADING).ok().flatten() {
            focus_first(&page, HEADING);
            // What has the focus may stand at the lower edge: the tables are below it.
            if let Ok(heading) = heading.dyn_into::<web_sys::HtmlElement>() {
                heading.scroll_into_view_with_bool(true);
            }
            return;
        }
        next_turn().await;
    }
}
