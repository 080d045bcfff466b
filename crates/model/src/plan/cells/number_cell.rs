use super::address::CellAddress;
use crate::plan::{ColumnKind, Table, observe};
use crate::quantity::{Amount, Count, Decimal, Fixed, Measured, MoneyUnit, Rate};
use std::marker::PhantomData;

/// How a number is printed: with how many decimal places, with commas or without, and money in which unit.
/// It takes one byte, and that of an empty cell is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberForm(u8);

impl NumberForm {
    /// The form of an empty cell.
    pub(in crate::plan) const EMPTY: Self = Self(0);

    const PLACES: u8 = 0b0000_0111;
    const UNIT_SHIFT: u8 = 3;
    const UNIT: u8 = 0b0001_1000;
    const COMMAS: u8 = 0b0010_0000;
    const BRACKETS: u8 = 0b0100_0000;

    /// So many decimal places, at most six; for money its unit.
    pub(in crate::plan) fn new(places: u32, unit: Option<MoneyUnit>, commas: bool) -> Self {
        let places = u8::try_from(places.min(6)).unwrap_or_default() + 1;
        let unit = unit.map_or(0, |unit| unit as u8) << Self::UNIT_SHIFT;
        Self(places | unit | if commas { Self::COMMAS } else { 0 })
    }

    /// How far the unrounded number of a column may lie from the printed one.
    pub fn half_unit(self, kind: ColumnKind) -> Fixed {
        match kind {
            ColumnKind::Money => Amount::half_unit_of(self),
            ColumnKind::Measured => Measured::half_unit_of(self),
            ColumnKind::Rate => Rate::half_unit_of(self),
            // Things are counted exactly, and other numbers are meant as they stand.
            _ => Fixed::ZERO,
        }
    }

    /// Whether there is no number.
    #[inline(always)]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many decimal places are printed.
    pub const fn places(self) -> u32 {
        (self.0 & Self::PLACES).saturating_sub(1) as u32
    }

    /// The unit of money.
    pub const fn unit(self) -> MoneyUnit {
        match (self.0 & Self::UNIT) >> Self::UNIT_SHIFT {
            0 => MoneyUnit::Pounds,
            1 => MoneyUnit::Thousands,
            2 => MoneyUnit::Millions,
            _ => MoneyUnit::Billions,
        }
    }

    /// The same form, for a number that is negative because it stands in brackets.
    pub(super) const fn in_brackets(self, brackets: bool) -> Self {
        if brackets { Self(self.0 | Self::BRACKETS) } else { self }
    }

    /// Whether a negative number stands in brackets.
    pub const fn has_brackets(self) -> bool {
        self.0 & Self::BRACKETS != 0
    }

    /// Whether thousands are set apart by commas.
    pub const fn has_commas(self) -> bool {
        self.0 & Self::COMMAS != 0
    }
}

/// What a number in a column means.
pub trait NumberType: Copy {
    /// The number as it is printed, from its value and its form.
    fn printed(value: Fixed, form: NumberForm) -> Self;

    /// How far the unrounded number may lie from the printed one: half a unit of the last printed place.
    fn half_unit_of(form: NumberForm) -> Fixed;
}

/// Half of the last of so many places, moved by a power of ten.
fn half_of_last_place(places: u32, exponent: u32) -> Fixed {
    Fixed::of_digits(5, places + 1, exponent)
}

impl NumberType for Amount {
    fn printed(value: Fixed, form: NumberForm) -> Self {
        Self::of_parts(value, form.unit(), form.places())
    }
    fn half_unit_of(form: NumberForm) -> Fixed {
        half_of_last_place(form.places(), form.unit().exponent())
    }
}

impl NumberType for Count {
    fn printed(value: Fixed, form: NumberForm) -> Self {
        Self::of_parts(value, form.places())
    }
    /// Things are counted exactly.
    fn half_unit_of(_: NumberForm) -> Fixed {
        Fixed::ZERO
    }
}

impl NumberType for Measured {
    fn printed(value: Fixed, form: NumberForm) -> Self {
        Self::of_parts(value, form.places())
    }
    fn half_unit_of(form: NumberForm) -> Fixed {
        half_of_last_place(form.places(), 0)
    }
}

impl NumberType for Rate {
    fn printed(value: Fixed, form: NumberForm) -> Self {
        Self::of_parts(value, form.places())
    }
    fn half_unit_of(form: NumberForm) -> Fixed {
        half_of_last_place(form.places() + 2, 0)
    }
}

impl NumberType for Decimal {
    fn printed(value: Fixed, form: NumberForm) -> Self {
        crate::quantity::with_places(value.value().unwrap_or_default(), form.places())
    }
    /// The number is meant as it stands.
    fn half_unit_of(_: NumberForm) -> Fixed {
        Fixed::ZERO
    }
}

/// A number in a cell of a plan: its value, how it is printed, and where it stands.
///
/// A rule calculates with it as a `Number`, which remembers the cell. Whoever reads its value in another way
/// decides by it: while a run is [observed](observe), such a reading is noted.
#[derive(Debug)]
pub struct NumberCell<T> {
    value: Fixed,
    row: u32,
    table: Table,
    column: u8,
    form: NumberForm,
    number: PhantomData<fn() -> T>,
}

impl<T> Clone for NumberCell<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for NumberCell<T> {}

impl<T: NumberType> NumberCell<T> {
    #[inline(always)]
    pub(in crate::plan) const fn new(value: Fixed, form: NumberForm, table: Table, row: u32, column: u8) -> Self {
        Self { value, row, table, column, form, number: PhantomData }
    }

    /// The number as it is printed.
    pub fn get(self) -> T {
        self.observe();
        T::printed(self.value, self.form)
    }

    /// The value: pounds, things, or a fraction.
    pub fn fixed(self) -> Fixed {
        self.observe();
        self.value
    }

    /// The value for a calculation that remembers the cell.
    #[inline(always)]
    pub const fn for_calculation(self) -> Fixed {
        self.value
    }

    /// How far the unrounded number may lie from the printed one.
    pub fn half_unit(self) -> Fixed {
        T::half_unit_of(self.form)
    }

    /// How it is printed.
    #[inline(always)]
    pub const fn form(self) -> NumberForm {
        self.form
    }

    /// Where it stands: the table, the row, and the position of the column.
    #[inline(always)]
    pub const fn position(self) -> (Table, u32, u8) {
        (self.table, self.row, self.column)
    }

    /// Where it stands.
    pub fn address(self) -> CellAddress {
        CellAddress::at(self.table, self.row, self.column)
    }

    fn observe(self) {
        observe::note(self.table, self.row, self.column);
    }
}
