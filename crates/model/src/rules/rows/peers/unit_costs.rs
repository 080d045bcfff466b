//! What a case costs, where the rows about one kind of activity lie about ten times apart: £200 a stay in the baseline of one
//! provider and £2,000 in that of another, or in a change of a scheme, in a month or in the price. A digit too many or too few
//! of the cost or of the activity is seen by nothing else, for each of the two may be any number.
//!
//! What a change, a month or a price says is held against the baseline of the same provider, or of all where it names none;
//! baselines of one place are held against the one in the middle of them.

use super::said::has_been_said;
use crate::calculation::{CellAddress, Finding, Ledger, findings_of_part, format};
use crate::parameters::UNIT_COSTS_APART;
use crate::plan::{ActivityEffect, ColumnKind, Id, Plan, Table};
use crate::quantity::{Fixed, InOrder};

findings_of_part! {
    /// What a case costs by one row is many times what it costs by another row about the same kind of activity, so that a
    /// digit or a unit of one of them is in doubt.
    UNIT_COST_IN_DOUBT: warning(
        "unit-cost-in-doubt",
        "Is there a digit too many or too few in a cost or an activity, or is one of them in another unit? Correct it; where \
         the costs are right, note why they differ."
    )
}

/// A setting and a point of delivery.
type Place = [u32; 2];

/// A row that says how many cases there are and what they cost, for a kind of activity in a setting.
#[derive(Clone, Copy)]
struct Line {
    place: Place,
    provider: Option<u32>,
    cells: [CellAddress; 2],
    activity: Fixed,
    /// What all of its cases cost at least and at most, as the cost is printed.
    least: Fixed,
    most: Fixed,
}

impl Line {
    /// Whether a case costs so many times as much by one of the two as by the other, however they are rounded. The products
    /// say so without a division.
    fn is_apart(&self, other: &Self, times: Fixed) -> bool {
        let is_times = |large: &Self, small: &Self| {
            let (much, limit) = (large.least.times(small.activity), small.most.times(large.activity).times(times));
            !limit.is_fault() && !much.is_fault() && !much.is_below(limit)
        };
        is_times(self, other) || is_times(other, self)
    }

    /// What a case costs, and where.
    fn words(&self, plan: &Plan) -> String {
        let two = Fixed::whole(2);
        let costs = format::money(self.least.plus(self.most).over(self.activity.times(two)).rounded(2).value());
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
    let plan = ledger.plan;
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
        let to = others.partition_point(|line| line.place <= first.place);
        report_place(ledger, of_place, others.get(from..to).unwrap_or_default(), times);
    }
}

/// The rows of a table that say what a case costs: not those that say nothing of the one or the other, or that they are
/// nothing.
fn lines(plan: &Plan, table: Table, said: &[CellAddress]) -> Vec<Line> {
    let store = plan.store(table);
    let column = |name: &str| table.column(name).map(|at| store.column(at));
    let columns = [column("setting"), column("point_of_delivery"), column("activity"), column("cost")];
    let [Some(settings), Some(points), Some(activities), Some(costs)] = columns else { return Vec::new() };
    let providers = column("provider");
    let of_row = |row: u32| {
        let place = [settings.code(row)?, points.code(row)?];
        let ((activity, _), (cost, form)) = (activities.number(row)?, costs.number(row)?);
        // A change may be of fewer cases that cost less; fewer that cost more are a finding of their own.
        let (activity, cost) =
            if activity.is_negative() { (activity.negated(), cost.negated()) } else { (activity, cost) };
        if activity.is_zero() || activity.is_fault() || !Fixed::ZERO.is_below(cost) {
            return None;
        }
        let half = form.half_unit(ColumnKind::Money);
        let cells = ["cost", "activity"].map(|column| CellAddress { table, row, column });
        let (provider, least, most) = (providers.and_then(|of| of.code(row)), cost.minus(half), cost.plus(half));
        Some(Line { place, provider, cells, activity, least, most })
    };
    let rows = (0..store.rows()).filter(|row| store.counts(*row)).filter_map(of_row);
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
    // The kind of activity, the provider and how many cases.
    let about = |line: &Line| (line.place[1], line.provider, line.activity);
    let mut by_price: Vec<&Line> = baselines.iter().collect();
    by_price.order_by(|left, right| about(left).cmp(&about(right)));
    let mut found = Vec::new();
    for (row, price) in plan.prices.iter() {
        let (column, paid) = match (price.local_price(), price.tariff()) {
            (Some(paid), _) => ("local_price", paid),
            (None, Some(paid)) => ("tariff", paid),
            (None, None) => continue,
        };
        let (Some(point), Some(activity)) = (price.point_of_delivery(), price.activity()) else { continue };
        let of_price = (point.index(), price.provider().map(Id::index), activity.fixed());
        let cell = |column| CellAddress { table: Table::Price, row: row.index(), column };
        let (least, most) = (paid.fixed().minus(paid.half_unit()), paid.fixed().plus(paid.half_unit()));
        let of_case = |line: &Line| Line {
            cells: [cell(column), cell("activity")],
            activity: Fixed::whole(1),
            least,
            most,
            ..*line
        };
        if Fixed::ZERO.is_below(paid.fixed()) {
            let from = by_price.partition_point(|line| about(line) < of_price);
            let same = by_price.iter().skip(from).take_while(|line| about(line) == of_price);
            found.extend(same.map(|line| of_case(line)));
        }
    }
    found
}

/// The baselines of one place by what a case costs, whatever the order of the rows.
fn by_cost<'a>(plan: &Plan, baselines: &'a [Line]) -> Vec<&'a Line> {
    let mut by_cost: Vec<(Fixed, &Line)> = baselines.iter().map(|line| (line.most.over(line.activity), line)).collect();
    let whose = |line: &Line| line.provider.and_then(|of| plan.identifier(Table::Organisation, of));
    by_cost.order_by(|left, right| left.0.cmp(&right.0).then_with(|| whose(left.1).cmp(&whose(right.1))));
    by_cost.into_iter().map(|(_, line)| line).collect()
}

/// Holds the lines of one kind of activity in a setting against each other. The baselines stand in the order of their
/// providers, the one without a provider first.
fn report_place(ledger: &mut Ledger<'_>, baselines: &[Line], others: &[Line], times: Fixed) {
    let by_cost = by_cost(ledger.plan, baselines);
    let Some(middle) = by_cost.get(by_cost.len().saturating_sub(1) / 2).copied() else { return };
    let odd: Vec<&Line> = by_cost.iter().filter(|line| line.is_apart(middle, times)).copied().collect();
    // Where many lie apart there is no one cost of which a row could have missed a digit.
    let has_odd = !odd.is_empty() && odd.len() * 2 <= by_cost.len();
    if has_odd {
        report_apart(ledger, &odd, middle, times);
    }
    // What names no provider, or one without a baseline, is held against the row of all, or against the one in the middle.
    let of_provider = |of: Option<u32>| baselines.binary_search_by_key(&of, |line| line.provider).ok();
    let of_middle = baselines.iter().position(|line| line.cells == middle.cells);
    let of_rest = of_provider(None).or(of_middle).unwrap_or_default();
    let beside = |line: &Line| line.provider.and_then(|of| of_provider(Some(of))).unwrap_or(of_rest);
    let mut held: Vec<(usize, &Line)> = others.iter().map(|line| (beside(line), line)).collect();
    held.order_by_key(|(at, _)| *at);
    for of_baseline in held.chunk_by(|left, right| left.0 == right.0) {
        let Some(baseline) = of_baseline.first().and_then(|(at, _)| baselines.get(*at)) else { continue };
        let lines = of_baseline.iter().map(|(_, line)| *line);
        let apart: Vec<&Line> = lines.filter(|line| line.is_apart(baseline, times)).collect();
        // A baseline that is odd itself has been said: that all else differs from it follows.
        let follows = has_odd && apart.len() == of_baseline.len() && baseline.is_apart(middle, times);
        if !apart.is_empty() && !follows {
            report_apart(ledger, &apart, baseline, times);
        }
    }
}

/// How many lines are named in words.
const MOST_NAMED: usize = 3;

fn report_apart(ledger: &mut Ledger<'_>, apart: &[&Line], beside: &Line, times: Fixed) {
    let plan = ledger.plan;
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
    let places = apart.iter().flat_map(|line| line.cells);
    ledger.report(|| Finding::of(&UNIT_COST_IN_DOUBT, message).at_each(plan, places).at_cells(beside.cells));
}
