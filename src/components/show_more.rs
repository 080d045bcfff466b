use super::tag;
use one_plan_model::outcome::words;
use one_plan_model::quantity::whole;
use yew::prelude::*;

/// How many rows a long table shows at first, and how many more at a time.
pub const ROWS_AT_A_TIME: usize = 200;

/// Says how many rows of a long table are shown and gives more of them; empty for a short table.
/// More are asked for with the number of rows to be shown.
pub fn show_more(shown: usize, total: usize, what: &str, onmore: &Callback<usize>) -> Html {
    if shown >= total {
        return tag("div").html();
    }
    let more = ROWS_AT_A_TIME.min(total - shown);
    let next = shown + more;
    let button = tag("button")
        .attribute("type", "button")
        .class("button button--secondary button--small")
        .onclick(onmore.reform(move |_| next))
        .words(format!("Show {more} more"));
    let words = format!("{} of {} {what} are shown.", counted(shown), counted(total));
    tag("div").child(tag("p").class("toolbar").child(button).child(tag("span").words(words))).html()
}

/// A number of rows with commas.
pub fn counted(count: usize) -> String {
    words::count(Ok(whole(i64::try_from(count).unwrap_or(i64::MAX))))
}
