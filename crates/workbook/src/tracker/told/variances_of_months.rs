//! What months differ by, as a tracker prints it: it follows from plan and actual, and is only held against them.

use crate::cells::number_in;
use crate::headings::{Field, MonthKind};
use crate::issues::{Effect, Issue, Severity};
use crate::sums::RunningSum;
use crate::tracker::columns::Family;
use crate::tracker::reading::{Reader, SchemeRow};
use one_plan_model::plan::Table;
use one_plan_model::quantity::Decimal;

/// A printed variance, with the actual less the plan of its month.
#[derive(Clone, Copy, Debug)]
struct Printed {
    row: u32,
    at: u32,
    printed: Decimal,
    difference: Decimal,
}

impl Printed {
    fn differs_from(&self, difference: Decimal) -> bool {
        let mut sum = RunningSum::default();
        sum.add(difference);
        sum.differs(self.printed, 1).is_some()
    }
}

impl Reader<'_> {
    /// Says which variance of a month is not what its actual and its plan differ by. The tracker may mean the plan less the
    /// actual: what fits most of its cells is meant.
    pub(crate) fn check_variances_of_months(&mut self, schemes: &[SchemeRow]) {
        let families = Family::of(self.header);
        let columns = families.iter().filter(|family| family.is_variance).flat_map(|family| &family.columns);
        // The year so far and a month alone differ by nothing that a column holds.
        let is_alike = self.header.is_cumulative(MonthKind::Plan) == self.header.is_cumulative(MonthKind::Actual);
        let columns: Vec<(u32, u8)> = columns.copied().filter(|(_, month)| *month > 0 && is_alike).collect();
        let mut all = Vec::new();
        for column in self.header.columns.iter() {
            let Some((at, month)) = columns.iter().find(|(at, _)| *at == column.at).copied() else { continue };
            for scheme in schemes {
                let of = |kind: MonthKind| scheme.number(Field::Month(kind, month));
                let (Some(plan), Some(actual)) = (of(MonthKind::Plan), of(MonthKind::Actual)) else { continue };
                let printed = self.amount(scheme.row, column).ok().and_then(|(text, _)| number_in(&text?));
                let Some((printed, difference)) = printed.zip(actual.checked_sub(plan)) else { continue };
                all.push(Printed { row: scheme.row, at, printed, difference });
            }
        }
        let differing = |turned: bool| -> Vec<Printed> {
            let turn =
                |of: &Printed| Printed { difference: if turned { -of.difference } else { of.difference }, ..*of };
            all.iter().map(turn).filter(|of| of.differs_from(of.difference)).collect()
        };
        let (as_it_is, turned) = (differing(false), differing(true));
        let (differing, what) = if turned.len() < as_it_is.len() {
            (turned, "the plan less the actual of its month")
        } else {
            (as_it_is, "the actual less the plan of its month")
        };
        let Some(first) = differing.first() else { return };
        let mut words =
            format!("this variance is {}, and {what} is {}", first.printed.normalize(), first.difference.normalize());
        match differing.len() {
            1 => {}
            2 => words.push_str("; one more differs too"),
            cells => words.push_str(&format!("; {} more differ too", cells - 1)),
        }
        self.issues.push(Issue {
            severity: Severity::Warning,
            place: self.place.cell(first.row, first.at),
            column: Some((Table::Scheme, None)),
            value: self.sheet.cell(first.row, first.at).shown(),
            what: words,
            expected: "what the plan and the actual differ by; the plan uses these".to_owned(),
            effect: Effect::LeftAlone,
        });
    }
}
