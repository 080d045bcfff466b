//! The row of a whole, which names no organisation, against the rows of organisations about the same: for the tables
//! whose own rules do not add those up.
//!
//! * CR05: a whole − its parts. `HELD` names each table on a line of its own: what tells its rows apart besides the
//!   organisation, and which of its numbers add up. What rounding explains is not reported.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "organisations": [{"id": "a", "name": "A", "kind": "nhs-trust"}, {"id": "b", "name": "B", "kind": "nhs-trust"}],
//!     "incidents": [
//!         {"kind": "fall", "month": "2012-04", "number": "5"},
//!         {"organisation": "a", "kind": "fall", "month": "2012-04", "number": "2"},
//!         {"organisation": "b", "kind": "fall", "month": "2012-04", "number": "2"}
//!     ]
//! "#);
//! assert!(outcome.findings.iter().any(|finding| finding.code == "parts-differ-from-whole"));
//! ```

use crate::calculation::{Ledger, Number};
use crate::plan::{CellAddress, Column, ColumnKind, Plan, Table};
use crate::quantity::{Fixed, InOrder};
use crate::rules::folder::without_figures;
use crate::rules::whole_and_parts::{Given, Organisations};

without_figures! {}

/// What of a table is held against each other.
struct Held {
    table: Table,
    /// The columns in which a whole and its parts are the same.
    about: &'static [&'static str],
    /// The columns that add up.
    amounts: &'static [&'static str],
    /// Those that are taken off whichever sign they have.
    spent: &'static [&'static str],
}

impl Held {
    const fn of(table: Table, about: &'static [&'static str], amounts: &'static [&'static str]) -> Self {
        Self { table, about, amounts, spent: &[] }
    }

    const fn spent(self, spent: &'static [&'static str]) -> Self {
        Self { spent, ..self }
    }
}

const HELD: &[Held] = &[
    Held::of(Table::MediumTermYear, &["year"], &["resource", "commissioner_qipp", "tariff_efficiency"])
        .spent(&["expenditure"]),
    Held::of(Table::AccountLine, &["name", "side", "year"], &["plan", "forecast"]),
    Held::of(Table::Reserve, &["name", "year"], &["amount"]),
    Held::of(Table::CostReduction, &["name"], &["base", "reduction"]),
    Held::of(Table::MonitoredLine, &["name", "kind", "year"], &["plan"]),
    Held::of(Table::ActivityGrowth, &["setting", "point_of_delivery"], &["base"]),
    Held::of(Table::Incident, &["kind", "class", "month"], &["number"]),
];

/// Reports wholes that are not the sum of their parts.
pub fn run(ledger: &mut Ledger<'_>) {
    if !ledger.wants_findings() {
        return;
    }
    let tree = Organisations::of(ledger.plan);
    for held in HELD {
        for (column, is_spent) in
            held.amounts.iter().map(|of| (*of, false)).chain(held.spent.iter().map(|of| (*of, true)))
        {
            hold(ledger, &tree, held, column, is_spent);
        }
    }
}

fn position(table: Table, is: impl Fn(&Column) -> bool) -> Option<usize> {
    table.columns().iter().position(is)
}

/// What a row gives: what it is about and for whom, how much, how far that may be rounded, and where it stands.
type Part<'a> = (About<'a>, Option<u32>, Fixed, Fixed, CellAddress);

/// What a row is about: the code or the words of each of the columns that say it.
type About<'a> = Vec<(Option<u32>, Option<&'a str>)>;

fn about<'a>(plan: &'a Plan, held: &Held, row: u32) -> About<'a> {
    let store = plan.store(held.table);
    let columns = held.about.iter().filter_map(|name| position(held.table, |column| column.name == *name));
    columns.map(|at| store.column(at)).map(|column| (column.code(row), column.text(row))).collect()
}

fn hold(ledger: &mut Ledger<'_>, tree: &Organisations, held: &Held, name: &str, is_spent: bool) {
    let (plan, table) = (ledger.plan, held.table);
    let store = plan.store(table);
    let organisation = position(table, |column| matches!(column.kind, ColumnKind::Reference(Table::Organisation)));
    let amount = position(table, |column| column.name == name);
    let Some((organisation, amount)) = organisation.zip(amount) else { return };
    let Some(column) = table.columns().get(amount) else { return };
    let of = |row: u32| store.column(organisation).code(row);
    let rows = || (0..store.rows()).filter(|row| store.counts(*row));
    if !rows().any(|row| of(row).is_none()) || !rows().any(|row| of(row).is_some()) {
        return;
    }
    let given = rows().filter_map(|row| {
        let (value, form) = store.column(amount).number(row)?;
        let value = if is_spent && !value.is_negative() { value.negated() } else { value };
        let place = CellAddress { table, row, column: column.name };
        Some((about(plan, held, row), of(row), value, form.half_unit(column.kind), place))
    });
    let mut given: Vec<Part<'_>> = given.collect();
    given.order_by(|left, right| (&left.0, left.1, left.4.row).cmp(&(&right.0, right.1, right.4.row)));
    for same in given.chunk_by(|left, right| left.0 == right.0) {
        // Several rows of one organisation are one part.
        let parts = same.chunk_by(|left, right| left.1 == right.1).filter_map(|rows| {
            let (_, organisation, _, _, place) = rows.first()?;
            let sum = |of: fn(&Part<'_>) -> Fixed| rows.iter().map(of).fold(Fixed::ZERO, Fixed::plus);
            let amount = Number::fixed_constant(sum(|row| row.2), "the sum of the rows of one organisation");
            Some(Given { organisation: *organisation, amount, half_unit: sum(|row| row.3), place: *place })
        });
        let parts: Vec<Given> = parts.collect();
        let Some(whole) = parts.first().filter(|whole| whole.organisation.is_none()) else { continue };
        let what = format!(
            "{} ({}: {})",
            column.name.replace('_', " "),
            table.words(),
            plan.row_words(table, whole.place.row)
        );
        tree.hold(ledger, &what, &parts);
    }
}
