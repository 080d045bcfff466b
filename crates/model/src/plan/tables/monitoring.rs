use super::organisations::Organisation;
use super::programmes::Programme;
use super::schemes::Scheme;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, FinancialYear, MoneyUnit, Month, Rate};

choice! {
    /// What kind of line is monitored: it decides which direction is good.
    LineKind {
        /// Income: more than planned is favourable.
        Income = "income",
        /// Expenditure: less than planned is favourable.
        Expenditure = "expenditure",
        /// A saving: more than planned is favourable.
        Saving = "saving",
    }
}

choice! {
    /// How the plan of a year is spread over its months.
    Phasing {
        /// In twelve equal parts; for a scheme that starts or ends in the year in equal parts of the months in which it is in
        /// force.
        StraightLine = "straight-line",
        /// By the weights of the months.
        Weighted = "weighted",
        /// Each month has a plan of its own.
        Monthly = "monthly",
    }
}

table! {
    /// A line that is followed month by month.
    named MonitoredLine as ["monitored line", "monitoring"] {
        /// What kind of line it is.
        kind: Option<LineKind> as ["type"] => "whether a difference is favourable",
        /// The programme.
        programme: Option<Id<Programme>>,
        /// The scheme.
        scheme: Option<Id<Scheme>>,
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The year.
        year: FinancialYear,
        /// The plan of the year; income, expenditure and savings are all positive.
        plan: Option<Amount> as ["annual plan", "year plan"] => "how far it is from its plan",
        /// The unit of the plan.
        unit: Option<MoneyUnit>,
        /// How it is spread over the months.
        phasing: Option<Phasing> => "the plan to date",
        /// What is done where it falls behind.
        action: Option<String> as ["remedial action"],
    }
}

table! {
    /// A month of a monitored line.
    plain MonitoredMonth as ["monitored month", "monitoring by month"] key [line, month, cumulative] {
        /// The line.
        line: Id<MonitoredLine> as ["monitored line"],
        /// The month.
        month: Month,
        /// Its part of the plan, where the phasing is weighted.
        weight: Option<Rate> where Share,
        /// Its own plan, where the phasing is monthly; positive like the plan of the year. A month without one has nothing to
        /// bring.
        plan: Option<Amount> as ["plan in month"],
        /// What came of it; positive like the plan, negative only where a month takes something back.
        actual: Option<Amount> as ["actual in month"],
        /// What is expected of it; positive like the plan.
        forecast: Option<Amount> as ["forecast in month"],
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// Whether the figures may still change.
        provisional: Option<bool>,
        /// Whether `plan`, `actual` and `forecast` are those of the year up to and including the month, and not of the month
        /// alone.
        cumulative: Option<bool>,
    }
}

choice! {
    /// Why something is missing.
    GapKind {
        /// It was a picture or an appendix that is not in the text.
        NotInText = "not-in-text",
        /// The plan refers to a place where it is not.
        WrongReference = "wrong-reference",
        /// It is still to be worked out.
        ToBeWorkedOut = "to-be-worked-out",
    }
}

table! {
    /// Something that the plan names and does not contain.
    named Gap {
        /// Why it is missing.
        kind: Option<GapKind>,
        /// Where it is named.
        named_in: Option<String>,
        /// What cannot be worked out without it.
        effect: Option<String>,
    }
}
