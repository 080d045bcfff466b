use crate::calculation::{SCHEME, YEAR, figures};

const SOURCE: &str = "NHS Surrey, One Plan, l. 654 and 1003; Arden System Plan, l. 332, 945 and 1381";

figures! {
    /// What a scheme saves in a whole year.
    FULL_YEAR: money("scheme.{}.full-year-effect", "{}: full-year effect", [SCHEME])
        by("CR28", "the saving of a whole year that the plan gives", SOURCE)
    /// What a scheme saves in a year.
    PART_YEAR: money("scheme.{}.part-year.{}", "{}: effect in {}", [SCHEME, YEAR])
        by("CR18, CR28", "full-year effect × months in force ÷ 12; without a start, the gross saving in the year of the list", SOURCE)
    /// What a delay takes from the effect of a year.
    LOST_TO_DELAY: money("scheme.{}.lost-to-delay.{}", "{}: lost to delay in {}", [SCHEME, YEAR])
        by("CR45", "effect without the delay − effect with it", "NHS Surrey, One Plan, l. 1444; Arden System Plan, l. 440")
    /// What a scheme adds in the year after the year of its list.
    CARRY_OVER: money("scheme.{}.carry-over", "{}: carried over into the next year", [SCHEME])
        by("CR28", "effect in the next year − effect in the year of the list", SOURCE)
    /// By how much the gross saving that a scheme gives differs from the effect that follows from its months.
    GROSS_DIFFERENCE: money("scheme.{}.gross-less-part-year", "{}: gross saving less effect in the year of its list", [SCHEME])
        by("CR28", "gross saving − full-year effect × months in force as planned ÷ 12; it must be nothing", SOURCE)
}
