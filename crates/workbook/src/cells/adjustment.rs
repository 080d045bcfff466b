//! What was done to a cell on the way to the text that the model reads.

use crate::sheet::Cell;

/// Something that was done to a cell on the way, and of which a person is told once for each column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Adjustment {
    /// A dash, or words such as "n/a", is read as nothing.
    DashAsNothing,
    /// The word "nil" is read as 0.
    NilAsZero,
    /// A number with more than six decimal places is rounded to six, half away from zero.
    RoundedToSixPlaces,
    /// A date stands where a month belongs: its day is not used.
    DayNotUsed,
    /// A number without a sign is read as per cents, because the heading says so.
    PercentByHeading,
    /// The same of a number below one, such as 0.05, which people also write for 5 %.
    SmallPercentByHeading,
    /// A number with a sign of per cent stands where a plain number belongs: 30% is 30.
    PercentAsNumber,
    /// An amount says its unit itself.
    UnitInCell,
    /// An amount says its unit by its number format.
    UnitInFormat,
    /// A number is kept in pounds and shown in the unit of its heading by its format.
    ShownInUnitOfHeading,
}

impl Adjustment {
    /// How a cell says its unit itself, where it does.
    pub const fn of_own_unit(cell: &Cell) -> Self {
        match cell {
            Cell::Number(..) => Self::UnitInFormat,
            _ => Self::UnitInCell,
        }
    }

    /// Whether it may well not be what was meant.
    pub const fn is_doubtful(self) -> bool {
        matches!(self, Self::SmallPercentByHeading | Self::PercentAsNumber | Self::ShownInUnitOfHeading)
    }

    /// What a person should look at.
    pub const fn expected(self) -> &'static str {
        match self {
            Self::SmallPercentByHeading => {
                "nothing, if less than one per cent is meant; otherwise a sign behind each number, such as 5%"
            }
            Self::PercentAsNumber => {
                "nothing, if all numbers of the column count per cents; otherwise all of them without the sign"
            }
            Self::ShownInUnitOfHeading => {
                "nothing, if the cells are right as the sheet shows them; otherwise another number format or heading"
            }
            _ => "nothing, if that is meant",
        }
    }

    /// What was done, for so many cells.
    pub fn words(self, cells: usize) -> String {
        let (what, plural) = match self {
            Self::DashAsNothing => {
                ("with a dash or \"n/a\" is read as nothing", "with a dash or \"n/a\" are read as nothing")
            }
            Self::NilAsZero => ("with \"nil\" is read as 0", "with \"nil\" are read as 0"),
            Self::RoundedToSixPlaces => (
                "has more than six decimal places and is rounded to six",
                "have more than six decimal places and are rounded to six",
            ),
            Self::DayNotUsed => (
                "holds a day where a month belongs; the day is not used",
                "hold days where months belong; the days are not used",
            ),
            Self::PercentByHeading => {
                ("is read as per cent, as its heading says", "are read as per cents, as their heading says")
            }
            Self::SmallPercentByHeading => (
                "is less than 1 and is read as less than one per cent, as its heading says (0.05 as 0.05%)",
                "are less than 1 and are read as less than one per cent, as their heading says (0.05 as 0.05%)",
            ),
            Self::PercentAsNumber => (
                "with a sign of per cent is read as the number before it (30% as 30)",
                "with a sign of per cent are read as the numbers before it (30% as 30)",
            ),
            Self::UnitInCell => (
                "says its unit itself, such as £1.2m, and is read in it",
                "say their units themselves, such as £1.2m, and are read in them",
            ),
            Self::UnitInFormat => (
                "shows its unit by its number format, such as £1.2m, and is read as it is shown",
                "show their units by their number formats, such as £1.2m, and are read as they are shown",
            ),
            Self::ShownInUnitOfHeading => (
                "holds a larger number than it shows (its number format shows thousands): what is shown is read, as its \
                 heading gives the unit of that",
                "hold larger numbers than they show (their number format shows thousands): what is shown is read, as \
                 their heading gives the unit of that",
            ),
        };
        if cells == 1 { format!("1 cell {what}") } else { format!("{cells} cells {plural}") }
    }
}
