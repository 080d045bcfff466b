use super::bound::{Bound, BoundKey, BoundWhen, EvalContext, index_of, is_expected, year_in};
use super::{Formula, Source, Term};
use crate::calculation::{
    FigureIndex, FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, Series, Unit, findings, format,
};
use crate::plan::{CellAddress, TableStore};

findings! {
    /// A cell says something else than follows from the other cells of its row, and rounding does not explain it.
    GIVEN_AND_COMPUTED_DIFFER: warning(
        "given-and-computed-differ",
        "Correct one of the cells, or leave one of them empty."
    )
}

/// The formulas before the one of a kind, and it with those after it: for a rule that computes
/// something between the two.
pub fn split_before<'a>(formulas: &'a [Formula], kind: &'static FigureKind) -> (&'a [Formula], &'a [Formula]) {
    let at = formulas.iter().position(|formula| std::ptr::eq(formula.kind, kind));
    formulas.split_at(at.unwrap_or(formulas.len()))
}

/// Works out formulas in order: a formula sees the figures of those before it.
pub fn run_formulas(ledger: &mut Ledger<'_>, formulas: &[Formula]) {
    for formula in formulas {
        #[cfg(test)]
        super::worked_out(formula.kind.id);
        #[cfg(test)]
        let Evaluated { found, contradictions, lacks } = super::changed::evaluate(formula, ledger);
        #[cfg(not(test))]
        let Evaluated { found, contradictions, lacks } = formula.evaluate(ledger);
        for contradiction in contradictions {
            ledger.report(|| contradiction);
        }
        let series = summed(formula.kind, found);
        for (index, cell) in lacks {
            if formula.is_the_first_given() && series.position(index).is_some() {
                ledger.is_not_added(cell);
            }
            ledger.lacks(FigureKey { kind: formula.kind, index }, cell);
        }
        ledger.add(series);
    }
}

pub(super) type Found = Vec<(FigureIndex, Number)>;

/// What comes of a formula.
#[derive(Default)]
pub(super) struct Evaluated {
    pub(super) found: Found,
    pub(super) contradictions: Vec<Finding>,
    /// The figures that lack a cell: a row that leaves it empty gives nothing to them.
    pub(super) lacks: Vec<(FigureIndex, CellAddress)>,
}

impl Formula {
    pub(super) fn evaluate(&self, ledger: &Ledger<'_>) -> Evaluated {
        match self.source {
            Source::Rows(table, keys) => {
                let plan = ledger.plan;
                let store = plan.store(table);
                if store.rows() == 0 {
                    return Default::default();
                }
                let when: Vec<BoundWhen<'_>> =
                    self.when.iter().map(|when| BoundWhen::new(*when, plan, table)).collect();
                let keys: Option<Vec<BoundKey<'_>>> = keys.iter().map(|key| BoundKey::new(*key, plan, table)).collect();
                let Some(keys) = keys.filter(|_| !when.iter().any(BoundWhen::never_holds)) else {
                    return Default::default();
                };
                let term = Bound::new(self.is, ledger, Some(table));
                if term.is_missing() {
                    return self.of_an_empty_column(ledger, store, &when, &keys);
                }
                self.over_rows(ledger, store, &when, &keys, &term)
            }
            Source::Figures(kind, keep) => self.over_figures(ledger, kind, keep),
        }
    }

    fn over_figures(&self, ledger: &Ledger<'_>, kind: &'static FigureKind, keep: &[u8]) -> Evaluated {
        let kept = |index: FigureIndex| {
            let mut kept = FigureIndex::default();
            for (position, from) in keep.iter().enumerate() {
                kept.set(position, index.get((*from).into()));
            }
            kept
        };
        let lacking = ledger.lacking();
        // Of a figure that lacks something, what stands on it lacks the same; there may be no such figure.
        let lacks = lacking.of_kind(kind).map(|(index, cell)| (kept(index), cell));
        let mut of_figures = Evaluated { lacks: lacks.collect(), ..Evaluated::default() };
        let Some(series) = ledger.series(kind) else { return of_figures };
        let term = Bound::new(self.is, ledger, None);
        if term.is_missing() {
            return of_figures;
        }
        let divides = self.asks_for_division(&term);
        of_figures.found.reserve(series.len());
        for (key, number) in series.iter() {
            // What is worked out for each figure may look at figures about the same as it.
            let context =
                EvalContext { row: 0, index: key.index, each: Some(number.named(key)), year: year_in(kind, key.index) };
            let number = term.number(&context).filter(|number| !divides || !number.is_division_by_zero());
            of_figures.found.extend(number.map(|number| (kept(key.index), number)));
            if !lacking.is_empty() {
                of_figures.lacks.extend(term.lacks(&context, lacking).map(|cell| (kept(key.index), cell)));
            }
        }
        of_figures
    }

    /// What comes of a column in which no cell is filled: nothing, and each of the figures lacks it.
    fn of_an_empty_column(
        &self,
        ledger: &Ledger<'_>,
        store: &TableStore,
        when: &[BoundWhen<'_>],
        keys: &[BoundKey<'_>],
    ) -> Evaluated {
        let Term::Cell(column) = self.is else { return Evaluated::default() };
        if !ledger.wants_findings() || keys.iter().any(|key| matches!(key, BoundKey::Row)) {
            return Evaluated::default();
        }
        let rows = (0..store.rows()).filter(|row| store.counts(*row) && when.iter().all(|when| when.holds(*row)));
        let rows = rows.filter(|row| is_expected(store, column.position, *row));
        let lacks =
            rows.filter_map(|row| Some((index_of(keys, row)?, CellAddress::at(column.table, row, column.position))));
        Evaluated { lacks: lacks.collect(), ..Evaluated::default() }
    }

    /// Whether a row may give it in several ways: then no single column is one that must be given.
    const fn is_the_first_given(&self) -> bool {
        matches!(self.is, Term::FirstFilled(_) | Term::StatedOrComputed(_))
    }

    /// What there is nothing of has no unit cost: only a percentage of nothing is shown, as n/a.
    fn asks_for_division(&self, term: &Bound<'_>) -> bool {
        self.kind.unit != Unit::Percent && term.divides()
    }

    fn over_rows(
        &self,
        ledger: &Ledger<'_>,
        store: &TableStore,
        when: &[BoundWhen<'_>],
        keys: &[BoundKey<'_>],
        term: &Bound<'_>,
    ) -> Evaluated {
        /// Few plans have more rows in a table: for so many the list need not grow.
        const MOST_AT_ONCE: usize = 256;
        let rows = store.rows();
        let mut found = Vec::with_capacity((rows as usize).min(MOST_AT_ONCE));
        let (mut contradictions, mut lacks) = (Vec::new(), Vec::new());
        let lacking = ledger.lacking();
        let wants_lacks = ledger.wants_findings();
        let divides = self.asks_for_division(term);
        let has_year = year_in(self.kind, FigureIndex::default()).is_some();
        let stated = term.stated_and_computed().filter(|_| ledger.wants_findings());
        for row in 0..rows {
            if !store.counts(row) || !when.iter().all(|when| when.holds(row)) {
                continue;
            }
            let Some(index) = index_of(keys, row) else { continue };
            let year = if has_year { year_in(self.kind, index) } else { None };
            let context = EvalContext { row, index, each: None, year };
            let number = term.number(&context).filter(|number| !divides || !number.is_division_by_zero());
            if wants_lacks && (number.is_none() || !lacking.is_empty()) {
                lacks.extend(term.lacks(&context, lacking).map(|cell| (index, cell)));
            }
            found.extend(number.map(|number| (index, number)));
            if let Some((stated, computed)) = stated {
                contradictions.extend(self.contradiction(ledger, &context, stated, computed));
            }
        }
        Evaluated { found, contradictions, lacks }
    }

    /// What is stated and what follows from other cells, where rounding cannot reconcile them.
    fn contradiction(
        &self,
        ledger: &Ledger<'_>,
        context: &EvalContext,
        stated: &Bound<'_>,
        computed: &Bound<'_>,
    ) -> Option<Finding> {
        let (said, follows) = (stated.range(context)?, computed.range(context)?);
        if !said.is_apart_from(&follows) {
            return None;
        }
        let place = match (self.source, self.is.stated_or_computed()) {
            (Source::Rows(table, _), Some([Term::Cell(column), _])) => {
                Some(CellAddress::at(table, context.row, column.position))
            }
            _ => None,
        };
        let key = FigureKey { kind: self.kind, index: context.index };
        let message = format!(
            "{} is given as {}, but {} follows from the other cells that it can stand on.",
            key.label(ledger.plan),
            format::in_unit(said.middle.value(), key.kind.unit),
            format::in_unit(follows.middle.value(), key.kind.unit)
        );
        let finding = Finding::of(&GIVEN_AND_COMPUTED_DIFFER, message).at_cells(place).figure(key);
        Some(finding.between(said.middle.value(), follows.middle.value(), key.kind.unit))
    }
}

/// Adds up what falls on the same index.
pub(crate) fn summed(kind: &'static FigureKind, mut found: Vec<(FigureIndex, Number)>) -> Series {
    if !found.is_sorted_by_key(|(index, _)| *index) {
        // What falls on the same index stays in the order of the rows.
        found.sort_by_key(|(index, _)| *index);
    }
    let mut series = Series::with_capacity(kind, found.len());
    for same in found.chunk_by(|(left, _), (right, _)| left == right) {
        let [(index, first), others @ ..] = same else { continue };
        let mut value = *first;
        if !others.is_empty() {
            let mut total = NumberTotal::default();
            same.iter().for_each(|(_, number)| total.add(number));
            value = total.finish();
        }
        series.add(*index, value);
    }
    series
}
