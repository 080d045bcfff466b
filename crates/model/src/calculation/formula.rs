use super::figure::year_of;
use super::range::Range;
use super::{
    CellAddress, FigureKey, FigureKind, Finding, Ledger, Number, NumberTotal, Printed, Series, Severity, Subjects,
    Unit, format,
};
use crate::parameters::Parameter;
use crate::plan::{ColumnKind, Content, Plan, Table};
use crate::quantity::{Decimal, Fault, Fixed, absolute, put_in_order, whole};

/// How the figures of one kind follow from the rows of a table or from other figures, as data.
///
/// Most of a plan is sums by group, differences and ratios. Written as data they need no code of
/// their own, are all computed by the same few lines, and are all explained in the same way.
///
/// A figure is published where everything that it stands on is given; a row that leaves one of
/// the cells empty gives none.
#[derive(Clone, Copy, Debug)]
pub struct Formula {
    /// The figures that follow.
    pub kind: &'static FigureKind,
    /// From what.
    pub over: Over,
    /// Only for rows where this holds.
    pub when: &'static [When],
    /// What is worked out for each row or figure; what falls on the same subjects is added up.
    pub is: Term,
}

/// Over what a formula goes.
#[derive(Clone, Copy, Debug)]
pub enum Over {
    /// The rows of a table; the keys say what each figure is about.
    Rows(Table, &'static [Key]),
    /// The figures of a kind; the positions say which of its subjects the new figure keeps.
    Figures(&'static FigureKind, &'static [u8]),
}

/// What says in a row what a figure is about.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// The row itself.
    This,
    /// What stands in a column.
    Column(u8),
    /// What stands in a column of the row to which a column refers.
    Of(u8, u8),
    /// Always the same subject: the position of a word among the choices.
    Always(u32),
}

/// A condition on a row.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// The column holds this word or, for yes or no, 1 or 0.
    Is(u8, u32),
    /// The column does not hold this word; it may be empty.
    IsNot(u8, u32),
    /// The same for a column of the row to which a column refers.
    OfIs(u8, u8, u32),
    /// The column is filled.
    Given(u8),
    /// The column is empty.
    Empty(u8),
}

/// A part of a calculation.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// What stands in a column of the row.
    Cell(u8),
    /// What stands in a column of the row to which a column refers.
    Of(u8, u8),
    /// The figure of a kind about the same subjects.
    Figure(&'static FigureKind),
    /// The figure of a kind about what the keys of the row say.
    FigureOf(&'static FigureKind, &'static [Key]),
    /// The figure that is gone through.
    Each,
    /// A dated parameter, in the year of the figure, of the row, or else the first of the plan.
    Parameter(&'static Parameter),
    /// A whole number that is part of the rule, and what it is.
    Whole(i32, &'static str),
    /// One, for the row: how many there are is the sum over the rows, and each row is named in it.
    One(&'static str),
    /// The first that is given.
    Either(&'static [Self]),
    /// What the plan gives, or else what follows from other cells. Where both are there, they are held
    /// against each other: what is not used is not passed over in silence.
    Given(&'static [Self; 2]),
    /// The first and the second.
    Plus(&'static [Self; 2]),
    /// The first less the second.
    Less(&'static [Self; 2]),
    /// The first times the second.
    Times(&'static [Self; 2]),
    /// The first divided by the second.
    Over(&'static [Self; 2]),
    /// The smaller of two.
    Smaller(&'static [Self; 2]),
    /// The larger of two.
    Larger(&'static [Self; 2]),
}

/// The position of a column, found when the program is compiled: a column that does not exist
/// does not compile.
#[allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "runs in the compiler only, where a panic is an error message"
)]
pub const fn column_position(columns: &[crate::plan::Column], name: &str) -> u8 {
    let mut at = 0;
    while at < columns.len() {
        let (left, right) = (columns[at].name.as_bytes(), name.as_bytes());
        let mut same = left.len() == right.len();
        let mut letter = 0;
        while same && letter < left.len() {
            same = left[letter] == right[letter];
            letter += 1;
        }
        if same {
            assert!(at <= u8::MAX as usize, "the table has more columns than a formula can tell apart");
            return at as u8;
        }
        at += 1;
    }
    panic!("the table has no such column")
}

/// Writes the position of a column: `column!(ProviderBeds, plan)`.
macro_rules! column {
    ($row:ident, $column:ident) => {
        const {
            $crate::calculation::column_position(
                <$crate::plan::$row as $crate::plan::RowType>::COLUMNS,
                stringify!($column),
            )
        }
    };
}

/// Writes a term: `term!(ProviderBeds, (plan - now) / now)`.
///
/// `amount else (base * rate)` is the amount that the plan gives, or else what follows; `or` takes the
/// first that is given. A word is a column; `[KIND]` is the figure of a kind about the same subjects; `{…}` is a term
/// written out; parentheses group.
macro_rules! term {
    ($row:ident, ($($inner:tt)+)) => { $crate::calculation::term!($row, $($inner)+) };
    ($row:ident, [$kind:path]) => { $crate::calculation::Term::Figure(&$kind) };
    ($row:ident, {$term:expr}) => { $term };
    ($row:ident, $column:ident) => {
        $crate::calculation::Term::Cell($crate::calculation::column!($row, $column))
    };
    ($row:ident, $left:tt - $right:tt) => {
        $crate::calculation::Term::Less(&[$crate::calculation::term!($row, $left), $crate::calculation::term!($row, $right)])
    };
    ($row:ident, $left:tt * $right:tt) => {
        $crate::calculation::Term::Times(&[$crate::calculation::term!($row, $left), $crate::calculation::term!($row, $right)])
    };
    ($row:ident, $left:tt / $right:tt) => {
        $crate::calculation::Term::Over(&[$crate::calculation::term!($row, $left), $crate::calculation::term!($row, $right)])
    };
    ($row:ident, $first:tt or $($rest:tt)or+) => {
        $crate::calculation::Term::Either(&[$crate::calculation::term!($row, $first), $($crate::calculation::term!($row, $rest)),+])
    };
    ($row:ident, $given:tt else $computed:tt) => {
        $crate::calculation::Term::Given(&[$crate::calculation::term!($row, $given), $crate::calculation::term!($row, $computed)])
    };
    ($row:ident, $left:tt + $right:tt) => {
        $crate::calculation::Term::Plus(&[$crate::calculation::term!($row, $left), $crate::calculation::term!($row, $right)])
    };
}

/// Writes a formula.
///
/// * Over the rows of a table, for what each row says in its columns:
///   `formula!(CHANGE: ProviderBeds [provider] = plan - now)`. `*` is the row itself,
///   `(provider.Organisation.parent)` a column of the row that a column refers to, `{n}` always the
///   subject `n`. Conditions stand in `if`: `if (side is AccountSide::Income)`, `(x is not …)`,
///   `(x given)`, `(x empty)`.
/// * Over the figures of a kind, keeping subjects by position: `formula!(RATE: from TOTAL [0] = [A] / [B])`
///   or, added up, `formula!(TOTAL: sum of CHANGE [])`.
macro_rules! formula {
    ($kind:ident: sum of $source:path [$($keep:literal),*]) => {
        $crate::calculation::formula!($kind: from $source [$($keep),*] = {$crate::calculation::Term::Each})
    };
    ($kind:ident: from $source:path [$($keep:literal),*] = $($term:tt)+) => {
        $crate::calculation::Formula {
            kind: &$kind,
            over: $crate::calculation::Over::Figures(&$source, &[$($keep),*]),
            when: &[],
            is: $crate::calculation::term!(PlanDetails, $($term)+),
        }
    };
    ($kind:ident: $row:ident [$($key:tt),*] $(if $(($($when:tt)+))+)? = $($term:tt)+) => {
        $crate::calculation::Formula {
            kind: &$kind,
            over: $crate::calculation::Over::Rows(
                $crate::plan::Table::$row,
                &[$($crate::calculation::formula!(@key $row, $key)),*],
            ),
            when: &[$($($crate::calculation::formula!(@when $row, $($when)+)),+)?],
            is: $crate::calculation::term!($row, $($term)+),
        }
    };
    (@key $row:ident, *) => { $crate::calculation::Key::This };
    (@key $row:ident, {$subject:expr}) => { $crate::calculation::Key::Always($subject) };
    (@key $row:ident, ($column:ident . $target:ident . $inner:ident)) => {
        $crate::calculation::Key::Of($crate::calculation::column!($row, $column), $crate::calculation::column!($target, $inner))
    };
    (@key $row:ident, $column:ident) => { $crate::calculation::Key::Column($crate::calculation::column!($row, $column)) };
    (@when $row:ident, $column:ident given) => { $crate::calculation::When::Given($crate::calculation::column!($row, $column)) };
    (@when $row:ident, $column:ident empty) => { $crate::calculation::When::Empty($crate::calculation::column!($row, $column)) };
    (@when $row:ident, $column:ident . $target:ident . $inner:ident is $word:expr) => {
        $crate::calculation::When::OfIs(
            $crate::calculation::column!($row, $column),
            $crate::calculation::column!($target, $inner),
            $word as u32,
        )
    };
    (@when $row:ident, $column:ident is not $word:expr) => {
        $crate::calculation::When::IsNot($crate::calculation::column!($row, $column), $word as u32)
    };
    (@when $row:ident, $column:ident is $word:expr) => {
        $crate::calculation::When::Is($crate::calculation::column!($row, $column), $word as u32)
    };
}

/// Defines the figures of a rule file: for each its name, unit, identifier, label, what it is
/// about, by which rule, formula and source it comes about, and, in braces, its
/// [formula](Formula) where it is data and not code.
///
/// ```ignore
/// figures! {
///     /// The change in the beds of a provider.
///     CHANGE: count("capacity.beds.change.{}", "{}: change in beds", [ORGANISATION])
///         by("CR35", "beds planned − beds now", "Arden, l. 1500-1507")
///         { ProviderBeds [provider] = plan - now }
/// }
/// ```
macro_rules! figures {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident: $unit:ident($id:literal, $label:literal, [$($dimension:expr),*])
            by($rule:literal, $words:literal, $source:expr)
            $({$($formula:tt)+})?
    )*) => {
        $(
            $(#[doc = $doc])*
            pub static $name: $crate::calculation::FigureKind =
                $crate::calculation::FigureKind::$unit($id, $label, &[$($dimension),*]).by($rule, $words, $source);
        )*

        /// The figure kinds of this file.
        pub const KINDS: &[&$crate::calculation::FigureKind] = &[$(&$name),*];

        /// Those of them that are worked out as data, in order.
        #[allow(dead_code, reason = "a file may have none")]
        const FORMULAS: &[$crate::calculation::Formula] =
            &[$($($crate::calculation::formula!($name: $($formula)+),)?)*];
    };
}

pub(crate) use {column, figures, formula, term};

/// A test of every figure of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The figures that are tested.
    pub of: &'static FigureKind,
    /// What fails.
    pub fails: Fails,
    /// The finding's code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is said after the figure and its value: `below the national requirement of`.
    pub says: &'static str,
    /// What to do.
    pub advice: &'static str,
}

/// When a figure fails its test.
#[derive(Clone, Copy, Debug)]
pub enum Fails {
    /// It is below a limit.
    Below(Term),
    /// It is above a limit.
    Above(Term),
    /// It is not the same, and rounding does not explain it.
    Apart(Term),
}

/// What stands in a cell of any type.
struct AnyCell(Fixed, Decimal);

impl Printed for AnyCell {
    fn number(&self) -> Fixed {
        self.0
    }
    fn half_unit(&self) -> Decimal {
        self.1
    }
}

/// Where a term is worked out.
#[derive(Clone, Copy)]
struct Spot {
    row: Option<(Table, u32)>,
    subjects: Subjects,
    each: Option<Number>,
    year: Option<u32>,
}

impl Key {
    fn subject(self, plan: &Plan, table: Table, row: u32) -> Option<u32> {
        match self {
            Self::This => Some(row),
            Self::Always(subject) => Some(subject),
            Self::Column(column) => subject_of(plan, table, row, column),
            Self::Of(column, inner) => {
                let (table, row) = referred(plan, table, row, column)?;
                subject_of(plan, table, row, inner)
            }
        }
    }
}

fn subject_of(plan: &Plan, table: Table, row: u32, column: u8) -> Option<u32> {
    plan.content_at(table, row, column.into()).subject()
}

fn referred(plan: &Plan, table: Table, row: u32, column: u8) -> Option<(Table, u32)> {
    match (table.columns().get(usize::from(column))?.kind, plan.content_at(table, row, column.into())) {
        (ColumnKind::Reference(target), Content::Row(row)) => Some((target, row)),
        _ => None,
    }
}

impl When {
    fn holds(self, plan: &Plan, table: Table, row: u32) -> bool {
        let empty = |column: u8| plan.content_at(table, row, column.into()).is_empty();
        match self {
            Self::Is(column, subject) => subject_of(plan, table, row, column) == Some(subject),
            Self::IsNot(column, subject) => subject_of(plan, table, row, column) != Some(subject),
            Self::OfIs(column, inner, subject) => {
                let referred = referred(plan, table, row, column);
                referred.is_some_and(|(table, row)| subject_of(plan, table, row, inner) == Some(subject))
            }
            Self::Given(column) => !empty(column),
            Self::Empty(column) => empty(column),
        }
    }
}

impl Term {
    /// Nothing: what a cell that may be empty counts as.
    pub const NOTHING: Self = Self::Whole(0, "nothing");
    /// The whole, of which shares are taken.
    pub const ONE: Self = Self::Whole(1, "the whole");

    /// The number, or nothing where something that it stands on is not given.
    fn at(self, ledger: &Ledger<'_>, spot: Spot) -> Option<Number> {
        let pair = |terms: &[Self; 2]| {
            let [left, right] = *terms;
            Some((left.at(ledger, spot)?, right.at(ledger, spot)?))
        };
        match self {
            Self::Cell(column) => {
                let (table, row) = spot.row?;
                cell(ledger.plan, table, row, column)
            }
            Self::Of(column, inner) => {
                let (table, row) = spot.row?;
                let (table, row) = referred(ledger.plan, table, row, column)?;
                cell(ledger.plan, table, row, inner)
            }
            Self::Figure(kind) => ledger.find(FigureKey { kind, subjects: spot.subjects.first(kind.dimensions.len()) }),
            Self::FigureOf(kind, keys) => {
                let (table, row) = spot.row?;
                let subjects = subjects(ledger.plan, table, row, keys)?;
                ledger.find(FigureKey { kind, subjects })
            }
            Self::Each => spot.each,
            Self::Parameter(parameter) => {
                let year = spot.year.or_else(|| spot.row.and_then(|(table, row)| year_of_row(ledger.plan, table, row)));
                let year = year.and_then(year_of);
                ledger.parameter(parameter, year)
            }
            Self::Whole(number, what) => Some(Number::constant(whole(number.into()), what)),
            Self::One(what) => Some(match spot.row {
                Some((table, row)) => Number::row(table, row, what),
                None => Number::constant(whole(1), what),
            }),
            Self::Either(terms) => terms.iter().find_map(|term| term.at(ledger, spot)),
            Self::Given([given, computed]) => given.at(ledger, spot).or_else(|| computed.at(ledger, spot)),
            Self::Plus(terms) => pair(terms).map(|(left, right)| left.plus(&right)),
            Self::Less(terms) => pair(terms).map(|(left, right)| left.minus(&right)),
            Self::Times(terms) => pair(terms).map(|(left, right)| left.times(&right)),
            Self::Over(terms) => pair(terms).map(|(left, right)| left.over(&right)),
            Self::Smaller(terms) => pair(terms).map(|(left, right)| left.minimum(&right)),
            Self::Larger(terms) => pair(terms).map(|(left, right)| left.maximum(&right)),
        }
    }
}

impl Term {
    /// What is given and what follows, where the term says so first.
    const fn given(self) -> Option<&'static [Self; 2]> {
        match self {
            Self::Given(terms) => Some(terms),
            Self::Either([Self::Given(terms), ..]) => Some(*terms),
            _ => None,
        }
    }
}

impl Term {
    /// The range in which a term may lie that stands on cells alone, because they are printed rounded;
    /// nothing for any other, nor for a quotient, whose divisor may be nothing.
    fn range(self, ledger: &Ledger<'_>, spot: Spot) -> Option<Range> {
        let both = |terms: &[Self; 2], operation: fn(Fixed, Fixed) -> Fixed| {
            let [left, right] = *terms;
            Some(left.range(ledger, spot)?.corners(&right.range(ledger, spot)?, operation))
        };
        let (table, row) = spot.row?;
        match self {
            Self::Cell(column) => Range::of(ledger.plan.content_at(table, row, column.into())),
            Self::Of(column, inner) => {
                let (table, row) = referred(ledger.plan, table, row, column)?;
                Range::of(ledger.plan.content_at(table, row, inner.into()))
            }
            Self::Whole(number, _) => Some(Range::exactly(whole(number.into()).into())),
            Self::Either(terms) => terms.iter().find_map(|term| term.range(ledger, spot)),
            Self::Plus(terms) => both(terms, Fixed::plus),
            Self::Less(terms) => both(terms, Fixed::minus),
            Self::Times(terms) => both(terms, Fixed::times),
            _ => None,
        }
    }
}

/// What is given and what follows from other cells, where rounding cannot reconcile them.
fn report_contradiction(ledger: &mut Ledger<'_>, key: FigureKey, terms: &[Term; 2], spot: Spot) {
    let [given, computed] = *terms;
    let (Some(said), Some(follows)) = (given.range(ledger, spot), computed.range(ledger, spot)) else { return };
    if !said.is_apart_from(&follows) {
        return;
    }
    let place = match (spot.row, given) {
        (Some((table, row)), Term::Cell(column)) => {
            table.columns().get(usize::from(column)).map(|column| CellAddress { table, row, column: column.name })
        }
        _ => None,
    };
    let message = format!(
        "{} is given as {}, but {} follows from the other cells that it can stand on.",
        key.label(ledger.plan),
        format::in_unit(said.middle.value(), key.kind.unit),
        format::in_unit(follows.middle.value(), key.kind.unit)
    );
    ledger.report(|| Finding {
        severity: Severity::Warning,
        code: "given-and-computed-differ",
        places: place.into_iter().collect(),
        figures: vec![key],
        message,
        advice: "Correct one of the cells, or leave one of them empty.",
    });
}

fn cell(plan: &Plan, table: Table, row: u32, column: u8) -> Option<Number> {
    let (number, half_unit) = plan.content_at(table, row, column.into()).number()?;
    let column = table.columns().get(usize::from(column))?.name;
    Some(Number::cell(&AnyCell(number, half_unit), CellAddress { table, row, column }))
}

fn subjects(plan: &Plan, table: Table, row: u32, keys: &[Key]) -> Option<Subjects> {
    let mut all = Subjects::default();
    for (position, key) in keys.iter().enumerate() {
        all.set(position, key.subject(plan, table, row)?);
    }
    Some(all)
}

fn year_among(kind: &FigureKind, subjects: Subjects) -> Option<u32> {
    let position = kind.dimensions.iter().position(|dimension| matches!(dimension, super::Dimension::Year))?;
    Some(subjects.get(position))
}

/// The year that a row gives, for parameters that change over time.
fn year_of_row(plan: &Plan, table: Table, row: u32) -> Option<u32> {
    let column = table.columns().iter().position(|column| matches!(column.kind, ColumnKind::Year))?;
    subject_of(plan, table, row, u8::try_from(column).ok()?)
}

impl Formula {
    /// The number, where there is one. What there is nothing of has no unit cost: only a percentage
    /// of nothing is shown, as n/a.
    fn at(&self, ledger: &Ledger<'_>, spot: Spot) -> Option<Number> {
        let number = self.is.at(ledger, spot)?;
        let of_nothing = number.fixed() == Fixed::fault(Fault::DivisionByZero);
        (!of_nothing || self.kind.unit == Unit::Percent).then_some(number)
    }
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
        let mut found: Vec<(Subjects, Number)> = Vec::new();
        match formula.over {
            Over::Rows(table, keys) => {
                let rows = u32::try_from(ledger.plan.row_count(table)).unwrap_or(u32::MAX);
                for row in 0..rows {
                    if !formula.when.iter().all(|when| when.holds(ledger.plan, table, row)) {
                        continue;
                    }
                    let Some(subjects) = subjects(ledger.plan, table, row, keys) else { continue };
                    let year = year_among(formula.kind, subjects);
                    let spot = Spot { row: Some((table, row)), subjects, each: None, year };
                    found.extend(formula.at(ledger, spot).map(|number| (subjects, number)));
                    if let Some(terms) = formula.is.given().filter(|_| ledger.wants_findings()) {
                        report_contradiction(ledger, FigureKey { kind: formula.kind, subjects }, terms, spot);
                    }
                }
            }
            Over::Figures(kind, keep) => {
                for (key, number) in ledger.all(kind) {
                    let mut kept = Subjects::default();
                    for (position, from) in keep.iter().enumerate() {
                        kept.set(position, key.subjects.get((*from).into()));
                    }
                    // What is worked out for each figure may look at figures about the same as it.
                    let spot = Spot {
                        row: None,
                        subjects: key.subjects,
                        each: Some(number),
                        year: year_among(kind, key.subjects),
                    };
                    found.extend(formula.at(ledger, spot).map(|number| (kept, number)));
                }
            }
        }
        ledger.add(summed(formula.kind, found));
    }
}

/// Adds up what falls on the same subjects.
pub(crate) fn summed(kind: &'static FigureKind, mut found: Vec<(Subjects, Number)>) -> Series {
    put_in_order(&mut found, &|(left, _), (right, _)| left.cmp(right));
    let mut series = Series::with_capacity(kind, found.len());
    for same in found.chunk_by(|(left, _), (right, _)| left == right) {
        let [(subjects, first), others @ ..] = same else { continue };
        let mut value = *first;
        if !others.is_empty() {
            let mut total = NumberTotal::default();
            same.iter().for_each(|(_, number)| total.add(number));
            value = total.finish();
        }
        series.add(*subjects, value);
    }
    series
}

/// Reports every figure that fails a test.
pub fn run_tests(ledger: &mut Ledger<'_>, tests: &[Test]) {
    if !ledger.wants_findings() {
        return;
    }
    for test in tests {
        for (key, number) in ledger.all(test.of) {
            let spot =
                Spot { row: None, subjects: key.subjects, each: Some(number), year: year_among(test.of, key.subjects) };
            let (Fails::Below(term) | Fails::Above(term) | Fails::Apart(term)) = test.fails;
            let Some(limit) = term.at(ledger, spot) else { continue };
            let (value, limit) = (number.fixed(), limit.fixed());
            if value.is_fault() || limit.is_fault() {
                continue;
            }
            let fails = match test.fails {
                Fails::Below(_) => value.minus(limit).is_negative(),
                Fails::Above(_) => limit.minus(value).is_negative(),
                Fails::Apart(_) => value != limit,
            };
            if !fails {
                continue;
            }
            let unit = key.kind.unit;
            let message = format!(
                "{} is {}, {} {}.",
                key.label(ledger.plan),
                format::in_unit(value.value(), unit),
                test.says,
                format::in_unit(limit.value(), unit)
            );
            let finding = || Finding {
                severity: test.severity,
                code: test.code,
                places: key.place().into_iter().collect(),
                figures: vec![key],
                message,
                advice: test.advice,
            };
            match (test.fails, value.minus(limit).value()) {
                (Fails::Apart(_), Ok(apart)) => ledger.report_beyond_rounding(key, absolute(apart), finding),
                _ => ledger.report(finding),
            }
        }
    }
}
