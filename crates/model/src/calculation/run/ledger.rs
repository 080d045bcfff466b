use super::lacking::Lacking;
use super::number::{Number, for_words};
use super::series::Series;
use crate::calculation::record::{is_guarded, note_lookup, start_section};
use crate::calculation::{FigureIndex, FigureKey, FigureKind, FigureNames, Finding, FindingKind, Severity};
use crate::parameters::{Parameter, Parameters};
use crate::plan::{Ambiguous, CellAddress, FinancialYear, Plan, Table};
use crate::quantity::Decimal;

/// What the rules write into: the figures and the findings of one run over a plan.
#[derive(Debug)]
pub struct Ledger<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The plan as it is written: other than for the rules, there may be several rows about the same in it, and rows
    /// that lead back to themselves.
    pub(crate) as_written: &'a Plan,
    pub(crate) ambiguous: Ambiguous,
    /// The dated parameters, with what the plan assumes in their place.
    pub parameters: &'a Parameters,
    names: &'a FigureNames,
    series: SeriesByKind,
    findings: Vec<Finding>,
    pending: Vec<PendingFinding>,
    lacking: Lacking,
    not_added: Vec<CellAddress>,
}

/// The series of a run, found by their kind.
#[derive(Clone, Debug, Default)]
pub struct SeriesByKind {
    series: Vec<Series>,
    // One more than the position of each series, by the ordinal of its kind.
    positions: Vec<u32>,
}

impl SeriesByKind {
    #[inline]
    fn position(&self, kind: &'static FigureKind) -> Option<usize> {
        self.positions.get(kind.ordinal()).and_then(|position| position.checked_sub(1)).map(|at| at as usize)
    }

    /// The figures of a kind.
    #[inline]
    pub fn get(&self, kind: &'static FigureKind) -> Option<&Series> {
        self.series.get(self.position(kind)?)
    }

    /// Every series.
    pub fn iter(&self) -> std::slice::Iter<'_, Series> {
        self.series.iter()
    }

    fn insert(&mut self, series: Series) -> usize {
        let at = series.kind().ordinal();
        if self.positions.len() <= at {
            self.positions.resize(at + 1, 0);
        }
        self.series.push(series);
        let position = self.series.len();
        if let Some(place) = self.positions.get_mut(at) {
            *place = u32::try_from(position).unwrap_or_default();
        }
        position - 1
    }

    /// In the order of the given kinds; each series in its own order.
    fn arranged(self, kinds: &[&'static FigureKind]) -> Self {
        let mut by_kind: Vec<Option<Series>> = self.series.into_iter().map(Some).collect();
        let mut arranged = Self::default();
        for kind in kinds {
            let position = self.positions.get(kind.ordinal()).and_then(|position| position.checked_sub(1));
            let series = position.and_then(|at| by_kind.get_mut(at as usize)).and_then(Option::take);
            if let Some(mut series) = series.filter(|series| !series.is_empty()) {
                series.arrange();
                arranged.insert(series);
            }
        }
        arranged
    }
}

/// A finding that does not stand if rounding alone can explain it: a figure that is not what it should
/// be, and how far apart the two are. How far rounding reaches is known only when the run has ended.
#[derive(Clone, Copy, Debug)]
pub struct PendingFinding {
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
    pub series: SeriesByKind,
    /// The findings.
    pub findings: Vec<Finding>,
    /// Those of them that rounding may explain, in order.
    pub pending: Vec<PendingFinding>,
    /// The figures that lack something.
    pub lacking: Lacking,
}

impl<'a> Ledger<'a> {
    /// An empty ledger. The names are those of all kinds of figures: also of those that only later rules add.
    pub(crate) fn new(
        plan: &'a Plan,
        parameters: &'a Parameters,
        names: &'a FigureNames,
        (as_written, ambiguous): (&'a Plan, Ambiguous),
    ) -> Self {
        Self {
            plan,
            as_written,
            ambiguous,
            parameters,
            names,
            series: SeriesByKind::default(),
            findings: Vec::new(),
            pending: Vec::new(),
            lacking: Lacking::default(),
            not_added: Vec::new(),
        }
    }

    /// For each row of a table whether it leads back to itself through a column.
    pub(crate) fn rows_in_circles(&self, table: Table, column: u8) -> Vec<bool> {
        let mut in_circle = vec![false; self.plan.store(table).rows() as usize];
        let of_column = self.ambiguous.circles.iter().filter(|circle| circle.table == table && circle.column == column);
        for row in of_column.flat_map(|circle| &circle.rows) {
            in_circle.get_mut(*row as usize).into_iter().for_each(|is| *is = true);
        }
        in_circle
    }

    /// The figure that an identifier in the plan names, whether or not the plan gives rise to it.
    pub fn resolve(&self, id: &str) -> Option<FigureKey> {
        self.names.find(self.plan, id)
    }

    /// Begins the next rule, or a part of one that shares with the others nothing but figures. It may add figures of
    /// these kinds: what it decides holds for them and for those that look at them.
    pub fn start_rule(&mut self, kinds: &[&'static FigureKind]) {
        start_section(kinds);
    }

    /// A dated parameter in a year, or else in the first year of the plan. That it has no value is reported: ask only
    /// for what something cannot be computed without.
    pub fn parameter(&self, parameter: &Parameter, year: Option<FinancialYear>) -> Option<Number> {
        self.parameter_at(parameter, year, None)
    }

    /// The same for a cell: where it has no value, that is reported there.
    pub fn parameter_at(
        &self,
        parameter: &Parameter,
        year: Option<FinancialYear>,
        place: Option<CellAddress>,
    ) -> Option<Number> {
        let year = year.or_else(|| self.plan.details().map(|details| details.first_year()))?;
        self.parameters.needed(parameter, year, place).map(|value| Number::parameter(&value))
    }

    /// Adds one figure and returns it as other rules see it.
    pub fn publish<const LENGTH: usize>(
        &mut self,
        kind: &'static FigureKind,
        index: [u32; LENGTH],
        value: Number,
    ) -> Number {
        self.publish_at(kind, FigureIndex::new(index), value)
    }

    // Written out once: figures are published one by one in hundreds of places.
    #[inline(never)]
    fn publish_at(&mut self, kind: &'static FigureKind, index: FigureIndex, value: Number) -> Number {
        let at = match self.series.position(kind) {
            Some(at) => at,
            None => {
                #[cfg(test)]
                crate::calculation::formula::published(kind);
                self.series.insert(Series::new(kind))
            }
        };
        match self.series.series.get_mut(at) {
            Some(series) => series.add(index, value),
            None => value,
        }
    }

    /// Adds all figures of a kind.
    pub fn add(&mut self, mut series: Series) {
        series.arrange();
        if !series.is_empty() {
            #[cfg(test)]
            crate::calculation::formula::published(series.kind());
            self.series.insert(series);
        }
    }

    /// The figures of a kind that earlier rules have added.
    #[inline]
    pub fn series(&self, kind: &'static FigureKind) -> Option<&Series> {
        note_lookup(kind);
        let found = self.series.get(kind);
        #[cfg(test)]
        if found.is_none() {
            crate::calculation::formula::missed(kind);
        }
        found
    }

    /// A figure that an earlier rule has added.
    pub fn figure<const LENGTH: usize>(&self, kind: &'static FigureKind, index: [u32; LENGTH]) -> Option<Number> {
        self.find(kind.at(index))
    }

    /// The same for a figure that is already named.
    #[inline(never)]
    pub fn find(&self, key: FigureKey) -> Option<Number> {
        self.series(key.kind)?.get(key.index).map(|value| value.named(key))
    }

    /// Every figure of a kind that an earlier rule has added.
    #[inline(never)]
    pub fn all(&self, kind: &'static FigureKind) -> Vec<(FigureKey, Number)> {
        let Some(series) = self.series(kind) else { return Vec::new() };
        series.iter().map(|(key, value)| (key, value.named(key))).collect()
    }

    /// Whether findings are wanted: not in a run whose decisions are noted, for it is made to be replayed.
    pub fn wants_findings(&self) -> bool {
        !is_guarded()
    }

    /// Notes a finding; it is only worked out in a run that wants findings.
    #[inline]
    pub fn report(&mut self, finding: impl FnOnce() -> Finding) {
        if self.wants_findings() {
            self.findings.push(for_words(finding));
        }
    }

    /// How many findings there are so far.
    pub(crate) const fn found_so_far(&self) -> usize {
        self.findings.len()
    }

    /// Whether something was found since then that asks for an answer, other than of one kind: what follows from what is asked
    /// about is asked about when that is answered.
    pub(crate) fn has_asked_since(&self, before: usize, besides: &FindingKind) -> bool {
        let since = self.findings.get(before..).unwrap_or_default();
        since.iter().any(|finding| finding.severity != Severity::Information && finding.code != besides.code)
    }

    /// Notes a finding about a figure that lies so far from what it should be, unless rounding explains it.
    pub fn report_beyond_rounding(&mut self, figure: FigureKey, apart: Decimal, finding: impl FnOnce() -> Finding) {
        if self.wants_findings() {
            self.pending.push(PendingFinding { finding: self.findings.len(), figure, apart });
            self.findings.push(for_words(finding).apart(apart, figure.kind.unit));
        }
    }

    /// Notes that a figure lacks an empty cell: it is not held against others.
    pub fn lacks(&mut self, figure: FigureKey, cell: CellAddress) {
        self.lacking.note(figure, cell);
    }

    /// The figures that lack something.
    pub const fn lacking(&self) -> &Lacking {
        &self.lacking
    }

    /// Notes an empty cell without which something is added up.
    pub(crate) fn is_not_added(&mut self, cell: CellAddress) {
        self.not_added.push(cell);
    }

    /// The empty cells without which something is added up.
    pub(crate) fn not_added(&self) -> &[CellAddress] {
        &self.not_added
    }

    /// What the run leaves; the series in the order of the given kinds.
    pub fn finish(self, kinds: &[&'static FigureKind]) -> Run {
        Run {
            series: self.series.arranged(kinds),
            findings: self.findings,
            pending: self.pending,
            lacking: self.lacking,
        }
    }
}

impl FigureIndex {
    /// The index of the figure of another kind about the same: as many of the parts as that kind has dimensions.
    pub(in crate::calculation) fn for_kind(self, kind: &FigureKind) -> Self {
        self.first(kind.dimensions.len())
    }
}
