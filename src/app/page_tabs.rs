use super::hooks::{FoldOut, use_fold_out};
use crate::components::tag;
use crate::navigation::Page;
use yew::prelude::*;

/// Properties of [`PageTabs`].
#[derive(Clone, PartialEq, Properties)]
pub struct PageTabsProperties {
    /// The page that is shown.
    pub current: Page,
}

/// The way to the pages of a plan: side by side, and on a narrow screen below a button with the name of the page that is shown.
#[component]
pub fn PageTabs(properties: &PageTabsProperties) -> Html {
    let current = properties.current;
    let FoldOut { place, is_open, toggle, onkeydown, onchosen } = use_fold_out();
    let mut list = tag("ul").id("pages").onclick(onchosen);
    for page in Page::OF_A_PLAN {
        let mut link = tag("a").attribute("href", page.hash()).words(page.name());
        if page == current {
            link = link.attribute("aria-current", "page");
        }
        list = list.child(tag("li").key(page.word()).child(link));
    }
    let switch = tag("button")
        .attribute("type", "button")
        .class("tabs__switch")
        .attribute("aria-expanded", if is_open { "true" } else { "false" })
        .attribute("aria-controls", "pages")
        .onclick(toggle)
        .child(tag("span").class("visually-hidden").words("Pages of the plan, now: "))
        .words(current.name());
    tag("nav")
        .class(if is_open { "tabs is-open" } else { "tabs" })
        .attribute("aria-label", "Pages of the plan")
        .place(place)
        .onkeydown(onkeydown)
        .child(switch)
        .child(list)
        .html()
}
