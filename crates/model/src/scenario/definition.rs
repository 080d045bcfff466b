//! Scenarios as they stand in a plan.

use super::lever::{By, Lever, NARROWED_BY, Narrowing, millionths};
use crate::plan::{CellAddress, ContractForm, Distribution, Id, LeverKind, Plan, Row, Scenario, ScenarioLever};
use crate::quantity::{Fixed, format};

/// A lever, and where it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetLever {
    /// Which it is.
    pub kind: LeverKind,
    /// The rows on which it acts.
    pub narrowing: Narrowing,
    /// Where it is set: a share, points or months.
    pub setting: Fixed,
    /// The form of contract, where that is what is set.
    pub form: Option<ContractForm>,
    /// The range in which it is drawn in simulations.
    pub range: Option<SetRange>,
}

/// In which range a lever is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetRange {
    /// The least.
    pub low: Fixed,
    /// The most.
    pub high: Fixed,
    /// How it is drawn between them.
    pub distribution: Distribution,
    /// Whether each row that is moved draws for itself.
    pub separately: bool,
}

/// A cell that is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The cell.
    pub cell: CellAddress,
    /// What stands there instead; nothing where it is emptied.
    pub value: Option<String>,
}

/// What a scenario does to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definition {
    /// Cells that are otherwise; these come first.
    pub changes: Vec<Change>,
    /// Levers, in the order in which they work.
    pub levers: Vec<SetLever>,
    /// What of it cannot be understood, in words.
    pub problems: Vec<String>,
}

impl SetLever {
    /// A lever that acts on all rows, set to so many millionths.
    pub fn to(kind: LeverKind, setting: i64) -> Self {
        Self { kind, narrowing: Narrowing::default(), setting: millionths(setting), form: None, range: None }
    }

    /// What it does, such as "Delivery of savings, programme Acute Care: 90% of the planned savings are delivered".
    pub fn words(&self, plan: &Plan) -> String {
        format!("{}: {}", self.name(plan), self.setting_words(self.setting))
    }

    /// What is moved, without where it is set.
    pub fn name(&self, plan: &Plan) -> String {
        let mut words = Lever::of(self.kind).name.to_owned();
        for ((name, by), of) in NARROWED_BY.iter().zip(&self.narrowing) {
            let Some(of) = of else { continue };
            let of = match by {
                By::Row(table) => plan.title(*table, *of).unwrap_or_default().to_owned(),
                By::Word(choices) => {
                    choices.get(*of as usize).map(|choice| choice.word.replace('-', " ")).unwrap_or_default()
                }
            };
            words.push_str(&format!(", {name} {of}"));
        }
        words
    }

    /// A setting of it in words.
    pub fn setting_words(&self, setting: Fixed) -> String {
        let lever = Lever::of(self.kind);
        let set = match self.kind {
            LeverKind::ContractForm => self.form.map(|form| form.word().replace('-', " ")).unwrap_or_default(),
            LeverKind::Delay => format::count(setting.value()),
            _ => share_words(setting),
        };
        format!("{set} {}", lever.meaning)
    }

    /// The same lever, set otherwise.
    #[must_use]
    pub fn set_to(&self, setting: Fixed) -> Self {
        Self { setting, ..self.clone() }
    }
}

/// A share in per cent with as many places as it has, such as 71.4%.
pub fn share_words(share: Fixed) -> String {
    format!("{}%", format::number(share.times(Fixed::HUNDRED).value()))
}

impl Definition {
    /// What a scenario of a plan says.
    pub fn of(plan: &Plan, scenario: Id<Scenario>) -> Self {
        let mut definition = Self::default();
        let changes = plan.scenario_changes.iter().filter(|(_, row)| row.scenario() == scenario);
        for (row, change) in changes {
            match plan.changed_cell(change) {
                Ok(cell) => {
                    definition.changes.push(Change { cell, value: change.value().map(str::to_owned) });
                }
                Err(what) => definition.problems.push(format!("change {}: {what}", row.index().saturating_add(1))),
            }
        }
        let levers = plan.scenario_levers.iter().filter(|(_, row)| row.scenario() == scenario);
        for (row, lever) in levers {
            match lever_of(lever) {
                Ok(lever) => definition.levers.push(lever),
                Err(what) => definition.problems.push(format!("lever {}: {what}", row.index().saturating_add(1))),
            }
        }
        definition
    }

    /// The same with the delivery of all savings drawn in a range, which is assumed: shares such as 0.9, and whether each
    /// scheme draws for itself. A delivery of all savings that the scenario sets stays the most likely one.
    ///
    /// ```
    /// use one_plan_model::scenario::{Definition, millionths};
    /// let definition = Definition::default().with_delivery_between(millionths(900_000), millionths(1_100_000), true);
    /// assert_eq!(definition.levers[0].setting, millionths(1_000_000));
    /// assert!(definition.levers[0].range.is_some_and(|range| range.separately));
    /// ```
    #[must_use]
    pub fn with_delivery_between(mut self, low: Fixed, high: Fixed, separately: bool) -> Self {
        let of_all = SetLever::to(LeverKind::Delivery, Lever::of(LeverKind::Delivery).neutral());
        let range = Some(SetRange { low, high, distribution: Distribution::Triangular, separately });
        let same = |lever: &&mut SetLever| lever.kind == of_all.kind && lever.narrowing == of_all.narrowing;
        match self.levers.iter_mut().find(same) {
            Some(lever) => lever.range = range,
            None => self.levers.push(SetLever { range, ..of_all }),
        }
        self
    }

    /// Every change and lever in words, in the order in which they work.
    pub fn words(&self, plan: &Plan) -> Vec<String> {
        let changes = self.changes.iter().map(|change| change.words(plan));
        changes.chain(self.levers.iter().map(|lever| lever.words(plan))).collect()
    }
}

impl Change {
    /// What is otherwise, such as "schemes, Ward closure, gross: 200 instead of 300".
    pub fn words(&self, plan: &Plan) -> String {
        let CellAddress { table, row, column } = self.cell;
        let was = plan.written_cell(table, row, column);
        let words = |text: Option<&str>| text.unwrap_or("nothing").to_owned();
        format!(
            "{}, {}, {}: {} instead of {}",
            table.name().replace('_', " "),
            plan.row_words(table, row),
            column.replace('_', " "),
            words(self.value.as_deref()),
            words(was.as_deref())
        )
    }
}

fn lever_of(row: Row<'_, ScenarioLever>) -> Result<SetLever, String> {
    let kind = row.lever();
    let lever = Lever::of(kind);
    let setting = match kind {
        LeverKind::Delay => row.months().map(|months| months.fixed()),
        LeverKind::ContractForm => Some(Fixed::ZERO),
        _ => row.setting().map(|share| share.fixed()),
    };
    let ends = row.low().map(|low| low.fixed()).zip(row.high().map(|high| high.fixed()));
    let range = ends.map(|(low, high)| SetRange {
        low,
        high,
        distribution: row.distribution().unwrap_or(Distribution::Triangular),
        separately: row.separately().unwrap_or_default(),
    });
    let range = range.filter(|range| !range.high.is_below(range.low) && lever.is_number() && kind != LeverKind::Delay);
    if setting.is_none() && range.is_none() {
        let column = if kind == LeverKind::Delay { "months" } else { "setting" };
        return Err(format!("{}: the column \"{column}\" is empty", lever.name));
    }
    if kind == LeverKind::ContractForm && row.form().is_none() {
        return Err(format!("{}: the column \"form\" is empty", lever.name));
    }
    Ok(SetLever {
        kind,
        narrowing: [
            row.programme().map(Id::index),
            row.status().map(|status| status as u32),
            row.risk().map(|risk| risk as u32),
            row.contract().map(Id::index),
            row.organisation().map(Id::index),
        ],
        // A lever that has only a range stands where it leaves the plan as it is.
        setting: setting.unwrap_or_else(|| millionths(lever.neutral())),
        form: row.form(),
        range,
    })
}
