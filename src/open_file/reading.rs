use super::refusal::Refusal;
use super::source::Source;
use crate::browser::{ReadingProgress, open_files};
use crate::components::counted;
use crate::session::{LoadIssue, LoadReport, Session};
use gloo::timers::future::TimeoutFuture;
use one_plan_model::exchange::{Problem, read_json};
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
    /// It goes on: how far it is, in words.
    Reading {
        /// Which reading.
        ticket: u32,
        /// How far it is.
        words: Rc<str>,
    },
    /// The person did not want to wait.
    Stopped {
        /// Which reading.
        ticket: u32,
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
        let read = match source.files().await {
            Ok(files) => open(files, ticket, &report).await,
            Err(problem) => Err(Some(vec![problem])),
        };
        report.emit(match read {
            Ok(session) => Progress::Opened { ticket, session },
            Err(Some(problems)) => Progress::Refused { ticket, refusal: Refusal { name, problems: problems.into() } },
            Err(None) => Progress::Stopped { ticket },
        });
    });
}

/// Opens files. One plan file is read here; everything else by the second module, in its worker.
///
/// # Errors
///
/// Why they are not opened; nothing where the person did not want to wait.
async fn open(
    files: Vec<(String, Vec<u8>)>,
    ticket: u32,
    report: &Callback<Progress>,
) -> Result<Session, Option<Vec<Problem>>> {
    if let [(name, bytes)] = files.as_slice()
        && is_plan_file(bytes)
    {
        return read_json(bytes).map(|file| Session::open(file.plan, name.as_str())).map_err(Some);
    }
    let chosen: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let name = chosen.first().cloned().unwrap_or_default();
    let tell = report.clone();
    let opened =
        open_files(files, move |at| tell.emit(Progress::Reading { ticket, words: progress_words(&at).into() }));
    let opened = opened.await.map_err(|error| (error != "stopped").then(|| vec![failed(&error)]))?;
    let load_report = LoadReport { chosen, ..LoadReport::of_json(&opened.report) };
    match opened.plan {
        Some(plan) => {
            let plan = read_json(plan.as_bytes()).map_err(Some)?.plan;
            Ok(Session::open_made(plan, &name, load_report))
        }
        None => Err(Some(load_report.refused.iter().map(refused).collect())),
    }
}

/// Whether a file is a plan file, or a damaged one: it begins with a brace or a bracket.
fn is_plan_file(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    matches!(text.trim_ascii_start().first(), Some(b'{' | b'['))
}

fn progress_words(at: &ReadingProgress) -> String {
    let sheet = if at.sheet.is_empty() { String::new() } else { format!(", sheet \"{}\"", at.sheet) };
    let share = at.share.map(|share| format!(", {:.0} %", share * 100.0)).unwrap_or_default();
    format!("{}{sheet}: {} rows{share}", at.file, counted(at.rows as usize))
}

fn failed(error: &str) -> Problem {
    Problem::of_file(
        format!("The selected file must be one that can be read; reading it ended with: {error}"),
        "a smaller file, or the same saved anew by a spreadsheet program; what was open stays as it was",
    )
}

fn refused(issue: &LoadIssue) -> Problem {
    let place = if issue.place.is_empty() { String::new() } else { format!("{}: ", issue.place) };
    Problem::of_file(format!("{place}{}", issue.what), issue.expected.clone())
}
