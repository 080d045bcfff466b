//! What submissions state, added up by provider, commissioner, point of delivery and month while rows go by.

use super::codes::Codes;
use super::column::Measure;
use super::figures::{Both, Figures, Fingerprint};
use one_plan_model::quantity::FinancialYear;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A provider, one of its commissioners, and a month: what a submission states anew as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Group {
    /// The provider, by its number.
    pub provider: u32,
    /// The financial year.
    pub year: FinancialYear,
    /// The commissioner, by its number.
    pub commissioner: u32,
    /// The month, counted from nought for April.
    pub month: u8,
}

/// What is added up of some rows.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// How many rows.
    pub rows: usize,
    /// The first of them in its sheet.
    pub first_row: u32,
    /// Their figures.
    pub figures: Both<Figures>,
}

/// What one submission states of a group.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The submission, by its number.
    pub statement: usize,
    /// What it is about.
    pub group: Group,
    /// The first row of it.
    pub first_row: u32,
    /// By point of delivery.
    pub points: BTreeMap<u32, Sums>,
    /// What its rows are, whatever their order.
    pub fingerprint: Both<Fingerprint>,
}

impl Stated {
    /// The figures of all points of delivery.
    pub fn figures(&self, measure: Measure) -> Figures {
        let mut all = Figures::default();
        self.points.values().for_each(|sums| all.add(*sums.figures.of(measure)));
        all
    }

    /// Whether it states anything of a measure.
    pub fn states(&self, measure: Measure) -> bool {
        self.points.values().any(|sums| sums.figures.of(measure).is_given())
    }
}

/// A submission: the rows of a sheet that were put together at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The file and the sheet in it.
    pub sheet: (usize, usize),
    /// When it was put together, as it is written there.
    pub created: Box<str>,
    /// Of what kind it is.
    pub reporting: Box<str>,
    /// Whether its sheet has no column of what was done.
    pub is_plan: bool,
}

/// Everything that files state.
#[derive(Clone, Debug, Default)]
pub struct AllStated {
    /// The submissions, in the order of the files.
    pub statements: Vec<Statement>,
    /// What each states of each group.
    pub stated: Vec<Stated>,
    /// The codes of providers.
    pub providers: Codes,
    /// The codes of commissioners.
    pub commissioners: Codes,
    /// The codes of points of delivery.
    pub points: Codes,
    /// Groups and points of delivery of which a row is left out: that no other is there does not say that they had nothing.
    pub incomplete: BTreeSet<(Group, u32)>,
    by_group: HashMap<(usize, Group), usize>,
}

/// A row that can be used.
#[derive(Clone, Copy, Debug)]
pub struct StatedRow {
    /// The submission.
    pub statement: usize,
    /// What it is about.
    pub group: Group,
    /// The point of delivery, by its number.
    pub point: u32,
    /// The row of the sheet.
    pub row: u32,
    /// Its figures.
    pub figures: Both<Figures>,
}

impl AllStated {
    /// The number of a submission.
    pub fn statement(&mut self, wanted: Statement) -> usize {
        // A file has one or a few.
        let known = self.statements.iter().rposition(|statement| *statement == wanted);
        known.unwrap_or_else(|| {
            self.statements.push(wanted);
            self.statements.len() - 1
        })
    }

    /// Adds a row.
    pub fn add(&mut self, row: StatedRow) {
        let next = self.stated.len();
        let at = *self.by_group.entry((row.statement, row.group)).or_insert(next);
        if at == next {
            self.stated.push(Stated {
                statement: row.statement,
                group: row.group,
                first_row: row.row,
                points: BTreeMap::new(),
                fingerprint: Both::default(),
            });
        }
        let Some(stated) = self.stated.get_mut(at) else { return };
        let sums = stated.points.entry(row.point).or_insert_with(|| Sums { first_row: row.row, ..Sums::default() });
        sums.rows += 1;
        for measure in Measure::ALL {
            let figures = *row.figures.of(measure);
            sums.figures.of_mut(measure).add(figures);
            stated.fingerprint.of_mut(measure).add(row.point, figures);
        }
    }

    /// The submission of something that is stated.
    pub fn statement_of(&self, stated: &Stated) -> Option<&Statement> {
        self.statements.get(stated.statement)
    }

    /// The providers and years, each once.
    pub fn providers_and_years(&self) -> BTreeSet<(u32, FinancialYear)> {
        self.stated.iter().map(|stated| (stated.group.provider, stated.group.year)).collect()
    }
}
