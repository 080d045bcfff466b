//! The signs of a line: income, expenditure and savings are all positive. A plan with a minus, and months that all have one,
//! are read as they are meant.

use super::MonthRow;
use crate::calculation::{Finding, Ledger, Number};
use crate::plan::{Id, MonitoredLine, MonitoredMonth, Row, Table};
use crate::rules::signs::{SIGN_READ_AS_MEANT, all_negative, report_turned, turned};

/// The plan of a line with the sign that is meant.
pub(super) fn plan_as_meant(ledger: &mut Ledger<'_>, line: Row<'_, MonitoredLine>) -> Number {
    let Some(cell) = line.plan() else { return Number::given(line.plan()) };
    let plan = Number::cell(cell);
    if !plan.is_negative() {
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
pub(super) fn plan_read_as_meant(line: Row<'_, MonitoredLine>) -> Number {
    let plan = Number::given(line.plan());
    if plan.is_negative() { turned(&plan) } else { plan }
}

/// Whether the months of a line have the other sign: all that came of them and is expected of them has a minus.
pub(super) fn turns_months(months: &[MonthRow<'_>]) -> bool {
    let amounts = months.iter().flat_map(|(_, of)| [of.actual(), of.forecast()]).flatten();
    let amounts: Vec<Number> = amounts.map(Number::cell).collect();
    all_negative(&amounts)
}

/// Says that what came of the months of a line was read with the other sign.
pub(super) fn report_months(
    ledger: &mut Ledger<'_>,
    line: Row<'_, MonitoredLine>,
    months: &[MonthRow<'_>],
    turns: bool,
) {
    let Some((first, of)) = months.first().filter(|_| turns) else { return };
    report_column(ledger, line, *first, if of.actual().is_some() { "actual" } else { "forecast" });
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
