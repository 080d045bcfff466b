//! How many incidents there were: each counts once, also where the plan gives a total beside its organisations.

use super::kinds::{INCIDENT_CLASSES, INCIDENTS};
use crate::calculation::{FigureIndex, Ledger, Number, summed};
use crate::plan::{CellAddress, Incident, NumberCell, Row, Table};
use crate::quantity::{Count, InOrder};
use crate::rules::whole_and_parts::Organisations;

/// Publishes the incidents of each kind, and of each kind and class.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let about = |row: Row<'_, Incident>| (row.kind().map(|of| of as u32), row.class().map(|of| of as u32), row.month());
    let rows = plan.incidents.iter().filter_map(|(at, row)| {
        let organisation = row.organisation().map(|of| of.index());
        Some((about(row), at.index(), organisation, row.number()?))
    });
    let mut rows: Vec<(_, u32, Option<u32>, NumberCell<Count>)> = rows.collect();
    rows.order_by_key(|row| (row.0, row.1));
    let tree = Organisations::of(plan);
    let (mut kinds, mut classes) = (Vec::new(), Vec::new());
    for same in rows.chunk_by(|left, right| left.0 == right.0) {
        let organisations: Vec<Option<u32>> = same.iter().map(|(_, _, of, _)| *of).collect();
        let above = tree.above(&organisations);
        for (((kind, class, _), _, _, number), _) in same.iter().zip(above).filter(|(_, above)| above.is_none()) {
            let Some(kind) = *kind else { continue };
            kinds.push((FigureIndex::new([kind]), Number::cell(*number)));
            if let Some(class) = *class {
                classes.push((FigureIndex::new([kind, class]), Number::cell(*number)));
            }
        }
    }
    let has = |index: FigureIndex| kinds.iter().any(|(of, _)| *of == index);
    for (at, row) in plan.incidents.iter().filter(|(_, row)| row.number().is_none()) {
        let Some(kind) = row.kind().map(|of| of as u32) else { continue };
        let cell = CellAddress { table: Table::Incident, row: at.index(), column: "number" };
        if has(FigureIndex::new([kind])) {
            ledger.is_not_added(cell);
        }
        ledger.lacks(INCIDENTS.at([kind]), cell);
        if let Some(class) = row.class().map(|of| of as u32) {
            ledger.lacks(INCIDENT_CLASSES.at([kind, class]), cell);
        }
    }
    ledger.add(summed(&INCIDENTS, kinds));
    ledger.add(summed(&INCIDENT_CLASSES, classes));
}
