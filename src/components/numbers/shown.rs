use one_plan_model::calculation::Unit;
use one_plan_model::calculation::format;
use one_plan_model::quantity::{Decimal, MoneyUnit, Value, absolute, add, is_whole, round_half_away, whole};

/// How the figures of a column are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The unit of money; it stands in the heading of the column.
    pub money: MoneyUnit,
    /// How many decimal places.
    pub places: u32,
    /// Whether the unit is shown beside the number.
    pub with_unit: bool,
}

impl Shown {
    /// Money in millions of pounds with two places, as the tables of programmes show it.
    pub const MILLIONS: Self = Self { money: MoneyUnit::Millions, places: 2, with_unit: false };
    /// The same with its unit, as it stands in a sentence or alone.
    pub const IN_WORDS: Self = Self { with_unit: true, ..Self::MILLIONS };
    /// Money in whole thousands of pounds, as the lists of schemes show it.
    pub const THOUSANDS: Self = Self { money: MoneyUnit::Thousands, places: 0, with_unit: false };
    /// Money in whole pounds.
    pub const POUNDS: Self = Self { money: MoneyUnit::Pounds, places: 0, with_unit: false };
    /// Percentages with one place.
    pub const ONE_PLACE: Self = Self { money: MoneyUnit::Pounds, places: 1, with_unit: false };
}

impl Shown {
    /// The one form for the money of a sentence or a card, whatever its amounts: millions with two places where they say enough
    /// of every amount, or else pounds.
    ///
    /// ```
    /// use one_plan_page::components::Shown;
    /// use one_plan_model::quantity::{MoneyUnit, whole};
    /// let unit = |amounts: &[i64]| Shown::one_form(amounts.iter().map(|amount| whole(*amount))).money;
    /// assert_eq!(unit(&[1_658_800_000, 900_000, 0]), MoneyUnit::Millions);
    /// assert_eq!(unit(&[900_000, 40_000]), MoneyUnit::Pounds);
    /// assert_eq!(unit(&[7_400_000, 3_500]), MoneyUnit::Pounds);
    /// ```
    pub fn one_form(amounts: impl IntoIterator<Item = Decimal>) -> Self {
        let (mut has_millions, mut has_small) = (false, false);
        for amount in amounts.into_iter().map(|amount| amount.abs()).filter(|amount| !amount.is_zero()) {
            has_millions |= amount >= whole(1_000_000);
            has_small |= amount < whole(10_000);
        }
        if has_millions && !has_small { Self::IN_WORDS } else { Self { with_unit: true, ..Self::POUNDS } }
    }

    /// The same form, or the next finer one in which the parts of each sum, rounded as they are shown, add up to their whole,
    /// which comes first: whoever adds up a sentence finds no difference that is none.
    ///
    /// ```
    /// use one_plan_page::components::Shown;
    /// use one_plan_model::calculation::Unit;
    /// use one_plan_model::quantity::whole;
    /// // £2.43m, £1.15m and £1.27m would be £0.01m apart.
    /// let sum = [2_425_800, 1_153_119, 1_272_681].map(whole);
    /// let form = Shown::IN_WORDS.adding_up(&[&sum]);
    /// assert_eq!(sum.map(|amount| form.words(Ok(amount), Unit::Money)), ["£2.426m", "£1.153m", "£1.273m"]);
    /// assert_eq!(Shown::IN_WORDS.adding_up(&[&[whole(3_000_000), whole(1_000_000), whole(2_000_000)]]).places, 2);
    /// ```
    pub fn adding_up(self, sums: &[&[Decimal]]) -> Self {
        // What is no sum of its parts does not become one by more digits.
        let is_sum = |sum: &&&[Decimal]| adds_up(sum, |amount| amount);
        let sums: Vec<&&[Decimal]> = sums.iter().filter(is_sum).collect();
        let in_thousandths = Self { places: 3, ..Self::IN_WORDS };
        let in_pounds = [0, 2].map(|places| Self { places, with_unit: true, ..Self::POUNDS });
        let finer = [in_thousandths].into_iter().chain(in_pounds).filter(|form| form.is_finer_than(self));
        let holds = |form: &Self| sums.iter().all(|sum| adds_up(sum, |amount| form.money.express(amount, form.places)));
        std::iter::once(self).chain(finer).find(holds).unwrap_or(self)
    }

    fn is_finer_than(self, other: Self) -> bool {
        match (self.money, other.money) {
            (one, same) if one == same => self.places > other.places,
            (one, other) => one.exponent() < other.exponent(),
        }
    }

    /// The one form for the money of a table in pounds: with pence where any amount has some, so that all decimals stand below
    /// each other.
    ///
    /// ```
    /// use one_plan_page::components::Shown;
    /// use one_plan_model::calculation::Unit;
    /// use one_plan_model::quantity::Decimal;
    /// let (pence, whole) = (Decimal::new(1_234_50, 2), Decimal::from(20));
    /// assert_eq!(Shown::in_pounds([pence, whole]).words(Ok(whole), Unit::Money), "£20.00");
    /// assert_eq!(Shown::in_pounds([whole]).words(Ok(whole), Unit::Money), "£20");
    /// ```
    pub fn in_pounds(amounts: impl IntoIterator<Item = Decimal>) -> Self {
        let places = if amounts.into_iter().all(is_whole) { 0 } else { 2 };
        Self { places, with_unit: true, ..Self::POUNDS }
    }

    /// The one form for the money of a table that compares: whole pounds, but with pence where an amount would be nothing without
    /// them, or where all are so small that pence matter.
    ///
    /// ```
    /// use one_plan_page::components::Shown;
    /// use one_plan_model::calculation::Unit;
    /// use one_plan_model::quantity::Decimal;
    /// let words = |amounts: &[Decimal]| {
    ///     let form = Shown::to_compare(amounts.iter().copied());
    ///     form.words(Ok(amounts[0]), Unit::Money)
    /// };
    /// let large = Decimal::new(35_355_339_72, 2);
    /// assert_eq!(words(&[large, Decimal::from(20)]), "£35,355,340");
    /// assert_eq!(words(&[large, Decimal::new(40, 2)]), "£35,355,339.72");
    /// assert_eq!(words(&[Decimal::new(1_234_50, 2)]), "£1,234.50");
    /// ```
    pub fn to_compare(amounts: impl IntoIterator<Item = Decimal>) -> Self {
        let (mut largest, mut has_less_than_one, mut has_pence) = (Decimal::ZERO, false, false);
        for amount in amounts.into_iter().map(|amount| amount.abs()) {
            largest = largest.max(amount);
            has_less_than_one |= !amount.is_zero() && amount < Decimal::ONE;
            has_pence |= !is_whole(amount);
        }
        let in_pence = has_pence && (has_less_than_one || largest < whole(10_000));
        Self { places: if in_pence { 2 } else { 0 }, with_unit: true, ..Self::POUNDS }
    }

    /// A value in this form if it is money, or else with what its unit needs.
    pub fn words(self, value: Value, unit: Unit) -> String {
        match unit {
            Unit::Money => format::money_in(value, self.money, self.places),
            Unit::Number | Unit::Count => shown(value, unit, self.money, self.places, true),
            _ => format::in_unit(value, unit),
        }
    }

    /// The unit of money as it is read aloud after a number.
    pub const fn money_words(self) -> &'static str {
        match self.money {
            MoneyUnit::Pounds => "pounds",
            MoneyUnit::Thousands => "thousand pounds",
            MoneyUnit::Millions => "million pounds",
            MoneyUnit::Billions => "billion pounds",
        }
    }
}

/// Whether the first of some amounts is the sum of the others, each as it is read.
fn adds_up(sum: &[Decimal], read: impl Fn(Decimal) -> Decimal) -> bool {
    let Some((whole, parts)) = sum.split_first() else { return true };
    let all = parts.iter().try_fold(Decimal::ZERO, |all, part| add(all, read(*part)));
    all == Ok(read(*whole))
}

/// A value as it is shown on the page.
pub fn shown(value: Value, unit: Unit, money: MoneyUnit, places: u32, with_unit: bool) -> String {
    match unit {
        // Nothing is nothing in every unit; in pounds it has the decimals of those around it.
        Unit::Money if with_unit && money != MoneyUnit::Pounds && value == Ok(Decimal::ZERO) => format::money(value),
        Unit::Money if with_unit => format::money_in(value, money, places),
        Unit::Money => {
            let text = format::money_in(value, money, places);
            text.replace('£', "").trim_end_matches(['m', 'k']).to_owned()
        }
        Unit::Percent => format::percent(value, places),
        Unit::Count => format::count(value.map(as_read)),
        Unit::Number => format::number(value.map(as_read)),
        Unit::Arrows => format::arrows(value),
        Unit::Rating => format::rating(value),
    }
}

/// A number with as many places as people read: two, and four of what is less than one. Its explanation has all of them.
fn as_read(number: Decimal) -> Decimal {
    round_half_away(number, if absolute(number) < Decimal::ONE { 4 } else { 2 })
}
