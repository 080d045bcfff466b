use crate::calculation::{Dimension, LIST, PROGRAMME, SCHEME, YEAR, figures};
use crate::plan::{Choice, SchemeClass};

const PLANS: &str = "NHS Surrey, One Plan, l. 985-1025";
const SHIFTS: &str = "NHS Surrey, One Plan, l. 823-831";
const RETURNS: &str = "the words of the efficiency section of today's planning returns";

/// Whether a saving comes back every year.
const RECURRENCE: Dimension = Dimension::Choice(&[
    Choice::new("recurrent", "It comes back every year."),
    Choice::new("non-recurrent", "It is made once."),
    Choice::new("not-said", "The plan does not say whether it comes back."),
]);
/// How far the plan of a saving is.
const DEVELOPMENT: Dimension = Dimension::Choice(&[
    Choice::new("fully-developed", "The plan is complete."),
    Choice::new("in-progress", "The plan is being written."),
    Choice::new("opportunity", "There is no plan yet."),
    Choice::new("unidentified", "Nobody knows by what it is made."),
    Choice::new("not-said", "The plan does not say how far it is."),
]);
/// How large the risk is that a scheme does not save what is planned.
const RISK: Dimension = Dimension::Choice(&[
    Choice::new("high", "It will probably save less."),
    Choice::new("medium", "It may save less."),
    Choice::new("low", "It will probably save what is planned."),
    Choice::new("not-said", "The plan does not say how large it is."),
]);
/// What a saving changes.
const KIND: Dimension = Dimension::Choice(&[
    Choice::new("pay", "It lowers what staff cost."),
    Choice::new("non-pay", "It lowers other spending."),
    Choice::new("income", "It raises income."),
    Choice::new("not-said", "The plan does not say what it changes."),
]);

figures! {
    /// The gross saving of a scheme.
    GROSS: money("scheme.{}.gross", "{}: gross saving", [SCHEME])
        by("CR08", "the gross saving that the plan gives, × months left ÷ months planned where it is late, or else the effect in the year of its list", PLANS)
    /// What a scheme was to save before it was late.
    AS_PLANNED: money("scheme.{}.gross-as-planned", "{}: gross saving as planned, before it was late", [SCHEME])
        by("CR45", "the gross saving that the plan gives, where the scheme is late", PLANS)
    /// What a scheme spends again.
    REINVESTMENT: money("scheme.{}.reinvestment", "{}: reinvestment", [SCHEME])
        by("CR08", "the reinvestment that the plan gives", PLANS)
    /// The net saving of a scheme.
    NET: money("scheme.{}.net", "{}: net saving", [SCHEME])
        by("CR08", "gross saving − reinvestment", PLANS)
    /// The gross saving of a list.
    LIST_GROSS: money("schemes.list.{}.gross", "{}: gross saving", [LIST])
        by("CR08", "the sum of its schemes and of its parts; a scheme that stands in several of them counts once", PLANS)
    /// The reinvestment of a list.
    LIST_REINVESTMENT: money("schemes.list.{}.reinvestment", "{}: reinvestment", [LIST])
        by("CR08", "the sum of its schemes and of its parts; a scheme that stands in several of them counts once", PLANS)
    /// The net saving of a list.
    LIST_NET: money("schemes.list.{}.net", "{}: net saving", [LIST])
        by("CR08", "the sum of its schemes and of its parts; a scheme that stands in several of them counts once", PLANS)
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
    /// What of a scheme is expected in view of its risk.
    RISK_ADJUSTED: money("scheme.{}.risk-adjusted", "{}: expected in view of its risk", [SCHEME])
        by("CR30", "gross saving × the part that is expected at its risk", RETURNS)
    /// The gross saving of all lists of a year.
    YEAR_GROSS: money("schemes.year.{}.gross", "All lists of {}: gross saving", [YEAR])
        by("CR08", "the sum of the lists of the year; a scheme of several lists counts once", PLANS)
    /// The gross saving of all lists.
    ALL_GROSS: money("schemes.gross", "All lists, all years: gross saving", [])
        by("CR08", "the sum of the years", PLANS)
    /// Savings that come back, and savings that do not, in a list.
    LIST_RECURRENCE: money("schemes.list.{}.recurrence.{}", "{}: savings by recurrence, {}", [LIST, RECURRENCE])
        by("CR30", "the sum of the schemes of the list and of its parts, each once", RETURNS)
    /// The share of it.
    LIST_RECURRENCE_SHARE: percent("schemes.list.{}.recurrence.{}.share", "{}: share of savings by recurrence, {}", [LIST, RECURRENCE])
        by("CR30", "savings of that kind ÷ gross saving", RETURNS)
    /// Savings that come back, and savings that do not, in a year.
    YEAR_RECURRENCE: money("schemes.year.{}.recurrence.{}", "All lists of {}: savings by recurrence, {}", [YEAR, RECURRENCE])
        by("CR30", "the sum of the lists of the year; a scheme of several lists counts once", RETURNS)
    /// The share of it.
    YEAR_RECURRENCE_SHARE: percent("schemes.year.{}.recurrence.{}.share", "All lists of {}: share of savings by recurrence, {}", [YEAR, RECURRENCE])
        by("CR30", "savings of that kind ÷ gross saving", RETURNS)
    /// Savings that come back, and savings that do not, over all years.
    ALL_RECURRENCE: money("schemes.recurrence.{}", "All lists, all years: savings by recurrence, {}", [RECURRENCE])
        by("CR30", "the sum of the years", RETURNS)
    /// The share of it.
    ALL_RECURRENCE_SHARE: percent("schemes.recurrence.{}.share", "All lists, all years: share of savings by recurrence, {}", [RECURRENCE])
        by("CR30", "savings of that kind ÷ gross saving", RETURNS)
    /// Savings by how far their plan is in a list.
    LIST_DEVELOPMENT: money("schemes.list.{}.development.{}", "{}: savings by development, {}", [LIST, DEVELOPMENT])
        by("CR30", "the sum of the schemes of the list and of its parts, each once", RETURNS)
    /// The share of it.
    LIST_DEVELOPMENT_SHARE: percent("schemes.list.{}.development.{}.share", "{}: share of savings by development, {}", [LIST, DEVELOPMENT])
        by("CR30", "savings of that kind ÷ gross saving", RETURNS)
    /// Savings by how far their plan is in a year.
    YEAR_DEVELOPMENT: money("schemes.year.{}.development.{}", "All lists of {}: savings by development, {}", [YEAR, DEVELOPMENT])
        by("CR30", "the sum of the lists of the year; a scheme of several lists counts once", RETURNS)
    /// The share of it.
    YEAR_DEVELOPMENT_SHARE: percent("schemes.year.{}.development.{}.share", "All lists of {}: share of savings by development, {}", [YEAR, DEVELOPMENT])
        by("CR30", "savings of that kind ÷ gross saving", RETURNS)
    /// Savings by how far their plan is over all years.
    ALL_DEVELOPMENT: money("schemes.development.{}", "All lists, all years: savings by development, {}", [DEVELOPMENT])
        by("CR30", "the sum of the years", RETURNS)
    /// The share of it.
    ALL_DEVELOPMENT_SHARE: percent("schemes.development.{}.share", "All lists, all years: share of savings by development, {}", [DEVELOPMENT])
        by("CR30", "savings of that kind ÷ gross saving", RETURNS)
    /// Savings by their risk in a list.
    LIST_RISK: money("schemes.list.{}.risk.{}", "{}: savings by risk, {}", [LIST, RISK])
        by("CR30", "the sum of the schemes of the list and of its parts, each once", RETURNS)
    /// Savings by their risk in a year.
    YEAR_RISK: money("schemes.year.{}.risk.{}", "All lists of {}: savings by risk, {}", [YEAR, RISK])
        by("CR30", "the sum of the lists of the year; a scheme of several lists counts once", RETURNS)
    /// Savings by their risk over all years.
    ALL_RISK: money("schemes.risk.{}", "All lists, all years: savings by risk, {}", [RISK])
        by("CR30", "the sum of the years", RETURNS)
    /// Savings of pay, of other spending and by income in a list.
    LIST_KIND: money("schemes.list.{}.kind.{}", "{}: savings by kind, {}", [LIST, KIND])
        by("CR30", "the sum of the schemes of the list and of its parts, each once", RETURNS)
    /// Savings of pay, of other spending and by income in a year.
    YEAR_KIND: money("schemes.year.{}.kind.{}", "All lists of {}: savings by kind, {}", [YEAR, KIND])
        by("CR30", "the sum of the lists of the year; a scheme of several lists counts once", RETURNS)
    /// Savings of pay, of other spending and by income over all years.
    ALL_KIND: money("schemes.kind.{}", "All lists, all years: savings by kind, {}", [KIND])
        by("CR30", "the sum of the years", RETURNS)
    /// What of a list is expected in view of the risks.
    LIST_RISK_ADJUSTED: money("schemes.list.{}.risk-adjusted", "{}: expected in view of the risks", [LIST])
        by("CR30", "the sum of what is expected of its schemes and of its parts, each once", RETURNS)
    /// What of all lists of a year is expected in view of the risks.
    YEAR_RISK_ADJUSTED: money("schemes.year.{}.risk-adjusted", "All lists of {}: expected in view of the risks", [YEAR])
        by("CR30", "the sum of the lists of the year; a scheme of several lists counts once", RETURNS)
    /// What of all lists is expected in view of the risks.
    ALL_RISK_ADJUSTED: money("schemes.risk-adjusted", "All lists, all years: expected in view of the risks", [])
        by("CR30", "the sum of the years", RETURNS)
}
