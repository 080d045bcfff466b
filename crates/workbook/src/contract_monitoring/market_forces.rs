//! What stands in columns that are called after the market forces factor: feeds hold factors there, or prices.

use one_plan_model::quantity::Decimal;

/// Every factor lies well below it.
const NO_FACTOR: Decimal = Decimal::TWO;

/// The cells of such a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarketForces {
    numbers: usize,
    others: usize,
    range: Option<(Decimal, Decimal)>,
}

impl MarketForces {
    /// Notes a cell that is not empty: its number, if it holds one.
    pub fn add(&mut self, number: Option<Decimal>) {
        let Some(number) = number else {
            self.others += 1;
            return;
        };
        self.numbers += 1;
        let (least, most) = self.range.unwrap_or((number, number));
        self.range = Some((least.min(number), most.max(number)));
    }

    /// What the column holds, in words; nothing where it is empty, or holds noughts.
    pub fn words(&self) -> Option<String> {
        let (least, most) = self.range.filter(|(least, most)| !least.is_zero() || !most.is_zero())?;
        let cells = if self.numbers == 1 { "1 cell holds".to_owned() } else { format!("{} cells hold", self.numbers) };
        let what = if least.is_sign_negative() || most >= NO_FACTOR {
            "some of them are prices and no factors"
        } else {
            "they are factors"
        };
        Some(format!("{cells} {least} to {most}: {what}"))
    }
}
