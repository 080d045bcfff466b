//! What several rules report in the same way.

use crate::calculation::findings;

findings! {
    /// Staff or beds are to be five times as many as there are, or about a tenth of a hundred or more, or a hundredth or less
    /// and not none; or people are five times as many as in another year.
    NUMBER_IN_DOUBT: warning(
        "number-in-doubt",
        "Is there a digit too many or too few, or is one of them in thousands? Correct it; where both are right, \
         settle the finding with a note why."
    )
    /// Something that is planned is for a year, or on a day, that is not one of the plan; for a saving, which then does not
    /// count, it is an error. What is of the base year may stand beside what is planned, and is asked about where no list of
    /// the organisation, no saving of a programme or no year of its medium-term plan is for a year of the plan.
    YEAR_OUTSIDE_THE_PLAN: warning or error(
        "year-outside-the-plan",
        "Correct the year, or the first and last year of the plan."
    )
    /// Something is given for two years and for no year between: a sum over the years leaves those out, and nothing is held
    /// against them.
    YEAR_MISSING: warning("year-missing", "Give the years between, or correct the year.")
    /// A month is not in the year of its contract or monitored line.
    MONTH_OUTSIDE_THE_YEAR: warning("month-outside-the-year", "Correct the month or the year, or give a contract or line of its own for that year.")
    /// A month has an actual figure that is not over on the day of the plan.
    MONTH_NOT_OVER: warning(
        "month-not-over",
        "What came of a month is known once it is over: correct the month or the day of the plan, or give a forecast."
    )
    /// A provider or commissioner gives fewer months than others do.
    FEWER_MONTHS_THAN_OTHERS: information(
        "fewer-months-than-others",
        "Give the months that are missing; a month that brought nothing is 0."
    )
    /// A row gives one of two amounts that are held against each other, and so is left out of the total of both.
    NOT_IN_THE_TOTAL: warning("not-in-the-total", "Give both; where there was nothing, give 0.")
    /// The row of a whole is not the sum of the rows of its parts, and rounding does not explain it.
    PARTS_DIFFER_FROM_WHOLE: warning(
        "parts-differ-from-whole",
        "The row of the whole counts, and those of its parts are not added to it: give every part, or correct the \
         whole."
    )
    /// A deficit is planned or forecast; where the control total allows it, that is only worth knowing.
    PLANNED_DEFICIT: warning or information(
        "planned-deficit",
        "Reduce spending, or settle the finding with a note of how the deficit is paid for."
    )
    /// The planned surplus is below the control total.
    CONTROL_TOTAL_MISSED_BY_PLAN: warning(
        "control-total-missed-by-plan",
        "Plan for the surplus that the control total demands, or correct one of the two."
    )
    /// More is saved than is spent.
    SAVINGS_ABOVE_SPENDING: error(
        "savings-above-spending",
        "Nobody can save more than is spent: correct the unit or the amount of one of the two."
    )
    /// People, staff in post or spending, as they follow from the plan, fall below nothing.
    BELOW_NOTHING: error(
        "below-nothing",
        "There cannot be fewer than none: correct what is taken off, its sign or its unit, or that from which it is taken."
    )
    /// A row names a figure that this plan does not have.
    UNKNOWN_FIGURE: error("unknown-figure", "Correct the id; the list of figures shows every id.")
    /// Figures or units that do not belong together are compared or computed with.
    UNIT_DOES_NOT_FIT: error("unit-does-not-fit", "Correct the unit.")
}
