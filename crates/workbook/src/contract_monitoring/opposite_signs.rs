//! Rows of contract monitoring that count cases and take pounds off, or the other way round: one of the two has lost its sign, or
//! has one too many. What is taken back has both below nothing, and a correction of the price alone has no activity.

use super::column::{Column, Measure};
use super::figures::{Both, Figures};
use super::plan_columns::plan_column;
use super::sheet_read::SheetRead;
use super::telling::{counted, first_of};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::cell_reference;
use one_plan_model::quantity::{Decimal, format};

/// So many cells are named.
const NAMED: usize = 5;

/// The rows of each measure in which activity and price have opposite signs.
#[derive(Clone, Debug, Default)]
pub struct OppositeSigns {
    measures: Both<OfMeasure>,
}

#[derive(Clone, Debug, Default)]
struct OfMeasure {
    count: usize,
    first: Option<FirstRow>,
    named: Vec<u32>,
    price: Decimal,
}

#[derive(Clone, Copy, Debug)]
struct FirstRow {
    row: u32,
    activity: Decimal,
    price: Decimal,
}

impl OppositeSigns {
    /// Adds a row.
    pub fn add(&mut self, row: u32, figures: &Both<Figures>) {
        for measure in Measure::ALL {
            let Figures { activity: Some(activity), price: Some(price) } = *figures.of(measure) else { continue };
            let is_one_nothing = activity.is_zero() || price.is_zero();
            if is_one_nothing || activity.is_sign_negative() == price.is_sign_negative() {
                continue;
            }
            let of = self.measures.of_mut(measure);
            of.count += 1;
            of.first.get_or_insert(FirstRow { row, activity, price });
            if of.named.len() < NAMED {
                of.named.push(row);
            }
            of.price = of.price.checked_add(price).unwrap_or(Decimal::MAX);
        }
    }

    /// Says how many there are of each measure, and where.
    pub fn tell(&self, sheet: &mut SheetRead) {
        for measure in Measure::ALL {
            let of = self.measures.of(measure);
            let column = Column::Price(measure);
            let (Some(first), Some(at)) = (of.first, sheet.layout.place(column)) else { continue };
            let words: Vec<String> = of.named.iter().map(|row| cell_reference(*row, at)).collect();
            let (has, counts) =
                if of.count == 1 { ("has", "it counts as it stands") } else { ("have", "they count as they stand") };
            sheet.issues.push(Issue {
                severity: Severity::Warning,
                place: sheet.place.cell(first.row, at),
                column: plan_column(column),
                value: format::money(Ok(first.price)),
                what: format!(
                    "{} {has} {} activity and price of opposite sign ({}), such as {} for {}: {counts}, with {} in all",
                    counted(of.count, "row", "rows"),
                    measure.word(),
                    first_of(&words, of.count),
                    format::number(Ok(first.activity)),
                    format::money(Ok(first.price)),
                    format::money(Ok(of.price)),
                ),
                expected: "both above nothing, or both below it where something is taken back; a correction of the price alone has no \
                           activity"
                    .to_owned(),
                effect: Effect::Used,
            });
        }
    }
}
