//! What is said of how the months of a tracker were read: as the year up to each of them, or as those of the plan.

use crate::headings::{Field, MonthKind};
use crate::issues::{Effect, Severity};
use crate::tracker::header::TrackerColumn;
use crate::tracker::reading::Reader;

impl Reader<'_> {
    /// Says of which months that is so.
    pub(crate) fn tell_cumulative(&mut self) {
        let of = |kind: &MonthKind| self.header.of_kind(*kind).find(|column| column.is_cumulative);
        let told = MonthKind::ALL.into_iter().filter_map(|kind| Some((kind, of(&kind)?)));
        let told: Vec<(MonthKind, Field, bool)> =
            told.filter_map(|(kind, column)| Some((kind, column.field?, column.is_quarter))).collect();
        for (kind, field, is_quarter) in told {
            if is_quarter {
                let what = format!(
                    "the quarters of the {} are read as the year up to the end of each: that quarter and those before it",
                    kind.word()
                );
                self.tell(
                    Severity::Information,
                    self.header.row,
                    field,
                    what,
                    "nothing, if that is meant",
                    Effect::Used,
                );
                continue;
            }
            let what = format!("the months of the {} are read as the year up to each of them", kind.word());
            let expected = "nothing, if that is meant; otherwise no \"cumulative\" above or in the headings";
            self.tell(Severity::Information, self.header.row, field, what, expected, Effect::Used);
        }
    }

    /// Says that months were taken for those of the plan because they add up to it.
    pub(crate) fn tell_months_of_plan(&mut self) {
        let is_by_sum = |column: &&TrackerColumn| {
            let is_plan = matches!(column.field, Some(Field::Month(MonthKind::Plan, _)));
            is_plan
                && !column.is_said
                && !column.is_quarter
                && column.month.is_some()
                && column.words.without_month() == "|"
        };
        let Some(column) = self.header.columns.iter().find(is_by_sum) else { return };
        let what = format!(
            "\"{}\" and 11 more columns do not say what they hold of their months: they add up to the plan of the year in every \
             row, and are read as its months",
            column.words.line()
        );
        let expected = "nothing, if that is meant; otherwise \"Actual\" or \"Forecast\" over the months";
        self.tell_column(&column.clone(), Severity::Information, what, expected, Effect::Used);
    }
}
