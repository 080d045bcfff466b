//! What stands in the tables of a plan, and where what a person has belongs: the second module has the words, from the one
//! definition of the tables, and gives them when somebody first asks.

use crate::browser::written_file;
use crate::components::{Tag, tag};
use serde::Deserialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// All of it.
#[derive(Debug, Default, PartialEq, Deserialize)]
pub struct Guide {
    /// The tables, in the order of a plan file.
    pub tables: Vec<GuidedTable>,
    /// What people have, and in which tables it belongs.
    pub tasks: Vec<Task>,
}

/// A table.
#[derive(Debug, PartialEq, Deserialize)]
pub struct GuidedTable {
    /// Its name in a plan file.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Its columns.
    pub columns: Vec<GuidedColumn>,
}

/// A column.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GuidedColumn {
    /// Its name in a plan file.
    pub name: String,
    /// What it means, with its sign where that can be mistaken.
    pub means: String,
    /// What may stand in it.
    pub holds: String,
    /// Which numbers may; empty where all may.
    pub numbers: String,
    /// Whether every row must fill it.
    pub is_needed: bool,
    /// The words that may stand in it; none where it is no choice.
    pub words: Vec<GuidedWord>,
}

/// A word that may stand in a column.
#[derive(Debug, PartialEq, Deserialize)]
pub struct GuidedWord {
    /// The word.
    pub word: String,
    /// What it means.
    pub means: String,
}

/// Something that people have.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// What it is.
    pub what: String,
    /// What to mind.
    pub how: String,
    /// Whether most plans begin with it.
    pub is_first: bool,
    /// Where it belongs, in the order in which the tables are filled.
    pub tables: Vec<String>,
}

/// The guide, or why it is not at hand.
pub type GuideRead = Result<Rc<Guide>, AttrValue>;

thread_local! {
    static READ: RefCell<Option<Rc<Guide>>> = const { RefCell::new(None) };
}

/// The guide, once it is wanted and there; nothing before.
#[hook]
pub fn use_guide(is_wanted: bool) -> Option<GuideRead> {
    let read = use_state(|| READ.with_borrow(Clone::clone).map(Ok));
    use_effect_with(is_wanted, {
        let read = read.clone();
        move |is_wanted| {
            if *is_wanted && !matches!(*read, Some(Ok(_))) {
                spawn_local(async move { read.set(Some(fetched().await)) });
            }
        }
    });
    (*read).clone()
}

async fn fetched() -> GuideRead {
    if let Some(guide) = READ.with_borrow(Clone::clone) {
        return Ok(guide);
    }
    let bytes = written_file("guide", &[]).await?;
    let guide: Guide = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
    let guide = Rc::new(guide);
    READ.set(Some(Rc::clone(&guide)));
    Ok(guide)
}

/// What stands in the place of the guide while it is not there.
pub fn not_at_hand(read: Option<&GuideRead>) -> Tag {
    let words = match read {
        Some(Err(why)) => format!("The explanations could not be fetched: {why}. Close this and open it again."),
        _ => "The explanations are fetched.".to_owned(),
    };
    tag("p").attribute("role", "status").words(words)
}
