//! What is open on the page: a plan, what follows from it, and what the person may do with it.

mod change;
mod changed_cells;
mod headlines;
mod history;
mod journal;
mod kept;
mod load_answers;
mod load_questions;
mod load_report;
mod make;
mod moves;
mod seal_report;
mod step;
#[cfg(test)]
mod tests;
mod worked_out;

use make::{Made, make};
use one_plan_model::outcome::{self, Flow, Outcome, Seal, Verified};
use one_plan_model::pace::Pace;
use one_plan_model::plan::{Edit, Plan, Refused};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

pub use change::Change;
pub use changed_cells::ChangedCells;
pub use headlines::{Did, Effect};
pub use history::History;
pub use journal::{Entry, replay};
pub use kept::{KeepRequest, Kept, KeptKind, KeptPlan, KeptPlans};
pub use load_answers::{LEFT_ALONE, TRACKER, answers_as_mapping, column_field, months_field, question_field};
pub use load_questions::{LoadQuestion, LoadReading, ReadColumn, TrackerField};
pub use load_report::{ControlTotal, LoadIssue, LoadReport};
pub use moves::Moves;
pub use seal_report::{SealReport, SealedFigure};
pub use step::Step;
pub use worked_out::WorkedOut;

/// A plan that is open, with everything that follows from it. Two sessions are equal only if
/// they are the same one: a change makes a new session.
#[derive(Clone)]
pub struct Session {
    content: Rc<Content>,
}

struct Content {
    plan: Plan,
    outcome: Rc<Outcome>,
    file_name: String,
    /// What it was made of, where that was no plan file.
    made_of: Option<String>,
    load_report: Option<Rc<LoadReport>>,
    seal_report: Option<Rc<SealReport>>,
    history: History,
    /// Worked out when it is first asked for: the whole plan is written for it.
    seal: OnceCell<Seal>,
    /// The same: pages without a picture of the shifts do without it.
    flows: OnceCell<Vec<Flow>>,
    worked_out: WorkedOut,
}

impl Content {
    /// A plan that nobody changed yet.
    fn of(plan: Plan, outcome: impl Into<Rc<Outcome>>, file_name: String) -> Self {
        Self {
            plan,
            outcome: outcome.into(),
            file_name,
            made_of: None,
            load_report: None,
            seal_report: None,
            history: History::default(),
            seal: OnceCell::new(),
            flows: OnceCell::new(),
            worked_out: WorkedOut::default(),
        }
    }
}

/// A change that was made on trial: what it refuses is known before it counts, and nothing of it is done again when it does.
#[derive(Clone)]
pub struct Tried {
    session: Session,
    change: Change,
    made: Rc<Made>,
}

impl Tried {
    /// The change.
    pub const fn change(&self) -> &Change {
        &self.change
    }

    /// What of its edits cannot be done, and why.
    pub fn refused(&self) -> impl Iterator<Item = &Refused> {
        // Those that follow from its edits are told when it is made.
        self.made.refused.iter().filter(|refused| refused.edit < self.change.edits.len())
    }
}

/// What came of a change.
pub struct Changed {
    /// The session afterwards; nothing where nothing changed.
    pub session: Option<Session>,
    /// What could not be done, each with the change's edit, and why.
    pub refused: Vec<Refused>,
    /// Why the change was not made at all; empty where it was, as far as it could be.
    pub unusable: String,
}

impl Session {
    /// A plan that was read from a file, with what follows from it.
    pub fn open(plan: Plan, outcome: Outcome, file_name: impl Into<String>) -> Self {
        Self::of(Content::of(plan, outcome, file_name.into()))
    }

    /// The same for a plan that was made of other files, with what is to be said of them. It is saved as a plan file
    /// of the same name.
    pub fn open_made(plan: Plan, outcome: Outcome, file_name: &str, report: LoadReport) -> Self {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let (made_of, load_report) = (Some(file_name.to_owned()), Some(Rc::new(report)));
        Self::of(Content { made_of, load_report, ..Content::of(plan, outcome, format!("{stem}.json")) })
    }

    /// A sealed plan that was computed again, with what came of it. It is saved as a plan file of another name.
    pub fn open_sealed(verified: Verified, file_name: &str) -> Self {
        let seal_report = Some(Rc::new(SealReport::of(&verified)));
        let Verified { plan, outcome, now, .. } = verified;
        let content = Content::of(plan, outcome, file_name.replace("-sealed.json", ".json"));
        Self::of(Content { seal_report, seal: OnceCell::from(now), ..content })
    }

    /// What came of the seal of a sealed plan, as long as it stands as it was opened: what was changed since is no longer what
    /// was sealed.
    pub fn seal_report(&self) -> Option<&Rc<SealReport>> {
        self.content.seal_report.as_ref().filter(|_| self.history().standing().is_empty())
    }

    /// What stands for the plan, the parameters and the version.
    pub fn seal(&self) -> &Seal {
        self.content.seal.get_or_init(|| Seal::of(self.plan()))
    }

    /// Works the seal out without holding the page up; who asks for it then has it at once.
    pub async fn work_out_seal(&self, pace: &Pace<'_>) {
        if self.content.seal.get().is_none() {
            // Whoever was quicker found the same.
            let _ = self.content.seal.set(Seal::in_slices(self.plan(), pace).await);
        }
    }

    fn of(content: Content) -> Self {
        Self { content: Rc::new(content) }
    }

    /// The name of the file that the person chose: that of the plan file, or of what the plan was made of.
    pub fn chosen_name(&self) -> &str {
        self.content.made_of.as_deref().unwrap_or(&self.content.file_name)
    }

    /// What is to be said of the files from which it was made; nothing for a plan file, of which every row is used.
    pub fn load_report(&self) -> Option<&LoadReport> {
        self.content.load_report.as_deref()
    }

    /// What the plan remembers of headings: the rows of its table `headings` in JSON, each as the text of its columns.
    pub fn remembered(&self) -> String {
        remembered_in(self.plan())
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.content.plan
    }

    /// What follows from it.
    pub fn outcome(&self) -> &Outcome {
        &self.content.outcome
    }

    /// What leaves where and arrives where, scheme by scheme.
    pub fn flows(&self) -> &[Flow] {
        self.content.flows.get_or_init(|| outcome::flows(self.plan()))
    }

    /// What the page worked out of it.
    pub fn worked_out(&self) -> &WorkedOut {
        &self.content.worked_out
    }

    /// The name of the file from which it was read.
    pub fn file_name(&self) -> &str {
        &self.content.file_name
    }

    /// The title of the plan, and whose plan it is: titles alone are often the same.
    pub fn title(&self) -> String {
        let details = self.plan().details();
        details.map_or_else(|| "This plan".to_owned(), |details| format!("{} ({})", details.title(), details.system()))
    }

    /// What the person changed since it was read.
    pub fn history(&self) -> &History {
        &self.content.history
    }

    /// Makes a change at a time that the page gives; everything is computed again at once, however many edits it has.
    pub fn changed(&self, change: &Change, time: &str) -> Changed {
        self.after(make(self.plan(), self.history().next_number(), change, time), time)
    }

    /// Makes a change on trial; nothing is computed.
    pub fn tried(&self, change: Change) -> Tried {
        let made = Rc::new(make(self.plan(), self.history().next_number(), &change, ""));
        Tried { session: self.clone(), change, made }
    }

    /// Makes a change that was made on trial. Where another came between, it is made anew.
    pub fn changed_as_tried(&self, tried: Tried, time: &str) -> Changed {
        let Tried { session, change, made } = tried;
        if session == *self { self.after(Rc::unwrap_or_clone(made), time) } else { self.changed(&change, time) }
    }

    fn after(&self, made: Made, time: &str) -> Changed {
        let mut changed = Changed { session: None, refused: made.refused, unusable: made.unusable };
        if let Some((plan, step)) = made.done {
            let outcome = outcome::compute(&plan);
            let (before, moves) = ((self.plan(), self.outcome()), Moves::by(&step.undo));
            let effects = headlines::effects(before, (&plan, &outcome), &moves).into();
            let history = self.history().clone().with(Step { effects, time: time.into(), ..step });
            changed.session = Some(self.with(plan, Rc::new(outcome), history));
        }
        changed
    }

    /// What is open again after everything of a journal was done once more; everything is computed once, at the end. With
    /// it, what stood when the file was saved last.
    pub async fn replayed(plan: Plan, file_name: &str, journal: &[Entry], pace: &Pace<'_>) -> (Self, Option<u32>) {
        let replayed = journal::replay(plan, journal);
        let outcome = outcome::compute_in_slices(&replayed.plan, pace).await;
        let content = Content::of(replayed.plan, outcome, file_name.to_owned());
        let (made_of, load_report) = match replayed.loaded {
            Some((files, report)) => (Some(files.to_string()), Some(Rc::new(LoadReport::of_json(&report)))),
            None => (None, None),
        };
        let seal_report = replayed.sealed.and_then(|report| SealReport::of_json(&report)).map(Rc::new);
        (Self::of(Content { history: replayed.history, made_of, load_report, seal_report, ..content }), replayed.saved)
    }

    /// What is kept beside the changes: what was said of the files of which the plan was made, and of its seal. Nothing for
    /// a plan file that is neither.
    pub fn notes(&self) -> Vec<Entry> {
        let content = &self.content;
        let files = content.made_of.as_deref().zip(self.load_report());
        let loaded = files.map(|(files, report)| Entry::Loaded(files.into(), Rc::clone(&report.text)));
        let sealed = content.seal_report.as_deref().map(|report| Entry::Sealed(report.to_json().into()));
        loaded.into_iter().chain(sealed).collect()
    }

    /// The plan as it was opened, without the changes that stand: mostly there are none, and a large plan is not copied.
    pub fn plan_as_opened(&self) -> Cow<'_, Plan> {
        let mut plan = Cow::Borrowed(self.plan());
        for step in self.history().standing().iter().rev() {
            plan.to_mut().apply(&step.undo);
        }
        plan
    }

    /// The session without the last change; nothing where there is none.
    pub fn undone(&self) -> Option<Self> {
        let step = self.history().to_undo()?;
        Some(self.applied(&step.undo, self.history().clone().undone()))
    }

    /// The session with the change that was taken back last; nothing where there is none.
    pub fn redone(&self) -> Option<Self> {
        let step = self.history().to_redo()?;
        Some(self.applied(&step.edits, self.history().clone().redone()))
    }

    /// The session in which a change has another reason.
    #[must_use]
    pub fn because(&self, number: u32, reason: &str) -> Self {
        let history = self.history().clone().because(number, reason);
        self.with(self.plan().clone(), Rc::clone(&self.content.outcome), history)
    }

    /// The change that takes back one step among others, which is a step of its own; or why it cannot be made.
    ///
    /// # Errors
    ///
    /// The name of a later change that touches the same cells or rows: it must be taken back first.
    pub fn taking_back(&self, number: u32) -> Result<Change, Rc<str>> {
        self.history().taking_back(number)
    }

    /// How rows moved since another session of the same plan, which is one step away.
    pub fn moves_from(&self, before: &Self) -> Moves {
        let (now, was) = (self.history(), before.history());
        let number = |step: Option<&Rc<Step>>| step.map(|step| step.number);
        match (now.to_redo(), now.to_undo()) {
            (Some(step), _) if number(was.to_undo()) == Some(step.number) => Moves::back(&step.undo),
            (_, Some(step)) if number(was.to_redo()) == Some(step.number) || step.number == was.next_number() => {
                Moves::by(&step.undo)
            }
            _ => Moves::default(),
        }
    }

    fn applied(&self, edits: &[Edit], history: History) -> Self {
        let mut plan = self.content.plan.clone();
        plan.apply(edits);
        let outcome = outcome::compute(&plan);
        self.with(plan, Rc::new(outcome), history)
    }

    fn with(&self, plan: Plan, outcome: Rc<Outcome>, history: History) -> Self {
        let file_name = self.content.file_name.clone();
        let Content { made_of, load_report, seal_report, .. } = &*self.content;
        let (made_of, load_report, seal_report) = (made_of.clone(), load_report.clone(), seal_report.clone());
        Self::of(Content { made_of, load_report, seal_report, history, ..Content::of(plan, outcome, file_name) })
    }
}

fn remembered_in(plan: &Plan) -> String {
    let rows = plan.headings.iter().map(|(_, row)| {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        [row.kind().word().to_owned(), text(row.within()), text(row.words()), text(row.field()), text(row.means())]
    });
    serde_json::to_string(&rows.collect::<Vec<_>>()).unwrap_or_default()
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
    }
}
