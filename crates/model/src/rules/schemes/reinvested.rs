//! What is spent again to make a saving, against the saving.

use super::{GROSS, NET};
use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{Scheme, Table};
use crate::quantity::absolute;

findings_of_part! {
    /// A scheme spends more again than it saves; where it saves as much in a whole year, that is only worth knowing.
    REINVESTMENT_ABOVE_SAVING: warning or information(
        "reinvestment-above-saving",
        "Correct the saving, the reinvestment or their unit, or settle the finding with a note why the scheme is \
         worth what it costs."
    )
}

/// Reports schemes whose reinvestment is above their gross saving.
pub(super) fn report(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    if plan.schemes.is_unused(Scheme::reinvestment) {
        return;
    }
    for (row, scheme) in plan.schemes.iter() {
        let Some(reinvestment) = scheme.reinvestment() else { continue };
        let about = [row.index()];
        let Some((gross, net)) = ledger.figure(&GROSS, about).zip(ledger.figure(&NET, about)) else { continue };
        let Ok(rest) = net.shown().value() else { continue };
        // Of a saving that is negative itself the sign is asked first.
        if gross.is_negative() || !net.is_negative() {
            continue;
        }
        let whole_year = scheme.full_year_effect().filter(|effect| !effect.fixed().is_below(reinvestment.fixed()));
        let key = NET.at(about);
        ledger.report_beyond_rounding(key, absolute(rest), || {
            let message = format!(
                "\"{}\" saves {} and spends {} of it again: {} more than it saves{}.",
                scheme.name(),
                format::money(gross.shown().value()),
                format::money(reinvestment.fixed().value()),
                format::money(Ok(absolute(rest))),
                if whole_year.is_some() { " in the year of its list; in a whole year it saves as much" } else { "" }
            );
            let finding = match whole_year {
                Some(_) => Finding::otherwise(&REINVESTMENT_ABOVE_SAVING, message),
                None => Finding::of(&REINVESTMENT_ABOVE_SAVING, message),
            };
            finding.at(Table::Scheme, row.index(), "reinvestment").at(Table::Scheme, row.index(), "gross").figure(key)
        });
    }
}
