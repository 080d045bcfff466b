//! What a case costs, where the rows about one kind of activity lie about ten times apart: £200 a stay in the baseline of one
//! provider and £2,000 in that of another, or in a change of a scheme, in a month or in the price. A digit too many or too few
//! of the cost or of the activity is seen by nothing else, for each of the two may be any number.
//!
//! What a change, a month or a price says is held against the baseline of the same provider, or of all where it names none;
//! baselines of one place are held against the one in the middle of them.

use super::said::Said;
use crate::calculation::{CellAddress, Finding, Ledger, findings_of_part, format};
use crate::parameters::UNIT_COSTS_APART;
use crate::plan::{ActivityEffect, ColumnKind, Id, Plan, Table};
use crate::quantity::{Decimal, Fixed, InOrder};

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
    /// What all of its cases cost, and how far that may be from what was rounded to it.
    cost: Fixed,
    half: Fixed,
}

impl Line {
    /// How many binary digits more its cost has than its cases. A number of `d` digits is at least 2^(d − 1) and below 2^d, so
    /// that two unit costs of which these differ by `n` are less than 2^(n + 2) times apart.
    fn size(&self) -> i64 {
        i64::from(self.cost.binary_digits()) - i64::from(self.activity.binary_digits())
    }

    /// Whether a case costs so many times as much by one of the two as by the other, however they are rounded. Mostly the
    /// digits say that it does not; otherwise products say so, without a division.
    fn is_apart(&self, other: &Self, times: Times) -> bool {
        if self.size().abs_diff(other.size()) + 2 <= times.exponent {
            return false;
        }
        let is_times = |large: &Self, small: &Self| {
            let much = large.cost.minus(large.half).times(small.activity);
            let limit = small.cost.plus(small.half).times(large.activity).times(times.times);
            !limit.is_fault() && !much.is_fault() && !much.is_below(limit)
        };
        is_times(self, other) || is_times(other, self)
    }

    /// What a case costs, and where.
    fn words(&self, plan: &Plan) -> String {
        let costs = format::money(self.cost.over(self.activity).rounded(2).value());
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

/// How many times one unit cost may be another, and the exponent of the largest power of two that is not more.
#[derive(Clone, Copy)]
struct Times {
    times: Fixed,
    exponent: u64,
}

impl Times {
    fn of(number: Decimal) -> Self {
        let times = Fixed::from(number);
        let is_as_much = |exponent: &u64| !times.is_below(Fixed::whole(1 << exponent));
        Self { times, exponent: (1..32).take_while(is_as_much).last().unwrap_or_default() }
    }
}

/// A baseline, and what is held against it.
struct Beside {
    line: Line,
    /// Whether it lies apart from the baselines of its place, which has been said.
    is_odd: bool,
    /// How many lines are held against it, and those that lie apart.
    held: usize,
    apart: Vec<Line>,
}

/// Reports them; `said` are the cells whose unit has been asked for.
pub(super) fn report(ledger: &mut Ledger<'_>, said: &Said) {
    let plan = ledger.plan;
    let Some(year) = plan.details().map(|details| details.first_year()) else { return };
    let Some(times) = ledger.parameters.value(&UNIT_COSTS_APART, year).map(|times| Times::of(times.number)) else {
        return;
    };
    let mut baselines: Vec<Line> = lines(plan, Table::BaselineActivity, said).collect();
    baselines.order_by_key(|line| (line.place, line.provider));
    let (mut besides, mut of_rest) = (Vec::with_capacity(baselines.len()), Vec::new());
    for of_place in baselines.chunk_by(|left, right| left.place == right.place) {
        of_rest.extend(report_place(ledger, of_place, times, &mut besides));
    }
    let prices = prices(plan, &baselines);
    let months = lines(plan, Table::MonthlyActivity, said);
    let changes = lines(plan, Table::ActivityChange, said).filter(|line| changes_in_number(plan, line));
    for line in months.chain(changes).chain(prices) {
        let of_provider = line.provider.and_then(|_| {
            let about = |beside: &Beside| (beside.line.place, beside.line.provider);
            besides.binary_search_by_key(&(line.place, line.provider), about).ok()
        });
        let of_rest =
            || of_rest.binary_search_by_key(&line.place, |(place, _)| *place).ok().and_then(|at| of_rest.get(at));
        let Some(at) = of_provider.or_else(|| of_rest().map(|(_, at)| *at)) else { continue };
        let Some(beside) = besides.get_mut(at) else { continue };
        beside.held += 1;
        if line.is_apart(&beside.line, times) {
            beside.apart.push(line);
        }
    }
    for Beside { line, is_odd, held, apart } in besides {
        // That all differs from a baseline that is odd itself follows.
        let follows = is_odd && apart.len() == held;
        if !apart.is_empty() && !follows {
            report_apart(ledger, &apart, &line, times);
        }
    }
}

/// The rows of a table that say what a case costs: not those that say nothing of the one or the other, or that they are
/// nothing.
fn lines<'a>(plan: &'a Plan, table: Table, said: &'a Said) -> impl Iterator<Item = Line> + 'a {
    let store = plan.store(table);
    let column = |name: &str| table.column(name).map(|at| store.column(at));
    let columns = ["setting", "point_of_delivery", "activity", "cost"].map(column);
    let providers = column("provider");
    let of_row = move |row: u32| {
        let [Some(settings), Some(points), Some(activities), Some(costs)] = columns else { return None };
        let place = [settings.code(row)?, points.code(row)?];
        let ((activity, _), (cost, form)) = (activities.number(row)?, costs.number(row)?);
        // A change may be of fewer cases that cost less; fewer that cost more are a finding of their own.
        let (activity, cost) =
            if activity.is_negative() { (activity.negated(), cost.negated()) } else { (activity, cost) };
        let cells = ["cost", "activity"].map(|column| CellAddress { table, row, column });
        let is_said = || cells.iter().any(|cell| said.has(*cell));
        if activity.is_zero() || activity.is_fault() || !Fixed::ZERO.is_below(cost) || is_said() {
            return None;
        }
        let provider = providers.and_then(|of| of.code(row));
        Some(Line { place, provider, cells, activity, cost, half: form.half_unit(ColumnKind::Money) })
    };
    (0..store.rows()).filter(|row| store.counts(*row)).filter_map(of_row)
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
        let of_case = |line: &Line| Line {
            cells: [cell(column), cell("activity")],
            activity: Fixed::whole(1),
            cost: paid.fixed(),
            half: paid.half_unit(),
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
    let mut by_cost: Vec<(Fixed, &Line)> = baselines.iter().map(|line| (line.cost.over(line.activity), line)).collect();
    let whose = |line: &Line| line.provider.and_then(|of| plan.identifier(Table::Organisation, of));
    by_cost.order_by(|left, right| left.0.cmp(&right.0).then_with(|| whose(left.1).cmp(&whose(right.1))));
    by_cost.into_iter().map(|(_, line)| line).collect()
}

/// Holds the baselines of one place against each other, and adds them to those against which other lines are held. They stand
/// in the order of their providers, the one without a provider first. Gives the place with the position of the one against
/// which is held what names no provider, or one without a baseline: the row of all, or the one in the middle.
fn report_place(
    ledger: &mut Ledger<'_>,
    baselines: &[Line],
    times: Times,
    besides: &mut Vec<Beside>,
) -> Option<(Place, usize)> {
    let by_cost = by_cost(ledger.plan, baselines);
    let middle = by_cost.get(by_cost.len().saturating_sub(1) / 2).copied()?;
    let odd: Vec<Line> = by_cost.iter().filter(|line| line.is_apart(middle, times)).map(|line| **line).collect();
    // Where many lie apart there is no one cost of which a row could have missed a digit.
    let has_odd = !odd.is_empty() && odd.len() * 2 <= by_cost.len();
    if has_odd {
        report_apart(ledger, &odd, middle, times);
    }
    let of_rest = baselines.iter().position(|line| line.provider.is_none());
    let of_rest = of_rest.or_else(|| baselines.iter().position(|line| line.cells == middle.cells));
    let of_rest = of_rest.map(|at| (middle.place, besides.len() + at));
    besides.extend(baselines.iter().map(|line| {
        let is_odd = has_odd && line.is_apart(middle, times);
        Beside { line: *line, is_odd, held: 0, apart: Vec::new() }
    }));
    of_rest
}

/// How many lines are named in words.
const MOST_NAMED: usize = 3;

fn report_apart(ledger: &mut Ledger<'_>, apart: &[Line], beside: &Line, times: Times) {
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
        format::number(times.times.value())
    );
    let places = apart.iter().flat_map(|line| line.cells);
    ledger.report(|| Finding::of(&UNIT_COST_IN_DOUBT, message).at_each(plan, places).at_cells(beside.cells));
}
