//! What a case costs, where the rows about one kind of activity lie about ten times apart: £200 a stay in the baseline of one
//! provider and £2,000 in that of another, or in a change of a scheme, in a month or in the price. A digit too many or too few
//! of the cost or of the activity is seen by nothing else, for each of the two may be any number.
//!
//! What a change, a month or a price says is held against the baseline of the same provider, or of all where it names none;
//! baselines of one place are held against the one in the middle of them.

use super::said::has_been_said;
use crate::calculation::{CellAddress, Finding, Ledger, findings_of_part, format};
use crate::parameters::UNIT_COSTS_APART;
use crate::plan::{ActivityEffect, Content, Id, Plan, Table};
use crate::quantity::{Fixed, InOrder};

findings_of_part! {
    /// What a case costs by one row is many times what it costs by another row about the same kind of activity, so that a
    /// digit or a unit of one of them is in doubt. Of more than 10,000 months or changes of activity only the baseline is
    /// looked at.
    UNIT_COST_IN_DOUBT: warning(
        "unit-cost-in-doubt",
        "Is there a digit too many or too few in a cost or an activity, or is one of them in another unit? Correct it; where \
         the costs are right, note why they differ."
    )
}

/// A row that says how many cases there are and what they cost, for a kind of activity in a setting.
#[derive(Clone, Copy)]
struct Line {
    place: [u32; 2],
    provider: Option<u32>,
    cells: [CellAddress; 2],
    activity: Fixed,
    /// What a case costs at least and at most, as the cost is printed.
    least: Fixed,
    most: Fixed,
}

impl Line {
    /// Nothing where a row says nothing of the one or the other, or that they are nothing.
    fn of(plan: &Plan, table: Table, row: u32) -> Option<Self> {
        let store = plan.store(table);
        let content = |name: &str| table.column(name).map(|at| store.content(row, at));
        let (activity, _) = content("activity")?.number()?;
        let (cost, half) = content("cost")?.number()?;
        // A change may be of fewer cases that cost less; fewer that cost more are a finding of their own.
        let (activity, cost) =
            if activity.is_negative() { (activity.negated(), cost.negated()) } else { (activity, cost) };
        if activity.is_zero() || activity.is_fault() || !Fixed::ZERO.is_below(cost) {
            return None;
        }
        let position = |name: &str| match content(name) {
            Some(Content::Row(row)) => Some(row),
            _ => None,
        };
        Some(Self {
            place: [position("setting")?, position("point_of_delivery")?],
            provider: position("provider"),
            cells: ["cost", "activity"].map(|column| CellAddress { table, row, column }),
            activity,
            least: cost.minus(half).over(activity),
            most: cost.plus(half).over(activity),
        })
    }

    /// Whether a case costs so many times as much by one of the two as by the other, however they are rounded.
    fn is_apart(&self, other: &Self, times: Fixed) -> bool {
        let is_times = |large: &Self, small: &Self| {
            let limit = small.most.times(times);
            !limit.is_fault() && !large.least.is_fault() && !large.least.is_below(limit)
        };
        is_times(self, other) || is_times(other, self)
    }

    /// What a case costs, and where.
    fn words(&self, plan: &Plan) -> String {
        let two = Fixed::whole(2);
        let costs = format::money(self.least.plus(self.most).over(two).rounded(2).value());
        let [CellAddress { table, row, .. }, _] = self.cells;
        let provider = || self.provider.and_then(|provider| plan.title(Table::Organisation, provider));
        let of = match table {
            Table::BaselineActivity => format!("in the baseline of {}", provider().unwrap_or("all providers")),
            Table::ActivityChange => {
                let scheme = plan.activity_changes.get(Id::at(row)).map(|change| change.scheme().index());
                format!("by \"{}\"", scheme.and_then(|scheme| plan.title(Table::Scheme, scheme)).unwrap_or_default())
            }
            Table::MonthlyActivity => {
                let month = plan.monthly_activity.get(Id::at(row)).map(|row| row.month().words());
                format!("in {}", month.unwrap_or_default())
            }
            _ => format!("by the price \"{}\"", plan.title(table, row).unwrap_or_default()),
        };
        format!("{costs} {of}")
    }
}

/// Reports them; `said` are the cells whose unit has been asked for.
pub(super) fn report(ledger: &mut Ledger<'_>, said: &[CellAddress]) {
    let plan = ledger.as_written;
    let Some(year) = plan.details().map(|details| details.first_year()) else { return };
    let Some(times) = ledger.parameters.value(&UNIT_COSTS_APART, year).map(|times| Fixed::from(times.number)) else {
        return;
    };
    let mut baselines = lines(plan, Table::BaselineActivity, said);
    baselines.order_by_key(|line| (line.place, line.provider));
    let mut others = lines(plan, Table::MonthlyActivity, said);
    others.extend(lines(plan, Table::ActivityChange, said).into_iter().filter(|line| changes_in_number(plan, line)));
    others.extend(prices(plan, &baselines));
    others.order_by_key(|line| line.place);
    for of_place in baselines.chunk_by(|left, right| left.place == right.place) {
        let Some(first) = of_place.first() else { continue };
        let from = others.partition_point(|line| line.place < first.place);
        let others: Vec<Line> =
            others.iter().skip(from).take_while(|line| line.place == first.place).copied().collect();
        report_place(ledger, of_place, &others, times);
    }
}

/// So many rows of a table are held against the baseline: of more, a page would stand still.
const MOST_ROWS: u32 = 10_000;

/// The rows of a table that say what a case costs.
fn lines(plan: &Plan, table: Table, said: &[CellAddress]) -> Vec<Line> {
    let store = plan.store(table);
    if store.rows() > MOST_ROWS {
        return Vec::new();
    }
    let rows = (0..store.rows()).filter(|row| store.counts(*row)).filter_map(|row| Line::of(plan, table, row));
    rows.filter(|line| !line.cells.iter().any(|cell| has_been_said(said, *cell))).collect()
}

/// Whether a change is one in the number of cases: where only the price changes, its cost is no price.
fn changes_in_number(plan: &Plan, line: &Line) -> bool {
    let [CellAddress { row, .. }, _] = line.cells;
    let effect = plan.activity_changes.get(Id::at(row)).and_then(|change| change.effect());
    effect != Some(ActivityEffect::PriceOnly)
}

/// Prices of all cases of a kind of activity: those of as many as the baseline has. A price of fewer is that of one treatment
/// among others, which may cost ten times as much.
fn prices(plan: &Plan, baselines: &[Line]) -> Vec<Line> {
    let mut found = Vec::new();
    for (row, price) in plan.prices.iter() {
        let (column, paid) = match (price.local_price(), price.tariff()) {
            (Some(paid), _) => ("local_price", paid),
            (None, Some(paid)) => ("tariff", paid),
            (None, None) => continue,
        };
        let (Some(point), Some(activity)) = (price.point_of_delivery(), price.activity()) else { continue };
        let is_of = |line: &&Line| {
            let same = line.place.last() == Some(&point.index()) && line.provider == price.provider().map(Id::index);
            same && line.activity == activity.fixed()
        };
        let cell = |column| CellAddress { table: Table::Price, row: row.index(), column };
        let (least, most) = (paid.fixed().minus(paid.half_unit()), paid.fixed().plus(paid.half_unit()));
        let of_line = |line: &Line| Line { cells: [cell(column), cell("activity")], least, most, ..*line };
        if Fixed::ZERO.is_below(paid.fixed()) {
            found.extend(baselines.iter().filter(is_of).map(of_line));
        }
    }
    found
}

/// Holds the lines of one kind of activity in a setting against each other.
fn report_place(ledger: &mut Ledger<'_>, baselines: &[Line], others: &[Line], times: Fixed) {
    let mut in_order = baselines.to_vec();
    in_order.order_by(|left, right| left.most.cmp(&right.most));
    let Some(middle) = in_order.get(in_order.len().saturating_sub(1) / 2).copied() else { return };
    let odd: Vec<Line> = in_order.iter().filter(|line| line.is_apart(&middle, times)).copied().collect();
    // Where many lie apart there is no one cost of which a row could have missed a digit.
    let has_odd = !odd.is_empty() && odd.len() * 2 <= in_order.len();
    if has_odd {
        report_apart(ledger, &odd, &middle, times);
    }
    let of_all = baselines.iter().find(|line| line.provider.is_none());
    for baseline in baselines {
        // What names no provider is held against the row of all, or against the one in the middle.
        let falls_to = |line: &Line| match line.provider {
            Some(provider) if baselines.iter().any(|baseline| baseline.provider == Some(provider)) => {
                baseline.provider == Some(provider)
            }
            _ => of_all.unwrap_or(&middle).cells == baseline.cells,
        };
        let of_baseline: Vec<Line> = others.iter().filter(|line| falls_to(line)).copied().collect();
        let apart: Vec<Line> = of_baseline.iter().filter(|line| line.is_apart(baseline, times)).copied().collect();
        // A baseline that is odd itself has been said: that all else differs from it follows.
        let follows = has_odd && apart.len() == of_baseline.len() && odd.iter().any(|odd| odd.cells == baseline.cells);
        if !apart.is_empty() && !follows {
            report_apart(ledger, &apart, baseline, times);
        }
    }
}

/// How many lines are named in words; the cells of all are named.
const MOST_NAMED: usize = 3;

fn report_apart(ledger: &mut Ledger<'_>, apart: &[Line], beside: &Line, times: Fixed) {
    let plan = ledger.as_written;
    let mut words: Vec<String> = apart.iter().map(|line| line.words(plan)).collect();
    words.order_by(Ord::cmp);
    let title = |table, row| plan.title(table, row).unwrap_or_default();
    let [setting, point] = beside.place;
    let message = format!(
        "{}, {}: a case costs {}, and {}: {} times apart or more.",
        title(Table::Setting, setting),
        title(Table::PointOfDelivery, point),
        format::some_of(words, MOST_NAMED, ", "),
        beside.words(plan),
        format::number(times.value())
    );
    let places = apart.iter().chain([beside]).flat_map(|line| line.cells);
    ledger.report(|| Finding::of(&UNIT_COST_IN_DOUBT, message).at_cells(places));
}
