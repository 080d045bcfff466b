use one_plan_model::plan::Edit;
use std::rc::Rc;

/// A change that a person makes to the plan: edits under one name, made and taken back together.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it is called, such as "Achieved of VTE risk assessment".
    pub name: Rc<str>,
    /// What is done to the plan.
    pub edits: Vec<Edit>,
    /// Why; empty where nobody said.
    pub reason: Rc<str>,
    /// Whether it may go on from the change before: a number that is being typed is one change, not one for each digit.
    pub is_typed: bool,
}

impl Change {
    /// A change.
    pub fn new(name: impl Into<Rc<str>>, edits: Vec<Edit>) -> Self {
        Self { name: name.into(), edits, reason: "".into(), is_typed: false }
    }

    /// The same change, which is being typed.
    #[must_use]
    pub fn typed(self) -> Self {
        Self { is_typed: true, ..self }
    }

    /// The same change with its reason.
    #[must_use]
    pub fn because(self, reason: impl Into<Rc<str>>) -> Self {
        Self { reason: reason.into(), ..self }
    }
}
