use crate::plan::FigureIdentifier;
use crate::plan::definition::{choice, table};
use crate::quantity::Decimal;

choice! {
    /// The unit in which a figure is printed.
    StatedUnit {
        /// Pounds.
        Pounds = "£",
        /// Thousands of pounds.
        Thousands = "£000",
        /// Millions of pounds.
        Millions = "£m",
        /// Thousands of millions of pounds.
        Billions = "£bn",
        /// A percentage; the digits are hundredths.
        Percent = "%",
        /// A number of things.
        Count = "count",
        /// A number without a unit.
        Number = "number",
        /// Arrows: 2 is two up, -1 is one down, 0 is stable.
        Arrows = "arrows",
    }
}

table! {
    /// A figure that the plan prints although it follows from others. It is compared with what
    /// the model computes and never replaces it.
    plain StatedFigure {
        /// The figure of the model that it states.
        figure: FigureIdentifier,
        /// The number as printed.
        value: Decimal,
        /// The unit in which it is printed.
        unit: StatedUnit,
        /// What it is called where it is printed.
        label: Option<String>,
        /// For a figure that is printed as "about": the size of the last digit that is meant, such as 10000.
        precision: Option<Decimal> where Positive,
        /// What there is to say about it.
        note: Option<String>,
    }
}
