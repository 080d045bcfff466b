//! What a whole gives and what its parts give: both may stand in one table, and each amount counts once.
//!
//! A row without an organisation is about the whole; a row of an organisation is about a part of each organisation above
//! it. A total adds up the rows that no other row contains, and a row that contains others is held against their sum.

use crate::calculation::{Finding, Ledger, Number, NumberTotal, Unit, format};
use crate::plan::{CellAddress, Column, ColumnKind, Organisation, Plan, Row, Table};
use crate::quantity::{Fixed, InOrder, absolute};
use crate::rules::common_findings::PARTS_DIFFER_FROM_WHOLE;

/// The organisations with those that belong to each: where its span begins and ends in a walk from the top down.
#[derive(Debug)]
pub(super) struct Organisations {
    spans: Vec<(u32, u32)>,
}

/// An amount that a row gives for an organisation, or for the whole where it names none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    pub(super) organisation: Option<u32>,
    pub(super) amount: Number,
    /// How far it may be from what was rounded to it.
    pub(super) half_unit: Fixed,
    pub(super) place: CellAddress,
}

impl Organisations {
    pub(super) fn of(plan: &Plan) -> Self {
        let count = plan.organisations.len();
        let parent = |row: Row<'_, Organisation>| row.parent().map(|parent| parent.position());
        let mut children: Vec<(usize, usize)> = Vec::new();
        let mut tops = Vec::new();
        for (position, (_, row)) in plan.organisations.iter().enumerate() {
            match parent(row) {
                Some(above) => children.push((above, position)),
                None => tops.push(position),
            }
        }
        children.order_by(Ord::cmp);
        let mut spans = vec![(0, 0); count];
        let mut clock = 0_u32;
        // What is left to enter, or, where it has been entered, to leave.
        let mut open: Vec<(usize, bool)> = tops.into_iter().map(|top| (top, false)).collect();
        while let Some((at, is_entered)) = open.pop() {
            let Some(span) = spans.get_mut(at) else { continue };
            if is_entered {
                span.1 = clock;
            } else {
                clock += 1;
                *span = (clock, clock);
                open.push((at, true));
                let from = children.partition_point(|(above, _)| *above < at);
                let below = children.get(from..).unwrap_or_default();
                open.extend(below.iter().take_while(|(above, _)| *above == at).map(|(_, child)| (*child, false)));
            }
        }
        Self { spans }
    }

    fn span(&self, organisation: Option<u32>) -> (u32, u32) {
        match organisation {
            None => (0, u32::MAX),
            Some(organisation) => self.spans.get(organisation as usize).copied().unwrap_or_default(),
        }
    }

    /// Whether an organisation is another or belongs to it.
    pub(super) fn contains(&self, whole: u32, part: u32) -> bool {
        let ((enter, leave), (from, to)) = (self.span(Some(whole)), self.span(Some(part)));
        enter <= from && to <= leave
    }

    /// Whether one of two organisations belongs to the other, or both are one.
    pub(super) fn are_related(&self, one: u32, other: u32) -> bool {
        self.contains(one, other) || self.contains(other, one)
    }

    /// For each of some organisations, none being the whole, the position of the nearest that contains it.
    pub(super) fn above(&self, organisations: &[Option<u32>]) -> Vec<Option<usize>> {
        let mut order: Vec<((u32, u32), usize)> =
            organisations.iter().enumerate().map(|(position, of)| (self.span(*of), position)).collect();
        order.order_by_key(|((enter, _), position)| (*enter, *position));
        let mut above = vec![None; organisations.len()];
        let mut open: Vec<((u32, u32), usize)> = Vec::new();
        for (span, position) in order {
            while open.last().is_some_and(|((_, leave), _)| *leave < span.0) {
                open.pop();
            }
            let found = match open.last() {
                // The same organisation once more stands beside its first row.
                Some((other, beside)) if other.0 == span.0 => above.get(*beside).copied().flatten(),
                Some((_, container)) => {
                    let container = Some(*container);
                    open.push((span, position));
                    container
                }
                None => {
                    open.push((span, position));
                    None
                }
            };
            if let Some(place) = above.get_mut(position) {
                *place = found;
            }
        }
        above
    }

    /// The sum of the rows that no other contains. A row that contains others is reported where it is not their sum.
    pub(super) fn total(&self, ledger: &mut Ledger<'_>, what: &str, rows: &[Given]) -> Number {
        let above = self.above(&organisations(rows));
        self.report_differences(ledger, what, rows, &above, Known::default());
        sum_of_tops(rows, &above)
    }

    /// Reports rows that contain others and are not their sum.
    pub(super) fn hold(&self, ledger: &mut Ledger<'_>, what: &str, rows: &[Given], known: Known<'_>) {
        self.report_differences(ledger, what, rows, &self.above(&organisations(rows)), known);
    }

    /// The sum of the rows that no other contains, without a look at the others.
    pub(super) fn sum(&self, rows: &[Given]) -> Number {
        sum_of_tops(rows, &self.above(&organisations(rows)))
    }

    /// The rows that give something for what no row with the rest stands for: those that are neither among the rows that
    /// give all, nor contain one of them, nor lie in one.
    pub(super) fn not_among(&self, all: &[Option<u32>], with_the_rest: &[bool]) -> Vec<usize> {
        let above = self.above(all);
        let has = |position: usize| with_the_rest.get(position).copied().unwrap_or_default();
        let mut covered = with_the_rest.to_vec();
        for position in (0..all.len()).filter(|position| has(*position)) {
            let mut over = above.get(position).copied().flatten();
            while let Some(at) = over {
                match covered.get_mut(at) {
                    Some(covered) if !*covered => *covered = true,
                    _ => break,
                }
                over = above.get(at).copied().flatten();
            }
        }
        let is_covered = |position: usize| covered.get(position).copied().unwrap_or_default();
        let lies_in_one = |position: usize| above.get(position).copied().flatten().is_some_and(has);
        (0..all.len()).filter(|position| !is_covered(*position) && !lies_in_one(*position)).collect()
    }
}

/// The organisations of some rows.
pub(super) fn organisations(rows: &[Given]) -> Vec<Option<u32>> {
    rows.iter().map(|row| row.organisation).collect()
}

fn sum_of_tops(rows: &[Given], above: &[Option<usize>]) -> Number {
    let mut tops = rows.iter().zip(above).filter(|(_, above)| above.is_none()).map(|(row, _)| row.amount);
    match (tops.next(), tops.next()) {
        (Some(only), None) => only,
        (first, second) => {
            let mut total = NumberTotal::default();
            first.into_iter().chain(second).chain(tops).for_each(|amount| total.add(&amount));
            total.finish()
        }
    }
}

/// The cells that make up an amount.
pub(super) type CellsOf<'a> = dyn Fn(&Given) -> Vec<CellAddress> + 'a;

/// What is known of rows beyond what they give themselves.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'a> {
    /// Whether a row of the table is of the year in question, also one that does not say it.
    pub(super) is_of_year: Option<&'a dyn Fn(u32) -> bool>,
    /// All cells of which an amount is the sum.
    pub(super) is_sum_of: Option<&'a CellsOf<'a>>,
}

impl Known<'_> {
    fn cells_of(&self, given: &Given) -> Vec<CellAddress> {
        self.is_sum_of.map_or_else(|| vec![given.place], |cells| cells(given))
    }
}

impl Organisations {
    /// Without another word about years, rows are of one year where the year that they say is the same.
    fn report_differences(
        &self,
        ledger: &mut Ledger<'_>,
        what: &str,
        rows: &[Given],
        above: &[Option<usize>],
        known: Known<'_>,
    ) {
        if !ledger.wants_findings() || above.iter().all(Option::is_none) {
            return;
        }
        let plan = ledger.plan;
        let mut parts: Vec<Option<(Fixed, Fixed)>> = vec![None; rows.len()];
        for (row, above) in rows.iter().zip(above) {
            if let Some(sums) = above.and_then(|above| parts.get_mut(above)) {
                let (amount, half_unit) = sums.unwrap_or((Fixed::ZERO, Fixed::ZERO));
                *sums = Some((amount.plus(row.amount.shown()), half_unit.plus(row.half_unit)));
            }
        }
        for (position, (whole, parts)) in rows.iter().zip(parts).enumerate() {
            let Some((amount, half_unit)) = parts else { continue };
            let Ok(apart) = whole.amount.shown().minus(amount).value() else { continue };
            if !half_unit.plus(whole.half_unit).is_below(Fixed::from(absolute(apart))) {
                continue;
            }
            let empty = self.empty_parts(plan, whole, known.is_of_year);
            if !empty.is_empty() {
                // What the parts make together is not known.
                empty.into_iter().for_each(|cell| ledger.is_not_added(cell));
                continue;
            }
            let CellAddress { table, column, .. } = whole.place;
            let is_money = |of: &Column| of.name == column && matches!(of.kind, ColumnKind::Money);
            let unit = if table.columns().iter().any(is_money) { Unit::Money } else { Unit::Count };
            let name = whole.organisation.and_then(|organisation| plan.title(Table::Organisation, organisation));
            ledger.report(|| {
                Finding::of(
                    &PARTS_DIFFER_FROM_WHOLE,
                    format!(
                        "The {what} of {} is {}, and the rows of its parts make {}: {} apart.",
                        name.unwrap_or("the whole, without an organisation,"),
                        format::in_unit(whole.amount.shown().value(), unit),
                        format::in_unit(amount.value(), unit),
                        format::in_unit(Ok(absolute(apart)), unit)
                    ),
                )
                .apart(apart, unit)
                .at_each(plan, known.cells_of(whole))
                .at_each(plan, parts_of(rows, above, position).flat_map(|part| known.cells_of(part)))
            });
        }
    }

    /// The cells of the same column and year that parts of a whole leave empty.
    fn empty_parts(&self, plan: &Plan, whole: &Given, is_of_year: Option<&dyn Fn(u32) -> bool>) -> Vec<CellAddress> {
        let CellAddress { table, row: of_whole, column } = whole.place;
        let store = plan.store(table);
        let position = |is: &dyn Fn(&Column) -> bool| table.columns().iter().position(is);
        let cells = position(&|of| of.name == column).map(|at| store.column(at));
        let names =
            position(&|of| matches!(of.kind, ColumnKind::Reference(Table::Organisation))).map(|at| store.column(at));
        let (Some(cells), Some(names)) = (cells, names) else { return Vec::new() };
        let years = position(&|of| matches!(of.kind, ColumnKind::Year)).map(|at| store.column(at));
        let year = |row: u32| years.and_then(|years| years.code(row));
        let is_beside = |row: &u32| match is_of_year {
            Some(is_of_year) => is_of_year(*row),
            None => year(*row) == year(of_whole),
        };
        let is_part = |row: &u32| {
            let of = names.code(*row).filter(|of| Some(*of) != whole.organisation);
            of.is_some_and(|of| whole.organisation.is_none_or(|whole| self.contains(whole, of)))
        };
        let rows = (0..store.rows()).filter(|row| store.counts(*row) && cells.is_empty_at(*row));
        let rows = rows.filter(is_beside).filter(is_part);
        rows.map(|row| CellAddress { table, row, column }).collect()
    }
}

/// The parts of the whole at a position.
fn parts_of<'a>(rows: &'a [Given], above: &'a [Option<usize>], whole: usize) -> impl Iterator<Item = &'a Given> {
    rows.iter().zip(above).filter(move |(_, above)| **above == Some(whole)).map(|(row, _)| row)
}

/// Amounts by the year in which they stand, in the order of the years.
pub(super) fn by_year(mut rows: Vec<(u32, Given)>) -> Vec<(u32, Vec<Given>)> {
    rows.order_by_key(|(year, _)| *year);
    rows.chunk_by(|left, right| left.0 == right.0)
        .filter_map(|rows| Some((rows.first()?.0, rows.iter().map(|(_, given)| *given).collect())))
        .collect()
}
