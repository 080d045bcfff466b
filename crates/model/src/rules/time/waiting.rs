//! Patients who wait, and whether they are treated in turn.
//!
//! * CR45: average wait = months waited ÷ patients treated; nobody is treated before those who were listed
//!   earlier, but for special circumstances.

use crate::calculation::{FigureIndex, Finding, Ledger, Number, POINT, Term, figures, findings, run_formulas, summed};
use crate::plan::{Id, Row, Table, WaitingPatients};
use crate::quantity::{InOrder, Month, whole};
use std::cmp::Reverse;

const IN_TURN: &str = "NHS Surrey, One Plan, l. 651";

figures! {
    /// How many patients still wait.
    WAITING: count("waiting.{}.patients", "{}: patients who wait", [POINT])
        by("CR45", "the sum of those who are not treated", IN_TURN)
        { WaitingPatients [point_of_delivery] if (treated empty) = patients }
    /// How many patients were treated.
    TREATED: count("waiting.{}.treated", "{}: patients treated", [POINT])
        by("CR45", "the sum of those who are treated", IN_TURN)
        { WaitingPatients [point_of_delivery] if (treated given) = patients }
    /// How many months they waited, all together.
    MONTHS_WAITED: count("waiting.{}.months", "{}: months waited by all who were treated", [POINT])
        by("CR45", "patients × months from listing to treatment", IN_TURN)
    /// How long they waited on average.
    AVERAGE_WAIT: number("waiting.{}.average-months", "{}: months waited on average", [POINT])
        by("CR45", "months waited ÷ patients treated", IN_TURN)
        { from MONTHS_WAITED [0] = {Term::Each} / [TREATED] }
}

findings! {
    /// Routine patients wait, or were treated later than others who were listed after them.
    TREATED_OUT_OF_TURN: warning(
        "treated-out-of-turn",
        "Treat routine patients in turn, or say that the circumstances are special."
    )
}

/// Computes how long patients wait, and looks at those who are treated out of turn.
pub fn run(ledger: &mut Ledger<'_>) {
    months_waited(ledger);
    run_formulas(ledger, FORMULAS);
    if ledger.wants_findings() {
        report_out_of_turn(ledger);
    }
}

fn months_waited(ledger: &mut Ledger<'_>) {
    let mut found = Vec::new();
    for (_, group) in ledger.plan.waiting_patients.iter() {
        let Some(treated) = group.treated() else { continue };
        let patients = Number::given(group.patients());
        let months = Number::constant(whole(i64::from(treated.months_after(group.listed()))), "months waited");
        found.push((FigureIndex::new([group.point_of_delivery().index()]), patients.times(&months)));
    }
    ledger.add(summed(&MONTHS_WAITED, found));
}

/// Patients are treated in turn: in each queue nobody before those who were listed in an earlier
/// month, but for special circumstances. Linear once the rows are in order.
fn report_out_of_turn(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    // Of those who are said to be treated before they were listed, one of the months is wrong: that is reported of the row.
    let routine = |(_, group): &(_, Row<'_, WaitingPatients>)| {
        group.special_circumstances() != Some(true)
            && group.treated().is_none_or(|treated| treated >= group.listed())
            && group.patients().is_none_or(|patients| !patients.fixed().is_zero())
    };
    let mut rows: Vec<_> = plan.waiting_patients.iter().filter(routine).collect();
    let queue = |group: Row<'_, WaitingPatients>| (group.point_of_delivery().index(), group.provider().map(Id::index));
    rows.order_by_key(|(_, group)| (queue(*group), Reverse(group.listed())));
    for rows in rows.chunk_by(|(_, left), (_, right)| queue(*left) == queue(*right)) {
        // From the last month of listing backwards: the earliest treatment of all who were listed later.
        let mut first: Option<(Month, Id<WaitingPatients>, Month)> = None;
        for of_month in rows.chunk_by(|(_, left), (_, right)| left.listed() == right.listed()) {
            for (row, group) in of_month {
                let overtaken = first.filter(|(other, ..)| group.treated().is_none_or(|treated| *other < treated));
                if let Some((other, by, listed)) = overtaken {
                    let point =
                        plan.title(Table::PointOfDelivery, group.point_of_delivery().index()).unwrap_or_default();
                    let still = match group.treated() {
                        Some(treated) => format!("were treated in {}", treated.words()),
                        None => "still wait".to_owned(),
                    };
                    ledger.report(|| {
                        Finding::of(
                            &TREATED_OUT_OF_TURN,
                            format!(
                                "{point}: patients listed in {} {still}, but others listed in {} \
                                 were treated in {}.",
                                group.listed().words(),
                                listed.words(),
                                other.words()
                            ),
                        )
                        .at(Table::WaitingPatients, row.index(), "treated")
                        .at(Table::WaitingPatients, by.index(), "treated")
                    });
                }
            }
            for (row, group) in of_month {
                if let Some(treated) =
                    group.treated().filter(|treated| first.is_none_or(|(other, ..)| *treated < other))
                {
                    first = Some((treated, *row, group.listed()));
                }
            }
        }
    }
}
