//! Which tables give a whole and its parts in rows, and what of them adds up.

use crate::plan::Table;

/// What of a table is held against each other.
pub(super) struct Held {
    pub(super) table: Table,
    /// The columns in which a whole and its parts are the same.
    pub(super) about: &'static [&'static str],
    /// The columns that add up.
    pub(super) amounts: &'static [&'static str],
    /// Those that are taken off whichever sign they have.
    pub(super) spent: &'static [&'static str],
    /// The column that refers to the row which has the organisation, and in which columns of that row a whole and its
    /// parts are the same.
    pub(super) through: Option<(&'static str, &'static [&'static str])>,
    /// Whether the numbers are what a column of words says, and may be no number of things.
    pub(super) measured: bool,
    /// Whether a rule adds up all rows.
    pub(super) added: bool,
    /// Whether a rule knows rows without an organisation, and not that one organisation belongs to another.
    pub(super) only_above_others: bool,
}

impl Held {
    const fn of(table: Table, about: &'static [&'static str], amounts: &'static [&'static str]) -> Self {
        Self {
            table,
            about,
            amounts,
            spent: &[],
            through: None,
            measured: false,
            added: false,
            only_above_others: false,
        }
    }

    const fn spent(self, spent: &'static [&'static str]) -> Self {
        Self { spent, ..self }
    }

    const fn through(self, column: &'static str, about: &'static [&'static str]) -> Self {
        Self { through: Some((column, about)), ..self }
    }

    const fn measured(self) -> Self {
        Self { measured: true, ..self }
    }

    const fn added(self) -> Self {
        Self { added: true, ..self }
    }

    const fn only_above_others(self) -> Self {
        Self { only_above_others: true, ..self }
    }
}

pub(super) const HELD: &[Held] = &[
    Held::of(Table::MediumTermYear, &["year"], &["resource", "commissioner_qipp", "tariff_efficiency"])
        .spent(&["expenditure"]),
    Held::of(Table::AccountLine, &["name", "side", "year"], &["plan", "forecast"]),
    Held::of(Table::Reserve, &["name", "year"], &["amount"]),
    Held::of(Table::CostReduction, &["name"], &["base", "reduction"]),
    Held::of(Table::SharedBudget, &["name", "kind", "programme"], &["cap", "planned"]),
    Held::of(Table::MonitoredLine, &["name", "kind", "year"], &["plan"]),
    Held::of(Table::ActivityGrowth, &["setting", "point_of_delivery"], &["base"]),
    Held::of(Table::Price, &["name", "point_of_delivery", "pathway_step"], &["activity"]),
    Held::of(Table::Incident, &["kind", "class", "month"], &["number"]),
    Held::of(Table::Quantity, &["name", "programme", "year", "counted_in"], &["amount", "count"]),
    Held::of(Table::PopulationProjection, &["name", "base_year", "horizon_year"], &["base", "increase", "horizon"]),
    Held::of(Table::Trajectory, &["name", "programme", "counted_in", "baseline_at"], &["baseline"]).measured(),
    Held::of(Table::TrajectoryPoint, &["due"], &["target", "actual"])
        .through("trajectory", &["name", "programme", "counted_in"])
        .measured(),
    Held::of(Table::Measure, &["name", "programme", "scheme", "subject", "due"], &["numerator", "denominator"]),
    Held::of(
        Table::Measure,
        &["name", "programme", "scheme", "subject", "counted_in", "due"],
        &["baseline", "target", "actual"],
    )
    .measured(),
    Held::of(Table::WorkforceTrajectory, &["name"], &["target"]),
    Held::of(Table::WorkforceYear, &["year"], &["position", "increase", "students", "leavers"])
        .through("trajectory", &["name"]),
    Held::of(
        Table::WorkforceImpact,
        &["name", "programme", "work_programme", "moves_to", "category", "year", "due"],
        &["wte"],
    )
    .added(),
    Held::of(Table::StaffGroup, &["name"], &["baseline", "plan"]).added().only_above_others(),
    Held::of(Table::ProviderBeds, &[], &["now", "plan"]).added().only_above_others(),
    Held::of(Table::BaselineActivity, &["setting", "point_of_delivery"], &["activity", "cost"])
        .added()
        .only_above_others(),
    Held::of(Table::MonthlyActivity, &["setting", "point_of_delivery", "month", "cumulative"], &["activity", "cost"])
        .added()
        .only_above_others(),
    Held::of(Table::BedDays, &["name", "scheme", "definition"], &["days"]).added(),
];

/// Words that say that a measure is no number of things.
const NO_SUMS: [&str; 11] =
    ["%", "per ", "percent", "rate", "ratio", "average", "mean", "median", "score", "share", "days"];

/// Whether numbers in a unit add up: it is given in words, and says nothing of a share, a rate or an average.
pub(super) fn adds_up(counted_in: Option<&str>) -> bool {
    counted_in.is_some_and(|words| {
        let words = words.to_lowercase();
        !NO_SUMS.iter().any(|no_sum| words.contains(no_sum))
    })
}
