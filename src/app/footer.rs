use crate::browser::Privacy;
use crate::components::tag;
use crate::navigation::Page;
use yew::prelude::*;

/// What stands under every page.
#[component]
pub fn Footer() -> Html {
    let privacy = tag("p").words("Nothing leaves this computer. ").words(Privacy::of_document().proof());
    let version = tag("p").words(concat!("One Plan, version ", env!("CARGO_PKG_VERSION")));
    let help = tag("a").attribute("href", Page::Help.hash()).words(Page::Help.name());
    let inner = tag("div").class("footer__inner").child(privacy).child(tag("p").child(help)).child(version);
    tag("footer").class("footer").child(inner).html()
}
