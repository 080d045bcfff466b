//! The baseline: what each setting and point of delivery has in the base year.
//!
//! * CR10: the sum of the baseline lines. CR05: a line for all providers beside lines of single providers is their
//!   total, and one of a kind of activity beside lines of its parts is theirs: each is held against its parts and
//!   never added to them.

use super::counted::Counted;
use super::sum::{Sum, change_slot, places};
use super::{
    BASELINE, BASELINE_COST, BASELINE_COST_LESS_PARTS, BASELINE_LESS_PARTS, PROVIDER_BASELINE, PROVIDER_BASELINE_COST,
    PROVIDER_PARTS, PROVIDER_PARTS_COST, PROVIDERS_COST_DIFFERENCE, PROVIDERS_DIFFERENCE, wholes::Wholes,
};
use crate::calculation::{CellAddress, FigureIndex, FigureKind, Finding, Ledger, Number, findings_of_part, format};
use crate::plan::{BaselineActivity, Id, Row, Table};
use crate::quantity::{Decimal, InOrder, absolute};

findings_of_part! {
    /// The parts of a kind of activity make more together than the whole of which they are parts.
    PARTS_EXCEED_WHOLE: error(
        "parts-exceed-whole",
        "Correct the whole or its parts: a part of another kind of activity is counted in it."
    )
}

/// The baseline as figures, for each setting and point of delivery.
pub(super) struct Baseline {
    pub(super) activity: Vec<Option<Number>>,
    pub(super) cost: Vec<Option<Number>>,
}

pub(super) fn baseline(ledger: &mut Ledger<'_>, wholes: &Wholes) -> Baseline {
    Baseline { activity: side(ledger, wholes, &ACTIVITY), cost: side(ledger, wholes, &COST) }
}

/// Activity or cost: the column, and the figures that stand on it.
pub(super) struct Side {
    column: &'static str,
    /// Whether it is counted, and not money.
    pub(super) counts: bool,
    pub(super) cell: fn(Row<'_, BaselineActivity>) -> Option<Number>,
    kind: &'static FigureKind,
    providers: &'static FigureKind,
    pub(super) of_provider: &'static FigureKind,
    pub(super) parts_at_provider: &'static FigureKind,
    less_parts: &'static FigureKind,
}

pub(super) static ACTIVITY: Side = Side {
    column: "activity",
    counts: true,
    cell: |line| line.activity().map(Number::cell),
    kind: &BASELINE,
    providers: &PROVIDERS_DIFFERENCE,
    of_provider: &PROVIDER_BASELINE,
    parts_at_provider: &PROVIDER_PARTS,
    less_parts: &BASELINE_LESS_PARTS,
};
pub(super) static COST: Side = Side {
    column: "cost",
    counts: false,
    cell: |line| line.cost().map(Number::cell),
    kind: &BASELINE_COST,
    providers: &PROVIDERS_COST_DIFFERENCE,
    of_provider: &PROVIDER_BASELINE_COST,
    parts_at_provider: &PROVIDER_PARTS_COST,
    less_parts: &BASELINE_COST_LESS_PARTS,
};

/// The lines that count; lines for all providers are held against those of each.
fn counted(ledger: &mut Ledger<'_>, side: &Side) -> Counted {
    let lines = &ledger.plan.baseline_activity;
    let cell = |row: u32| lines.get(Id::at(row)).and_then(side.cell);
    let about =
        |row: u32| lines.get(Id::at(row)).map(|line| [line.setting().index(), line.point_of_delivery().index()]);
    let counted = Counted::of(
        lines.codes(BaselineActivity::provider),
        |row| cell(row).is_some(),
        |left, right| about(left).cmp(&about(right)),
    );
    let at = (Table::BaselineActivity, side.column);
    counted.hold_totals(ledger, side.providers, at, |row| FigureIndex::new(about(row).unwrap_or_default()), cell);
    counted
}

/// A line without the number is one that the sum of its kind of activity lacks, and that of the whole of which it is a part.
fn note_empty(ledger: &mut Ledger<'_>, wholes: &Wholes, side: &Side, (row, line): (u32, Row<'_, BaselineActivity>)) {
    let [setting, point] = [line.setting().index(), line.point_of_delivery().index()];
    let cell = CellAddress { table: Table::BaselineActivity, row, column: side.column };
    ledger.lacks(side.kind.at([setting, point]), cell);
    if let Some(whole) = wholes.of_part(line.point_of_delivery().position()) {
        ledger.lacks(side.kind.at([setting, whole.index()]), cell);
    }
}

fn side(ledger: &mut Ledger<'_>, wholes: &Wholes, side: &Side) -> Vec<Option<Number>> {
    let plan = ledger.plan;
    let width = plan.points_of_delivery.len();
    let lines = &plan.baseline_activity;
    let counted = counted(ledger, side);
    // What the lines of a place give it, and what those of its parts give it.
    let (mut own, mut parts): (Vec<Sum>, Vec<Sum>) = (Vec::new(), Vec::new());
    let mut empty = Vec::new();
    let mut rows = RowsOfPlaces::default();
    for (row, line) in lines.iter().filter(|(row, _)| counted.has(row.index())) {
        let (setting, point) = (line.setting().position(), line.point_of_delivery().position());
        if let Some(number) = (side.cell)(line) {
            change_slot(&mut own, setting * width + point, |sum| sum.add(&number));
            rows.add([line.setting().index(), line.point_of_delivery().index()], row.index());
            let Some(whole) = wholes.of_part(point) else { continue };
            let Some(number) = (if side.counts { whole.counted(&number) } else { Some(number) }) else { continue };
            rows.add([line.setting().index(), whole.index()], row.index());
            change_slot(&mut parts, setting * width + whole.position(), |sum| sum.add(&number));
            continue;
        }
        note_empty(ledger, wholes, side, (row.index(), line));
        if line.activity().is_none() && line.cost().is_none() {
            empty.push(row);
        }
    }
    for (slot, place) in places(plan).enumerate().take(parts.len()) {
        let both = own.get(slot).and_then(|sum| sum.0.clone()).zip(parts.get(slot).and_then(|sum| sum.0.clone()));
        if let Some((whole, parts)) = both {
            hold_parts(ledger, side, place, &[whole.finish(), parts.finish()], &mut rows);
        }
    }
    // A line without numbers says that the activity is known to be nothing yet.
    for line in empty.into_iter().filter_map(|row| lines.get(row)) {
        let slot = line.setting().position() * width + line.point_of_delivery().position();
        if [&own, &parts].iter().all(|sums| sums.get(slot).is_none_or(|sum| sum.0.is_none())) {
            let nothing = Number::constant(Decimal::ZERO, "no baseline is printed for this line");
            change_slot(&mut own, slot, |sum| sum.add(&nothing));
        }
    }
    let used = own.len().max(parts.len());
    let (mut own, mut parts) = (own.into_iter(), parts.into_iter());
    let mut figures = Vec::with_capacity(used);
    for place in places(plan).take(used) {
        let (own, parts) = (own.next().unwrap_or(Sum::NOTHING), parts.next().unwrap_or(Sum::NOTHING));
        let total = own.0.or(parts.0);
        figures.push(total.map(|total| ledger.publish(side.kind, place, total.finish())));
    }
    figures
}

/// The rows from which the figures of each place come, in order once they are asked for.
#[derive(Default)]
struct RowsOfPlaces {
    rows: Vec<([u32; 2], u32)>,
    ordered: bool,
}

impl RowsOfPlaces {
    fn add(&mut self, place: [u32; 2], row: u32) {
        self.rows.push((place, row));
    }

    fn of(&mut self, place: [u32; 2]) -> Vec<u32> {
        if !self.ordered {
            self.rows.order_by(Ord::cmp);
            self.ordered = true;
        }
        let first = self.rows.partition_point(|(other, _)| *other < place);
        let from = self.rows.iter().skip(first);
        from.take_while(|(other, _)| *other == place).map(|(_, row)| *row).collect()
    }
}

/// The parts of a kind of activity are no more than the whole.
fn hold_parts(
    ledger: &mut Ledger<'_>,
    side: &Side,
    place: [u32; 2],
    [whole, parts]: &[Number; 2],
    rows: &mut RowsOfPlaces,
) {
    let less = ledger.publish(side.less_parts, place, whole.minus(parts)).shown();
    let Ok(apart) = less.value() else { return };
    if !less.is_negative() {
        return;
    }
    let key = side.less_parts.at(place);
    let shown = |number: &Number| format::in_unit(number.shown().value(), side.kind.unit);
    let message = format!(
        "{} is {}, but its parts make {} together.",
        side.kind.at(place).label(ledger.plan),
        shown(whole),
        shown(parts)
    );
    let cell = |row| CellAddress { table: Table::BaselineActivity, row, column: side.column };
    let cells: Vec<CellAddress> = rows.of(place).into_iter().map(cell).collect();
    ledger.report_beyond_rounding(key, absolute(apart), || {
        Finding::of(&PARTS_EXCEED_WHOLE, message).at_cells(cells).figure(key).figure(side.kind.at(place))
    });
}
