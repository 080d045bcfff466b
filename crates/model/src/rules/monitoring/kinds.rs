use crate::calculation::{
    Dimension, Fails, Key, ORGANISATION, PROGRAMME, SCHEME, Term, Test, YEAR, figures, findings_of_part,
};
use crate::plan::{GapKind, LineKind, Table};

const LINE: Dimension = Dimension::Row(Table::MonitoredLine);
const SOURCE: &str = "Arden Cluster System Plan, l. 1635-1654; NHS Surrey, One Plan, l. 684, 1293-1295";

figures! {
    /// How many months have an actual figure.
    MONTHS: count("monitoring.{}.months", "{}: months given, of twelve", [LINE])
        by("CR46", "how many months have an actual figure, or lie in one for the year so far", SOURCE)
    /// The plan of the months that have passed.
    PLAN_TO_DATE: money("monitoring.{}.plan-to-date", "{}: plan to date", [LINE])
        by("CR46", "plan × months from the first of the year to the last with an actual figure ÷ 12, or × their weights ÷ all weights, or the sum of their own plans", SOURCE)
    /// What came of those months.
    ACTUAL_TO_DATE: money("monitoring.{}.actual-to-date", "{}: actual to date", [LINE])
        by("CR46", "the sum of the months so far", SOURCE)
    /// The difference; favourable is positive.
    VARIANCE: money("monitoring.{}.variance", "{}: variance, favourable or (adverse)", [LINE])
        by("CR46", "actual − plan to date; for expenditure plan to date − actual", SOURCE)
    /// What the whole year is forecast to bring.
    FORECAST: money("monitoring.{}.forecast", "{}: forecast of the year", [LINE])
        by("CR46", "actual to date + forecast of the other months, or else the part of the plan of those to come; a forecast of the year up to a month takes the place of all months up to it", SOURCE)
    /// How the forecast differs from the plan of the year; favourable is positive.
    FORECAST_VARIANCE: money("monitoring.{}.forecast-variance", "{}: forecast variance, favourable or (adverse)", [LINE])
        by("CR46", "forecast − plan; for expenditure plan − forecast", SOURCE)
    /// The rating of a line.
    RATING: rating("monitoring.{}.rating", "{}: rating", [LINE])
        by("CR46", "green if the plan to date is delivered within the rounding of the printed figures, amber near it, otherwise red", SOURCE)
    /// How many lines of savings are in the totals to date of a year.
    SAVINGS_LINES_TO_DATE: count("monitoring.savings.{}.lines-to-date", "{}: lines in the savings to date", [YEAR])
        by("CR46", "how many lines of savings give plan and actual to date, of those that name a scheme; where none does, of those that name a programme; where none does, of the others", SOURCE)
    /// What was planned to date of the savings of a year that are followed.
    SAVINGS_PLAN_TO_DATE: money("monitoring.savings.{}.plan-to-date", "{}: savings planned to date", [YEAR])
        by("CR46", "the sum of the plans to date of these lines; a line of the whole stands for its parts", SOURCE)
    /// What came of it.
    SAVINGS_ACTUAL_TO_DATE: money("monitoring.savings.{}.actual-to-date", "{}: savings made to date", [YEAR])
        by("CR46", "the sum of the actuals to date of these lines; a line of the whole stands for its parts", SOURCE)
    /// The difference; favourable is positive.
    SAVINGS_VARIANCE: money("monitoring.savings.{}.variance", "{}: variance of the savings to date, favourable or (adverse)", [YEAR])
        by("CR46", "savings made to date − savings planned to date", SOURCE)
        { from SAVINGS_ACTUAL_TO_DATE [0] = {Term::Each} - {Term::Figure(&SAVINGS_PLAN_TO_DATE)} }
    /// How many lines of savings are in the forecast of a year.
    SAVINGS_LINES_FORECAST: count("monitoring.savings.{}.lines-forecast", "{}: lines in the forecast of savings", [YEAR])
        by("CR46", "how many lines of savings give a plan and have a forecast of the year, of those that name a scheme; where none does, of those that name a programme; where none does, of the others", SOURCE)
    /// What was planned of the savings of a year that are followed.
    SAVINGS_PLAN: money("monitoring.savings.{}.plan", "{}: savings planned, of lines with a forecast", [YEAR])
        by("CR46", "the sum of the plans of these lines; a line of the whole stands for its parts", SOURCE)
    /// What the year is forecast to bring of them.
    SAVINGS_FORECAST: money("monitoring.savings.{}.forecast", "{}: forecast of savings", [YEAR])
        by("CR46", "the sum of the forecasts of these lines; a line of the whole stands for its parts", SOURCE)
    /// The difference; favourable is positive.
    SAVINGS_FORECAST_VARIANCE: money("monitoring.savings.{}.forecast-variance", "{}: forecast variance of savings, favourable or (adverse)", [YEAR])
        by("CR46", "forecast of savings − savings planned", SOURCE)
        { from SAVINGS_FORECAST [0] = {Term::Each} - {Term::Figure(&SAVINGS_PLAN)} }
    /// The variance of all lines of an organisation.
    OF_ORGANISATION: money("monitoring.organisation.{}.{}.variance", "{}, {}: variance of its lines, favourable or (adverse)", [ORGANISATION, YEAR])
        by("CR46", "the sum of its lines", "Arden Cluster System Plan, l. 446")
        { MonitoredLine [organisation, year] = {Term::FigureOf(&VARIANCE, &[Key::Row])} }
    /// The same for all parts of an organisation.
    OF_PARTS: money("monitoring.parts-of.{}.{}.variance", "{}, {}: variance of the lines of its parts, favourable or (adverse)", [ORGANISATION, YEAR])
        by("CR46", "the sum of its parts", "Arden Cluster System Plan, l. 446")
    /// The savings of an organisation that are followed as a whole.
    SAVING_PLAN_OF: money("monitoring.organisation.{}.{}.saving-plan", "{}, {}: plan of its monitored savings", [ORGANISATION, YEAR])
        by("CR46", "the sum of the plans of its lines of savings that name neither programme nor scheme", SOURCE)
        { MonitoredLine [organisation, year] if (kind is LineKind::Saving) (programme empty) (scheme empty) = plan }
    /// The savings of a programme that are followed.
    SAVING_PLAN_OF_PROGRAMME: money("monitoring.programme.{}.{}.saving-plan", "{}, {}: plan of its monitored savings", [PROGRAMME, YEAR])
        by("CR46", "the sum of the plans of its lines of savings that name neither organisation nor scheme", SOURCE)
        { MonitoredLine [programme, year] if (kind is LineKind::Saving) (organisation empty) (scheme empty) = plan }
    /// The savings of a programme that are followed in one organisation.
    SAVING_PLAN_OF_PART: money("monitoring.organisation.{}.{}.programme.{}.saving-plan", "{}, {}, {}: plan of its monitored savings", [ORGANISATION, YEAR, PROGRAMME])
        by("CR46", "the sum of the plans of its lines of savings that name organisation and programme, and no scheme", SOURCE)
        { MonitoredLine [organisation, year, programme] if (kind is LineKind::Saving) (scheme empty) = plan }
    /// The saving of a scheme that is followed.
    SAVING_PLAN_OF_SCHEME: money("monitoring.scheme.{}.saving-plan", "{}: plan of its monitored saving", [SCHEME])
        by("CR46", "the sum of the plans of its lines of savings of the year of its list", SOURCE)
    /// How many months are provisional.
    PROVISIONAL: count("monitoring.{}.provisional", "{}: provisional months", [LINE])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 1395")
        { MonitoredMonth [line] if (provisional is true) = {Term::RowCount("one month")} }
    /// How many figures of the plan are provisional.
    PROVISIONAL_FIGURES: count("quantities.provisional", "Figures that the plan calls provisional", [])
        by("CR46", "how many there are", "Arden Cluster System Plan, l. 882, 1395")
        { Quantity [] if (provisional is true) = {Term::RowCount("one figure")} }
    /// How many bodies there are.
    BODIES: count("governance.bodies", "Bodies of governance", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 319-327; Arden Cluster System Plan, l. 1605-1654")
        { GovernanceBody [] = {Term::RowCount("one body")} }
    /// How many signatures the plan needs.
    SIGNATURES: count("governance.signatures-needed", "Signatures that the plan needs", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 58-128; Arden Cluster System Plan, l. 1755-1793")
        { Signature [] = {Term::RowCount("one signature")} }
    /// How many have signed.
    SIGNED: count("governance.signed", "Signatures with a date", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 58-128; Arden Cluster System Plan, l. 1755-1793")
        { Signature [] if (signed given) = {Term::RowCount("one signature")} }
    /// How many have not signed.
    NOT_SIGNED: count("governance.not-signed", "Signatures without a date", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 58-128; Arden Cluster System Plan, l. 1755-1793")
        { Signature [] if (signed empty) = {Term::RowCount("one signature")} }
    /// How many interests are declared.
    INTERESTS: count("governance.interests", "Interests declared", [])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 1365")
        { Interest [] = {Term::RowCount("one interest")} }
    /// How many accountability agreements are signed.
    AGREEMENTS: count("governance.agreements-signed.{}", "{}: accountability agreements signed", [ORGANISATION])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 245, 354")
        { CapabilityAssessment [organisation] if (signed given) = {Term::RowCount("one agreement")} }
    /// How much is missing in the plan.
    GAPS: count("gaps.{}", "Missing in the plan: {}", [Dimension::Choice(GapKind::CHOICES)])
        by("CR46", "how many there are", "NHS Surrey, One Plan, l. 1369, 1544; Arden Cluster System Plan, l. 26")
        { Gap [kind] = {Term::RowCount("one gap")} }
}

findings_of_part! {
    /// A signature has no day on which it was given.
    SIGNATURES_MISSING: information(
        "signatures-missing",
        "The plan stands when all have signed: note the day of each signature."
    )
}

pub(super) const TESTS: &[Test] =
    &[Test::of(&NOT_SIGNED, Fails::Above(Term::NOTHING), &SIGNATURES_MISSING, "and a plan that is adopted has")];
