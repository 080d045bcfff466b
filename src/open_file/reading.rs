use super::refusal::Refusal;
use super::source::Source;
use crate::session::Session;
use gloo::timers::future::TimeoutFuture;
use one_plan_model::exchange::read_json;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Time in milliseconds for the browser to show what is being read before the work starts. Not an
/// animation frame: a page in the background gets none.
const TIME_TO_SHOW: u32 = 30;

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

/// Reads a plan and computes what follows from it; reports at once that it has begun.
pub fn read(source: Source, report: Callback<Progress>) {
    thread_local! {
        static TICKETS: Cell<u32> = const { Cell::new(0) };
    }
    let ticket = TICKETS.with(|tickets| {
        tickets.set(tickets.get().wrapping_add(1));
        tickets.get()
    });
    let name = source.name();
    report.emit(Progress::Started { ticket, name: Rc::clone(&name) });
    spawn_local(async move {
        TimeoutFuture::new(TIME_TO_SHOW).await;
        let read = match source.bytes().await {
            Ok(bytes) => read_json(&bytes),
            Err(problem) => Err(vec![problem]),
        };
        report.emit(match read {
            Ok(file) => Progress::Opened { ticket, session: Session::open(file.plan, &*name) },
            Err(problems) => Progress::Refused { ticket, refusal: Refusal { name, problems: problems.into() } },
        });
    });
}
