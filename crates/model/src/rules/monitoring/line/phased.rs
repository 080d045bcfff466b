use super::own_plans::OwnPlans;
use crate::calculation::{Ledger, Number, NumberTotal};
use crate::plan::{FinancialYear, Id, MonitoredLine, Row, Table};
use crate::quantity::{Fault, Fixed, Month};
use crate::rules::months_given::MonthsOfYear;
use crate::rules::phasing::{PartOfYear, Weights};

/// How the plan of a line is spread over the months of its year.
pub(super) enum Phased<'a> {
    /// Nobody says: only the plan of the whole year is known.
    NotGiven,
    /// In equal parts over some months of the year.
    Equal(MonthsOfYear),
    /// By the weights of the months.
    Weighted(Weights<'a>),
    /// By the plans that the months have of their own.
    Monthly(OwnPlans),
}

impl Phased<'_> {
    /// The plan of all months up to the last that is given.
    pub(super) fn to_date(&self, months: MonthsOfYear, plan: &Number) -> Number {
        match self {
            Self::NotGiven if months.is_whole() => *plan,
            Self::NotGiven => Number::fault(Fault::NotGiven),
            Self::Equal(of) => PartOfYear::equal(months, *of).of(plan),
            Self::Weighted(weights) => weights.part(months).of(plan),
            Self::Monthly(plans) => plans.to_date(months),
        }
    }

    /// The plan of one month of a year.
    pub(super) fn of_month(&self, year: FinancialYear, month: Month, plan: &Number) -> Number {
        match self {
            Self::Monthly(plans) => plans.of_month(month),
            phased => phased.to_date(MonthsOfYear::default().with(year, month), plan),
        }
    }

    /// How far each of the numbers on which the plan to date stands may move it, because it is printed rounded.
    pub(super) fn rounding_to_date(&self, months: MonthsOfYear, half_unit: Fixed) -> Vec<Number> {
        match self {
            Self::Monthly(plans) => plans.rounding_to_date(months),
            phased => vec![phased.to_date(months, &Number::rounding(half_unit))],
        }
    }

    /// Adds the plan of the months of which nothing else is known to what is expected of the year.
    pub(super) fn add_other_months(&self, forecast: &mut NumberTotal, others: MonthsOfYear, plan: &Number) {
        if others.is_empty() {
            return;
        }
        match self {
            Self::Monthly(plans) => plans.add_other_months(forecast, others, plan),
            phased => forecast.add(&phased.to_date(others, plan)),
        }
        if let Self::Weighted(weights) = self
            && let Some(rest) = weights.rest_in(others)
        {
            forecast.add(&rest.of(plan));
        }
    }

    /// Says what is wrong with how the plan is spread.
    pub(super) fn report(
        &self,
        ledger: &mut Ledger<'_>,
        row: Id<MonitoredLine>,
        line: Row<'_, MonitoredLine>,
        plan: &Number,
    ) {
        match self {
            Self::Weighted(weights) if ledger.wants_findings() => {
                if let Some(finding) = weights.finding(line.name()) {
                    ledger.report(|| finding.at(Table::MonitoredLine, row.index(), "phasing"));
                }
            }
            Self::Monthly(plans) => plans.report(ledger, row, line, plan),
            _ => {}
        }
    }
}
