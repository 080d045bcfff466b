//! How a plan gets onto the page: chosen, dropped, an example, or given by another program.
//!
//! A file is opened whole or not at all. Whatever is wrong with it, the plan that was open before
//! stays open.

mod choose;
mod refusal;

pub use choose::{DropAnywhere, choose_file, choose_hidden_file};
pub use refusal::{Refusal, refusal_summary};

use crate::examples::Example;
use crate::session::Session;
use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Uint8Array};
use one_plan_model::exchange::{LARGEST_FILE, Problem, read_json};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

/// Time in milliseconds for the browser to show what is being read before the work starts. Not an
/// animation frame: a page in the background gets none.
const TIME_TO_SHOW: u32 = 30;

const MEGABYTE: f64 = 1024.0 * 1024.0;

/// Where a plan comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file of this computer.
    File(File),
    /// A plan that the page carries inside itself.
    Example(Example),
    /// The text of a plan file that another program gives.
    Text(Rc<str>),
}

/// How far the reading has come. Each reading has its own ticket, so that of two at a time the one
/// asked for last wins.
#[derive(Clone)]
pub enum Progress {
    /// It begins.
    Started {
        /// Which reading.
        ticket: u32,
        /// What is read.
        name: Rc<str>,
    },
    /// The plan was read and everything that follows was computed.
    Opened {
        /// Which reading.
        ticket: u32,
        /// The plan.
        session: Session,
    },
    /// It cannot be used.
    Refused {
        /// Which reading.
        ticket: u32,
        /// Why.
        refusal: Refusal,
    },
}

impl Source {
    /// The name of the file.
    pub fn name(&self) -> Rc<str> {
        match self {
            Self::File(file) => file.name().into(),
            Self::Example(example) => example.file_name().into(),
            Self::Text(_) => "plan.json".into(),
        }
    }

    async fn bytes(&self) -> Result<Vec<u8>, Problem> {
        match self {
            Self::File(file) => {
                if let Some(problem) = too_large(file.size()) {
                    return Err(problem);
                }
                let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| {
                    Problem::of_file(
                        "The selected file must be readable; the browser could not read it",
                        "a file that still stands where it was chosen, and that no other program has locked",
                    )
                })?;
                Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec())
            }
            Self::Example(example) => example.bytes().await.map_err(|_| {
                Problem::of_file("This browser could not unpack the example", "a browser from 2023 or later")
            }),
            Self::Text(text) => Ok(text.as_bytes().to_vec()),
        }
    }
}

/// What is wrong with a file of this size: one that is too large is not read at all.
fn too_large(size: f64) -> Option<Problem> {
    // Both are far below 2^53, where a float is exact.
    let largest = LARGEST_FILE as f64;
    let megabytes = |bytes: f64| (bytes / MEGABYTE).ceil() as u64;
    (size > largest).then(|| {
        Problem::of_file(
            format!("The selected file must be smaller than {} MB; it has {} MB", megabytes(largest), megabytes(size)),
            "a plan file; check that the right file was chosen",
        )
    })
}

/// Reads a plan and computes what follows from it; reports at once that it has begun.
pub fn open(source: Source, report: Callback<Progress>) {
    thread_local! {
        static TICKETS: Cell<u32> = const { Cell::new(0) };
    }
    let ticket = TICKETS.with(|tickets| {
        tickets.set(tickets.get().wrapping_add(1));
        tickets.get()
    });
    let name = source.name();
    report.emit(Progress::Started { ticket, name: Rc::clone(&name) });
    Timeout::new(TIME_TO_SHOW, move || {
        spawn_local(async move {
            let read = match source.bytes().await {
                Ok(bytes) => read_json(&bytes),
                Err(problem) => Err(vec![problem]),
            };
            report.emit(match read {
                Ok(file) => Progress::Opened { ticket, session: Session::open(file.plan, &*name) },
                Err(problems) => Progress::Refused { ticket, refusal: Refusal { name, problems: problems.into() } },
            });
        });
    })
    .forget();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_file_is_read_and_one_byte_more_is_not() {
        assert_eq!(too_large(LARGEST_FILE as f64), None);
        let problem = too_large(LARGEST_FILE as f64 + 1.0).map(|problem| problem.what);
        assert_eq!(problem.as_deref(), Some("The selected file must be smaller than 128 MB; it has 129 MB"));
    }
}
