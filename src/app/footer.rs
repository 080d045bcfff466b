use super::Privacy;
use yew::prelude::*;

/// What stands under every page.
#[component]
pub fn Footer() -> Html {
    let privacy = use_memo((), |()| Privacy::of_document());
    html! {
        <footer class="footer">
            <div class="footer__inner">
                <p>{ "Nothing leaves this computer. " }{ privacy.proof() }</p>
                <p>{ concat!("One Plan, version ", env!("CARGO_PKG_VERSION")) }</p>
            </div>
        </footer>
    }
}
