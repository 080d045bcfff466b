use super::change::Change;
use super::headlines::Effect;
use super::step::Step;
use std::rc::Rc;

/// Every change that was made, and those that were taken back and can be made again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    steps: Vec<Rc<Step>>,
    /// How many of them stand; the others were taken back.
    standing: usize,
    last_number: u32,
}

impl History {
    /// The changes that stand, the first first.
    pub fn standing(&self) -> &[Rc<Step>] {
        self.steps.get(..self.standing).unwrap_or_default()
    }

    /// The change that is taken back next.
    pub fn to_undo(&self) -> Option<&Rc<Step>> {
        self.standing().last()
    }

    /// The change that is made again next.
    pub fn to_redo(&self) -> Option<&Rc<Step>> {
        self.steps.get(self.standing)
    }

    /// The number that the next new step gets.
    pub fn next_number(&self) -> u32 {
        self.last_number.saturating_add(1)
    }

    /// What stands, as one number: that of the last step; nothing where none stands.
    pub fn mark(&self) -> Option<u32> {
        self.to_undo().map(|step| step.number)
    }

    /// With a step that was made; those that were taken back before it are gone.
    #[must_use]
    pub fn with(mut self, step: Step) -> Self {
        self.steps.truncate(self.standing);
        self.last_number = self.last_number.max(step.number);
        let continued = self.steps.last().filter(|last| {
            last.is_typed
                && step.is_typed
                && last.name == step.name
                && last.only_cell().is_some_and(|cell| step.only_cell() == Some(cell))
        });
        if let Some(first) = continued.cloned() {
            self.steps.pop();
            if first.undo != step.edits {
                // Why it was begun is also why it goes on.
                let reason = if step.reason.is_empty() { &first.reason } else { &step.reason };
                self.steps.push(Rc::new(Step {
                    undo: Rc::clone(&first.undo),
                    effects: together(&first, &step),
                    reason: Rc::clone(reason),
                    ..step
                }));
            }
        } else {
            self.steps.push(Rc::new(step));
        }
        self.standing = self.steps.len();
        self
    }

    /// After the last change was taken back.
    #[must_use]
    pub fn undone(mut self) -> Self {
        self.standing = self.standing.saturating_sub(1);
        self
    }

    /// After it was made again.
    #[must_use]
    pub fn redone(mut self) -> Self {
        self.standing = self.steps.len().min(self.standing.saturating_add(1));
        self
    }

    /// With another reason for a step.
    #[must_use]
    pub fn because(mut self, number: u32, reason: &str) -> Self {
        if let Some(step) = self.steps.iter_mut().find(|step| step.number == number) {
            *step = Rc::new(Step { reason: reason.into(), ..(**step).clone() });
        }
        self
    }

    /// The change that takes back one step among others, which is a step of its own.
    ///
    /// # Errors
    ///
    /// The name of a later change that touches the same cells or rows: it must be taken back first.
    pub fn taking_back(&self, number: u32) -> Result<Change, Rc<str>> {
        match self.step(number) {
            Some((_, Some(later))) => Err(Rc::clone(&later.name)),
            Some((step, None)) => Ok(Change::new(format!("Taken back: {}", step.name), step.undo.to_vec())),
            None => Err("a change that does not stand any more".into()),
        }
    }

    /// With what a step did to the headline figures.
    #[must_use]
    pub fn with_effects(mut self, number: u32, effects: Rc<[Effect]>) -> Self {
        if let Some(step) = self.steps.iter_mut().find(|step| step.number == number) {
            *step = Rc::new(Step { effects, ..(**step).clone() });
        }
        self
    }

    /// A step that stands, with the first later one that touches what it changed.
    fn step(&self, number: u32) -> Option<(&Rc<Step>, Option<&Rc<Step>>)> {
        let mut from = self.standing().iter().skip_while(|step| step.number != number);
        let step = from.next()?;
        Some((step, from.find(|later| step.is_built_on_by(later))))
    }
}

/// What two steps did that count as one.
fn together(first: &Step, second: &Step) -> Rc<[Effect]> {
    let mut effects = Vec::new();
    for effect in first.effects.iter() {
        let later = second.effects.iter().find(|later| later.figure == effect.figure);
        let after = later.map_or(effect.after, |later| later.after);
        if after != effect.before {
            effects.push(Effect { after, ..effect.clone() });
        }
    }
    let new = second.effects.iter().filter(|later| !first.effects.iter().any(|effect| effect.figure == later.figure));
    effects.extend(new.cloned());
    effects.into()
}
