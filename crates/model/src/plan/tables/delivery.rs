use super::finance::Funding;
use super::governance::GovernanceBody;
use super::organisations::Organisation;
use super::programmes::Programme;
use super::schemes::Scheme;
use super::time::Milestone;
use crate::plan::Id;
use crate::plan::definition::{choice, table};
use crate::quantity::{Amount, Count, Date, DueDate, MoneyUnit, Rate};

table! {
    /// A group of patients who are found by their risk and cared for by teams.
    named RiskCohort {
        /// The population in which they are found.
        population: Option<Count> where Things => "the share of the population",
        /// The share of it that is at risk.
        share: Option<Rate> where Share,
        /// The population that one team looks after.
        team_population: Option<Count> where Things,
    }
}

table! {
    /// A big-ticket item of a priority programme.
    named BigTicket {
        /// The programme.
        programme: Id<Programme>,
        /// The scheme that carries it out.
        scheme: Option<Id<Scheme>>,
    }
}

choice! {
    /// What is linked to a programme.
    LinkKind {
        /// An element of prevention.
        Prevention = "prevention",
        /// A stage of life.
        LifeStage = "life-stage",
        /// A priority of a health and wellbeing board, from its needs assessment.
        WellbeingPriority = "wellbeing-priority",
    }
}

table! {
    /// What a programme contributes to: prevention, a stage of life, a priority of a board.
    plain ProgrammeLink key [programme, kind, name] {
        /// The programme; empty where the plan names none.
        programme: Option<Id<Programme>>,
        /// What it is linked to.
        kind: Option<LinkKind>,
        /// Its name.
        name: String,
        /// What the plan says about it.
        text: Option<String>,
    }
}

table! {
    /// A proposal for innovation, which must pass three tests.
    named InnovationProposal {
        /// Whether it is big enough to matter.
        big_enough: Option<bool>,
        /// Whether it is truly new here.
        innovative: Option<bool>,
        /// Whether it can be done now, and faster.
        quick: Option<bool>,
    }
}

choice! {
    /// What came of a decision.
    DecisionOutcome {
        /// Not decided yet.
        Open = "open",
        /// Adopted.
        Adopted = "adopted",
        /// Turned down.
        Rejected = "rejected",
    }
}

table! {
    /// A question that someone must decide in time.
    named Decision with [opened <= decided] {
        /// Who decides.
        body: Option<Id<GovernanceBody>>,
        /// When it was put.
        opened: Option<Date>,
        /// When it was decided.
        decided: Option<Date>,
        /// What came of it.
        outcome: Option<DecisionOutcome>,
    }
}

table! {
    /// What a scheme must wait for.
    plain Dependency key [scheme, on_scheme, on_milestone, on_funding] {
        /// The scheme.
        scheme: Id<Scheme>,
        /// Another scheme that must be in force first.
        on_scheme: Option<Id<Scheme>>,
        /// A milestone that must be reached first.
        on_milestone: Option<Id<Milestone>>,
        /// Funding without which it cannot start.
        on_funding: Option<Id<Funding>>,
        /// What the plan says about it.
        note: Option<String>,
    }
}

choice! {
    /// What a gate checks.
    GateKind {
        /// An approved business case.
        BusinessCase = "business-case",
        /// No unintended effect on quality and safety.
        Quality = "quality",
        /// The effect on equality.
        Equality = "equality",
        /// The effect on carers.
        Carers = "carers",
        /// Sign-off by clinicians.
        ClinicalSignOff = "clinical-sign-off",
        /// Consultation and the tests of service change.
        Consultation = "consultation",
    }
}

choice! {
    /// How far a gate is.
    GateState {
        /// Not passed yet.
        Open = "open",
        /// Passed.
        Passed = "passed",
        /// Failed.
        Failed = "failed",
        /// Not needed.
        NotNeeded = "not-needed",
    }
}

table! {
    /// A gate that a scheme or a programme must pass before it starts.
    plain Gate {
        /// The scheme.
        scheme: Option<Id<Scheme>>,
        /// The programme.
        programme: Option<Id<Programme>>,
        /// What it checks.
        kind: Option<GateKind>,
        /// How far it is.
        state: Option<GateState> => "whether what stands behind the gate may go on",
        /// By when, or when it was passed.
        due: Option<DueDate>,
        /// Which post or body decides.
        by: Option<String>,
    }
}

choice! {
    /// What to do where two schemes claim the same activity.
    OverlapTreatment {
        /// One after the other: the second works on what the first leaves.
        Stack = "stack",
        /// Together not more than the larger of the two.
        Cap = "cap",
        /// The first has it; the second has only what is left of the activity.
        Priority = "priority",
    }
}

table! {
    /// What is chosen where two schemes claim the same activity.
    plain OverlapChoice key [first, second] {
        /// The one scheme.
        first: Id<Scheme>,
        /// The other.
        second: Id<Scheme>,
        /// What is done.
        treatment: OverlapTreatment,
    }
}

choice! {
    /// What kind of project it is.
    ProjectKind {
        /// Buildings and land.
        Estate = "estate",
        /// Information and technology.
        Information = "information",
        /// A service that moves to fewer sites, or a network.
        ServiceNetwork = "service-network",
        /// Winter and reablement plans.
        Winter = "winter",
        /// Data that several organisations use in common.
        DataSet = "data-set",
        /// Anything else.
        Other = "other",
    }
}

table! {
    /// A project that the plan tracks beside its schemes.
    named Project {
        /// What kind it is.
        kind: Option<ProjectKind>,
        /// The programme.
        programme: Option<Id<Programme>>,
        /// How many sites there are now.
        sites_now: Option<Count> where Things,
        /// How many there are to be.
        sites_planned: Option<Count> where Things,
        /// What it is worth.
        value: Option<Amount>,
        /// The unit of the value.
        unit: Option<MoneyUnit>,
        /// When it is due.
        due: Option<DueDate>,
        /// What the plan says about it.
        text: Option<String>,
    }
}

table! {
    /// What was learnt from a scheme of the past.
    named Lesson {
        /// What was planned to be saved.
        planned: Option<Amount>,
        /// What was saved.
        achieved: Option<Amount>,
        /// The unit of the amounts of this row.
        unit: Option<MoneyUnit>,
        /// What was learnt.
        learning: Option<String>,
    }
}

table! {
    /// Someone to be involved in a change.
    named Stakeholder {
        /// The organisation.
        organisation: Option<Id<Organisation>>,
        /// The programme.
        programme: Option<Id<Programme>>,
        /// How they are involved.
        method: Option<String>,
        /// Whether there must be a consultation.
        consultation: Option<bool>,
    }
}
