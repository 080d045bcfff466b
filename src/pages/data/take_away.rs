use super::file_kind::FileKind;
use super::writing::{UnderWay, Writing};
use crate::browser::{save_bytes, share_link};
use crate::components::{nodes, tag, titled};
use crate::navigation::Page;
use crate::page_context::ViewProperties;
use crate::session::Session;
use one_plan_model::exchange::write_json;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The ways to take the plan, and what follows from it, into other programs.
#[component]
pub fn TakeAway(properties: &ViewProperties) -> Html {
    let session = properties.context.session.clone();
    let said = use_state(|| AttrValue::from(""));
    let (is_writing, far) = (use_state_eq(|| false), use_state(|| AttrValue::from("")));
    let under_way = use_memo((), |()| UnderWay::default());
    let mut list = tag("dl").class("choices");
    for kind in FileKind::ALL.into_iter().filter(|kind| kind.is_there(&session)) {
        let (name, about) = kind.words();
        let onclick = Callback::from({
            let (session, said, is_writing, far) = (session.clone(), said.setter(), is_writing.setter(), far.setter());
            let under_way = Rc::clone(&under_way);
            move |_: MouseEvent| {
                is_writing.set(true);
                let (is_writing, under_way) = (is_writing.clone(), Rc::clone(&under_way));
                let now = Writing::begin(&under_way, far.clone());
                write(kind, &session, now, &said, move || is_writing.set(!under_way.is_over()));
            }
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
        .child(
            tag("div")
                .class("choices__said")
                .child(tag("p").attribute("role", "status").words((*said).clone()))
                .child(tag("div").maybe(is_writing.then(|| progress(&under_way, &far)))),
        )
        .child(tag("div").class("field").attribute("data-link", ""))
        .html()
}

/// Writes a file and hands it to the browser.
fn write(kind: FileKind, session: &Session, now: Writing, said: &UseStateSetter<AttrValue>, then: impl Fn() + 'static) {
    let name = kind.file_name(session);
    said.set(format!("Writing {name} …").into());
    let (session, said) = (session.clone(), said.clone());
    spawn_local(async move {
        let saved = match kind.bytes(&session, &now).await {
            Ok(bytes) if now.is_wanted() => {
                save_bytes(&name, &bytes).map_err(|_| "the browser does not save it".to_owned())
            }
            Err(problem) if now.is_wanted() => Err(problem),
            _ => Err("you stopped it".to_owned()),
        };
        drop(now);
        then();
        said.set(match saved {
            Ok(()) => format!("{name} was handed to your browser to save.").into(),
            Err(problem) => format!("{name} was not written: {problem}.").into(),
        });
    });
}

/// How far the writing is, and what stops it.
fn progress(under_way: &Rc<UnderWay>, far: &AttrValue) -> Html {
    let onclick = Callback::from({
        let under_way = Rc::clone(under_way);
        move |_: MouseEvent| under_way.stop()
    });
    let stop = tag("button").attribute("type", "button").class("button button--quiet").onclick(onclick);
    let far = tag("span").class("notice__progress").words(far.clone());
    tag("div").class("toolbar").child(stop.words("Stop writing")).child(far).html()
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
