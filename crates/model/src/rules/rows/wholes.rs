//! The row of a whole, which names no organisation or one to which others belong, against the rows of those: for the
//! tables whose own rules do not add those up.
//!
//! * CR05: a whole − its parts. `HELD` names each table on a line of its own: what tells its rows apart besides the
//!   organisation, and which of its numbers add up. What rounding explains is not reported.
//! * Prices, shares, rates, averages and lengths of stay are not among them: that of a whole is a mean of its parts,
//!   weighted by what a plan need not give, and no sum. Of what is measured in words, such as a target, only a number of
//!   things is held, never a percentage or a rate.
//! * Where a rule adds up the rows of a table without looking for wholes, the whole counts beside its parts: that is said
//!   even where the two agree.
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

mod held;

use crate::calculation::{Finding, Ledger, Number, findings};
use crate::plan::{CellAddress, Column, Plan, Table};
use crate::quantity::{Fixed, InOrder};
use crate::rules::folder::without_figures;
use crate::rules::whole_and_parts::{Given, Known, Organisations, organisations};
use held::{HELD, Held, adds_up};

without_figures! {}

findings! {
    /// The row of a whole is added up together with the rows of its parts.
    WHOLE_COUNTS_BESIDE_ITS_PARTS: warning(
        "whole-counts-beside-its-parts",
        "Take the row of the whole out, or those of its parts: sums over this table count both."
    )
}

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

/// What a row gives: what it is about and for whom, how much, how far that may be rounded, and where it stands.
type Part<'a> = (About<'a>, Option<u32>, Fixed, Fixed, CellAddress);

/// What a row is about: the code, the words or the number of each of the columns that say it.
type About<'a> = Vec<(Option<u32>, Option<&'a str>, Option<Fixed>)>;

/// The rows of a table, and those that have their organisations.
struct RowsOf<'a> {
    plan: &'a Plan,
    held: &'static Held,
    /// The column with the organisation, in this table or in the other.
    organisation: usize,
    /// The column that refers to the other table, and that table.
    through: Option<(usize, Table)>,
}

impl<'a> RowsOf<'a> {
    fn of(plan: &'a Plan, held: &'static Held) -> Option<Self> {
        let through = match held.through {
            Some((name, _)) => {
                let at = held.table.column(name)?;
                Some((at, held.table.columns().get(at)?.kind.refers_to()?))
            }
            None => None,
        };
        let with = through.map_or(held.table, |(_, table)| table);
        let is_organisation = |column: &Column| column.kind.refers_to() == Some(Table::Organisation);
        let organisation = with.columns().iter().position(is_organisation)?;
        Some(Self { plan, held, organisation, through })
    }

    /// The row that has the organisation.
    fn holder(&self, row: u32) -> Option<(Table, u32)> {
        match self.through {
            Some((at, table)) => Some((table, self.plan.store(self.held.table).column(at).code(row)?)),
            None => Some((self.held.table, row)),
        }
    }

    fn organisation(&self, row: u32) -> Option<u32> {
        let (table, row) = self.holder(row)?;
        self.plan.store(table).column(self.organisation).code(row)
    }

    fn about(&self, row: u32) -> About<'a> {
        let through = self.held.through.map_or(&[][..], |(_, about)| about);
        let holder = self.holder(row).map(|(table, row)| (table, row, through));
        let cells = [Some((self.held.table, row, self.held.about)), holder].into_iter().flatten();
        let cells = cells.flat_map(|(table, row, names)| names.iter().map(move |name| (table, row, *name)));
        let cell = |(table, row, name): (Table, u32, &str)| {
            let column = self.plan.store(table).column(table.column(name)?);
            Some((column.code(row), column.text(row), column.number(row).map(|(number, _)| number)))
        };
        cells.filter_map(cell).collect()
    }

    /// Whether a row leaves empty a number that says of what it is, such as its year.
    fn is_of_no_year(&self, row: u32) -> bool {
        let columns = self.held.about.iter().filter_map(|name| self.held.table.column(name));
        let is_number = |at: &usize| self.held.table.columns().get(*at).is_some_and(|column| column.kind.is_number());
        let store = self.plan.store(self.held.table);
        columns.filter(is_number).any(|at| store.column(at).is_empty_at(row))
    }

    /// Whether what a row gives is a number that adds up.
    fn adds_up(&self, row: u32) -> bool {
        let words = || {
            let (table, row) = self.holder(row)?;
            self.plan.store(table).column(table.column("counted_in")?).text(row)
        };
        !self.held.measured || adds_up(words())
    }
}

fn hold(ledger: &mut Ledger<'_>, tree: &Organisations, held: &'static Held, name: &str, is_spent: bool) {
    let (plan, table) = (ledger.plan, held.table);
    let store = plan.store(table);
    let Some((of, amount)) = RowsOf::of(plan, held).zip(table.column(name)) else { return };
    let Some(column) = table.columns().get(amount) else { return };
    let rows = || (0..store.rows()).filter(|row| store.counts(*row));
    let is_held = |organisation: Option<u32>| organisation.is_some() || !held.only_above_others;
    let mut whose: Vec<Option<u32>> = rows().map(|row| of.organisation(row)).filter(|of| is_held(*of)).collect();
    whose.order_by(Ord::cmp);
    whose.dedup();
    // Mostly none of them is a whole of others, and then no row has to be looked at.
    if tree.above(&whose).iter().all(Option::is_none) {
        return;
    }
    let given = rows().filter(|row| of.adds_up(*row)).filter_map(|row| {
        let (value, form) = store.column(amount).number(row)?;
        let value = if is_spent && !value.is_negative() { value.negated() } else { value };
        let place = CellAddress { table, row, column: column.name };
        Some((of.about(row), of.organisation(row), value, form.half_unit(column.kind), place))
    });
    // What a row leaves empty, be it how much or of when it is, may be all that is lacking.
    let is_part = |row: &u32| of.adds_up(*row) && of.organisation(*row).is_some();
    let (mut open, mut of_when) = (Vec::new(), false);
    for row in rows().filter(is_part) {
        of_when |= of.is_of_no_year(row);
        if store.column(amount).is_empty_at(row) {
            open.push(of.about(row));
        }
    }
    if of_when {
        return;
    }
    open.order_by(Ord::cmp);
    let mut given: Vec<Part<'_>> = given.collect();
    given.order_by(|left, right| (&left.0, left.1, left.4.row).cmp(&(&right.0, right.1, right.4.row)));
    for same in given.chunk_by(|left, right| left.0 == right.0) {
        // Several rows of one organisation are one part.
        let of_each = same.chunk_by(|left, right| left.1 == right.1);
        let parts = of_each.filter(|rows| rows.first().is_some_and(|row| is_held(row.1))).filter_map(|rows| {
            let (_, organisation, _, _, place) = rows.first()?;
            let sum = |of: fn(&Part<'_>) -> Fixed| rows.iter().map(of).fold(Fixed::ZERO, Fixed::plus);
            let amount = Number::fixed_constant(sum(|row| row.2), "the sum of the rows of one organisation");
            Some(Given { organisation: *organisation, amount, half_unit: sum(|row| row.3), place: *place })
        });
        let parts: Vec<Given> = parts.collect();
        let cells_of_one = |of: &Given| {
            let from = same.partition_point(|row| row.1 < of.organisation);
            let of_one = same.iter().skip(from).take_while(|row| row.1 == of.organisation);
            of_one.map(|row| row.4).collect::<Vec<_>>()
        };
        // Each part beside the whole that is nearest above it, those of one whole together.
        let above = tree.above(&organisations(&parts));
        let mut of_wholes: Vec<(usize, usize)> =
            above.iter().enumerate().filter_map(|(part, whole)| Some(((*whole)?, part))).collect();
        of_wholes.order_by(Ord::cmp);
        let is_open = same.first().is_some_and(|(about, ..)| open.binary_search(about).is_ok());
        for of_whole in of_wholes.chunk_by(|left, right| left.0 == right.0) {
            let Some(whole) = of_whole.first().and_then(|(whole, _)| parts.get(*whole)) else { continue };
            let below = of_whole.iter().filter_map(|(_, part)| parts.get(*part)).copied();
            let rows: Vec<Given> = std::iter::once(*whole).chain(below).collect();
            let what = format!(
                "{} ({}: {})",
                column.name.replace('_', " "),
                table.words(),
                plan.row_words(table, whole.place.row)
            );
            if held.added {
                let whose = match whole.organisation.and_then(|of| plan.title(Table::Organisation, of)) {
                    None => "for all and for organisations".to_owned(),
                    Some(name) => format!("for {name} and for what belongs to it"),
                };
                let message = format!("{what} is given {whose}: both count in what is added up.");
                let places = rows.iter().flat_map(cells_of_one);
                ledger.report(|| Finding::of(&WHOLE_COUNTS_BESIDE_ITS_PARTS, message).at_each(plan, places));
            }
            if of.through.is_none() || !is_open {
                tree.hold(ledger, &what, &rows, Known { is_sum_of: Some(&cells_of_one), ..Known::default() });
            }
        }
    }
}
