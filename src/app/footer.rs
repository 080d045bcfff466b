use crate::browser::{Privacy, in_slices};
use crate::components::{Wanted, check_words, tag, use_worked_out};
use crate::navigation::Page;
use crate::session::Session;
use one_plan_model::outcome::Seal;
use one_plan_model::pace::Pace;
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
    let known = use_worked_out(session.clone(), STILL, |session: Option<Session>, wanted: Wanted| async move {
        let session = session?;
        let work = async |pace: &Pace<'_>| session.work_out_seal(pace).await;
        in_slices(work, |_| {}, || wanted.is_wanted()).await
    });
    let seal = session.as_ref().filter(|_| known.is_some()).map(Session::seal);
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
        let check = check_words(session.outcome());
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
