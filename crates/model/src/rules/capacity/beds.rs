//! Beds, bed days, and what delays take of them.
//!
//! * CR35: change of beds = plan − now. CR36: beds = bed days ÷ 365 ÷ occupancy.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "bed_days": [{"id": "frail", "name": "Frail older people", "days": "75,000", "definition": "midnight", "occupancy": "92%"}]
//! "#);
//! assert_eq!(&outcome.text("bed-days.frail.beds")[..6], "223.34");
//! ```

use super::staff::report_half;
use crate::calculation::{Dimension, Ledger, Number, ORGANISATION, Term, figures, run_formulas, term};
use crate::parameters::BED_OCCUPANCY;
use crate::plan::Table;

const DAYS: Dimension = Dimension::Row(Table::BedDays);
const BEDS: &str = "Arden Cluster System Plan, l. 1500-1507";
const BED_DAYS_SOURCE: &str = "Arden Cluster System Plan, l. 465, 1182-1216";
const DELAYS: &str = "Arden Cluster System Plan, l. 346";

figures! {
    /// The change of a provider's beds.
    BED_CHANGE: count("beds.{}.change", "{}: change in beds", [ORGANISATION])
        by("CR35", "plan − now", BEDS)
        { ProviderBeds [provider] = plan - now }
    /// The change in per cent.
    BED_PERCENT: percent("beds.{}.change-percent", "{}: change in beds in per cent", [ORGANISATION])
        by("CR35", "plan ÷ now − 1", BEDS)
        { ProviderBeds [provider] = (plan - now) / now }
    /// All beds now.
    BEDS_NOW: count("beds.total.now", "All beds: now", [])
        by("CR35", "the sum of the providers", BEDS)
        { ProviderBeds [] = now }
    /// All beds planned.
    BEDS_PLAN: count("beds.total.plan", "All beds: plan", [])
        by("CR35", "the sum of the providers", BEDS)
        { ProviderBeds [] = plan }
    /// Beds now of the providers with a plan.
    BEDS_COMPARED: count("beds.total.now-with-plan", "All beds of providers with a plan: now", [])
        by("CR35", "the sum of the providers that give both", BEDS)
        { ProviderBeds [] if (plan given) = now }
    /// The change of all beds.
    BED_CHANGE_ALL: count("beds.total.change", "All beds: change", [])
        by("CR35", "the sum of the providers", BEDS)
        { sum of BED_CHANGE [] }
    /// The change of all beds in per cent.
    BED_PERCENT_ALL: percent("beds.total.change-percent", "All beds: change in per cent", [])
        by("CR35", "change ÷ now, of the providers that give both", BEDS)
        { from BED_CHANGE_ALL [] = {Term::Each} / [BEDS_COMPARED] }
    /// Bed days that are no longer needed.
    BED_DAYS: count("bed-days.{}.days", "{}: bed days", [DAYS])
        by("CR36", "the number that the plan gives", BED_DAYS_SOURCE)
        { BedDays [*] = days }
    /// The beds for which bed days stand at full occupancy.
    BEDS_AT_FULL: number("bed-days.{}.beds-at-full-occupancy", "{}: beds at full occupancy", [DAYS])
        by("CR36", "bed days ÷ 365", BED_DAYS_SOURCE)
        { BedDays [*] = days / {Term::Constant(365, "days of a year")} }
    /// The beds for which bed days stand.
    BEDS_SAVED: number("bed-days.{}.beds", "{}: beds", [DAYS])
        by("CR36", "bed days ÷ 365 ÷ occupancy", BED_DAYS_SOURCE)
        { BedDays [*] = (days / {Term::Constant(365, "days of a year")}) / (occupancy or {Term::Parameter(&BED_OCCUPANCY)}) }
    /// Bed days above the target of delays.
    DELAY_DAYS: count("bed-days.{}.above-target", "{}: bed days of delays above target", [DAYS])
        by("CR36", "bed days × (delays − target, where they are above it) ÷ delays", DELAYS)
        { BedDays [*] = (days * {Term::Max(&[term!(BedDays, {DELAYED} - {DELAYED_TARGET}), Term::NOTHING])}) / {DELAYED} }
    /// The beds for which they stand.
    DELAY_BEDS: number("bed-days.{}.beds-above-target", "{}: beds taken by delays above target", [DAYS])
        by("CR36", "bed days above target ÷ 365 ÷ occupancy", DELAYS)
        { BedDays [*] = ([DELAY_DAYS] / {Term::Constant(365, "days of a year")}) / (occupancy or {Term::Parameter(&BED_OCCUPANCY)}) }
    /// Bed days for each delayed patient.
    DELAY_LENGTH: number("bed-days.{}.for-each-delay", "{}: bed days for each delay", [DAYS])
        by("CR36", "bed days ÷ delays", DELAYS)
        { BedDays [*] = days / {DELAYED} }
}

/// How many patients are delayed, and how many should be at most.
const DELAYED: Term = term!(BedDays, (delays.Measure.actual));

const DELAYED_TARGET: Term = term!(BedDays, (delays.Measure.target));

/// Computes beds and bed days.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    divided_by_nothing(ledger);
    let beds = &ledger.plan.beds;
    if beds.iter().any(|(_, beds)| beds.plan().is_some()) {
        for (row, _) in beds.iter().filter(|(_, beds)| beds.plan().is_none()) {
            report_half(ledger, &BED_CHANGE_ALL, (Table::ProviderBeds, row.index()), false, ["now", "plan"]);
        }
    }
}

/// Where no bed is ever in use, bed days stand for no number of beds: that is shown, and not left out.
fn divided_by_nothing(ledger: &mut Ledger<'_>) {
    for (row, days) in ledger.plan.bed_days.iter() {
        let Some(occupancy) = days.occupancy().map(Number::cell).filter(Number::is_zero) else { continue };
        ledger.publish(&BEDS_SAVED, [row.index()], Number::given(days.days()).over(&occupancy));
        if let Some(above) = ledger.figure(&DELAY_DAYS, [row.index()]) {
            ledger.publish(&DELAY_BEDS, [row.index()], above.over(&occupancy));
        }
    }
}
