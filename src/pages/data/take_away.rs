use super::file_kind::FileKind;
use super::writing::Writing;
use crate::browser::{save_bytes, share_link};
use crate::components::{nodes, tag, titled};
use crate::navigation::Page;
use crate::page_context::ViewProperties;
use crate::session::Session;
use one_plan_model::exchange::write_json;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The ways to take the plan, and what follows from it, into other programs.
#[component]
pub fn TakeAway(properties: &ViewProperties) -> Html {
    let session = properties.context.session.clone();
    let said = use_state(|| AttrValue::from(""));
    let (writing, far) = (use_state(|| None::<Writing>), use_state(|| AttrValue::from("")));
    let mut list = tag("dl").class("choices");
    for kind in FileKind::ALL.into_iter().filter(|kind| kind.is_there(&session)) {
        let (name, about) = kind.words();
        let onclick = Callback::from({
            let (session, said, writing, far) = (session.clone(), said.setter(), writing.setter(), far.setter());
            move |_: MouseEvent| write(kind, &session, &Writing::new(far.clone()), &writing, &said)
        });
        let button =
            tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick).words(name);
        let row = tag("div").key(name).class("choices__row");
        list = list.child(row.child(tag("dt").child(button)).child(tag("dd").words(about)));
    }
    list = list.child(others(&session, &said));
    titled("take-away-title", "Take it away")
        .child(
            tag("p")
                .words("Each file is made by this page and handed to your browser to save; nothing is sent anywhere."),
        )
        .child(list)
        .child(tag("p").attribute("role", "status").words((*said).clone()))
        .child(under_way(writing.as_ref(), &far))
        .child(tag("div").class("field").attribute("data-link", ""))
        .html()
}

/// Writes a file and hands it to the browser.
fn write(
    kind: FileKind,
    session: &Session,
    now: &Writing,
    writing: &UseStateSetter<Option<Writing>>,
    said: &UseStateSetter<AttrValue>,
) {
    let name = kind.file_name(session);
    said.set(format!("Writing {name} …").into());
    writing.set(Some(now.clone()));
    let (session, now, writing, said) = (session.clone(), now.clone(), writing.clone(), said.clone());
    spawn_local(async move {
        let saved = match kind.bytes(&session, &now).await {
            Ok(bytes) if now.is_wanted() => {
                save_bytes(&name, &bytes).map_err(|_| "the browser does not save it".to_owned())
            }
            Err(problem) if now.is_wanted() => Err(problem),
            _ => Err("you stopped it".to_owned()),
        };
        writing.set(None);
        said.set(match saved {
            Ok(()) => format!("{name} was handed to your browser to save.").into(),
            Err(problem) => format!("{name} was not written: {problem}.").into(),
        });
    });
}

/// How far the writing is, and what stops it.
fn under_way(writing: Option<&Writing>, far: &AttrValue) -> Html {
    let place = tag("div").class("toolbar");
    let Some(writing) = writing else { return place.html() };
    let onclick = Callback::from({
        let writing = writing.clone();
        move |_: MouseEvent| writing.stop()
    });
    let stop = tag("button").attribute("type", "button").class("button button--quiet").onclick(onclick);
    place.child(stop.words("Stop writing")).child(tag("span").class("notice__progress").words(far.clone())).html()
}

/// The ways that make no file.
fn others(session: &Session, said: &UseStateHandle<AttrValue>) -> Html {
    let pack = tag("a").class("button button--secondary").attribute("href", Page::Pack.hash()).words("Board pack");
    let link = Callback::from({
        let (session, said) = (session.clone(), said.clone());
        move |_: MouseEvent| {
            let (session, said) = (session.clone(), said.clone());
            spawn_local(async move {
                let made = share_link(&write_json(session.plan()), session.file_name()).await;
                said.set(made.unwrap_or_else(|problem| format!("There can be no link: {problem}.")).into());
            });
        }
    });
    let button = || tag("button").attribute("type", "button").class("button button--secondary");
    let ways = [
        (
            pack,
            "The answers on paper or as PDF, and every section and table that you take in, with page numbers and the seal \
             on every sheet.",
        ),
        (
            button().onclick(link).words("Link"),
            "An address that opens this plan with your changes, and says how long it is. It holds the plan itself, so \
             nothing is sent anywhere until you send it.",
        ),
        (
            button().attribute("data-press", "scramble").words("Scramble the numbers"),
            "For a screenshot: every digit that is shown becomes another one until you press again. The plan stays as it is.",
        ),
    ];
    let mut rows = Vec::with_capacity(ways.len());
    for (position, (way, about)) in ways.into_iter().enumerate() {
        let row = tag("div").key(position).class("choices__row");
        rows.push(row.child(tag("dt").child(way)).child(tag("dd").words(about)).html());
    }
    nodes(rows)
}
