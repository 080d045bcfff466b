use super::{ColumnOf, Key, Term, When};
use crate::calculation::tolerance::Range;
use crate::calculation::{Dimension, FigureIndex, FigureKey, FigureKind, Lacking, Ledger, Number, Series, year_of};
use crate::parameters::{Parameter, ParameterValue, Parameters};
use crate::plan::{CellAddress, ColumnKind, ColumnStore, FinancialYear, NumberColumn, Plan, Table, TableStore};
use crate::quantity::{Fixed, whole};
use std::cell::RefCell;

/// A term whose columns and figures have been looked up: what is left to do for each row is arithmetic.
pub(super) enum Bound<'a> {
    /// Never a number: a column in which no cell is filled, a kind without figures.
    Missing,
    Cell(Numbers<'a>),
    Through(&'a ColumnStore, Numbers<'a>),
    Figure(&'static FigureKind, &'a Series),
    /// There is none of the kind, because what it would stand on is empty.
    NoFigure(&'static FigureKind),
    FigureOf(&'static FigureKind, &'a Series, Vec<BoundKey<'a>>),
    Each,
    Parameter(Box<BoundParameter<'a>>),
    Constant(Fixed, &'static str),
    RowCount(Option<Table>, &'static str),
    FirstFilled(Vec<Self>),
    StatedOrComputed(Box<[Self; 2]>),
    Binary(Operation, Box<[Self; 2]>),
}

/// An operation on two numbers.
#[derive(Clone, Copy)]
pub(super) enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,
}

/// A column of numbers.
#[derive(Clone, Copy)]
pub(super) struct Numbers<'a> {
    numbers: &'a NumberColumn,
    kind: ColumnKind,
    store: &'a TableStore,
    column: u8,
}

/// Where a term is worked out.
pub(super) struct EvalContext {
    pub(super) row: u32,
    /// The index of the figure that is worked out, or of the one that is gone through.
    pub(super) index: FigureIndex,
    pub(super) each: Option<Number>,
    /// The year among the dimensions of the figure.
    pub(super) year: Option<u32>,
}

/// A parameter, and its value in the year that was asked for last: rows of one year mostly follow one another.
pub(super) struct BoundParameter<'a> {
    parameter: &'static Parameter,
    parameters: &'a Parameters,
    table: Option<Table>,
    years_of_rows: Option<&'a ColumnStore>,
    first_year: Option<FinancialYear>,
    last: RefCell<Option<(Option<FinancialYear>, Option<ParameterValue>)>>,
}

impl<'a> BoundParameter<'a> {
    fn new(parameter: &'static Parameter, ledger: &'a Ledger<'_>, table: Option<Table>) -> Self {
        let plan = ledger.plan;
        Self {
            parameter,
            parameters: ledger.parameters,
            table,
            years_of_rows: table.and_then(|table| year_column(plan.store(table))),
            first_year: plan.details().map(|details| details.first_year()),
            last: RefCell::default(),
        }
    }

    fn number(&self, context: &EvalContext) -> Option<Number> {
        let year = context.year.or_else(|| self.years_of_rows.and_then(|years| years.code(context.row)));
        let year = year.and_then(year_of).or(self.first_year);
        #[cfg(test)]
        let year = year.and_then(|year| FinancialYear::starting(year.start() + super::changed::years_later()));
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((of, Some(value))) if *of == year => Some(Number::parameter(value)),
            _ => {
                // Each row for which there is none is told, so that a finding can name it.
                let cell = |table| CellAddress::at(table, context.row, year_position(table).unwrap_or_default());
                let place = || self.table.map(cell);
                let value = year.and_then(|year| self.parameters.needed(self.parameter, year, place()));
                let number = value.as_ref().map(Number::parameter);
                *last = Some((year, value));
                number
            }
        }
    }
}

impl<'a> Numbers<'a> {
    /// The numbers of a column; nothing where no cell is filled.
    fn of(store: &'a TableStore, column: u8) -> Option<Self> {
        let kind = store.table().columns().get(usize::from(column))?.kind;
        match store.column(column.into()) {
            ColumnStore::Numbers(numbers) => Some(Self { numbers, kind, store, column }),
            _ => None,
        }
    }

    #[inline(always)]
    fn number(&self, row: u32) -> Option<Number> {
        let (value, form) = self.numbers.get(row)?;
        Some(Number::in_cell(value, form, self.store.table(), row, self.column))
    }

    /// The cell of a row, where it is empty and says nothing by that.
    fn empty_at(&self, row: u32) -> Option<CellAddress> {
        let cell = || CellAddress::at(self.store.table(), row, self.column);
        let is_missed = |cell: &CellAddress| cell.table.empty_says(cell.column).is_none();
        self.numbers.get(row).is_none().then(cell).filter(is_missed)
    }

    fn range(&self, row: u32) -> Option<Range> {
        let (value, form) = self.numbers.get(row)?;
        Some(Range::around(value, form.half_unit(self.kind)))
    }
}

/// Whether a table says of a column that something rests on it, and on this row.
pub(super) fn is_expected(store: &TableStore, column: u8, row: u32) -> bool {
    let of = store.table().columns().get(usize::from(column)).filter(|of| of.rests.is_some());
    of.is_some_and(|of| of.expected_by.is_none_or(|by| !store.column(usize::from(by)).is_empty_at(row)))
}

/// The table to whose rows a column refers, with its rows.
pub(super) fn referred(plan: &Plan, column: ColumnOf) -> Option<&TableStore> {
    match column.definition()?.kind {
        ColumnKind::Reference(target) => Some(plan.store(target)),
        _ => None,
    }
}

/// The year among the dimensions of a figure.
pub(super) fn year_in(kind: &FigureKind, index: FigureIndex) -> Option<u32> {
    let position = kind.dimensions.iter().position(|dimension| matches!(dimension, Dimension::Year))?;
    Some(index.get(position))
}

impl<'a> Bound<'a> {
    /// Looks up what a term names; the table is the one whose rows are gone through.
    pub(super) fn new(term: Term, ledger: &'a Ledger<'_>, table: Option<Table>) -> Self {
        let plan = ledger.plan;
        let pair = |operation, terms: &[Term; 2]| {
            let [left, right] = terms.map(|term| Self::new(term, ledger, table));
            if matches!(left, Self::Missing) || matches!(right, Self::Missing) {
                return Self::Missing;
            }
            Self::Binary(operation, Box::new([left, right]))
        };
        match term {
            Term::Cell(column) => {
                let numbers = table.and_then(|table| Numbers::of(plan.store(table), column.position));
                numbers.map_or(Self::Missing, Self::Cell)
            }
            Term::Through(column, inner) => {
                let found = table.and_then(|table| {
                    let numbers = Numbers::of(referred(plan, column)?, inner.position)?;
                    Some(Self::Through(plan.store(table).column(column.position.into()), numbers))
                });
                found.unwrap_or(Self::Missing)
            }
            Term::Figure(kind) => match ledger.series(kind) {
                Some(series) => Self::Figure(kind, series),
                None if ledger.lacking().has(kind) => Self::NoFigure(kind),
                None => Self::Missing,
            },
            Term::FigureOf(kind, keys) => {
                let found = table.and_then(|table| {
                    let series = ledger.series(kind)?;
                    let keys: Option<Vec<_>> = keys.iter().map(|key| BoundKey::new(*key, plan, table)).collect();
                    Some(Self::FigureOf(kind, series, keys?))
                });
                found.unwrap_or(Self::Missing)
            }
            Term::Each => Self::Each,
            Term::Parameter(parameter) => Self::Parameter(Box::new(BoundParameter::new(parameter, ledger, table))),
            Term::Constant(number, what) => Self::Constant(whole(number.into()).into(), what),
            Term::RowCount(what) => Self::RowCount(table, what),
            Term::FirstFilled(terms) => {
                let mut bound: Vec<Self> = terms.iter().map(|term| Self::new(*term, ledger, table)).collect();
                bound.retain(|term| !matches!(term, Self::Missing));
                if bound.is_empty() { Self::Missing } else { Self::FirstFilled(bound) }
            }
            Term::StatedOrComputed(terms) => {
                let [stated, computed] = terms.map(|term| Self::new(term, ledger, table));
                match (stated, computed) {
                    (Self::Missing, Self::Missing) => Self::Missing,
                    (stated, computed) => Self::StatedOrComputed(Box::new([stated, computed])),
                }
            }
            Term::Add(terms) => pair(Operation::Add, terms),
            Term::Subtract(terms) => pair(Operation::Subtract, terms),
            Term::Multiply(terms) => pair(Operation::Multiply, terms),
            Term::Divide(terms) => pair(Operation::Divide, terms),
            Term::Min(terms) => pair(Operation::Min, terms),
            Term::Max(terms) => pair(Operation::Max, terms),
        }
    }

    /// Whether no row can give a number.
    pub(super) const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// The number, or nothing where something that it stands on is not filled.
    #[inline]
    pub(super) fn number(&self, context: &EvalContext) -> Option<Number> {
        match self {
            Self::Missing | Self::NoFigure(_) => None,
            Self::Cell(numbers) => numbers.number(context.row),
            Self::Through(references, numbers) => numbers.number(references.code(context.row)?),
            Self::Figure(kind, series) => {
                let index = context.index.for_kind(kind);
                series.get(index).map(|number| number.named(FigureKey { kind, index }))
            }
            Self::FigureOf(kind, series, keys) => {
                let index = index_of(keys, context.row)?;
                series.get(index).map(|number| number.named(FigureKey { kind, index }))
            }
            Self::Each => context.each,
            Self::Parameter(parameter) => parameter.number(context),
            Self::Constant(number, what) => Some(Number::fixed_constant(*number, what)),
            Self::RowCount(table, what) => Some(match table {
                Some(table) => Number::row(*table, context.row, what),
                None => Number::fixed_constant(Fixed::ONE, what),
            }),
            Self::FirstFilled(terms) => terms.iter().find_map(|term| term.number(context)),
            Self::StatedOrComputed(terms) => {
                let [stated, computed] = &**terms;
                stated.number(context).or_else(|| computed.number(context))
            }
            Self::Binary(operation, terms) => {
                let [left, right] = &**terms;
                let (left, right) = (left.number(context)?, right.number(context)?);
                Some(match operation {
                    Operation::Add => left.plus(&right),
                    Operation::Subtract => left.minus(&right),
                    Operation::Multiply => left.times(&right),
                    Operation::Divide => left.over(&right),
                    Operation::Min => left.minimum(&right),
                    Operation::Max => left.maximum(&right),
                })
            }
        }
    }

    /// The empty cell without which a term is not what it would be: it has no number, or stands on a figure that lacks
    /// something.
    pub(super) fn lacks(&self, context: &EvalContext, lacking: &Lacking) -> Option<CellAddress> {
        let of_figure = |kind, index| lacking.cell(FigureKey { kind, index });
        match self {
            Self::Cell(numbers) => numbers.empty_at(context.row),
            Self::Through(references, numbers) => numbers.empty_at(references.code(context.row)?),
            Self::Figure(kind, _) | Self::NoFigure(kind) => of_figure(kind, context.index.for_kind(kind)),
            Self::FigureOf(kind, _, keys) => of_figure(kind, index_of(keys, context.row)?),
            Self::FirstFilled(terms) => Self::first_lacks(terms, context, lacking),
            Self::StatedOrComputed(terms) => Self::first_lacks(&**terms, context, lacking),
            Self::Binary(_, terms) => terms.iter().find_map(|term| term.lacks(context, lacking)),
            Self::Missing | Self::Each | Self::Parameter(_) | Self::Constant(..) | Self::RowCount(..) => None,
        }
    }

    /// The same where the first counts that is filled. That a cell is empty before one that is filled is no lack; that
    /// a figure is not there because it lacks something, is one.
    fn first_lacks(terms: &[Self], context: &EvalContext, lacking: &Lacking) -> Option<CellAddress> {
        let mut empty = None;
        for term in terms {
            let lacks = term.lacks(context, lacking);
            let is_of_figure = matches!(term, Self::Figure(..) | Self::NoFigure(_) | Self::FigureOf(..));
            if term.number(context).is_some() || lacks.is_some() && is_of_figure {
                return lacks;
            }
            empty = empty.or(lacks);
        }
        empty
    }

    /// The range in which a term may lie that stands on cells alone, because they are printed rounded;
    /// nothing for any other, nor for a quotient, whose divisor may be nothing.
    pub(super) fn range(&self, context: &EvalContext) -> Option<Range> {
        match self {
            Self::Cell(numbers) => numbers.range(context.row),
            Self::Through(references, numbers) => numbers.range(references.code(context.row)?),
            Self::Constant(number, _) => Some(Range::exactly(*number)),
            Self::FirstFilled(terms) => terms.iter().find_map(|term| term.range(context)),
            Self::Binary(operation, terms) => {
                let operation = match operation {
                    Operation::Add => Fixed::plus,
                    Operation::Subtract => Fixed::minus,
                    Operation::Multiply => Fixed::times,
                    Operation::Divide | Operation::Min | Operation::Max => return None,
                };
                let [left, right] = &**terms;
                Some(left.range(context)?.corners(&right.range(context)?, operation))
            }
            _ => None,
        }
    }

    /// What is stated and what is computed, where the term says so first.
    pub(super) fn stated_and_computed(&self) -> Option<(&Self, &Self)> {
        let terms = match self {
            Self::StatedOrComputed(terms) => terms,
            Self::FirstFilled(terms) => match terms.first()? {
                Self::StatedOrComputed(terms) => terms,
                _ => return None,
            },
            _ => return None,
        };
        let [stated, computed] = &**terms;
        Some((stated, computed))
    }

    /// Whether a quotient may come of it: only then can it be the fault of a division by nothing.
    pub(super) fn divides(&self) -> bool {
        match self {
            Self::Binary(Operation::Divide, _) | Self::Figure(..) | Self::FigureOf(..) | Self::Each => true,
            Self::Binary(_, terms) | Self::StatedOrComputed(terms) => terms.iter().any(Self::divides),
            Self::FirstFilled(terms) => terms.iter().any(Self::divides),
            _ => false,
        }
    }
}

/// The column that gives the year of a row, for parameters that change over time.
fn year_column(store: &TableStore) -> Option<&ColumnStore> {
    year_position(store.table()).map(|at| store.column(at.into()))
}

fn year_position(table: Table) -> Option<u8> {
    let at = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::Year))?;
    u8::try_from(at).ok()
}

/// What says in a row what a figure is about, looked up.
pub(super) enum BoundKey<'a> {
    Row,
    Column(&'a ColumnStore),
    Through(&'a ColumnStore, &'a ColumnStore),
    Constant(u32),
}

impl<'a> BoundKey<'a> {
    /// Nothing where no row says it, because the column is empty.
    pub(super) fn new(key: Key, plan: &'a Plan, table: Table) -> Option<Self> {
        let store = plan.store(table);
        let found = |column: ColumnOf, store: &'a TableStore| {
            let cells = store.column(column.position.into());
            Some(cells).filter(|cells| !matches!(cells, ColumnStore::Empty))
        };
        Some(match key {
            Key::Row => Self::Row,
            Key::Word(_, position) => Self::Constant(position),
            Key::Column(column) => Self::Column(found(column, store)?),
            Key::Through(column, inner) => Self::Through(found(column, store)?, found(inner, referred(plan, column)?)?),
        })
    }

    #[inline(always)]
    pub(super) fn subject(&self, row: u32) -> Option<u32> {
        match self {
            Self::Row => Some(row),
            Self::Constant(subject) => Some(*subject),
            Self::Column(cells) => cells.code(row),
            Self::Through(references, cells) => cells.code(references.code(row)?),
        }
    }
}

/// The index that the keys of a row say.
#[inline]
pub(super) fn index_of(keys: &[BoundKey<'_>], row: u32) -> Option<FigureIndex> {
    let mut index = FigureIndex::default();
    for (position, key) in keys.iter().enumerate() {
        index.set(position, key.subject(row)?);
    }
    Some(index)
}

/// A condition on a row, looked up.
pub(super) struct BoundWhen<'a> {
    references: Option<&'a ColumnStore>,
    cells: &'a ColumnStore,
    wanted: Wanted,
}

#[derive(Clone, Copy)]
enum Wanted {
    Is(u32),
    IsNot(u32),
    Filled,
    Empty,
}

impl<'a> BoundWhen<'a> {
    pub(super) fn new(when: When, plan: &'a Plan, table: Table) -> Self {
        let store = plan.store(table);
        let (column, wanted) = match when {
            When::Is(column, subject) => (column, Wanted::Is(subject)),
            When::IsNot(column, subject) => (column, Wanted::IsNot(subject)),
            When::IsFilled(column) => (column, Wanted::Filled),
            When::IsEmpty(column) => (column, Wanted::Empty),
            When::ThroughIs(column, inner, subject) => {
                let cells =
                    referred(plan, column).map_or(&ColumnStore::Empty, |store| store.column(inner.position.into()));
                return Self {
                    references: Some(store.column(column.position.into())),
                    cells,
                    wanted: Wanted::Is(subject),
                };
            }
        };
        Self { references: None, cells: store.column(column.position.into()), wanted }
    }

    /// Whether no row can meet it.
    pub(super) fn never_holds(&self) -> bool {
        matches!(self.cells, ColumnStore::Empty) && matches!(self.wanted, Wanted::Is(_) | Wanted::Filled)
    }

    #[inline(always)]
    pub(super) fn holds(&self, row: u32) -> bool {
        let row = match self.references {
            None => row,
            Some(references) => match references.code(row) {
                Some(row) => row,
                None => return false,
            },
        };
        match self.wanted {
            Wanted::Is(subject) => self.cells.code(row) == Some(subject),
            Wanted::IsNot(subject) => self.cells.code(row) != Some(subject),
            Wanted::Filled => !self.cells.is_empty_at(row),
            Wanted::Empty => self.cells.is_empty_at(row),
        }
    }
}
