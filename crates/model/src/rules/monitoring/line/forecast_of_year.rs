//! What is expected of the year, held against what has come and what is expected of the months to come.

use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::FinancialYear;
use crate::rules::months_given::{Given, MonthsOfYear, PrintedSum, counting, known};

findings_of_part! {
    /// What is expected of the year is less than what has come of it already.
    FORECAST_BELOW_WHAT_CAME: warning(
        "forecast-below-what-came",
        "Correct what is expected of the year, or what has come; say so in a note where the months to come take something back."
    )
    /// What is expected of the year is not what has come and what is expected of each month to come.
    FORECAST_NOT_OF_ITS_MONTHS: warning(
        "forecast-not-of-its-months",
        "Correct what is expected of the year, which counts, or of its months."
    )
}

/// Reports both, of what came and what is expected in order of the months, a month alone before the year up to it.
pub(super) fn report(
    ledger: &mut Ledger<'_>,
    about: &str,
    year: FinancialYear,
    actuals: &[Given],
    forecasts: &[Given],
) {
    let Some(expected) = forecasts.iter().rfind(|given| given.cumulative).filter(|_| ledger.wants_findings()) else {
        return;
    };
    let actuals: Vec<Given> = actuals.iter().filter(|given| given.month <= expected.month).copied().collect();
    let mut together = PrintedSum::default();
    counting(&actuals).iter().for_each(|given| together.add(given));
    let came = together.sum();
    if came.is_fault() {
        return;
    }
    if !actuals.is_empty() && !came.is_negative() && expected.number.shown().is_below(came) {
        if together.is_beyond(expected) {
            let message = format!(
                "{about}: {} is expected of the year up to {}, and {} has come of it already.",
                format::money(expected.number.shown().value()),
                expected.month.words(),
                format::money(came.value())
            );
            let cells = counting(&actuals).iter().map(|given| given.place).chain([expected.place]);
            ledger.report(|| {
                let finding = Finding::of(&FORECAST_BELOW_WHAT_CAME, message).at_cells(cells);
                finding.between_in(expected.place, expected.number.shown().value(), came.value())
            });
        }
        return;
    }
    let given = known(year, &actuals);
    let is_to_come = |one: &&Given| !one.cumulative && one.month <= expected.month && !given.holds(year, one.month);
    let to_come: Vec<&Given> = forecasts.iter().filter(is_to_come).collect();
    let months = to_come.iter().fold(given, |months, one| months.with(year, one.month));
    if to_come.is_empty() || months != MonthsOfYear::through(year, expected.month) {
        return;
    }
    to_come.into_iter().for_each(|one| together.add(one));
    if !together.sum().is_fault() && together.is_beyond(expected) {
        let message = format!(
            "{about}: {} is expected of the year up to {}; what has come and what is expected of each month to come are {} \
             together.",
            format::money(expected.number.shown().value()),
            expected.month.words(),
            format::money(together.sum().value())
        );
        ledger.report(|| {
            let finding = Finding::of(&FORECAST_NOT_OF_ITS_MONTHS, message).at_cells([expected.place]);
            finding.between_in(expected.place, expected.number.shown().value(), together.sum().value())
        });
    }
}
