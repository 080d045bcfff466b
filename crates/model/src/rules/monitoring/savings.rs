//! What all savings that are followed month by month come to in a year.
//!
//! A tracker may follow the schemes, and beside them the programmes or the organisations that they are of: both are one
//! saving. So a total is of the lines that say most closely what they follow: of those that name a scheme, or else of those
//! that name a programme, or else of the others. Among those of one scheme or programme a line of the whole stands for its
//! parts, as in every table. Lists of schemes may overlap, so schemes of several lists have no total, unless one list is
//! part of the other, or all are parts of one.

use super::line::plan_read_as_meant;
use super::{
    ACTUAL_TO_DATE, FORECAST, PLAN_TO_DATE, SAVINGS_ACTUAL_TO_DATE, SAVINGS_FORECAST, SAVINGS_LINES_FORECAST,
    SAVINGS_LINES_TO_DATE, SAVINGS_PLAN, SAVINGS_PLAN_TO_DATE,
};
use crate::calculation::{FigureKind, Finding, Ledger, Number, NumberTotal, findings_of_part, format};
use crate::plan::{CellAddress, FinancialYear, Id, LineKind, MonitoredLine, Plan, Row, SchemeList, Table};
use crate::quantity::{Fixed, InOrder};
use crate::rules::whole_and_parts::{Given, Organisations};
use std::collections::BTreeSet;

findings_of_part! {
    /// Savings of several lists of schemes are followed in one year, and nothing says that no scheme stands in two of them.
    SAVINGS_OF_SEVERAL_LISTS: information(
        "savings-of-several-lists",
        "Where no scheme stands in two of them, add a list for all and make it their parent: then there is a total."
    )
}

/// So many lists are named.
const MOST_NAMED: usize = 5;

/// What a line follows; the first says it most closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Follows {
    Scheme(u32),
    Programme(u32),
    Whole,
}

impl Follows {
    fn of(line: Row<'_, MonitoredLine>) -> Self {
        match (line.scheme(), line.programme()) {
            (Some(scheme), _) => Self::Scheme(scheme.index()),
            (None, Some(programme)) => Self::Programme(programme.index()),
            (None, None) => Self::Whole,
        }
    }

    /// Whether two say as closely what they follow.
    const fn is_as_close_as(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Scheme(_), Self::Scheme(_)) | (Self::Programme(_), Self::Programme(_)) | (Self::Whole, Self::Whole)
        )
    }
}

/// A line of savings of a year.
#[derive(Clone, Copy)]
struct Followed<'a> {
    year: FinancialYear,
    follows: Follows,
    at: Id<MonitoredLine>,
    line: Row<'a, MonitoredLine>,
}

/// Publishes the totals of each year that has some.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let of_savings = plan.monitored_lines.iter().filter(|(_, line)| line.kind() == Some(LineKind::Saving));
    let mut lines: Vec<Followed<'_>> =
        of_savings.map(|(at, line)| Followed { year: line.year(), follows: Follows::of(line), at, line }).collect();
    if lines.is_empty() {
        return;
    }
    lines.order_by_key(|one| (one.year, one.follows, one.at.index()));
    let tree = Organisations::of(plan);
    for of_year in lines.chunk_by(|left, right| left.year == right.year) {
        of_one_year(ledger, &tree, of_year);
    }
}

fn of_one_year(ledger: &mut Ledger<'_>, tree: &Organisations, lines: &[Followed<'_>]) {
    let Some(first) = lines.first() else { return };
    let mut closest: Vec<Followed<'_>> =
        lines.iter().filter(|one| one.follows.is_as_close_as(first.follows)).copied().collect();
    let lists = without_nested_lists(ledger.plan, &mut closest);
    if !have_one_root(ledger.plan, &lists) {
        report_several(ledger, first.year, &lists);
        return;
    }
    let year = u32::from(first.year.start());
    let both = |ledger: &Ledger<'_>, one: &Followed<'_>, kinds: [&'static FigureKind; 2]| {
        let found = kinds.map(|kind| ledger.figure(kind, [one.at.index()]).filter(|number| !number.is_fault()));
        found.iter().all(Option::is_some)
    };
    let to_date: Vec<Followed<'_>> =
        closest.iter().filter(|one| both(ledger, one, [&ACTUAL_TO_DATE, &PLAN_TO_DATE])).copied().collect();
    let figure = |ledger: &Ledger<'_>, one: &Followed<'_>, kind: &'static FigureKind| {
        ledger.figure(kind, [one.at.index()]).unwrap_or_else(Number::nothing)
    };
    if !to_date.is_empty() {
        let (actual, count) = total(tree, &to_date, |one| figure(ledger, one, &ACTUAL_TO_DATE));
        let (planned, _) = total(tree, &to_date, |one| figure(ledger, one, &PLAN_TO_DATE));
        ledger.publish(&SAVINGS_LINES_TO_DATE, [year], Number::counted(count, "lines in the total"));
        ledger.publish(&SAVINGS_PLAN_TO_DATE, [year], planned);
        ledger.publish(&SAVINGS_ACTUAL_TO_DATE, [year], actual);
    }
    let forecast: Vec<Followed<'_>> = closest
        .iter()
        .filter(|one| one.line.plan().is_some() && both(ledger, one, [&FORECAST, &FORECAST]))
        .copied()
        .collect();
    if !forecast.is_empty() {
        let (expected, count) = total(tree, &forecast, |one| figure(ledger, one, &FORECAST));
        let (planned, _) = total(tree, &forecast, |one| plan_read_as_meant(ledger.plan, one.line));
        ledger.publish(&SAVINGS_LINES_FORECAST, [year], Number::counted(count, "lines in the total"));
        ledger.publish(&SAVINGS_PLAN, [year], planned);
        ledger.publish(&SAVINGS_FORECAST, [year], expected);
    }
}

/// Leaves out the lines of schemes whose list is part of another that is followed too; the lists that are left.
fn without_nested_lists(plan: &Plan, lines: &mut Vec<Followed<'_>>) -> BTreeSet<u32> {
    let list = |one: &Followed<'_>| -> Option<Id<SchemeList>> { Some(plan.schemes.get(one.line.scheme()?)?.list()) };
    let followed: BTreeSet<u32> = lines.iter().filter_map(|one| Some(list(one)?.index())).collect();
    let parent = |of: Id<SchemeList>| plan.scheme_lists.get(of).and_then(|list| list.parent());
    let is_nested = |of: Id<SchemeList>| {
        let mut above = parent(of);
        while let Some(list) = above {
            if followed.contains(&list.index()) {
                return true;
            }
            above = parent(list);
        }
        false
    };
    lines.retain(|one| list(one).is_none_or(|of| !is_nested(of)));
    lines.iter().filter_map(|one| Some(list(one)?.index())).collect()
}

/// Whether there is one list, or all are parts of one: then nothing overlaps.
fn have_one_root(plan: &Plan, lists: &BTreeSet<u32>) -> bool {
    let parent = |of: Id<SchemeList>| plan.scheme_lists.get(of).and_then(|list| list.parent());
    let root = |of: &u32| {
        let mut root = Id::at(*of);
        while let Some(above) = parent(root) {
            root = above;
        }
        root.index()
    };
    lists.len() <= 1 || lists.iter().map(root).collect::<BTreeSet<u32>>().len() == 1
}

fn report_several(ledger: &mut Ledger<'_>, year: FinancialYear, lists: &BTreeSet<u32>) {
    let plan = ledger.plan;
    ledger.report(|| {
        let mut names: Vec<&str> = lists.iter().filter_map(|list| plan.title(Table::SchemeList, *list)).collect();
        names.order_by(Ord::cmp);
        let names = format::some_of(names.iter().map(|name| format!("\"{name}\"")), MOST_NAMED, ", ");
        let message = format!(
            "The savings that are followed in {year} are of {} lists: {names}. Lists may overlap, so they have no total.",
            lists.len()
        );
        let rows = lists.iter().copied();
        Finding::of(&SAVINGS_OF_SEVERAL_LISTS, message).at_rows(plan, Table::SchemeList, rows, "parent")
    });
}

/// The sum of an amount of lines, and of how many lines it is: of what follows one thing, a line of the whole stands for its
/// parts.
fn total(tree: &Organisations, lines: &[Followed<'_>], amount: impl Fn(&Followed<'_>) -> Number) -> (Number, usize) {
    let (mut sum, mut count) = (NumberTotal::default(), 0);
    for same in lines.chunk_by(|left, right| left.follows == right.follows) {
        let given: Vec<Given> = same
            .iter()
            .map(|one| Given {
                organisation: one.line.organisation().map(Id::index),
                amount: amount(one),
                half_unit: Fixed::ZERO,
                place: CellAddress { table: Table::MonitoredLine, row: one.at.index(), column: "plan" },
            })
            .collect();
        let organisations: Vec<Option<u32>> = given.iter().map(|one| one.organisation).collect();
        for (one, above) in given.iter().zip(tree.above(&organisations)) {
            if above.is_none() {
                sum.add(&one.amount);
                count += 1;
            }
        }
    }
    (sum.finish(), count)
}
