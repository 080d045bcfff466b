//! Beds that go, against the beds that there are and those that are planned.
//!
//! * CR35, CR36: what bed days and stays take away in beds is at most what a provider, or all of them, have now; and the
//!   planned beds become fewer by about as many.
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

use super::beds::{BED_CHANGE, BEDS_NOW, BEDS_SAVED};
use super::stays::{BEDS, BEDS_DO_NOT_FOLLOW, is_about};
use crate::calculation::{
    CellAddress, FigureKey, Finding, Key, Ledger, ORGANISATION, Term, figures, findings, format, run_formulas,
};
use crate::plan::{ProviderBeds, Row, Table};
use crate::quantity::{InOrder, absolute};

figures! {
    /// The beds for which the bed days of a provider stand.
    OF_PROVIDER: number("bed-days.of.{}.beds", "{}: beds for which its bed days stand", [ORGANISATION])
        by("CR36", "the sum of the bed days of the provider in beds", "Arden Cluster System Plan, l. 465, 1182-1216")
        { BedDays [provider] = {Term::FigureOf(&BEDS_SAVED, &[Key::Row])} }
}

findings! {
    /// Bed days or stays that go stand for more beds than there are.
    MORE_BEDS_GO_THAN_THERE_ARE: error(
        "more-beds-go-than-there-are",
        "Correct the bed days, the stays or their length, or the beds; bed days that are counted twice stand in one row."
    )
}

/// Holds what goes of each provider, and of all, against the beds that there are.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    if !ledger.wants_findings() {
        return;
    }
    let plan = ledger.plan;
    let of_rows = plan.bed_days.iter().filter_map(|(row, days)| Some((days.provider()?.index(), row.index())));
    let mut of_rows: Vec<(u32, u32)> = of_rows.collect();
    of_rows.order_by(Ord::cmp);
    for (row, beds) in plan.beds.iter() {
        hold_provider(ledger, (row.index(), beds), &of_rows);
    }
    hold_all(ledger, BEDS.at([]));
}

/// Holds what goes of one provider against its beds. `of_rows` are the rows of bed days by their providers, in order.
fn hold_provider(ledger: &mut Ledger<'_>, (row, beds): (u32, Row<'_, ProviderBeds>), of_rows: &[(u32, u32)]) {
    let plan = ledger.plan;
    let key = OF_PROVIDER.at([beds.provider().index()]);
    let Some(go) = ledger.find(key).map(|go| go.shown()).filter(|go| !go.is_fault()) else { return };
    let first = of_rows.partition_point(|(of, _)| *of < key.index.get(0));
    let of_it = of_rows.iter().skip(first).take_while(|(of, _)| *of == key.index.get(0));
    let days = |row| CellAddress { table: Table::BedDays, row, column: "days" };
    let cells: Vec<CellAddress> = of_it.map(|(_, row)| days(*row)).collect();
    let provider = plan.title(Table::Organisation, beds.provider().index()).unwrap_or_default();
    if let Some(now) = beds.now().map(|now| now.fixed())
        && let Some(apart) = now.minus(go).value().ok().filter(|_| now.minus(go).is_negative())
    {
        let message = format!(
            "{provider}: bed days that go stand for {} beds, and there are {}.",
            format::number(go.rounded(1).value()),
            format::count(now.value())
        );
        ledger.report_beyond_rounding(key, absolute(apart), || {
            Finding::of(&MORE_BEDS_GO_THAN_THERE_ARE, message)
                .at(Table::ProviderBeds, row, "now")
                .at_cells(cells)
                .figure(key)
        });
        return;
    }
    let change = BED_CHANGE.at([beds.provider().index()]);
    let Some(fewer) = ledger.find(change).map(|change| change.shown().negated()) else { return };
    // Beside bed days there may be stays that go, and take more beds with them.
    let more_may_go = ledger.figure(&BEDS, []).is_some();
    let lacks = [key, change].into_iter().any(|figure| ledger.lacking().cell(figure).is_some());
    if lacks || is_about(ledger, fewer, [go, if more_may_go { go.maximum(fewer) } else { go }]) {
        return;
    }
    let advice = if go.is_below(fewer) {
        "Give the bed days of the other beds that close too, or settle the finding with a note why they close; or \
         correct the planned beds."
    } else {
        "Say which beds close, or what else they are used for."
    };
    let message = format!(
        "{provider}: bed days that go stand for {} beds. The beds that are planned change by {}.",
        format::number(go.rounded(1).value()),
        format::count(fewer.negated().value())
    );
    ledger.report(|| {
        Finding::of(&BEDS_DO_NOT_FOLLOW, message)
            .at(Table::ProviderBeds, row, "plan")
            .at_cells(cells)
            .figures([key, change])
            .advise(advice)
    });
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
