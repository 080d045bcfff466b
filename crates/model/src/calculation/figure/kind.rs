use crate::plan::{CellAddress, Choice, FinancialYear, Plan, Table};
use crate::quantity::{DueDate, Month};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a figure is about in one respect, for example which programme or which year.
#[derive(Clone, Copy, Debug)]
pub enum Dimension {
    /// A row of a table.
    Row(Table),
    /// A financial year.
    Year,
    /// A calendar month.
    Month,
    /// A day, a month or a financial year by which something is due: each is another, also where one lies in the other.
    Due,
    /// One of the words of a choice.
    Choice(&'static [Choice]),
}

/// About an organisation.
pub(crate) const ORGANISATION: Dimension = Dimension::Row(Table::Organisation);
/// About a programme.
pub(crate) const PROGRAMME: Dimension = Dimension::Row(Table::Programme);
/// About a scheme.
pub(crate) const SCHEME: Dimension = Dimension::Row(Table::Scheme);
/// About a list of schemes.
pub(crate) const LIST: Dimension = Dimension::Row(Table::SchemeList);
/// About a setting.
pub(crate) const SETTING: Dimension = Dimension::Row(Table::Setting);
/// About a point of delivery.
pub(crate) const POINT: Dimension = Dimension::Row(Table::PointOfDelivery);
/// About a financial year.
pub(crate) const YEAR: Dimension = Dimension::Year;

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Pounds.
    Money,
    /// A number of things.
    Count,
    /// A fraction of one, shown as a percentage.
    Percent,
    /// A number without a unit.
    Number,
    /// Arrows: 2 is two up, −1 is one down, 0 is stable.
    Arrows,
    /// A rating: 1 is red, 2 is amber, 3 is green.
    Rating,
}

impl Unit {
    /// The word for it in exports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Money => "£",
            Self::Count => "count",
            Self::Percent => "%",
            Self::Number => "number",
            Self::Arrows => "arrows",
            Self::Rating => "rating",
        }
    }

    /// Whether figures in these units can be set side by side: the same unit, or both plain numbers.
    ///
    /// ```
    /// use one_plan_model::calculation::Unit;
    /// assert!(Unit::Count.is_like(Unit::Number));
    /// assert!(!Unit::Count.is_like(Unit::Money));
    /// ```
    pub fn is_like(self, other: Self) -> bool {
        let plain = |unit| matches!(unit, Self::Count | Self::Number);
        self == other || (plain(self) && plain(other))
    }
}

/// A kind of figure: what it is called, in what unit it is, and by which rule it comes about.
///
/// `{}` in the identifier and in the label stands for the dimensions, in order.
#[derive(Debug)]
pub struct FigureKind {
    /// The identifier, for example `savings.programme.{}.{}`.
    pub id: &'static str,
    /// The label, for example `{} savings, {}`.
    pub label: &'static str,
    /// What the figure is about.
    pub dimensions: &'static [Dimension],
    /// The unit.
    pub unit: Unit,
    /// The rule, for example `CR06`; several are separated by commas.
    pub rule: &'static str,
    /// The formula in words.
    pub formula: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// Its number among the kinds that have been used, given out at the first use.
    ordinal: Ordinal,
}

/// A number that a kind is given when it is first used, so that its figures are found without comparing kinds. It
/// is in no output: what it is depends on what was asked for first.
#[derive(Debug)]
struct Ordinal(AtomicUsize);

impl Ordinal {
    const fn new() -> Self {
        Self(AtomicUsize::new(0))
    }

    fn get(&self) -> usize {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        match self.0.load(Ordering::Relaxed) {
            0 => {
                let next = NEXT.fetch_add(1, Ordering::Relaxed);
                // Where another thread was quicker, its number stands.
                match self.0.compare_exchange(0, next, Ordering::Relaxed, Ordering::Relaxed) {
                    Ok(_) => next,
                    Err(given) => given,
                }
            }
            given => given,
        }
    }
}

/// The index of one figure among those of its kind: for each dimension the position of a row, the start of a year,
/// the number of a month, a due date as a number, or the position of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FigureIndex([u32; 4]);

impl PartialOrd for FigureIndex {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FigureIndex {
    /// In the order of the parts. Two at a time: figures are put in order by the hundred thousand.
    #[inline]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.halves().cmp(&other.halves())
    }
}

impl FigureIndex {
    #[inline]
    const fn halves(self) -> (u64, u64) {
        let [first, second, third, fourth] = self.0;
        ((first as u64) << 32 | second as u64, (third as u64) << 32 | fourth as u64)
    }

    /// FigureIndex in the order of the dimensions of the kind; at most four.
    pub const fn new<const LENGTH: usize>(index: [u32; LENGTH]) -> Self {
        let mut all = [0; 4];
        let (start, _) = all.split_at_mut(if LENGTH < 4 { LENGTH } else { 4 });
        let (source, _) = index.split_at(start.len());
        start.copy_from_slice(source);
        Self(all)
    }

    /// The index of the row at a position.
    #[inline]
    pub(in crate::calculation) fn of_row(row: usize) -> Self {
        Self([u32::try_from(row).unwrap_or(u32::MAX), 0, 0, 0])
    }

    /// Sets the subject in one dimension; there are at most four.
    pub fn set(&mut self, dimension: usize, subject: u32) {
        if let Some(place) = self.0.get_mut(dimension) {
            *place = subject;
        }
    }

    /// Only the first so many of its parts.
    #[must_use]
    pub fn first(mut self, count: usize) -> Self {
        self.0.iter_mut().skip(count).for_each(|subject| *subject = 0);
        self
    }

    /// The subject in one dimension.
    pub fn get(self, dimension: usize) -> u32 {
        self.0.get(dimension).copied().unwrap_or_default()
    }
}

/// A figure: its kind and what it is about.
#[derive(Clone, Copy)]
pub struct FigureKey {
    /// The kind.
    pub kind: &'static FigureKind,
    /// What it is about.
    pub index: FigureIndex,
}

/// What stands in identifiers before a year by which something is due.
const DUE_IN_YEAR: &str = "year-";

impl Dimension {
    pub(super) fn slug(self, plan: &Plan, subject: u32) -> String {
        match self {
            Self::Row(table) => plan.identifier(table, subject).unwrap_or("unknown").to_owned(),
            Self::Month => Month::at(subject).to_string(),
            Self::Due => match DueDate::of_code(subject) {
                // The year 2011/12 is not the month 2011-12.
                Some(DueDate::Year(year)) => format!("{DUE_IN_YEAR}{}", year.slug()),
                due => due.map(|due| due.to_string()).unwrap_or_default(),
            },
            Self::Year => year_of(subject).map(FinancialYear::slug).unwrap_or_default(),
            Self::Choice(choices) => {
                choices.get(subject as usize).map(|choice| choice.word).unwrap_or_default().to_owned()
            }
        }
    }

    pub(super) fn words(self, plan: &Plan, subject: u32) -> String {
        match self {
            Self::Row(table) => plan.title(table, subject).unwrap_or("unknown").to_owned(),
            Self::Month => Month::at(subject).words(),
            Self::Due => DueDate::of_code(subject).map(DueDate::words).unwrap_or_default(),
            Self::Year => year_of(subject).map(|year| year.to_string()).unwrap_or_default(),
            Self::Choice(choices) => {
                choices.get(subject as usize).map(|choice| choice.word.replace('-', " ")).unwrap_or_default()
            }
        }
    }

    fn resolve(self, plan: &Plan, slug: &str) -> Option<u32> {
        match self {
            Self::Row(table) => plan.find(table, slug),
            Self::Month => Month::read(slug).ok().map(Month::index),
            Self::Due => match slug.strip_prefix(DUE_IN_YEAR) {
                Some(year) => FinancialYear::from_slug(year).map(|year| DueDate::Year(year).code()),
                None => DueDate::read(slug).filter(|due| !matches!(due, DueDate::Year(_))).map(DueDate::code),
            },
            Self::Year => FinancialYear::from_slug(slug).map(|year| u32::from(year.start())),
            Self::Choice(choices) => {
                choices.iter().position(|choice| choice.word == slug).and_then(|position| u32::try_from(position).ok())
            }
        }
    }
}

/// The year that a subject stands for: a year is its first calendar year.
pub(crate) fn year_of(subject: u32) -> Option<FinancialYear> {
    FinancialYear::starting(u16::try_from(subject).ok()?)
}

impl FigureKind {
    /// A kind of figure in a unit.
    pub const fn new(id: &'static str, label: &'static str, dimensions: &'static [Dimension], unit: Unit) -> Self {
        Self { id, label, dimensions, unit, rule: "", formula: "", source: "", ordinal: Ordinal::new() }
    }

    /// A kind of figure in pounds.
    pub const fn money(id: &'static str, label: &'static str, dimensions: &'static [Dimension]) -> Self {
        Self::new(id, label, dimensions, Unit::Money)
    }

    /// A kind of figure that counts things.
    pub const fn count(id: &'static str, label: &'static str, dimensions: &'static [Dimension]) -> Self {
        Self::new(id, label, dimensions, Unit::Count)
    }

    /// A kind of figure that is a share, shown in per cent.
    pub const fn percent(id: &'static str, label: &'static str, dimensions: &'static [Dimension]) -> Self {
        Self::new(id, label, dimensions, Unit::Percent)
    }

    /// A kind of figure without a unit.
    pub const fn number(id: &'static str, label: &'static str, dimensions: &'static [Dimension]) -> Self {
        Self::new(id, label, dimensions, Unit::Number)
    }

    /// A kind of figure shown as arrows.
    pub const fn arrows(id: &'static str, label: &'static str, dimensions: &'static [Dimension]) -> Self {
        Self::new(id, label, dimensions, Unit::Arrows)
    }

    /// A kind of figure shown as red, amber or green.
    pub const fn rating(id: &'static str, label: &'static str, dimensions: &'static [Dimension]) -> Self {
        Self::new(id, label, dimensions, Unit::Rating)
    }

    /// By which rule it comes about, by which formula in words, and where the rule comes from.
    #[must_use]
    pub const fn by(mut self, rule: &'static str, formula: &'static str, source: &'static str) -> Self {
        self.rule = rule;
        self.formula = formula;
        self.source = source;
        self
    }

    /// Its number among the kinds that have been used.
    #[inline]
    pub(crate) fn ordinal(&self) -> usize {
        self.ordinal.get()
    }

    /// The figure of this kind at an index.
    pub const fn at<const LENGTH: usize>(&'static self, index: [u32; LENGTH]) -> FigureKey {
        FigureKey { kind: self, index: FigureIndex::new(index) }
    }

    /// The figure whose identifier has these words, if it is one of this kind; in the pattern nothing stands for
    /// what the figure is about.
    pub fn find(&'static self, plan: &Plan, pattern: &[Option<&str>], words: &[&str]) -> Option<FigureKey> {
        let fits = |(pattern, word): (&Option<&str>, &&str)| pattern.is_none_or(|pattern| pattern == *word);
        if pattern.len() != words.len() || !pattern.iter().zip(words).all(fits) {
            return None;
        }
        let about = pattern.iter().zip(words).filter(|(pattern, _)| pattern.is_none()).map(|(_, word)| word);
        let mut index = FigureIndex::default();
        for ((position, dimension), word) in self.dimensions.iter().enumerate().zip(about) {
            index.set(position, dimension.resolve(plan, word)?);
        }
        Some(FigureKey { kind: self, index })
    }

    fn fill(&self, pattern: &str, index: FigureIndex, word: impl Fn(Dimension, u32) -> String) -> String {
        let mut text = String::with_capacity(pattern.len() + 32);
        let mut pieces = pattern.split("{}");
        text.push_str(pieces.next().unwrap_or_default());
        for ((position, dimension), piece) in self.dimensions.iter().enumerate().zip(pieces) {
            text.push_str(&word(*dimension, index.get(position)));
            text.push_str(piece);
        }
        text
    }
}

impl FigureKey {
    /// The row that the figure is about first, where it is about one.
    pub fn place(self) -> Option<CellAddress> {
        match self.kind.dimensions.first()? {
            Dimension::Row(table) => {
                let column = table.columns().first()?.name;
                Some(CellAddress { table: *table, row: self.index.get(0), column })
            }
            _ => None,
        }
    }

    /// The order of the identifiers of their kinds, and within a kind of their index.
    pub fn by_id_of_kind(&self, other: &Self) -> std::cmp::Ordering {
        // Figures that are put in order mostly are of few kinds: their identifiers are rarely compared.
        let kinds = if std::ptr::eq(self.kind, other.kind) {
            std::cmp::Ordering::Equal
        } else {
            self.kind.id.cmp(other.kind.id)
        };
        kinds.then_with(|| self.index.cmp(&other.index))
    }

    /// The stable identifier, for example `savings.programme.planned-care.2011-12`.
    pub fn id(self, plan: &Plan) -> String {
        self.kind.fill(self.kind.id, self.index, |dimension, subject| dimension.slug(plan, subject))
    }

    /// What people call it, for example "Planned Care savings, 2011/12".
    pub fn label(self, plan: &Plan) -> String {
        self.kind.fill(self.kind.label, self.index, |dimension, subject| dimension.words(plan, subject))
    }
}

impl PartialEq for FigureKey {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.kind, other.kind) && self.index == other.index
    }
}
impl Eq for FigureKey {}
impl Hash for FigureKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::from_ref(self.kind).hash(state);
        self.index.hash(state);
    }
}
impl fmt::Debug for FigureKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {:?}", self.kind.id, self.index.0)
    }
}
