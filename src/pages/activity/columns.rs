//! The columns of the tables of activity: which there are, and which a setting fills.

use crate::components::{Shown, arrow, cell_for_number, figure_cell};
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKind;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Id, PointOfDelivery, Setting};
use one_plan_model::rules::activity::{
    ARROW, BASELINE, BASELINE_COST, CHANGE, CHANGE_COST, PERCENT, PERCENT_COST, PLAN, PLAN_COST,
};
use yew::prelude::*;

/// A column of figures about a kind of care in a setting.
#[derive(Clone, Copy)]
pub(super) struct Column {
    kind: &'static FigureKind,
    /// What stands above it.
    pub heading: &'static str,
    /// What stands beside it where rows are shown as blocks.
    label: &'static str,
    shown: Shown,
}

const fn column(kind: &'static FigureKind, heading: &'static str, label: &'static str, shown: Shown) -> Column {
    Column { kind, heading, label, shown }
}

/// The columns of activity.
const ACTIVITY: [Column; 5] = [
    column(&BASELINE, "Forecast outturn", "Forecast outturn", Shown::THOUSANDS),
    column(&CHANGE, "Change", "Change", Shown::THOUSANDS),
    column(&PLAN, "Plan", "Plan", Shown::THOUSANDS),
    column(&PERCENT, "Change, %", "Change, %", Shown::ONE_PLACE),
    column(&ARROW, "Direction", "Direction", Shown::ONE_PLACE),
];

/// The columns of its cost.
const COST: [Column; 4] = [
    column(&BASELINE_COST, "Forecast outturn", "Cost: forecast outturn, £000", Shown::THOUSANDS),
    column(&CHANGE_COST, "Change", "Cost: change, £000", Shown::THOUSANDS),
    column(&PLAN_COST, "Plan", "Cost: plan, £000", Shown::THOUSANDS),
    column(&PERCENT_COST, "Change, %", "Cost: change, %", Shown::ONE_PLACE),
];

impl Column {
    /// The cell of a kind of care in a setting.
    pub fn cell(self, context: &PageContext, index: [u32; 2]) -> Html {
        let figure = self.kind.at(index);
        if std::ptr::eq(self.kind, &ARROW) {
            return cell_for_number(self.label).child(arrow(context, figure)).html();
        }
        figure_cell(context, self.label, figure, self.shown)
    }

    fn is_filled(self, outcome: &Outcome, setting: Id<Setting>, point: Id<PointOfDelivery>) -> bool {
        outcome.value(self.kind.at([setting.index(), point.index()])).is_some()
    }
}

/// The columns that a setting fills: a column of dashes helps nobody.
pub(super) struct Columns {
    /// Those of activity.
    pub activity: Vec<Column>,
    /// Those of cost.
    pub cost: Vec<Column>,
}

impl Columns {
    /// The columns that at least one of these kinds of care fills.
    pub fn of(outcome: &Outcome, setting: Id<Setting>, points: &[Id<PointOfDelivery>]) -> Self {
        let filled = |column: &Column| points.iter().any(|point| column.is_filled(outcome, setting, *point));
        let mut columns = Self { activity: ACTIVITY.to_vec(), cost: COST.to_vec() };
        columns.activity.retain(filled);
        columns.cost.retain(filled);
        columns
    }

    /// All of them, in order.
    pub fn all(&self) -> impl Iterator<Item = Column> {
        self.activity.iter().chain(&self.cost).copied()
    }

    /// Why columns are missing, in a sentence.
    pub fn missing_in_words(&self) -> Option<&'static str> {
        let has = |kind| self.all().any(|column| std::ptr::eq(column.kind, kind));
        if has(&BASELINE) || has(&BASELINE_COST) {
            None
        } else if has(&CHANGE) || has(&CHANGE_COST) {
            Some("The plan gives no forecast outturn here, so no total can be worked out from the changes.")
        } else {
            Some("The plan gives only the change in per cent here.")
        }
    }
}

/// Whether there is any figure about a kind of care in a setting.
pub(super) fn is_planned(outcome: &Outcome, setting: Id<Setting>, point: Id<PointOfDelivery>) -> bool {
    ACTIVITY.iter().chain(&COST).any(|column| column.is_filled(outcome, setting, point))
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn a_setting_without_a_baseline_has_only_the_columns_that_it_fills() {
        let example = example::outcome(
            r#""settings": [{"id": "acute", "name": "Acute"}, {"id": "home", "name": "Home"}],
            "points_of_delivery": [{"id": "calls", "name": "Calls"}],
            "baseline_activity": [{"setting": "acute", "point_of_delivery": "calls", "activity": "5", "cost": "10", "unit": "£"}],
            "activity_outlook": [{"setting": "home", "point_of_delivery": "calls", "cost_percent": "-5%"}]"#,
        );
        let columns = |setting| Columns::of(&example.outcome, Id::at(setting), &[Id::at(0)]);
        assert_eq!((columns(0).activity.len(), columns(0).cost.len()), (5, 4));
        assert_eq!(columns(0).missing_in_words(), None);
        assert_eq!((columns(1).activity.len(), columns(1).cost.len()), (0, 1));
        assert_eq!(columns(1).missing_in_words(), Some("The plan gives only the change in per cent here."));
        assert!(is_planned(&example.outcome, Id::at(1), Id::at(0)));
    }
}
