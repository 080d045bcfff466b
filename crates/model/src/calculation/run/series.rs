use super::number::Number;
use crate::calculation::{FigureIndex, FigureKey, FigureKind, StepId};
use crate::quantity::Fixed;
use std::collections::BTreeMap;

/// All figures of one kind, in ascending order of their index; of one index there is one figure.
#[derive(Clone, Debug)]
pub struct Series {
    kind: &'static FigureKind,
    index: Index,
    values: Vec<Fixed>,
    // Stays empty, and without memory of its own, unless the run is recorded.
    steps: Vec<StepId>,
    // Only while figures are added out of order: where the figure of each index stands.
    unordered: Option<BTreeMap<FigureIndex, usize>>,
}

/// By what the figures of a series are found.
#[derive(Clone, Debug)]
enum Index {
    /// The figure at a position is that of the row at this position, without a gap.
    Rows,
    /// The index of each figure.
    Each(Vec<FigureIndex>),
}

impl Series {
    /// A series without figures.
    pub fn new(kind: &'static FigureKind) -> Self {
        let index = if kind.dimensions.len() == 1 { Index::Rows } else { Index::Each(Vec::new()) };
        Self { kind, index, values: Vec::new(), steps: Vec::new(), unordered: None }
    }

    /// The same with room for so many figures.
    pub fn with_capacity(kind: &'static FigureKind, capacity: usize) -> Self {
        let mut series = Self::new(kind);
        series.values.reserve(capacity);
        if let Index::Each(all) = &mut series.index {
            all.reserve(capacity);
        }
        series
    }

    /// Adds a figure and returns it as other rules see it.
    #[inline]
    pub fn push<const LENGTH: usize>(&mut self, index: [u32; LENGTH], value: Number) -> Number {
        self.add(FigureIndex::new(index), value)
    }

    /// The same for an index that is already put together. A figure that is already there keeps its value: what
    /// gives it a second one is reported where the rows are compared.
    #[inline]
    pub fn add(&mut self, index: FigureIndex, value: Number) -> Number {
        match &mut self.index {
            Index::Rows if index.get(0) as usize == self.values.len() => self.append(index, value),
            Index::Each(all) if self.unordered.is_none() && all.last().is_none_or(|last| *last < index) => {
                all.push(index);
                self.append(index, value)
            }
            _ => self.add_out_of_order(index, value),
        }
    }

    #[inline(never)]
    fn add_out_of_order(&mut self, index: FigureIndex, value: Number) -> Number {
        let key = FigureKey { kind: self.kind, index };
        let next = self.values.len();
        if matches!(self.index, Index::Rows) {
            self.index = Index::Each((0..next).map(FigureIndex::of_row).collect());
        }
        let Index::Each(all) = &mut self.index else { return value };
        if let Some(unordered) = &mut self.unordered {
            if let Some(at) = unordered.get(&index).copied() {
                return self.number(at).named(key);
            }
            unordered.insert(index, next);
        } else if let Some(last) = all.last() {
            if *last == index {
                return self.number(next - 1).named(key);
            }
            if *last > index {
                if let Ok(at) = all.binary_search(&index) {
                    return self.number(at).named(key);
                }
                let mut places: BTreeMap<FigureIndex, usize> = BTreeMap::new();
                places.extend(all.iter().copied().zip(0..));
                places.insert(index, next);
                self.unordered = Some(places);
            }
        }
        all.push(index);
        self.append(index, value)
    }

    #[inline(always)]
    fn append(&mut self, index: FigureIndex, value: Number) -> Number {
        let named = value.named(FigureKey { kind: self.kind, index });
        self.values.push(value.shown());
        if !value.step().is_none() {
            // Where recording began after the first figure there is no step for those before.
            self.steps.resize(self.values.len() - 1, StepId::NONE);
            self.steps.push(value.step());
        }
        named
    }

    /// The kind of its figures.
    pub const fn kind(&self) -> &'static FigureKind {
        self.kind
    }

    /// How many figures there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether one of them has no value.
    pub fn has_faults(&self) -> bool {
        self.values.iter().any(|value| value.is_fault())
    }

    fn number(&self, at: usize) -> Number {
        let value = self.values.get(at).copied().unwrap_or(Fixed::ZERO);
        Number::at(value, self.steps.get(at).copied().unwrap_or(StepId::NONE))
    }

    fn index(&self, at: usize) -> FigureIndex {
        match &self.index {
            Index::Rows => FigureIndex::of_row(at),
            Index::Each(all) => all.get(at).copied().unwrap_or_default(),
        }
    }

    /// Where the figure of an index stands.
    #[inline]
    pub(in crate::calculation) fn position(&self, index: FigureIndex) -> Option<usize> {
        if let Some(unordered) = &self.unordered {
            return unordered.get(&index).copied();
        }
        match &self.index {
            Index::Rows => Some(index.get(0) as usize).filter(|at| *at < self.values.len()),
            Index::Each(all) => all.binary_search(&index).ok(),
        }
    }

    /// The value of the figure of an index.
    #[inline]
    pub fn get(&self, index: FigureIndex) -> Option<Number> {
        self.position(index).map(|at| self.number(at))
    }

    /// The figures with their values, in ascending order once the series is complete.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FigureKey, Number)> + Clone {
        (0..self.values.len()).map(|at| (FigureKey { kind: self.kind, index: self.index(at) }, self.number(at)))
    }

    /// The figures whose index begins with so many parts of another; there are none where the index is only a row.
    pub fn within(&self, index: FigureIndex, parts: usize) -> impl Iterator<Item = FigureKey> + '_ {
        let all = if let Index::Each(all) = &self.index { all.as_slice() } else { &[] };
        let begin = index.first(parts);
        let from = all.partition_point(|one| *one < begin);
        let within = all.iter().skip(from).take_while(move |one| one.first(parts) == begin);
        within.map(|index| FigureKey { kind: self.kind, index: *index })
    }

    /// Brings figures that were added out of order into order.
    pub(super) fn arrange(&mut self) {
        let Some(unordered) = self.unordered.take() else { return };
        let places: Vec<usize> = unordered.values().copied().collect();
        self.values = places.iter().filter_map(|at| self.values.get(*at).copied()).collect();
        if !self.steps.is_empty() {
            self.steps = places.iter().filter_map(|at| self.steps.get(*at).copied()).collect();
        }
        self.index = Index::Each(unordered.into_keys().collect());
    }
}
