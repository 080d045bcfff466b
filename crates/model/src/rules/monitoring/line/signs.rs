//! The signs of a line: income, expenditure and savings are all positive. A plan with a minus, and months that all have one,
//! are read as they are meant. A line of a scheme that takes something off, such as slippage, keeps its minus: the scheme counts
//! with it, and both are one amount.

use super::MonthRow;
use crate::calculation::{Finding, Ledger, Number};
use crate::plan::{Id, LineKind, MonitoredLine, MonitoredMonth, Plan, Row, Table};
use crate::rules::signs::{SIGN_READ_AS_MEANT, all_negative, report_turned, report_unclear, turned};

/// Whether the scheme of a line of savings has a minus itself.
pub(super) fn keeps_its_sign(plan: &Plan, line: Row<'_, MonitoredLine>) -> bool {
    let scheme = line.scheme().filter(|_| line.kind() == Some(LineKind::Saving));
    let gross = scheme.and_then(|scheme| plan.schemes.get(scheme)?.gross());
    gross.is_some_and(|gross| gross.fixed().is_negative())
}

/// The plan of a line with the sign that is meant.
pub(super) fn plan_as_meant(ledger: &mut Ledger<'_>, line: Row<'_, MonitoredLine>) -> Number {
    let Some(cell) = line.plan() else { return Number::given(line.plan()) };
    let plan = Number::cell(cell);
    if !plan.is_negative() || keeps_its_sign(ledger.plan, line) {
        return plan;
    }
    let what = format!("\"{}\": the plan", line.name());
    report_turned(
        ledger,
        &what,
        &plan,
        "a line is positive, and what lessens spending is a line of savings",
        cell.address(),
    );
    turned(&plan)
}

/// The same, where nothing is to be said about it.
pub(in crate::rules::monitoring) fn plan_read_as_meant(plan: &Plan, line: Row<'_, MonitoredLine>) -> Number {
    let given = Number::given(line.plan());
    if given.is_negative() && !keeps_its_sign(plan, line) { turned(&given) } else { given }
}

/// What a minus at all that came of the months of a line, and is expected of them, means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MonthSigns {
    /// Not all of them have one.
    AsGiven,
    /// The other sign is meant.
    Turned,
    /// A saving whose plan has no minus costs more than it brings: it counts as it is given.
    Costs,
}

impl MonthSigns {
    /// Those of a line.
    pub(super) fn of(plan: &Plan, line: Row<'_, MonitoredLine>, months: &[MonthRow<'_>]) -> Self {
        let amounts = months.iter().flat_map(|(_, of)| [of.actual(), of.forecast()]).flatten();
        let amounts: Vec<Number> = amounts.map(Number::cell).collect();
        let may_cost = || {
            let planned = line.plan().map(Number::cell);
            line.kind() == Some(LineKind::Saving) && planned.is_some_and(|planned| !planned.is_negative())
        };
        match all_negative(&amounts) {
            _ if keeps_its_sign(plan, line) => Self::AsGiven,
            false => Self::AsGiven,
            true if may_cost() => Self::Costs,
            true => Self::Turned,
        }
    }

    /// Says that what came of the months of a line was read with the other sign, or that it may be meant.
    pub(super) fn report(self, ledger: &mut Ledger<'_>, line: Row<'_, MonitoredLine>, months: &[MonthRow<'_>]) {
        let Some((first, of)) = months.iter().find(|(_, of)| of.actual().is_some() || of.forecast().is_some()) else {
            return;
        };
        let (cell, column) = match of.actual() {
            Some(actual) => (Some(actual), "actual"),
            None => (of.forecast(), "forecast"),
        };
        match self {
            Self::AsGiven => {}
            Self::Turned => report_column(ledger, line, *first, column),
            Self::Costs => {
                let message = || {
                    format!(
                        "\"{}\": all that came and is expected has a minus, and the plan has none: this saving costs.",
                        line.name()
                    )
                };
                cell.into_iter().for_each(|cell| report_unclear(ledger, message, cell.address()));
            }
        }
    }
}

/// Says that a column of the months of a line was read with the other sign.
pub(super) fn report_column(
    ledger: &mut Ledger<'_>,
    line: Row<'_, MonitoredLine>,
    first: Id<MonitoredMonth>,
    column: &'static str,
) {
    ledger.report(|| {
        Finding::of(
            &SIGN_READ_AS_MEANT,
            format!(
                "\"{}\": all months are given with a minus; a line is positive, and what lessens spending is a line of \
                 savings: they are read without it.",
                line.name()
            ),
        )
        .at(Table::MonitoredMonth, first.index(), column)
        .advise("Turn the signs round, so that the file says what is meant.")
    });
}
