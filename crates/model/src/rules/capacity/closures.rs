//! Beds that go, against the beds that there are.
//!
//! * CR35, CR36: what bed days and stays take away in beds is at most what a provider, or all of them, have now.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}],
//!     "beds": [{"provider": "t", "now": "100", "plan": "90"}],
//!     "bed_days": [{"id": "frail", "name": "Frail older people", "provider": "t", "days": "36,500", "occupancy": "92%"}]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "more-beds-go-than-there-are"));
//! ```

use super::beds::{BEDS_NOW, BEDS_SAVED};
use super::stays::BEDS;
use crate::calculation::{CellAddress, FigureKey, Finding, Ledger, Number, NumberTotal, findings, format};
use crate::plan::Table;
use crate::quantity::{InOrder, absolute};
use crate::rules::folder::without_figures;
use std::cmp::Reverse;

without_figures! {}

findings! {
    /// Bed days or stays that go stand for more beds than there are.
    MORE_BEDS_GO_THAN_THERE_ARE: error(
        "more-beds-go-than-there-are",
        "Correct the bed days, the stays or their length, or the beds; bed days that are counted twice stand in one row."
    )
}

/// Holds what goes of each provider, and of all, against the beds that there are.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let saved = plan.bed_days.iter().filter_map(|(row, days)| {
        let key = BEDS_SAVED.at([row.index()]);
        Some((days.provider()?.index(), key, ledger.find(key)?))
    });
    let mut saved: Vec<(u32, FigureKey, Number)> = saved.collect();
    saved.order_by_key(|(provider, key, _)| (*provider, key.index));
    for (row, beds) in plan.beds.iter() {
        let Some(now) = beds.now() else { continue };
        let provider = beds.provider().index();
        let first = saved.partition_point(|(of, ..)| *of < provider);
        let mut go = NumberTotal::default();
        let mut keys = Vec::new();
        for (_, key, beds) in saved.iter().skip(first).take_while(|(of, ..)| *of == provider) {
            go.add(beds);
            keys.push(*key);
        }
        let go = go.finish().shown();
        let rest = now.fixed().minus(go);
        // The rounding of the largest of them is the most of that of their sum; in any order of rows it is the same one.
        let beds_of = |key: &FigureKey| ledger.find(*key).map(|number| number.shown().value().ok());
        let largest = keys.iter().max_by_key(|key| (beds_of(key), Reverse(key.id(plan)))).copied();
        let Some(largest) = largest.filter(|_| rest.is_negative()) else { continue };
        let Ok(apart) = rest.value() else { continue };
        let message = format!(
            "{}: bed days that go stand for {} beds, and there are {}.",
            plan.title(Table::Organisation, beds.provider().index()).unwrap_or_default(),
            format::number(go.rounded(1).value()),
            format::count(now.fixed().value())
        );
        let days = |key: &FigureKey| CellAddress { table: Table::BedDays, row: key.index.get(0), column: "days" };
        let cells: Vec<CellAddress> = keys.iter().map(days).collect();
        ledger.report_beyond_rounding(largest, absolute(apart), || {
            Finding::of(&MORE_BEDS_GO_THAN_THERE_ARE, message)
                .at(Table::ProviderBeds, row.index(), "now")
                .at_cells(cells)
                .figures(keys)
        });
    }
    hold_all(ledger, BEDS.at([]));
}

/// The beds of the stays of all providers.
fn hold_all(ledger: &mut Ledger<'_>, key: FigureKey) {
    let plan = ledger.plan;
    // What a provider does not give cannot be said to be missing.
    if plan.beds.iter().any(|(_, beds)| beds.now().is_none()) {
        return;
    }
    let Some((go, now)) = ledger.find(key).zip(ledger.figure(&BEDS_NOW, [])) else { return };
    let rest = now.shown().minus(go.shown());
    let Some(apart) = rest.value().ok().filter(|_| rest.is_negative()) else { return };
    let message = format!(
        "The stays that go take {} beds with them, and there are {}.",
        format::number(go.shown().rounded(1).value()),
        format::count(now.shown().value())
    );
    let cells =
        plan.beds.iter().map(|(row, _)| CellAddress { table: Table::ProviderBeds, row: row.index(), column: "now" });
    ledger.report_beyond_rounding(key, absolute(apart), || {
        Finding::of(&MORE_BEDS_GO_THAN_THERE_ARE, message).at_cells(cells).figures([key, BEDS_NOW.at([])])
    });
}
