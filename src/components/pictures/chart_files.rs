//! A chart taken away: as a drawing (SVG) and as a picture (PNG), each with its title, where its numbers come from and
//! whether the plan agrees with itself.

use crate::browser;
use crate::chart::{Scene, svg_text};
use crate::components::{check_words, tag};
use crate::session::Session;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`ChartFiles`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChartFilesProperties {
    /// What is drawn.
    pub scene: Rc<Scene>,
    /// The plan of which it is drawn.
    pub session: Session,
}

/// The buttons that save a chart.
#[component]
pub fn ChartFiles(properties: &ChartFilesProperties) -> Html {
    let failed = use_state(|| false);
    let (scene, session) = (properties.scene.clone(), properties.session.clone());
    let file = move || {
        let notes = notes(&session);
        svg_text::write(&scene, &notes.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let scene = properties.scene.clone();
    let name = format!("{}.svg", scene.id);
    let svg = Callback::from({
        let (file, failed) = (file.clone(), failed.setter());
        move |_: MouseEvent| failed.set(browser::save_as(&name, &file(), "image/svg+xml").is_err())
    });
    let png = Callback::from({
        let failed = failed.setter();
        move |_: MouseEvent| {
            failed.set(false);
            let failed = failed.clone();
            let text = file();
            let (width, height) = svg_text::size(&text).unwrap_or((scene.width, scene.height));
            browser::save_picture(&format!("{}.png", scene.id), &text, width, height, move || failed.set(true));
        }
    });
    let button = |words: &'static str, title: &str, onclick: Callback<MouseEvent>| {
        tag("button")
            .attribute("type", "button")
            .class("button button--quiet button--small")
            .attribute("aria-label", format!("{words}: {title}"))
            .onclick(onclick)
            .words(words)
    };
    let title = &properties.scene.title;
    let mut said = tag("span").attribute("role", "status");
    if *failed {
        said = said.words("This browser made no such file. The table holds the same numbers.");
    }
    tag("div")
        .class("figure__files")
        .child(button("Save as SVG", title, svg))
        .child(button("Save as PNG", title, png))
        .child(said)
        .html()
}

/// What stands below a chart that leaves the page.
fn notes(session: &Session) -> [String; 2] {
    let version = session.plan().details().and_then(|details| details.version().map(str::to_owned));
    let version = version.map(|version| format!(", version {version}")).unwrap_or_default();
    [
        format!("Source: {}{version}, from {}.", session.title(), session.file_name()),
        format!("Checks: {}.", check_words(session.outcome())),
    ]
}
