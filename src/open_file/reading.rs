use super::refusal::Refusal;
use super::source::{Answers, Source};
use crate::browser::{OpenedFiles, ReadingProgress, answer_files, open_files};
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
    /// It can be read, and the person decides first.
    Asked {
        /// Which reading.
        ticket: u32,
        /// What is asked.
        asked: Asked,
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

/// Files of which something is not used, or is asked.
#[derive(Clone, PartialEq)]
pub struct Asked {
    /// What they are called.
    pub name: Rc<str>,
    /// What is to be said of them.
    pub report: LoadReport,
    /// The plan of what can be used; nothing where there can be none before something is said.
    pub session: Option<Session>,
}

/// What came of files.
enum Read {
    Opened(Session),
    Asked(Asked),
    Refused(Vec<Problem>),
    Stopped,
}

/// Reads a plan and computes what follows from it; reports at once that it has begun. The open plan may remember what
/// headings mean.
pub fn read(source: Source, open: Option<&Session>, report: Callback<Progress>) {
    thread_local! {
        static TICKETS: Cell<u32> = const { Cell::new(0) };
    }
    let ticket = TICKETS.with(|tickets| {
        tickets.set(tickets.get().wrapping_add(1));
        tickets.get()
    });
    let name = source.name();
    let remembered = open.map_or_else(|| "[]".to_owned(), Session::remembered);
    report.emit(Progress::Started { ticket, name: Rc::clone(&name) });
    spawn_local(async move {
        TimeoutFuture::new(TIME_TO_SHOW).await;
        let read = match &source {
            Source::Answered { chosen, answers } => read_again(chosen, answers, &name).await,
            _ => match source.files().await {
                Ok(files) => read_files(files, &remembered, &name, ticket, &report).await,
                Err(problem) => Read::Refused(vec![problem]),
            },
        };
        report.emit(match read {
            Read::Opened(session) => Progress::Opened { ticket, session },
            Read::Asked(asked) => Progress::Asked { ticket, asked },
            Read::Refused(problems) => {
                Progress::Refused { ticket, refusal: Refusal { name, problems: problems.into() } }
            }
            Read::Stopped => Progress::Stopped { ticket },
        });
    });
}

/// Opens files. One plan file is read here; everything else by the second module, in its worker.
async fn read_files(
    files: Vec<(String, Vec<u8>)>,
    remembered: &str,
    name: &Rc<str>,
    ticket: u32,
    report: &Callback<Progress>,
) -> Read {
    if let [(name, bytes)] = files.as_slice()
        && is_plan_file(bytes)
    {
        return match read_json(bytes) {
            Ok(file) => Read::Opened(Session::open(file.plan, name.as_str())),
            Err(problems) => Read::Refused(problems),
        };
    }
    let chosen: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let tell = report.clone();
    let opened = open_files(files, remembered, move |at| {
        tell.emit(Progress::Reading { ticket, words: progress_words(&at).into() });
    });
    of_worker(opened.await, chosen, name)
}

/// The files that were opened last, with what the person says of them.
async fn read_again(chosen: &[String], answers: &Answers, name: &Rc<str>) -> Read {
    match answers.text().await {
        Ok(mapping) => of_worker(answer_files(&mapping).await, chosen.to_vec(), name),
        Err(problem) => Read::Refused(vec![problem]),
    }
}

fn of_worker(opened: Result<OpenedFiles, String>, chosen: Vec<String>, name: &Rc<str>) -> Read {
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) if error == "stopped" => return Read::Stopped,
        Err(error) => return Read::Refused(vec![failed(&error)]),
    };
    let file_name = chosen.first().cloned().unwrap_or_default();
    let report = LoadReport { chosen, ..LoadReport::of_json(&opened.report) };
    let session = match opened.plan.map(|plan| read_json(plan.as_bytes())) {
        Some(Ok(file)) => Some(Session::open_made(file.plan, &file_name, report.clone())),
        Some(Err(problems)) => return Read::Refused(problems),
        None => None,
    };
    match session {
        Some(session) if !report.asks() => Read::Opened(session),
        None if !report.has_questions() => Read::Refused(report.refused.iter().map(refused).collect()),
        session => Read::Asked(Asked { name: Rc::clone(name), report, session }),
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
