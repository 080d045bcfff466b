use super::{DatedValue, Parameter, ParameterUnit, Standing};

/// From which change in per cent two arrows are shown.
pub static TWO_ARROWS_FROM: Parameter = Parameter {
    id: "two-arrows-from",
    about: "Change in per cent, rounded to a whole number, from which two arrows are shown",
    unit: ParameterUnit::Number,
    values: &[DatedValue {
        from: 1948,
        to: None,
        value: "6",
        standing: Standing::Verified,
        source: "NHS Surrey, One Plan, l. 745-746: bands 0-5 %, 6-15 % and 16 % and more",
    }],
};

/// From which change in per cent three arrows are shown.
pub static THREE_ARROWS_FROM: Parameter = Parameter {
    id: "three-arrows-from",
    about: "Change in per cent, rounded to a whole number, from which three arrows are shown",
    unit: ParameterUnit::Number,
    values: &[DatedValue {
        from: 1948,
        to: None,
        value: "16",
        standing: Standing::Verified,
        source: "NHS Surrey, One Plan, l. 745-746: bands 0-5 %, 6-15 % and 16 % and more",
    }],
};
