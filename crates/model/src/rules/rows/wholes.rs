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
use crate::plan::{CellAddress, Column, Plan, Table, TableStore};
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

/// A column of a table whose wholes are held against their parts.
struct HeldColumn<'a> {
    rows: RowsOf<'a>,
    column: &'static Column,
    /// Its position.
    at: usize,
    is_spent: bool,
}

impl<'a> HeldColumn<'a> {
    fn of(plan: &'a Plan, held: &'static Held, name: &str, is_spent: bool) -> Option<Self> {
        let at = held.table.column(name)?;
        Some(Self { rows: RowsOf::of(plan, held)?, column: held.table.columns().get(at)?, at, is_spent })
    }

    fn store(&self) -> &'a TableStore {
        self.rows.plan.store(self.rows.held.table)
    }

    /// The rows that count.
    fn counting(&self) -> impl Iterator<Item = u32> {
        let store = self.store();
        (0..store.rows()).filter(|row| store.counts(*row))
    }

    fn is_held(&self, organisation: Option<u32>) -> bool {
        organisation.is_some() || !self.rows.held.only_above_others
    }

    /// Whether an organisation that has a row is a whole of others that have one.
    fn has_wholes(&self, tree: &Organisations) -> bool {
        let whose = self.counting().map(|row| self.rows.organisation(row)).filter(|of| self.is_held(*of));
        let mut whose: Vec<Option<u32>> = whose.collect();
        whose.order_by(Ord::cmp);
        whose.dedup();
        tree.above(&whose).iter().any(Option::is_some)
    }

    /// What rows of organisations are about that leave the amount empty; nothing where one does not say of when it is. What
    /// a row leaves empty, be it how much or of when it is, may be all that is lacking.
    fn open(&self) -> Option<Vec<About<'a>>> {
        let is_part = |row: &u32| self.rows.adds_up(*row) && self.rows.organisation(*row).is_some();
        let (mut open, mut of_when) = (Vec::new(), false);
        for row in self.counting().filter(is_part) {
            of_when |= self.rows.is_of_no_year(row);
            if self.store().column(self.at).is_empty_at(row) {
                open.push(self.rows.about(row));
            }
        }
        open.order_by(Ord::cmp);
        (!of_when).then_some(open)
    }

    /// What the rows give, those about the same together, in the order of their organisations.
    fn given(&self) -> Vec<Part<'a>> {
        let given = self.counting().filter(|row| self.rows.adds_up(*row)).filter_map(|row| {
            let (value, form) = self.store().column(self.at).number(row)?;
            let value = if self.is_spent && !value.is_negative() { value.negated() } else { value };
            let place = CellAddress { table: self.rows.held.table, row, column: self.column.name };
            Some((self.rows.about(row), self.rows.organisation(row), value, form.half_unit(self.column.kind), place))
        });
        let mut given: Vec<Part<'_>> = given.collect();
        given.order_by(|left, right| (&left.0, left.1, left.4.row).cmp(&(&right.0, right.1, right.4.row)));
        given
    }

    /// What each organisation gives of what is about the same: several rows of one organisation are one part.
    fn parts(&self, same: &[Part<'_>]) -> Vec<Given> {
        let of_each = same.chunk_by(|left, right| left.1 == right.1);
        let parts = of_each.filter(|rows| rows.first().is_some_and(|row| self.is_held(row.1))).filter_map(|rows| {
            let (_, organisation, _, _, place) = rows.first()?;
            let sum = |of: fn(&Part<'_>) -> Fixed| rows.iter().map(of).fold(Fixed::ZERO, Fixed::plus);
            let amount = Number::fixed_constant(sum(|row| row.2), "the sum of the rows of one organisation");
            Some(Given { organisation: *organisation, amount, half_unit: sum(|row| row.3), place: *place })
        });
        parts.collect()
    }

    /// Holds what is about the same: each part beside the whole that is nearest above it, those of one whole together.
    fn hold(&self, ledger: &mut Ledger<'_>, tree: &Organisations, same: &[Part<'_>], is_open: bool) {
        let (plan, held) = (ledger.plan, self.rows.held);
        let parts = self.parts(same);
        let cells_of_one = |of: &Given| {
            let from = same.partition_point(|row| row.1 < of.organisation);
            let of_one = same.iter().skip(from).take_while(|row| row.1 == of.organisation);
            of_one.map(|row| row.4).collect::<Vec<_>>()
        };
        let above = tree.above(&organisations(&parts));
        let mut of_wholes: Vec<(usize, usize)> =
            above.iter().enumerate().filter_map(|(part, whole)| Some(((*whole)?, part))).collect();
        of_wholes.order_by(Ord::cmp);
        for of_whole in of_wholes.chunk_by(|left, right| left.0 == right.0) {
            let Some(whole) = of_whole.first().and_then(|(whole, _)| parts.get(*whole)) else { continue };
            let below = of_whole.iter().filter_map(|(_, part)| parts.get(*part)).copied();
            let rows: Vec<Given> = std::iter::once(*whole).chain(below).collect();
            let what = format!(
                "{} ({}: {})",
                self.column.name.replace('_', " "),
                held.table.words(),
                plan.row_words(held.table, whole.place.row)
            );
            if held.added {
                report_counts_beside(ledger, &what, whole.organisation, rows.iter().flat_map(cells_of_one));
            }
            if self.rows.through.is_none() || !is_open {
                tree.hold(ledger, &what, &rows, Known { is_sum_of: Some(&cells_of_one), ..Known::default() });
            }
        }
    }
}

fn report_counts_beside(
    ledger: &mut Ledger<'_>,
    what: &str,
    organisation: Option<u32>,
    places: impl Iterator<Item = CellAddress>,
) {
    let plan = ledger.plan;
    let whose = match organisation.and_then(|of| plan.title(Table::Organisation, of)) {
        None => "for all and for organisations".to_owned(),
        Some(name) => format!("for {name} and for what belongs to it"),
    };
    let message = format!("{what} is given {whose}: both count in what is added up.");
    ledger.report(|| Finding::of(&WHOLE_COUNTS_BESIDE_ITS_PARTS, message).at_each(plan, places));
}

fn hold(ledger: &mut Ledger<'_>, tree: &Organisations, held: &'static Held, name: &str, is_spent: bool) {
    let Some(column) = HeldColumn::of(ledger.plan, held, name, is_spent) else { return };
    // Mostly none of them is a whole of others, and then no row has to be looked at.
    if !column.has_wholes(tree) {
        return;
    }
    let Some(open) = column.open() else { return };
    for same in column.given().chunk_by(|left, right| left.0 == right.0) {
        let is_open = same.first().is_some_and(|(about, ..)| open.binary_search(about).is_ok());
        column.hold(ledger, tree, same, is_open);
    }
}
