//! What all schemes of a year, and of all years, are worth, earn and have at risk.

use super::parts;
use super::{
    SCHEME_VALUE, TOTAL_AT_RISK, TOTAL_EARNED, TOTAL_VALUE, WHOLE_LESS_PARTS, YEAR_AT_RISK, YEAR_EARNED, YEAR_VALUE,
};
use crate::calculation::{Finding, Ledger, Number, NumberTotal, findings_of_part, format};
use crate::plan::{CquinScheme, FinancialYear, Id, Plan, Table};
use std::collections::BTreeMap;

findings_of_part! {
    /// A CQUIN scheme without a provider is the total of those with one, and is not their sum.
    CQUIN_TOTAL_DIFFERS: warning("cquin-total-differs", "Correct one of the two, or give the provider of the scheme.")
}

/// What a scheme is worth, earns and has at risk.
pub(super) struct OfScheme {
    pub(super) value: Number,
    pub(super) earned: Number,
    pub(super) at_risk: Number,
}

/// The running sums of every year.
pub(super) struct Totals {
    years: BTreeMap<FinancialYear, [NumberTotal; 3]>,
    is_total: Vec<bool>,
    /// The schemes that are totals of others, with what they are worth.
    whole: Vec<(Id<CquinScheme>, FinancialYear, Number)>,
}

impl Totals {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { years: BTreeMap::new(), is_total: parts::schemes_of_all_providers(plan), whole: Vec::new() }
    }

    /// Whether a scheme is the total of others.
    pub(super) fn is_total(&self, row: Id<CquinScheme>) -> bool {
        self.is_total.get(row.position()).copied().unwrap_or_default()
    }

    /// Notes what the total of others is worth.
    pub(super) fn add_total(&mut self, row: Id<CquinScheme>, year: FinancialYear, value: Number) {
        self.whole.push((row, year, value));
    }

    pub(super) fn add(&mut self, row: Id<CquinScheme>, year: FinancialYear, of_scheme: &OfScheme) {
        if self.is_total(row) {
            self.add_total(row, year, of_scheme.value);
            return;
        }
        let sums = self.years.entry(year).or_default();
        for (sum, figure) in sums.iter_mut().zip([&of_scheme.value, &of_scheme.earned, &of_scheme.at_risk]) {
            sum.add(figure);
        }
    }

    pub(super) fn publish(self, ledger: &mut Ledger<'_>) {
        let mut all = [NumberTotal::default(), NumberTotal::default(), NumberTotal::default()];
        for (year, sums) in self.years {
            let kinds = [&YEAR_VALUE, &YEAR_EARNED, &YEAR_AT_RISK];
            for ((kind, sum), all) in kinds.into_iter().zip(sums).zip(&mut all) {
                let sum = ledger.publish(kind, [u32::from(year.start())], sum.finish());
                all.add(&sum);
            }
        }
        for (kind, total) in [&TOTAL_VALUE, &TOTAL_EARNED, &TOTAL_AT_RISK].into_iter().zip(all) {
            ledger.publish(kind, [], total.finish());
        }
        for (row, year, value) in self.whole {
            report_whole(ledger, row, year, &value);
        }
    }
}

/// A scheme for all providers is not what the schemes of the providers sum to.
fn report_whole(ledger: &mut Ledger<'_>, row: Id<CquinScheme>, year: FinancialYear, value: &Number) {
    let of_year = YEAR_VALUE.at([u32::from(year.start())]);
    let Some(parts) = ledger.find(of_year) else { return };
    let difference = ledger.publish(&WHOLE_LESS_PARTS, [row.index()], value.minus(&parts));
    let (Ok(whole), Ok(sum)) = (value.shown().value(), parts.shown().value()) else { return };
    let Ok(apart) = difference.shown().value() else { return };
    if apart.is_zero() {
        return;
    }
    let plan = ledger.plan;
    let own = SCHEME_VALUE.at([row.index()]);
    ledger.report_beyond_rounding(WHOLE_LESS_PARTS.at([row.index()]), apart.abs(), || {
        Finding::of(
            &CQUIN_TOTAL_DIFFERS,
            format!(
                "\"{}\" names no provider, and other schemes of {year} do: it is their total, and it is not added to \
                 them. It is worth {}, they are worth {}.",
                plan.cquin_schemes.get(row).map(|scheme| scheme.name()).unwrap_or_default(),
                format::money(Ok(whole)),
                format::money(Ok(sum))
            ),
        )
        .at(Table::CquinScheme, row.index(), "provider")
        .figure(own)
        .figure(of_year)
    });
}
