use super::asked::Asked;
use super::kept_answers;
use super::progress::Progress;
use super::reading_words::{failed, not_used, progress_words, refused, stage_words, unusable};
use super::refusal::Refusal;
use super::source::{Answers, Source, bytes_of};
use super::under_way;
use crate::browser::{OpenedFiles, answer_files, in_slices, next_turn, open_files};
use crate::session::{LoadReport, Session};
use gloo::timers::future::TimeoutFuture;
use one_plan_model::exchange::{FileText, Problem, read_json_in_slices};
use one_plan_model::outcome::{Outcome, compute_in_slices, is_sealed, verify};
use one_plan_model::pace::Pace;
use one_plan_model::plan::Plan;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;
use yew::Callback;

/// Time in milliseconds for the browser to show what is being read before the work starts. Not an
/// animation frame: a page in the background gets none.
const TIME_TO_SHOW: u32 = 30;

const MEGABYTE: f64 = 1_048_576.0;
/// So many bytes of a file are brought in at a time.
const PART: f64 = MEGABYTE;
/// What a file is, is seen in so many of its first bytes: blanks may stand before the brace.
const FIRST_BYTES: f64 = 4_096.0;

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
    let ticket = under_way::begin();
    let name = source.name();
    let remembered = kept_answers::with_kept(&open.map_or_else(|| "[]".to_owned(), Session::remembered));
    let is_answered = matches!(source, Source::Answered { .. });
    report.emit(Progress::Started { ticket, name: Rc::clone(&name), is_answered });
    spawn_local(async move {
        TimeoutFuture::new(TIME_TO_SHOW).await;
        let reading = Reading { ticket, name: Rc::clone(&name), report: report.clone() };
        let read = reading.read(&source, &remembered).await.unwrap_or_else(|not_opened| match not_opened {
            Some(problems) => Read::Refused(problems),
            None => Read::Stopped,
        });
        // What came of it is drawn in a turn of its own: the last part of the work took one.
        next_turn().await;
        under_way::stop(ticket);
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

/// Why nothing was opened: what is wrong; nothing where the person did not want to wait.
type NotOpened = Option<Vec<Problem>>;

/// A reading that is under way.
struct Reading {
    ticket: u32,
    name: Rc<str>,
    report: Callback<Progress>,
}

impl Reading {
    fn tell(&self, words: String) {
        self.report.emit(Progress::Reading { ticket: self.ticket, words: words.into() });
    }

    /// Reads what was given. One plan file is read here; everything else by the second module, in its worker.
    async fn read(&self, source: &Source, remembered: &str) -> Result<Read, NotOpened> {
        match source {
            Source::Text(text) => {
                let plan = self.plan(text).await?;
                let outcome = self.outcome(&plan).await?;
                Ok(Read::Opened(Session::open(plan, outcome, self.name.as_ref())))
            }
            Source::Answered { asked, answers } => {
                match self.read_answered(asked, answers).await {
                    // Whoever is in the middle of answering goes on from where they are.
                    Ok(Read::Refused(problems)) | Err(Some(problems)) => {
                        Ok(Read::Asked(Asked { refused: Some(not_used(answers, &problems)), ..(**asked).clone() }))
                    }
                    read => read,
                }
            }
            Source::Files(_) | Source::Example(_) => {
                self.read_files(source.files().await.map_err(of_file)?, remembered).await
            }
        }
    }

    async fn read_answered(&self, asked: &Asked, answers: &Answers) -> Result<Read, NotOpened> {
        let mapping = answers.text().await.map_err(of_file)?;
        let opened = answer_files(&mapping).await;
        let opened = opened.map_err(|error| (error != "stopped").then(|| vec![unusable(&error)]))?;
        let read = self.of_opened(&opened, asked.report.chosen.clone()).await?;
        if let Read::Opened(session) | Read::Asked(Asked { session: Some(session), .. }) = &read {
            kept_answers::keep(&session.remembered());
        }
        Ok(read)
    }

    async fn read_files(&self, files: Vec<(String, Blob)>, remembered: &str) -> Result<Read, NotOpened> {
        let beginning = match files.as_slice() {
            [(_, file)] => bytes_of(file, 0.0, FIRST_BYTES).await.map_err(of_file)?,
            _ => Vec::new(),
        };
        if let [(name, file)] = files.as_slice()
            && is_plan_file(&beginning)
        {
            if is_sealed(&beginning) {
                let verified = verify(self.text(file).await?.as_bytes()).map_err(Some)?;
                return Ok(Read::Opened(Session::open_sealed(verified, name)));
            }
            let plan = self.plan_of_file(file).await?;
            let outcome = self.outcome(&plan).await?;
            return Ok(Read::Opened(Session::open(plan, outcome, name.as_str())));
        }
        let (ticket, report) = (self.ticket, self.report.clone());
        let tell = move |at| report.emit(Progress::Reading { ticket, words: progress_words(&at).into() });
        let opened = open_files(&files, remembered, tell).await;
        let opened = opened.map_err(|error| (error != "stopped").then(|| vec![failed(&error)]))?;
        self.of_opened(&opened, files.into_iter().map(|(name, _)| name).collect()).await
    }

    /// What comes of the answer of the worker.
    async fn of_opened(&self, opened: &OpenedFiles, chosen: Vec<String>) -> Result<Read, NotOpened> {
        let file_name = chosen.first().cloned().unwrap_or_default();
        let report = LoadReport { chosen, ..LoadReport::of_json(&opened.report) };
        let mut session = None;
        if let Some(file) = &opened.plan {
            let plan = self.plan_of_file(file).await?;
            let outcome = self.outcome(&plan).await?;
            session = Some(Session::open_made(plan, outcome, &file_name, report.clone()));
        }
        Ok(match session {
            Some(session) if !report.asks() => Read::Opened(session),
            None if !report.has_questions() => Read::Refused(report.refused.iter().map(refused).collect()),
            session => Read::Asked(Asked { name: Rc::clone(&self.name), report, session, refused: None }),
        })
    }

    /// Brings the text of a file in, part by part.
    async fn text(&self, file: &Blob) -> Result<String, NotOpened> {
        let size = file.size();
        let mut text = FileText::with_capacity(size as usize);
        let mut start = 0.0;
        while start < size {
            text.push(&bytes_of(file, start, PART).await.map_err(of_file)?).map_err(Some)?;
            start += PART;
            if !under_way::is_wanted(self.ticket) {
                return Err(None);
            }
            if size > PART {
                self.tell(format!("{:.0} of {:.0} MB fetched", start.min(size) / MEGABYTE, size / MEGABYTE));
            }
        }
        text.finish().map_err(Some)
    }

    /// The plan that a file is. Its text is gone before anything is computed: the two would need the memory twice.
    async fn plan_of_file(&self, file: &Blob) -> Result<Plan, NotOpened> {
        let text = self.text(file).await?;
        self.plan(&text).await
    }

    async fn plan(&self, text: &str) -> Result<Plan, NotOpened> {
        let read = async |pace: &Pace<'_>| read_json_in_slices(text, pace).await;
        let read = in_slices(read, |stage| self.tell(stage_words(stage)), || under_way::is_wanted(self.ticket)).await;
        Ok(read.ok_or(None)?.map_err(Some)?.plan)
    }

    /// What follows from a plan.
    async fn outcome(&self, plan: &Plan) -> Result<Outcome, NotOpened> {
        let compute = async |pace: &Pace<'_>| compute_in_slices(plan, pace).await;
        in_slices(compute, |stage| self.tell(stage_words(stage)), || under_way::is_wanted(self.ticket))
            .await
            .ok_or(None)
    }
}

fn of_file(problem: Problem) -> NotOpened {
    Some(vec![problem])
}

/// Whether a file is a plan file, or a damaged one, by its first bytes: it begins with a brace or a bracket.
fn is_plan_file(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    matches!(text.trim_ascii_start().first(), Some(b'{' | b'['))
}
