use super::{CellAddress, FigureKey, FindingKind, Severity, Unit};
use crate::plan::{Column, ColumnKind, Plan, Table};
use crate::quantity::{Decimal, InOrder, Value, absolute, subtract};

/// The most cells that a finding names of those of which it holds alike.
const MOST_CELLS: usize = 100;

/// Something in a plan that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Which check found it, in words with hyphens.
    pub code: &'static str,
    /// The cells concerned; the first is the one to look at.
    pub places: Vec<CellAddress>,
    /// The figures concerned.
    pub figures: Vec<FigureKey>,
    /// What was found, with the numbers.
    pub message: String,
    /// What to do.
    pub advice: &'static str,
    /// How far apart the two things are that it sets against each other, in the unit of the figure; nothing where it
    /// does not compare two numbers.
    pub apart: Option<(Decimal, Unit)>,
    /// Whether these two things should be the same. Where they need not be (a deficit, what has no scheme yet, what lies beyond
    /// a limit), both may be right, and how far apart they are is only how much the finding is about.
    pub disagrees: bool,
}

impl Finding {
    /// A finding of a kind, with what was found.
    ///
    /// ```
    /// use one_plan_model::calculation::{Finding, FindingKind};
    /// use one_plan_model::plan::Table;
    /// static TWICE: FindingKind =
    ///     FindingKind::warning("given-twice", "Take one of the two out.", "Two rows say the same.");
    /// let finding = Finding::of(&TWICE, "Rows 1 and 3 say the same.").at(Table::Risk, 2, "name").at(Table::Risk, 0, "name");
    /// assert_eq!(finding.places.len(), 2);
    /// assert_eq!(finding.advice, "Take one of the two out.");
    /// ```
    pub fn of(kind: &FindingKind, message: impl Into<String>) -> Self {
        Self {
            severity: kind.severity,
            code: kind.code,
            places: Vec::new(),
            figures: Vec::new(),
            message: message.into(),
            advice: kind.advice,
            apart: None,
            disagrees: true,
        }
    }

    /// The same where the plan gives a reason to take it otherwise: it matters as much as its kind says for that.
    pub fn otherwise(kind: &FindingKind, message: impl Into<String>) -> Self {
        Self::of(kind, message).with_severity(kind.or.unwrap_or(kind.severity))
    }

    /// Matters so much.
    #[must_use]
    pub(super) fn with_severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// Concerns one more cell; the first that is named is the one to look at.
    #[must_use]
    #[inline(never)]
    pub fn at(mut self, table: Table, row: u32, column: &'static str) -> Self {
        self.places.push(CellAddress { table, row, column });
        self
    }

    /// Concerns more cells.
    #[must_use]
    pub fn at_cells(mut self, cells: impl IntoIterator<Item = CellAddress>) -> Self {
        self.places.extend(cells);
        self
    }

    /// Concerns each of some cells, or so many of them as a person looks at: then the first by what is written in their rows,
    /// whatever the order of the rows.
    #[must_use]
    pub fn at_each(self, plan: &Plan, cells: impl IntoIterator<Item = CellAddress>) -> Self {
        self.at_each_of(plan, cells.into_iter().collect())
    }

    /// Concerns a column of each of some rows, as `at_each` does.
    ///
    /// ```
    /// use one_plan_model::calculation::{Finding, FindingKind};
    /// use one_plan_model::{example, plan::Table};
    /// static KIND: FindingKind = FindingKind::warning("kind", "Correct them.", "Rows say the same.");
    /// // What is named of many rows does not depend on their order.
    /// let named = |order: &mut dyn Iterator<Item = u32>| {
    ///     let risks: Vec<_> = order.map(|at| format!(r#"{{"id": "r{at:03}", "name": "R {at:03}"}}"#)).collect();
    ///     let plan = example::plan(&format!(r#""risks": [{}]"#, risks.join(", ")));
    ///     let finding = Finding::of(&KIND, "Said.").at_rows(&plan, Table::Risk, 0..120, "name");
    ///     let mut names: Vec<_> = finding.places.iter().map(|cell| plan.row_words(cell.table, cell.row)).collect();
    ///     names.sort();
    ///     names
    /// };
    /// let names = named(&mut (0..120));
    /// assert_eq!((names.len(), names[0].as_str(), names[99].as_str()), (100, "R 000", "R 099"));
    /// assert_eq!(names, named(&mut (0..120).rev()));
    /// ```
    #[must_use]
    pub fn at_rows(self, plan: &Plan, table: Table, rows: impl IntoIterator<Item = u32>, column: &'static str) -> Self {
        self.at_each(plan, rows.into_iter().map(|row| CellAddress { table, row, column }))
    }

    /// Written once, and not for every kind of iterator.
    #[inline(never)]
    fn at_each_of(mut self, plan: &Plan, mut cells: Vec<CellAddress>) -> Self {
        if cells.len() > MOST_CELLS {
            let said = |cell: &CellAddress| {
                (plan.row_words(cell.table, cell.row), plan.written(cell.table, cell.row), cell.column)
            };
            let mut by_words: Vec<_> = cells.into_iter().map(|cell| (said(&cell), cell)).collect();
            by_words.order_by(|(left, _), (right, _)| left.cmp(right));
            cells = by_words.into_iter().take(MOST_CELLS).map(|(_, cell)| cell).collect();
            cells.order_by(Ord::cmp);
        }
        self.places.append(&mut cells);
        self
    }

    /// Concerns one more figure.
    #[must_use]
    #[inline(never)]
    pub fn figure(mut self, figure: FigureKey) -> Self {
        self.figures.push(figure);
        self
    }

    /// Concerns more figures.
    #[must_use]
    pub fn figures(mut self, figures: impl IntoIterator<Item = FigureKey>) -> Self {
        self.figures.extend(figures);
        self
    }

    /// Sets two things against each other that lie so far apart, in this unit.
    #[must_use]
    pub fn apart(self, by: Decimal, unit: Unit) -> Self {
        Self { apart: Some((absolute(by), unit)), ..self }
    }

    /// The two things that it sets against each other need not be the same: both may be right.
    ///
    /// ```
    /// use one_plan_model::calculation::{Finding, FindingKind, Unit};
    /// use one_plan_model::quantity::whole;
    /// static DEFICIT: FindingKind = FindingKind::warning("deficit", "Say who pays for it.", "More is spent than there is.");
    /// let finding = Finding::of(&DEFICIT, "£2 more is spent than there is.").apart(whole(2), Unit::Money);
    /// assert!(finding.sets_against_each_other());
    /// assert!(!finding.both_right().sets_against_each_other());
    /// ```
    #[must_use]
    pub fn both_right(self) -> Self {
        Self { disagrees: false, ..self }
    }

    /// Whether it is about two things that should be the same and are not. Others ask for what is missing or in doubt, or
    /// say what is late, behind its plan or beyond a limit.
    pub const fn sets_against_each_other(&self) -> bool {
        self.disagrees && self.apart.is_some()
    }

    /// Sets two values against each other, in this unit: as far apart as they are, where both are known.
    #[must_use]
    pub fn between(self, one: Value, other: Value, unit: Unit) -> Self {
        match one.and_then(|one| subtract(one, other?)) {
            Ok(by) => self.apart(by, unit),
            Err(_) => self,
        }
    }

    /// Sets two numbers of a column against each other: in pounds where it is a column of money.
    #[must_use]
    pub fn between_in(self, CellAddress { table, column, .. }: CellAddress, one: Value, other: Value) -> Self {
        let is_money = |of: &Column| of.name == column && matches!(of.kind, ColumnKind::Money);
        let unit = if table.columns().iter().any(is_money) { Unit::Money } else { Unit::Count };
        self.between(one, other, unit)
    }

    /// How many pounds it is about: how far apart the two amounts are that it sets against each other. Nothing where
    /// it is about something other than money, or does not compare.
    ///
    /// ```
    /// use one_plan_model::calculation::{Finding, FindingKind, Unit};
    /// use one_plan_model::quantity::whole;
    /// static DIFFERS: FindingKind = FindingKind::warning("differs", "Find which is right.", "Two amounts differ.");
    /// let finding = Finding::of(&DIFFERS, "£5 is printed, £7 computed.");
    /// assert_eq!(finding.clone().pounds_apart(), None);
    /// assert_eq!(finding.clone().apart(whole(-2), Unit::Money).pounds_apart(), Some(whole(2)));
    /// assert_eq!(finding.apart(whole(2), Unit::Count).pounds_apart(), None);
    /// ```
    pub fn pounds_apart(&self) -> Option<Decimal> {
        self.apart.and_then(|(by, unit)| (unit == Unit::Money).then_some(by))
    }

    /// What to do about it here, where its kind does not say enough.
    #[must_use]
    #[inline(never)]
    pub fn advise(self, advice: &'static str) -> Self {
        Self { advice, ..self }
    }
}
