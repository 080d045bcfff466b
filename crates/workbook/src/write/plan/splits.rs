//! Wholes that are split by weights, such as the value of a CQUIN scheme over its indicators: to the penny, by the largest
//! remainder, as formulas.

use super::formula::Formula as Operand;
use crate::sheet::own_sheets::SPLITS;
use crate::write::WriteProblem;
use crate::write::names::{address, fixed};
use crate::write::paper::Paper;
use crate::write::styles::{Emphasis, Styles};
use one_plan_model::quantity::{Decimal, divide, multiply, round_half_away, subtract};
use rust_xlsxwriter::{Formula, Worksheet};

/// The row of the first part, counted from zero.
const FIRST: u32 = 4;
/// The whole, rounded to the places of its parts.
const WHOLE: u16 = 1;
/// The weight of a part.
const WEIGHT: u16 = 2;
/// The exact share of a part.
const SHARE: u16 = 3;
/// The share without what stands behind the last place.
const CUT: u16 = 4;
/// What a share loses when it is cut.
const LOST: u16 = 5;
/// The place of a part in the order of what is lost.
const ORDER: u16 = 6;
/// The part.
const PART: u16 = 7;
/// To so many places are shares compared: a spreadsheet calculates with some fifteen digits, and thirds must be alike.
const COMPARED: u32 = 8;
/// A whole that is split into more parts is none that a person looks through: each part asks for the place of its loss
/// among all.
const MOST_PARTS: usize = 500;

/// The splits of a workbook, with a row for each part.
#[derive(Debug, Default)]
pub(super) struct Splits {
    rows: Vec<SplitRow>,
}

/// A part of a whole.
#[derive(Debug)]
struct SplitRow {
    whole: String,
    weight: String,
    /// The first and the last row of the split.
    range: (u32, u32),
    places: u32,
    nth: u32,
    values: [Decimal; 7],
}

impl Splits {
    /// Whether nothing is split.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds a split, and gives the cell of each part with its value. Nothing where a formula cannot say it.
    pub(super) fn add(
        &mut self,
        whole: (&Operand, Decimal),
        weights: &[(&Operand, Decimal)],
        places: u32,
    ) -> Option<Vec<(String, Decimal)>> {
        let values = values(whole.1, weights, places).filter(|_| weights.len() <= MOST_PARTS)?;
        // A row is left empty between two of them.
        let first = FIRST + self.rows.last().map_or(0, |last| last.range.1 + 2 - FIRST);
        let last = first + u32::try_from(weights.len()).ok()?.checked_sub(1)?;
        let mut cells = Vec::with_capacity(weights.len());
        for ((nth, (weight, _)), values) in (0_u32..).zip(weights).zip(values) {
            let [.., part] = values;
            cells.push((address(SPLITS, first + nth, PART), part));
            let (whole, weight) = (whole.0.text().into_owned(), weight.text().into_owned());
            self.rows.push(SplitRow { whole, weight, range: (first, last), places, nth, values });
        }
        Some(cells)
    }

    /// The sheet.
    pub(super) fn write(&self, sheet: &mut Worksheet, styles: &mut Styles) -> Result<(), WriteProblem> {
        let about = "A whole that is split by weights into parts that add up to it: each share is cut off, and what is left over \
                     goes, one unit of the last place at a time, to the parts that lost most.";
        let mut paper = Paper::new(sheet, styles, SPLITS, about)?;
        let numbers = ["Whole", "Weight", "Exact share", "Cut off", "Lost", "Order", "Part"].map(|name| (name, true));
        paper.headings(FIRST - 1, &[vec![("What it is", false)], numbers.to_vec()].concat())?;
        paper.widths(&[24, 18, 14, 20, 18, 14, 9, 18])?;
        let text = paper.styles.text.clone();
        for row in &self.rows {
            let at = row.range.0 + row.nth;
            let parts = row.range.1 - row.range.0 + 1;
            paper.text(at, 0, &format!("part {} of {parts}", row.nth + 1), &text)?;
            let formats = ["#,##0.00", "#,##0.00####", "#,##0.00######", "#,##0.00", "0.00######", "0", "#,##0.00"];
            for (((column, formula), value), format) in (WHOLE..).zip(row.formulas()).zip(row.values).zip(formats) {
                let format = paper.styles.number(format, Emphasis::None);
                let formula = Formula::new(formula).set_result(value.normalize().to_string());
                paper.sheet.write_formula_with_format(at, column, formula, format)?;
            }
        }
        paper.sheet.set_freeze_panes(FIRST, 0)?;
        paper.sheet.set_repeat_rows(FIRST - 1, FIRST - 1)?;
        Ok(())
    }
}

impl SplitRow {
    /// The formulas of the row, from the whole to the part.
    fn formulas(&self) -> [String; 7] {
        let at = self.range.0 + self.nth;
        let places = self.places;
        let own = |column: u16| fixed(at, column);
        let all = |column: u16| format!("{}:{}", fixed(self.range.0, column), fixed(self.range.1, column));
        let until = |column: u16| format!("{}:{}", fixed(self.range.0, column), own(column));
        let (whole, weight, share, cut, lost) = (own(WHOLE), own(WEIGHT), own(SHARE), own(CUT), own(LOST));
        [
            format!("ROUND({},{places})", self.whole),
            self.weight.clone(),
            format!("ROUND({whole}*{weight}/SUM({}),{COMPARED})", all(WEIGHT)),
            format!("ROUNDDOWN({share},{places})"),
            format!("ROUND(ABS({share}-{cut}),{COMPARED})"),
            format!("COUNTIF({},\">\"&{lost})+COUNTIF({},{lost})", all(LOST), until(LOST)),
            format!(
                "ROUND({cut}+IF({}<=ROUND(ABS({whole}-SUM({}))*10^{places},0),SIGN({whole})/10^{places},0),{places})",
                own(ORDER),
                all(CUT)
            ),
        ]
    }
}

/// What the formulas of each row give, calculated exactly.
fn values(whole: Decimal, weights: &[(&Operand, Decimal)], places: u32) -> Option<Vec<[Decimal; 7]>> {
    let whole = round_half_away(whole, places);
    let total = weights.iter().try_fold(Decimal::ZERO, |total, (_, weight)| total.checked_add(*weight))?;
    let mut rows = Vec::with_capacity(weights.len());
    let mut left = whole;
    for (_, weight) in weights {
        let share = round_half_away(divide(multiply(whole, *weight).ok()?, total).ok()?, COMPARED);
        let cut = share.trunc_with_scale(places);
        let lost = subtract(share, cut).ok()?.abs();
        left = subtract(left, cut).ok()?;
        rows.push([whole, *weight, share, cut, lost, Decimal::ZERO, cut]);
    }
    let unit = Decimal::new(1, places);
    let units = round_half_away(divide(left.abs(), unit).ok()?, 0);
    let lost: Vec<Decimal> = rows.iter().map(|[_, _, _, _, lost, ..]| *lost).collect();
    for (nth, [whole, _, _, _, own, order, part]) in rows.iter_mut().enumerate() {
        let more = lost.iter().filter(|other| **other > *own).count();
        let alike = lost.iter().take(nth + 1).filter(|other| **other == *own).count();
        *order = Decimal::from(more + alike);
        if *order <= units && !whole.is_zero() {
            *part = if whole.is_sign_negative() { subtract(*part, unit).ok()? } else { part.checked_add(unit)? };
        }
    }
    Some(rows)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once")]
mod tests {
    use super::*;
    use one_plan_model::quantity::split_by_largest_remainder;

    #[test]
    fn the_formulas_split_as_the_engine_does() {
        let operand = Operand::digits("1");
        for (whole, weights) in [
            ("100", vec!["1", "1", "1"]),
            ("-100", vec!["1", "1", "1"]),
            ("0.05", vec!["1", "2", "3", "4"]),
            ("2447912.5", vec!["0.3", "0.3", "0.2", "0.1", "0.1"]),
            ("10", vec!["0", "1", "1", "5"]),
            ("0", vec!["1", "1"]),
        ] {
            let whole: Decimal = whole.parse().unwrap();
            let weights: Vec<Decimal> = weights.iter().map(|weight| weight.parse().unwrap()).collect();
            let given: Vec<(&Operand, Decimal)> = weights.iter().map(|weight| (&operand, *weight)).collect();
            let parts = Splits::default().add((&operand, whole), &given, 2).unwrap();
            let parts: Vec<Decimal> = parts.into_iter().map(|(_, part)| part).collect();
            assert_eq!(parts, split_by_largest_remainder(whole, &weights, 2).unwrap(), "{whole}");
        }
    }

    #[test]
    fn splits_stand_below_each_other_with_a_row_between() {
        let operand = Operand::digits("1");
        let mut splits = Splits::default();
        let two = [(&operand, Decimal::ONE); 2];
        assert_eq!(splits.add((&operand, Decimal::ONE), &two, 2).unwrap()[0].0, "Splits!$H$5");
        assert_eq!(splits.add((&operand, Decimal::ONE), &two, 2).unwrap()[1].0, "Splits!$H$9");
        assert!(splits.add((&operand, Decimal::ONE), &[(&operand, Decimal::ZERO)], 2).is_none());
    }
}
