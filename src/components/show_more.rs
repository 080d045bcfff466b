use one_plan_model::outcome::words;
use one_plan_model::quantity::whole;
use yew::prelude::*;

/// How many rows a long table shows at first, and how many more at a time.
pub const ROWS_AT_A_TIME: usize = 200;

/// Properties of [`ShowMore`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShowMoreProperties {
    /// How many rows are shown.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
    /// What the rows are, in the plural.
    pub what: AttrValue,
    /// Asked for with the number of rows to be shown.
    pub onmore: Callback<usize>,
}

/// Says how many rows of a long table are shown and gives more of them; empty for a short table.
#[component]
pub fn ShowMore(properties: &ShowMoreProperties) -> Html {
    let ShowMoreProperties { shown, total, what, onmore } = properties;
    if shown >= total {
        return html! { <div></div> };
    }
    let more = ROWS_AT_A_TIME.min(total - shown);
    let next = shown + more;
    let onclick = onmore.reform(move |_: MouseEvent| next);
    html! {
        <div>
            <p class="toolbar">
                <button type="button" class="button button--secondary button--small" {onclick}>
                    { format!("Show {more} more") }
                </button>
                <span>{ format!("{} of {} {what} are shown.", counted(*shown), counted(*total)) }</span>
            </p>
        </div>
    }
}

/// A number of rows with commas.
pub fn counted(count: usize) -> String {
    words::count(Ok(whole(i64::try_from(count).unwrap_or(i64::MAX))))
}
