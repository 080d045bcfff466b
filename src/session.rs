//! What is open on the page: a plan, what follows from it, and what the person may do with it.

mod load_report;

use one_plan_model::outcome::{self, Outcome};
use one_plan_model::plan::Plan;
use std::rc::Rc;

pub use load_report::{ControlTotal, LoadIssue, LoadReport};

/// A plan that is open, with everything that follows from it. Two sessions are equal only if
/// they are the same one: a change makes a new session.
#[derive(Clone)]
pub struct Session {
    content: Rc<Content>,
}

struct Content {
    plan: Plan,
    outcome: Outcome,
    file_name: String,
    /// What it was made of, where that was no plan file.
    made_of: Option<String>,
    load_report: Option<Rc<LoadReport>>,
    changed: bool,
}

impl Session {
    /// Computes everything that follows from a plan that was read from a file.
    pub fn open(plan: Plan, file_name: impl Into<String>) -> Self {
        Self::of(plan, file_name.into(), None, None)
    }

    /// The same for a plan that was made of other files, with what is to be said of them. It is saved as a plan file
    /// of the same name.
    pub fn open_made(plan: Plan, file_name: &str, report: LoadReport) -> Self {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        Self::of(plan, format!("{stem}.json"), Some(file_name.to_owned()), Some(Rc::new(report)))
    }

    fn of(plan: Plan, file_name: String, made_of: Option<String>, load_report: Option<Rc<LoadReport>>) -> Self {
        let outcome = outcome::compute(&plan);
        Self { content: Rc::new(Content { plan, outcome, file_name, made_of, load_report, changed: false }) }
    }

    /// The name of the file that the person chose: that of the plan file, or of what the plan was made of.
    pub fn chosen_name(&self) -> &str {
        self.content.made_of.as_deref().unwrap_or(&self.content.file_name)
    }

    /// What is to be said of the files from which it was made; nothing for a plan file, of which every row is used.
    pub fn load_report(&self) -> Option<&LoadReport> {
        self.content.load_report.as_deref()
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.content.plan
    }

    /// What follows from it.
    pub fn outcome(&self) -> &Outcome {
        &self.content.outcome
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

    /// Whether the person has changed it since it was read.
    pub fn is_changed(&self) -> bool {
        self.content.changed
    }

    /// The session after a change; everything is computed again at once.
    pub fn changed(&self, change: &dyn Fn(&mut Plan)) -> Self {
        let mut plan = self.content.plan.clone();
        change(&mut plan);
        let outcome = outcome::compute(&plan);
        let file_name = self.content.file_name.clone();
        let (made_of, load_report) = (self.content.made_of.clone(), self.content.load_report.clone());
        Self { content: Rc::new(Content { plan, outcome, file_name, made_of, load_report, changed: true }) }
    }
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
    }
}

/// A change to a plan.
#[derive(Clone)]
pub struct Change(Rc<dyn Fn(&mut Plan)>);

impl Change {
    /// A change that a function makes.
    pub fn new(change: impl Fn(&mut Plan) + 'static) -> Self {
        Self(Rc::new(change))
    }

    /// The function.
    pub fn function(&self) -> &dyn Fn(&mut Plan) {
        &*self.0
    }
}
