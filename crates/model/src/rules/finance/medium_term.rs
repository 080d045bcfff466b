//! The medium-term plan: resource, expenditure and QIPP, year by year.
//!
//! * CR03: surplus = resource + expenditure, which is negative as printed.
//! * CR27: total QIPP = commissioner + tariff efficiency; what is required cumulates.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "medium_term_plan": [
//!         {"year": "2011/12", "resource": "1446", "expenditure": "-1440", "commissioner_qipp": "34", "tariff_efficiency": "28", "saved_before": "6", "unit": "£m"},
//!         {"year": "2012/13", "resource": "1469", "expenditure": "-1463", "commissioner_qipp": "63", "tariff_efficiency": "48", "unit": "£m"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("medium-term.surplus.2012-13"), "6000000");
//! assert_eq!(outcome.text("medium-term.cumulative-qipp.2012-13"), "103000000");
//! ```

use crate::calculation::{Ledger, NumberTotal, YEAR, figures, run_formulas};

const TABLE_2: &str = "Arden Cluster System Plan, l. 921-945";
const TABLE_3: &str = "Arden Cluster System Plan, l. 947-958";

figures! {
    /// The surplus of a year of the medium-term plan.
    SURPLUS: money("medium-term.surplus.{}", "Medium-term plan: surplus, {}", [YEAR])
        by("CR03", "resource + expenditure, which is negative", TABLE_2)
        { MediumTermYear [year] = resource + expenditure }
    /// What commissioner and providers save in a year.
    TOTAL_QIPP: money("medium-term.total-qipp.{}", "Commissioner QIPP and tariff efficiency, {}", [YEAR])
        by("CR27", "commissioner QIPP + tariff efficiency", TABLE_2)
        { MediumTermYear [year] = commissioner_qipp + tariff_efficiency }
    /// What the commissioner saves anew in a year.
    COMMISSIONER_QIPP: money("medium-term.commissioner-qipp.{}", "Commissioner QIPP, {}", [YEAR])
        by("CR27", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = commissioner_qipp }
    /// What had been saved before the first year.
    SAVED_BEFORE: money("medium-term.saved-before.{}", "Saved before {}", [YEAR])
        by("CR27", "the amount that the plan gives", TABLE_3)
        { MediumTermYear [year] = saved_before }
    /// Tariff efficiency of a year.
    TARIFF_EFFICIENCY: money("medium-term.tariff-efficiency.{}", "Tariff efficiency, {}", [YEAR])
        by("CR57", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = tariff_efficiency }
    /// The resource of a year.
    RESOURCE: money("medium-term.resource.{}", "Medium-term plan: resource, {}", [YEAR])
        by("CR03", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = resource }
    /// The expenditure of a year, negative as printed.
    EXPENDITURE: money("medium-term.expenditure.{}", "Medium-term plan: expenditure, {}", [YEAR])
        by("CR03", "the amount that the plan gives", TABLE_2)
        { MediumTermYear [year] = expenditure }
    /// What the commissioner has to save to the end of a year.
    CUMULATIVE_QIPP: money("medium-term.cumulative-qipp.{}", "Commissioner QIPP, cumulative to {}", [YEAR])
        by("CR27", "what was saved before + commissioner QIPP of the years so far", TABLE_3)
}

/// Computes the years of the medium-term plan.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    cumulative(ledger);
}

fn cumulative(ledger: &mut Ledger<'_>) {
    let mut total = NumberTotal::default();
    // Beside the first year, what was saved before is added; beside a later year it is part of the sum already.
    let mut first = true;
    for (key, saved) in ledger.all(&COMMISSIONER_QIPP) {
        let year = key.index.get(0);
        if let Some(before) = ledger.figure(&SAVED_BEFORE, [year]).filter(|_| first) {
            total.add(&before);
        }
        first = false;
        total.add(&saved);
        ledger.publish(&CUMULATIVE_QIPP, [year], total.clone().finish());
    }
}
