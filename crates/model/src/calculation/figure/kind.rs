use super::dimension::Dimension;
use super::index::FigureIndex;
use super::unit::Unit;
use crate::plan::{CellAddress, Plan};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// A figure: its kind and what it is about.
#[derive(Clone, Copy)]
pub struct FigureKey {
    /// The kind.
    pub kind: &'static FigureKind,
    /// What it is about.
    pub index: FigureIndex,
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
        write!(formatter, "{} {:?}", self.kind.id, self.index.parts())
    }
}
