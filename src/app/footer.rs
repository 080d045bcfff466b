use crate::browser::{Privacy, in_slices};
use crate::components::{check_words, tag};
use crate::navigation::Page;
use crate::session::Session;
use gloo::timers::callback::Timeout;
use one_plan_model::outcome::Seal;
use one_plan_model::pace::Pace;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
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
    let known = use_state(|| None::<Session>);
    use_effect_with(session.clone(), {
        let known = known.setter();
        move |session| {
            let is_wanted = Rc::new(Cell::new(true));
            let still = session.clone().map(|session| {
                let is_wanted = Rc::clone(&is_wanted);
                Timeout::new(STILL, move || {
                    spawn_local(async move {
                        let work = async |pace: &Pace<'_>| session.work_out_seal(pace).await;
                        if in_slices(work, |_| {}, || is_wanted.get()).await.is_some() && is_wanted.get() {
                            known.set(Some(session));
                        }
                    });
                })
            });
            move || {
                is_wanted.set(false);
                drop(still);
            }
        }
    });
    let seal = session.as_ref().filter(|session| known.as_ref() == Some(*session)).map(Session::seal);
    let privacy = tag("p").words("Nothing leaves this computer. ").words(Privacy::of_document().proof());
    let version = tag("p").words(concat!("One Plan, version ", env!("CARGO_PKG_VERSION")));
    let help = tag("a").attribute("href", Page::Help.hash()).words(Page::Help.name());
    let (mut sealed, mut on_paper) = (tag("p").class("seal"), tag("p").class("print-foot"));
    if let Some(session) = session {
        let about = "What stands for the plan, the parameters and the version: the same three give the same seal on every computer.";
        sealed = sealed
            .attribute("title", about)
            .words(format!("Seal of this plan: {}", seal.map_or("being worked out", |seal| &seal.hash)));
        let short = seal.map_or("not worked out", Seal::short);
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
