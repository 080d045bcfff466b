//! What each node gives, and what all of one type give together.

use super::{BY_TYPE, CHALLENGE};
use crate::calculation::{FigureIndex, Ledger, Number, format, summed};
use crate::plan::{CellAddress, ChallengeKind, Table};
use crate::quantity::InOrder;
use crate::rules::empty_cells::report_empty;
use crate::rules::signs::{all_negative, report_turned, report_unclear, turned};
use crate::rules::whole_and_parts::Organisations;

/// Publishes challenges. A gap to be closed is positive: where all of a kind are negative they are read as it is meant.
pub(super) fn publish(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut found = Vec::with_capacity(plan.challenges.len());
    for kind in ChallengeKind::ALL {
        let rows: Vec<_> = plan.challenges.iter().filter(|(_, row)| row.kind() == *kind).collect();
        let numbers: Vec<Number> = rows.iter().map(|(_, row)| Number::given(row.amount())).collect();
        let turns = all_negative(&numbers);
        for ((at, row), number) in rows.iter().zip(numbers) {
            let place = CellAddress { table: Table::Challenge, row: at.index(), column: "amount" };
            let index = [*kind as u32, row.organisation().index(), u32::from(row.year().start())];
            let label = || CHALLENGE.at(index).label(plan);
            let amount = if turns && number.is_negative() {
                report_turned(ledger, &label(), &number, "a gap to be closed is positive", place);
                turned(&number)
            } else {
                if number.shown().is_negative() {
                    let says = || {
                        let amount = format::money(number.shown().value());
                        format!(
                            "{} is {amount}, and others are positive: it says that there is more than is needed.",
                            label()
                        )
                    };
                    report_unclear(ledger, says, place);
                }
                number
            };
            found.push((FigureIndex::new(index), amount));
        }
    }
    let series = summed(&CHALLENGE, found);
    ledger.add(series);
    by_type(ledger);
}

/// What all organisations of a type give together: not those that belong to another of the type that gives something too.
fn by_type(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let tree = Organisations::of(plan);
    let mut rows: Vec<([u32; 3], u32, Number)> = Vec::new();
    let mut without_kind = Vec::new();
    for (key, number) in ledger.all(&CHALLENGE) {
        let [kind, organisation, year] = [0, 1, 2].map(|at| key.index.get(at));
        let id = crate::plan::Id::at(organisation);
        let Some(of) = plan.organisations.get(id) else { continue };
        match of.kind() {
            Some(of_kind) => rows.push(([kind, of_kind as u32, year], organisation, number)),
            None => without_kind.push(organisation),
        }
    }
    report_empty(
        ledger,
        Table::Organisation,
        "kind",
        &without_kind,
        "what all organisations of its kind give together",
    );
    rows.order_by_key(|(about, organisation, _)| (*about, *organisation));
    let mut found = Vec::with_capacity(rows.len());
    for same in rows.chunk_by(|left, right| left.0 == right.0) {
        let organisations: Vec<Option<u32>> = same.iter().map(|(_, organisation, _)| Some(*organisation)).collect();
        let tops = same.iter().zip(tree.above(&organisations)).filter(|(_, above)| above.is_none());
        found.extend(tops.map(|((about, _, number), _)| (FigureIndex::new(*about), *number)));
    }
    let series = summed(&BY_TYPE, found);
    ledger.add(series);
}
