use crate::browser::Privacy;
use crate::components::{check_words, tag};
use crate::navigation::Page;
use crate::session::Session;
use gloo::timers::callback::Timeout;
use one_plan_model::outcome::Seal;
use yew::prelude::*;

/// How long nothing must have changed before the seal is worked out, in milliseconds: the whole plan is written for it.
const STILL: u32 = 600;

/// Properties of [`Footer`].
#[derive(Clone, PartialEq, Properties)]
pub struct FooterProperties {
    /// The plan that is open.
    pub session: Option<Session>,
}

/// What stands under every page, and on every sheet of paper.
#[component]
pub fn Footer(properties: &FooterProperties) -> Html {
    let session = &properties.session;
    let seal = use_state(|| None::<(Session, String)>);
    use_effect_with(session.clone(), {
        let seal = seal.setter();
        move |session| {
            let still = session.clone().map(|session| {
                Timeout::new(STILL, move || {
                    let hash = Seal::of(session.plan()).hash;
                    seal.set(Some((session, hash)));
                })
            });
            move || drop(still)
        }
    });
    let known = seal.as_ref().filter(|(of, _)| Some(of) == session.as_ref()).map(|(_, hash)| hash.as_str());
    let privacy = tag("p").words("Nothing leaves this computer. ").words(Privacy::of_document().proof());
    let version = tag("p").words(concat!("One Plan, version ", env!("CARGO_PKG_VERSION")));
    let help = tag("a").attribute("href", Page::Help.hash()).words(Page::Help.name());
    let (mut sealed, mut on_paper) = (tag("p").class("seal"), tag("p").class("print-foot"));
    if let Some(session) = session {
        let about = "What stands for the plan, the parameters and the version: the same three give the same seal on every computer.";
        sealed = sealed
            .attribute("title", about)
            .words(format!("Seal of this plan: {}", known.unwrap_or("being worked out")));
        let short = known.and_then(|hash| hash.get(..12)).unwrap_or("not worked out");
        let check = check_words(session.outcome().master_check());
        on_paper = on_paper.attribute("data-print-foot", "").words(format!(
            "{} · {check} · seal {short} · {}",
            session.title(),
            crate::browser::today()
        ));
    }
    let inner =
        tag("div").class("footer__inner").child(privacy).child(tag("p").child(help)).child(version).child(sealed);
    tag("footer").class("footer").child(inner).child(on_paper).html()
}
