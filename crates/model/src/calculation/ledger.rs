use super::record::is_recording;
use super::{CellAddress, FigureKey, FigureKind, Finding, Number, Printed, Subjects};
use crate::parameters::{Parameter, Parameters};
use crate::plan::{FinancialYear, Id, Plan, Table};
use crate::quantity::{Decimal, put_in_order};

/// All figures of one kind, in ascending order of what they are about.
#[derive(Clone, Debug)]
pub struct Series {
    kind: &'static FigureKind,
    subjects: Vec<Subjects>,
    values: Vec<Number>,
    in_order: bool,
}

impl Series {
    /// An empty series with room for so many figures.
    pub fn with_capacity(kind: &'static FigureKind, capacity: usize) -> Self {
        Self { kind, subjects: Vec::with_capacity(capacity), values: Vec::with_capacity(capacity), in_order: true }
    }

    /// Adds a figure and returns it as other rules see it.
    #[inline(always)]
    pub fn push<const LENGTH: usize>(&mut self, subjects: [u32; LENGTH], value: Number) -> Number {
        self.add(Subjects::new(subjects), value)
    }

    /// The same for subjects that are already put together.
    #[inline(always)]
    pub fn add(&mut self, subjects: Subjects, value: Number) -> Number {
        let named = value.named(FigureKey { kind: self.kind, subjects });
        self.in_order &= self.subjects.last().is_none_or(|last| *last < subjects);
        self.subjects.push(subjects);
        self.values.push(value);
        named
    }

    /// The kind of its figures.
    pub const fn kind(&self) -> &'static FigureKind {
        self.kind
    }

    /// The figures with their values.
    pub const fn iter(&self) -> Figures<'_> {
        Figures { series: Some(self), next: 0 }
    }

    /// How many figures there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Where the figure about these subjects stands.
    pub(super) fn position(&self, subjects: Subjects) -> Option<usize> {
        self.subjects.binary_search(&subjects).ok()
    }

    /// The value of the figure about these subjects.
    pub fn get(&self, subjects: Subjects) -> Option<&Number> {
        self.values.get(self.position(subjects)?)
    }

    /// Brings figures that were added out of order into order, so that they can be found.
    fn arrange(&mut self) {
        if self.in_order {
            return;
        }
        let mut pairs: Vec<_> = self.subjects.drain(..).zip(self.values.drain(..)).collect();
        put_in_order(&mut pairs, &|(left, _), (right, _)| left.cmp(right));
        (self.subjects, self.values) = pairs.into_iter().unzip();
        self.in_order = true;
    }
}

/// Goes through the figures of a kind, in order.
#[derive(Clone, Debug)]
pub struct Figures<'a> {
    series: Option<&'a Series>,
    next: usize,
}

impl<'a> Figures<'a> {
    /// The figures of a kind among those of all kinds; none where there is no such kind.
    pub fn of(all: &'a [Series], kind: &'static FigureKind) -> Self {
        Self { series: all.iter().find(|series| std::ptr::eq(series.kind, kind)), next: 0 }
    }
}

impl<'a> Iterator for Figures<'a> {
    type Item = (FigureKey, &'a Number);

    fn next(&mut self) -> Option<Self::Item> {
        let series = self.series?;
        let (subjects, value) = (series.subjects.get(self.next)?, series.values.get(self.next)?);
        self.next += 1;
        Some((FigureKey { kind: series.kind, subjects: *subjects }, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.series.map_or(0, Series::len).saturating_sub(self.next);
        (left, Some(left))
    }
}

/// What the rules write into: the figures and the findings of one run over a plan.
#[derive(Debug)]
pub struct Ledger<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The dated parameters, with what the plan assumes in their place.
    pub parameters: &'a Parameters,
    series: Vec<Series>,
    findings: Vec<Finding>,
    doubts: Vec<Doubt>,
}

/// A finding that does not stand if rounding alone can explain it: a figure that is not what it should
/// be, and how far apart the two are. How far rounding reaches is known only when the run has ended.
#[derive(Clone, Copy, Debug)]
pub struct Doubt {
    /// The position of the finding.
    pub finding: usize,
    /// The figure.
    pub figure: FigureKey,
    /// How far it is from what it should be.
    pub apart: Decimal,
}

/// What a run of the rules leaves.
#[derive(Debug)]
pub struct Run {
    /// The figures, each series in order, the series in the order of the rules.
    pub series: Vec<Series>,
    /// The findings.
    pub findings: Vec<Finding>,
    /// Those of them that rounding may explain, in order.
    pub doubts: Vec<Doubt>,
}

impl<'a> Ledger<'a> {
    /// An empty ledger.
    pub const fn new(plan: &'a Plan, parameters: &'a Parameters) -> Self {
        Self { plan, parameters, series: Vec::new(), findings: Vec::new(), doubts: Vec::new() }
    }

    /// What stands in a cell of a row.
    #[inline(always)]
    pub fn cell<T>(&self, table: Table, row: Id<T>, column: &'static str, printed: &impl Printed) -> Number {
        Number::cell(printed, CellAddress { table, row: row.index(), column })
    }

    /// The same where the cell may be empty.
    pub fn cell_if_given<T>(
        &self,
        table: Table,
        row: Id<T>,
        column: &'static str,
        printed: Option<impl Printed>,
    ) -> Option<Number> {
        printed.map(|printed| self.cell(table, row, column, &printed))
    }

    /// A dated parameter in a year, or else in the first year of the plan.
    pub fn parameter(&self, parameter: &Parameter, year: Option<FinancialYear>) -> Option<Number> {
        let year = year.or_else(|| self.plan.details().map(|details| details.first_year))?;
        self.parameters.value(parameter, year).map(|value| Number::parameter(&value))
    }

    /// Adds one figure and returns it as other rules see it.
    pub fn publish<const LENGTH: usize>(
        &mut self,
        kind: &'static FigureKind,
        subjects: [u32; LENGTH],
        value: Number,
    ) -> Number {
        self.publish_figure(kind.about(subjects), value)
    }

    fn publish_figure(&mut self, key: FigureKey, value: Number) -> Number {
        let mut series = match self.position(key.kind) {
            Some(position) => self.series.swap_remove(position),
            None => Series::with_capacity(key.kind, 1),
        };
        // A figure has one value: a second one is reported where the rows are compared, and left out.
        let given = if series.in_order { series.get(key.subjects).copied() } else { None };
        let named = given.map_or_else(|| series.add(key.subjects, value), |given| given.named(key));
        self.series.push(series);
        named
    }

    /// Adds all figures of a kind.
    pub fn add(&mut self, mut series: Series) {
        series.arrange();
        if !series.is_empty() {
            self.series.push(series);
        }
    }

    /// A figure that an earlier rule has added.
    pub fn figure<const LENGTH: usize>(&self, kind: &'static FigureKind, subjects: [u32; LENGTH]) -> Option<Number> {
        self.find(kind.about(subjects))
    }

    /// The same for a figure that is already named.
    pub fn find(&self, key: FigureKey) -> Option<Number> {
        let series = self.series.get(self.position(key.kind)?)?;
        let found = if series.in_order {
            series.get(key.subjects)
        } else {
            series.iter().find(|(other, _)| *other == key).map(|(_, value)| value)
        };
        found.map(|value| value.named(key))
    }

    /// Every figure of a kind that an earlier rule has added.
    pub fn all(&self, kind: &'static FigureKind) -> Vec<(FigureKey, Number)> {
        Figures::of(&self.series, kind).map(|(key, value)| (key, value.named(key))).collect()
    }

    fn position(&self, kind: &'static FigureKind) -> Option<usize> {
        self.series.iter().position(|series| std::ptr::eq(series.kind, kind))
    }

    /// Whether findings are wanted: not in a run that is recorded to explain.
    pub fn wants_findings(&self) -> bool {
        !is_recording()
    }

    /// Notes a finding; it is only worked out in a run that wants findings.
    #[inline]
    pub fn report(&mut self, finding: impl FnOnce() -> Finding) {
        if self.wants_findings() {
            self.note(finding());
        }
    }

    // Apart from what makes the finding, so that the program has it once.
    #[inline(never)]
    fn note(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Notes a finding about a figure that lies so far from what it should be, unless rounding explains it.
    pub fn report_beyond_rounding(&mut self, figure: FigureKey, apart: Decimal, finding: impl FnOnce() -> Finding) {
        if self.wants_findings() {
            self.doubts.push(Doubt { finding: self.findings.len(), figure, apart });
            self.note(finding());
        }
    }

    /// What the run leaves; the series in the order of the given kinds.
    pub fn finish(mut self, kinds: &[&'static FigureKind]) -> Run {
        let place = |series: &Series| kinds.iter().position(|kind| std::ptr::eq(*kind, series.kind));
        let mut placed: Vec<_> = self.series.drain(..).map(|series| (place(&series), series)).collect();
        put_in_order(&mut placed, &|(left, _), (right, _)| left.cmp(right));
        self.series = placed.into_iter().map(|(_, series)| series).collect();
        self.series.iter_mut().for_each(Series::arrange);
        Run { series: self.series, findings: self.findings, doubts: self.doubts }
    }
}
