//! What is kept of the work, and what the browser promised about it.

use crate::browser::{
    application_with, focus_first, promise_of_browser, save_to_chosen_file, time_words, writes_chosen_files,
};
use crate::components::{Tag, counted, fact, tag, titled};
use crate::page_context::{PageContext, ViewProperties};
use crate::session::{KeepRequest, Kept, KeptKind};
use one_plan_model::exchange::write_json;
use serde::Deserialize;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

const ERASED: &str = "Everything that this page kept in this browser is erased. The plan that is open stays until you leave the page, and \
     is not kept.";

/// What the browser says about its storage.
#[derive(Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Promise {
    promised: bool,
    usage: f64,
    quota: f64,
}

impl Promise {
    fn words(&self) -> String {
        let keeps = if self.promised {
            "It has promised not to delete it by itself"
        } else {
            "It may delete it where room is short, and does so when a private window is closed"
        };
        match megabytes(self.quota) {
            0 => format!("{keeps}."),
            quota => format!("{keeps}. {} of {} MB are used.", counted(megabytes(self.usage)), counted(quota)),
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of megabytes, to be read")]
fn megabytes(bytes: f64) -> usize {
    (bytes / 1_000_000.0) as usize
}

/// Whether the work is kept, since when, and how to have it elsewhere or nowhere.
#[component]
pub fn Keeping(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let kept = use_context::<Kept>().unwrap_or_default();
    let promise = use_state(|| None::<Promise>);
    let said = use_state(String::new);
    let asks_to_erase = use_state(|| false);
    let ask = {
        let promise = promise.clone();
        Callback::from(move |asks: bool| {
            let promise = promise.clone();
            spawn_local(async move {
                // A browser that says nothing has promised nothing.
                let text = promise_of_browser(asks).await.unwrap_or_default();
                promise.set(serde_json::from_str(&text).ok());
            });
        })
    };
    // How much is used is another number once everything is erased.
    use_effect_with(kept.kind == KeptKind::None, {
        let ask = ask.clone();
        move |_| ask.emit(false)
    });
    let mut buttons = tag("div").class("toolbar");
    if writes_chosen_files() {
        buttons = buttons.child(save_to_a_file(context, &said));
    }
    if !promise.as_ref().is_some_and(|promise| promise.promised) {
        buttons = buttons.child(button("promise", ask.reform(|_| true), "Ask the browser not to delete it"));
    }
    let erase = erasing(context, &asks_to_erase, &said);
    // What the database answers stands above: where it could not be erased, it is not said that it is.
    let said = if *said == ERASED && kept.kind != KeptKind::None { "" } else { &**said };
    titled("keeping-title", "Where your work is")
        .child(facts(&kept, promise.as_ref()))
        .child(buttons)
        .child(erase)
        .child(tag("p").attribute("role", "status").words(said.to_owned()))
        .html()
}

/// What is known of the work: in this browser, in the file, and what the browser promises.
fn facts(kept: &Kept, promise: Option<&Promise>) -> Tag {
    let is_kept = match kept.kind {
        KeptKind::None => "Nothing is kept.".to_owned(),
        KeptKind::Writing => "It is being written.".to_owned(),
        KeptKind::Kept => format!("Yes: written, read back and compared, {}.", time_words(&kept.kept_at)),
        _ => format!("No. {}.", kept.trouble().unwrap_or("The browser refuses")),
    };
    let saved = match kept.saved_at.as_str() {
        "" => "Not since this plan was opened.".to_owned(),
        time => format!("{}.", time_words(time)),
    };
    let promised = promise.map_or_else(|| "The browser does not say.".to_owned(), Promise::words);
    let row = |name: &'static str, words: String| fact(name, tag("dt").words(name), tag("dd").words(words));
    tag("dl")
        .class("facts")
        .child(row("Kept in this browser", is_kept))
        .child(row("The file was saved last", saved))
        .child(row("What the browser promises", promised))
}

/// The button that writes the plan into a file that the person chooses.
fn save_to_a_file(context: &PageContext, said: &UseStateHandle<String>) -> Tag {
    let (context, said) = (context.clone(), said.clone());
    let onclick = Callback::from(move |_| {
        let (context, said) = (context.clone(), said.clone());
        spawn_local(async move {
            // What is changed while the file is chosen and written is not in it.
            let session = &context.session;
            let mark = session.history().mark();
            let written = save_to_chosen_file(session.file_name(), &write_json(session.plan())).await;
            said.set(match written.as_deref() {
                Ok("") => "Nothing was saved.".to_owned(),
                Ok(name) => format!("{name} is saved: it was read back and is the same."),
                Err(problem) => format!("The file was not saved: {problem}."),
            });
            if written.is_ok_and(|name| !name.is_empty()) {
                context.saved.emit(mark);
            }
        });
    });
    button("choose-file", onclick, "Save to a file you choose")
}

/// The button that erases everything; whoever pressed it is asked once more.
fn erasing(context: &PageContext, asks: &UseStateHandle<bool>, said: &UseStateHandle<String>) -> Tag {
    let setting = |to: bool| {
        let asks = asks.clone();
        Callback::from(move |_| asks.set(to))
    };
    if !**asks {
        return tag("div").child(button("erase", setting(true), "Erase everything on this computer"));
    }
    let (keep, asks, said) = (context.keep.clone(), asks.clone(), said.clone());
    let yes = Callback::from(move |press: MouseEvent| {
        keep.emit(KeepRequest::Erase);
        asks.set(false);
        said.set(ERASED.to_owned());
        if let Some(application) = application_with(&press) {
            focus_first(&application, "#keeping-title");
        }
    });
    tag("div")
        .class("toolbar")
        .child(tag("p").words(
            "Every plan that this page keeps in this browser goes, with its changes. Files that you saved stay.",
        ))
        .child(button("yes", yes, "Erase everything now"))
        .child(button("no", setting(false), "Keep it"))
}

fn button(key: &'static str, onclick: Callback<MouseEvent>, words: &'static str) -> Tag {
    tag("button").key(key).attribute("type", "button").class("button button--secondary").onclick(onclick).words(words)
}
