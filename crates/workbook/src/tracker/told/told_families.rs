//! What is said, and asked, of columns that are not read and are alike but for their month: once for all of them.

use super::about_column::OF_OTHER_YEAR;
use crate::headings::HeadingWords;
use crate::issues::{Effect, Severity};
use crate::tracker::columns::{Family, and_more};
use crate::tracker::header::TrackerColumn;
use crate::tracker::reading::Reader;

impl Reader<'_> {
    /// Says of columns for months what holds of each of them.
    pub(super) fn tell_family(&mut self, family: &Family, first: &TrackerColumn) {
        let words = HeadingWords::line(&first.words);
        let are_left_alone = and_more(&format!("\"{words}\""), family.columns.len(), "is left alone", "are left alone");
        if family.is_variance {
            let what = format!("{are_left_alone}: what a month differs by follows from its plan and its actual");
            return self.tell_column(first, Severity::Information, what, "nothing", Effect::LeftAlone);
        }
        if let Some(year) = first.year.filter(|_| family.is_of_other_year) {
            let (are, expected) = (if family.columns.len() == 1 { "it is" } else { "they are" }, OF_OTHER_YEAR);
            let what = format!("{are_left_alone}: {are} of {year}, and this is read for {}", self.all_years);
            return self.tell_column(first, Severity::Warning, what, expected, Effect::LeftAlone);
        }
        if family.is_percent {
            let hold = if family.columns.len() == 1 { "it holds a share" } else { "they hold shares" };
            let what = format!("{are_left_alone}: {hold} in per cent, and no amounts of their months");
            let expected =
                "nothing, if the amounts of the months are not needed; otherwise those, with \"Plan\" over them";
            return self.tell_column(first, Severity::Warning, what, expected, Effect::LeftAlone);
        }
        self.questions.push(family.question(first, self.place));
        let what = format!("{are_left_alone}: whether it is the plan or the actual of the month is not said");
        let expected = "\"Plan\" or \"Actual\" over the months or beside them; or a mapping that says it";
        self.tell_column(first, Severity::Warning, what, expected, Effect::LeftAlone);
    }
}
