use super::organisations::Organisation;
use super::programmes::Programme;
use crate::plan::definition::{choice, table};
use crate::plan::{FigureIdentifier, Id};
use crate::quantity::{Amount, Count, FinancialYear, Measured, MoneyUnit, Rate};

table! {
    /// A figure that stands alone in the text of the plan. One of amount, count, share and number is given.
    named Quantity {
        /// The organisation it is about.
        organisation: Option<Id<Organisation>>,
        /// The programme it is about.
        programme: Option<Id<Programme>>,
        /// The year it is about.
        year: Option<FinancialYear>,
        /// Money.
        amount: Option<Amount>,
        /// The unit of the money.
        unit: Option<MoneyUnit>,
        /// A number of things.
        count: Option<Count>,
        /// A share.
        share: Option<Rate>,
        /// A number that is printed rounded.
        number: Option<Measured>,
        /// What is counted, in words.
        counted_in: Option<String>,
        /// Whether the plan says that it may still change.
        provisional: Option<bool>,
    }
}

choice! {
    /// How a figure is worked out from others.
    Operation {
        /// What is counted, added up.
        Sum = "sum",
        /// What is counted less what is taken off.
        Difference = "difference",
        /// What is counted divided by what it is divided by.
        Ratio = "ratio",
        /// The same, less one.
        Change = "change",
        /// What is counted, multiplied.
        Product = "product",
    }
}

choice! {
    /// In what unit a derived figure is shown.
    DerivedUnit {
        /// Money.
        Amount = "amount",
        /// A number of things.
        Count = "count",
        /// A share.
        Share = "share",
        /// A number.
        Number = "number",
    }
}

table! {
    /// A figure that this plan works out from others in a way of its own.
    named DerivedFigure {
        /// In what unit it is shown.
        unit: DerivedUnit,
        /// How it is worked out.
        operation: Operation,
    }
}

choice! {
    /// What a figure is in the working out of another.
    TermRole {
        /// It is counted.
        Of = "of",
        /// It is taken off.
        Less = "less",
        /// It is divided by.
        By = "by",
    }
}

table! {
    /// A figure from which a derived figure is worked out.
    plain DerivedTerm {
        /// The derived figure.
        derived: Id<DerivedFigure>,
        /// What it is in the working out.
        role: TermRole,
        /// The figure that it stands on.
        figure: FigureIdentifier,
    }
}

choice! {
    /// How two figures should stand to each other.
    Relation {
        /// They are the same quantity.
        Same = "same",
        /// The first is at least the other.
        AtLeast = "at-least",
        /// The first is at most the other.
        AtMost = "at-most",
    }
}

table! {
    /// Two figures in different places that should agree.
    named CrossCheck {
        /// The one figure.
        figure: FigureIdentifier,
        /// The other.
        other: FigureIdentifier,
        /// How they should stand to each other.
        relation: Relation,
        /// What there is to say about it.
        note: Option<String>,
    }
}

table! {
    /// What the plan says about one subject in one place. Where it says two things about the same
    /// subject, that is a finding.
    plain Statement {
        /// The subject: rows with the same subject are held against each other.
        subject: String,
        /// What it says there.
        says: String,
    }
}

choice! {
    /// What has become of a known finding.
    KnownFindingState {
        /// Nobody has settled it.
        Open = "open",
        /// It is explained.
        Explained = "explained",
        /// It is accepted as it is.
        Accepted = "accepted",
    }
}

table! {
    /// A finding that is known for this plan.
    named KnownFinding {
        /// What has become of it.
        state: KnownFindingState,
        /// The post that owns it: that is to settle it, or has settled it.
        post: Option<String>,
        /// What there is to say about it.
        note: Option<String>,
    }
}

table! {
    /// By what a known finding is recognised: its code, and a figure or a row that it concerns.
    plain KnownFindingPlace {
        /// The known finding.
        finding: Id<KnownFinding>,
        /// The code of the finding, such as printed-differs; empty for any.
        code: Option<String>,
        /// A figure that it concerns.
        figure: Option<FigureIdentifier>,
        /// The table of a row that it concerns.
        table: Option<String>,
        /// The row: its id, or its number from one in a table without ids.
        row: Option<String>,
    }
}
