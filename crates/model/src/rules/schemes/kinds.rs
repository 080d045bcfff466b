use crate::calculation::{Dimension, LIST, PROGRAMME, SCHEME, figures};
use crate::plan::SchemeClass;

const PLANS: &str = "NHS Surrey, One Plan, l. 985-1025";
const SHIFTS: &str = "NHS Surrey, One Plan, l. 823-831";

figures! {
    /// The gross saving of a scheme.
    GROSS: money("scheme.{}.gross", "{}: gross saving", [SCHEME])
        by("CR08", "the gross saving that the plan gives", PLANS)
    /// What a scheme spends again.
    REINVESTMENT: money("scheme.{}.reinvestment", "{}: reinvestment", [SCHEME])
        by("CR08", "the reinvestment that the plan gives", PLANS)
    /// The net saving of a scheme.
    NET: money("scheme.{}.net", "{}: net saving", [SCHEME])
        by("CR08", "gross saving − reinvestment", PLANS)
    /// The gross saving of a list.
    LIST_GROSS: money("schemes.list.{}.gross", "{}: gross saving", [LIST])
        by("CR08", "the sum of its schemes and of its parts", PLANS)
    /// The reinvestment of a list.
    LIST_REINVESTMENT: money("schemes.list.{}.reinvestment", "{}: reinvestment", [LIST])
        by("CR08", "the sum of its schemes and of its parts", PLANS)
    /// The net saving of a list.
    LIST_NET: money("schemes.list.{}.net", "{}: net saving", [LIST])
        by("CR08", "the sum of its schemes and of its parts", PLANS)
    /// The low end of the range of a list.
    LIST_LOW: money("schemes.list.{}.low", "{}: low end of the range", [LIST])
        by("CR08", "the sum of the low ends of its schemes, or of their savings where no range is given", PLANS)
    /// The high end of the range of a list.
    LIST_HIGH: money("schemes.list.{}.high", "{}: high end of the range", [LIST])
        by("CR08", "the sum of the high ends of its schemes, or of their savings where no range is given", PLANS)
    /// The gross saving of one class of schemes in a list.
    CLASS: money("schemes.list.{}.class.{}", "{}: {} schemes, gross saving", [LIST, Dimension::Choice(SchemeClass::CHOICES)])
        by("CR08", "the sum of the schemes of the class", PLANS)
    /// The gross saving of one programme in a list.
    LIST_PROGRAMME: money("schemes.list.{}.programme.{}", "{}: {}, gross saving", [LIST, PROGRAMME])
        by("CR08", "the sum of the schemes of the programme", PLANS)
    /// What is required in a list but has no scheme yet.
    UNIDENTIFIED: money("schemes.list.{}.unidentified", "{}: unidentified savings", [LIST])
        by("CR52", "the sum of the unidentified schemes", SHIFTS)
    /// The share of a list that has no scheme yet.
    UNIDENTIFIED_SHARE: percent("schemes.list.{}.unidentified-share", "{}: share that is unidentified", [LIST])
        by("CR52", "unidentified savings ÷ gross saving", SHIFTS)
}
