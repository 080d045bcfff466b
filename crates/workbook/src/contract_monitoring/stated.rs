//! What submissions state, added up by provider, commissioner, point of delivery and month while rows go by.

use super::column::Measure;
use one_plan_model::quantity::{Decimal, FinancialYear};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Codes in the order in which they were met; those that differ only in capital letters are one.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    written: Vec<Box<str>>,
    by_key: HashMap<Box<str>, u32>,
}

impl Codes {
    /// The number of a code.
    pub fn note(&mut self, code: &str) -> u32 {
        if let Some(known) = self.by_key.get(code) {
            return *known;
        }
        let upper = code.to_uppercase();
        let next = u32::try_from(self.written.len()).unwrap_or(u32::MAX);
        let number = *self.by_key.entry(upper.into()).or_insert(next);
        if number == next {
            self.written.push(code.into());
        }
        self.by_key.insert(code.into(), number);
        number
    }

    /// A code as it was first written.
    pub fn written(&self, number: u32) -> &str {
        self.written.get(number as usize).map_or("", |code| code)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.written.iter().map(|code| &**code)
    }
}

/// Two of a kind: of what is planned, and of what was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both<T> {
    planned: T,
    actual: T,
}

impl<T> Both<T> {
    /// That of a measure.
    pub const fn of(&self, measure: Measure) -> &T {
        match measure {
            Measure::Planned => &self.planned,
            Measure::Actual => &self.actual,
        }
    }

    /// The same for changing it.
    pub const fn of_mut(&mut self, measure: Measure) -> &mut T {
        match measure {
            Measure::Planned => &mut self.planned,
            Measure::Actual => &mut self.actual,
        }
    }
}

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

/// How many, and what they cost; nothing where no row gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many.
    pub activity: Option<Decimal>,
    /// What they cost.
    pub price: Option<Decimal>,
}

impl Figures {
    /// Adds others. The numbers are so small that no sum of them is too large.
    pub fn add(&mut self, others: Self) {
        let sum = |one: Option<Decimal>, other: Option<Decimal>| match (one, other) {
            (Some(one), Some(other)) => Some(one.checked_add(other).unwrap_or(Decimal::MAX)),
            (one, other) => one.or(other),
        };
        self.activity = sum(self.activity, others.activity);
        self.price = sum(self.price, others.price);
    }

    /// Whether anything is given.
    pub const fn is_given(self) -> bool {
        self.activity.is_some() || self.price.is_some()
    }

    /// Whether anything is given that is not nought.
    pub fn is_something(self) -> bool {
        [self.activity, self.price].into_iter().flatten().any(|number| !number.is_zero())
    }
}

/// Rows whatever their order: how many there are that say something, and the sum of what is made of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    rows: u64,
    sum: u64,
}

impl Fingerprint {
    fn add(&mut self, point: u32, figures: Figures) {
        if !figures.is_something() {
            return;
        }
        let mut hasher = DefaultHasher::new();
        let number = |number: Option<Decimal>| number.unwrap_or_default().normalize();
        (point, number(figures.activity), number(figures.price)).hash(&mut hasher);
        self.rows = self.rows.wrapping_add(1);
        self.sum = self.sum.wrapping_add(hasher.finish());
    }

    /// Whether no row says anything.
    pub const fn is_empty(self) -> bool {
        self.rows == 0
    }
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
