use crate::components::answer;
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::delivered;
use yew::prelude::*;

/// What has come so far? Nothing where no savings are followed month by month.
pub fn section(context: &PageContext) -> Option<Html> {
    let sentences = delivered::is_followed(context).then(|| delivered::sentences(context)).flatten()?;
    Some(answer("delivered-title", "What has been delivered so far?", sentences, Page::Delivery).html())
}
