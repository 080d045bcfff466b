//! The registers of a plan: what is counted and added up in each of them, and what is not. Small plans, and
//! values that were worked out by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/values.rs"]
mod support;

use support::{NONE, values};

const GROUPS: &str = r#""organisations": [
    {"id": "north", "name": "North", "kind": "commissioning-group"},
    {"id": "south", "name": "South", "kind": "commissioning-group"},
    {"id": "trust", "name": "Trust", "kind": "nhs-trust"}
], "#;
const PROGRAMMES: &str = r#""programmes": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}], "#;
const LISTS: &str =
    r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}, {"id": "m", "name": "M", "year": "2011/12"}], "#;

#[test]
fn commissioners_their_contracts_criteria_and_functions() {
    values(
        &format!(
            r#"{GROUPS}"contracts": [
                {{"id": "a", "name": "A", "provider": "trust", "form": "block", "status": "gap", "gap": "1.5", "unit": "£m"}},
                {{"id": "b", "name": "B", "provider": "trust", "form": "block", "status": "gap", "gap": "2", "unit": "£m"}},
                {{"id": "c", "name": "C", "provider": "trust", "form": "ceiling"}}
            ],
            "contract_parts": [
                {{"contract": "a", "organisation": "north", "role": "host"}},
                {{"contract": "b", "organisation": "north", "role": "host"}},
                {{"contract": "a", "organisation": "south", "role": "associate"}}
            ],
            "authorisation_criteria": [
                {{"organisation": "north", "criterion": "Boundaries", "met": "yes"}},
                {{"organisation": "north", "criterion": "Size", "met": "no"}},
                {{"organisation": "north", "criterion": "Members"}},
                {{"organisation": "south", "criterion": "Size", "met": "no"}}
            ],
            "commissioning_functions": [
                {{"organisation": "north", "function": "Prescribing", "decision": "do", "delegated_from": "2011-04"}},
                {{"organisation": "north", "function": "Contracts", "decision": "buy"}},
                {{"function": "Finance", "organisation": "south", "decision": "buy"}}
            ],
            "capability_assessments": [
                {{"organisation": "north", "panel": "3", "self_assessed": "4", "signed": "2011-04-01"}},
                {{"organisation": "south", "self_assessed": "2"}}
            ]"#
        ),
        &[
            ("contracts.role.north.host", "2"),
            ("contracts.role.south.associate", "1"),
            ("contracts.role.south.host", NONE),
            ("contracts.status.gap", "2"),
            ("contracts.status.signed", NONE),
            ("contracts.gap", "3500000"),
            ("commissioner.north.criteria", "3"),
            ("commissioner.north.criteria-met", "1"),
            // None of one is met: nought, and not missing.
            ("commissioner.south.criteria-met-percent", "0"),
            ("commissioner.north.functions", "1"),
            ("commissioner.south.functions", NONE),
            ("commissioning-functions.buy", "2"),
            ("commissioning-functions.share", NONE),
            // The panel decides, not the own view.
            ("commissioner.north.level", "3"),
            ("commissioner.south.level", "2"),
            ("governance.agreements-signed.north", "1"),
            ("governance.agreements-signed.south", NONE),
        ],
    );
}

#[test]
fn savings_by_what_kind_they_are_and_how_far() {
    values(
        &format!(
            r#"{LISTS}"schemes": [
                {{"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£m", "class": "transactional", "status": "made", "voluntary": "yes"}},
                {{"id": "b", "name": "B", "list": "l", "gross": "4", "unit": "£m", "class": "transactional", "status": "identified", "voluntary": "no"}},
                {{"id": "c", "name": "C", "list": "m", "gross": "5", "unit": "£m", "class": "cost-containment", "status": "made"}},
                {{"id": "d", "name": "D", "list": "m", "gross": "3", "unit": "£m", "voluntary": "yes", "same_as": "a"}}
            ]"#
        ),
        &[
            ("schemes.list.l.class.transactional", "7000000"),
            ("schemes.list.l.class.cost-containment", NONE),
            // What only avoids growth stands apart.
            ("schemes.list.m.class.cost-containment", "5000000"),
            ("schemes.list.l.status.made", "3000000"),
            ("schemes.list.l.status.identified", "4000000"),
            // Printed in two lists, it rests on goodwill once.
            ("schemes.voluntary", "3000000"),
        ],
    );
    values(
        &format!(
            r#"{LISTS}"work_programmes": [
                {{"id": "care", "name": "Care", "kind": "transformational"}},
                {{"id": "data", "name": "Data", "kind": "enabler"}}
            ],
            "schemes": [
                {{"id": "a", "name": "A", "list": "l", "gross": "3", "unit": "£m", "work_programme": "care"}},
                {{"id": "b", "name": "B", "list": "l", "gross": "1", "unit": "£m", "work_programme": "data"}},
                {{"id": "c", "name": "C", "list": "l", "gross": "2", "unit": "£m", "work_programme": "data"}}
            ]"#
        ),
        &[
            ("work-programme.data.value", "3000000"),
            ("work-programmes.kind.enabler", "3000000"),
            ("work-programmes.kind.transformational", "3000000"),
            ("work-programmes.value", "6000000"),
        ],
    );
}

#[test]
fn money_of_providers_funding_and_management() {
    values(
        &format!(
            r#"{GROUPS}"improvement_components": [
                {{"organisation": "trust", "year": "2011/12", "part": "efficiency-requirement", "rate": "4%"}},
                {{"organisation": "trust", "year": "2011/12", "part": "cost-pressures", "rate": "1.5%"}},
                {{"organisation": "trust", "year": "2011/12", "part": "new-investment", "rate": "0.5%"}},
                {{"organisation": "trust", "year": "2012/13", "part": "efficiency-requirement", "rate": "4%"}}
            ],
            "funding": [
                {{"id": "a", "name": "A", "kind": "section-256", "amount": "2", "unit": "£m"}},
                {{"id": "b", "name": "B", "kind": "section-256", "amount": "3", "unit": "£m"}},
                {{"id": "c", "name": "C", "kind": "innovation", "amount": "1", "unit": "£m"}}
            ],
            "cost_reductions": [
                {{"id": "rate", "name": "By rate", "base": "90", "rate": "33%", "years": "3", "unit": "£m"}},
                {{"id": "amount", "name": "By amount", "rate": "25%", "reduction": "5", "unit": "£m"}}
            ]"#
        ),
        &[
            // New investment is taken off what the parts make.
            ("provider.trust.2011-12.improvement-parts", "0.055"),
            ("provider.trust.2011-12.new-investment", "0.005"),
            ("provider.trust.2011-12.improvement-made-up", "0.05"),
            ("provider.trust.2012-13.improvement-made-up", "0.04"),
            ("funding.kind.section-256", "5000000"),
            ("funding.kind.innovation", "1000000"),
            ("funding.kind.transfer", NONE),
            ("reduction.rate.amount", "29700000"),
            ("reduction.rate.each-year", "9900000"),
            ("reduction.amount.base", "20000000"),
            ("reduction.amount.share", "0.25"),
            ("reduction.amount.each-year", NONE),
        ],
    );
}

#[test]
fn procedures_and_clusters() {
    values(
        r#""activity_rules": [
            {"id": "low", "name": "Low priority", "rule": "low-priority", "eligible": "200", "excluded": "40", "share": "25%", "price": "1,000", "unit": "£"}
        ],
        "prices": [{"id": "cluster", "name": "Care cluster", "tariff": "20", "activity": "365", "unit": "£"}],
        "measures": [{"id": "clustered", "name": "Clustered", "direction": "higher", "numerator": "45", "denominator": "60"}]"#,
        &[
            ("activity-rule.low.leaving", "40"),
            ("activity-rule.low.saving", "40000"),
            ("price.cluster.paid", "20"),
            ("price.cluster.value", "7300"),
            ("measure.clustered.coverage", "0.75"),
        ],
    );
}

#[test]
fn contract_items_by_kind_and_state() {
    values(
        r#""contract_items": [
            {"id": "a", "name": "A", "kind": "issue", "state": "open"},
            {"id": "b", "name": "B", "kind": "issue", "state": "open"},
            {"id": "c", "name": "C", "kind": "issue", "state": "resolved"},
            {"id": "d", "name": "D", "kind": "notice", "state": "open"},
            {"id": "e", "name": "E", "kind": "clause", "state": "agreed"},
            {"id": "f", "name": "F", "kind": "qualified-provider", "state": "open", "value": "2", "unit": "£m"}
        ]"#,
        &[
            ("contract-items.issue.open", "2"),
            ("contract-items.issue.resolved", "1"),
            ("contract-items.notice.open", "1"),
            ("contract-items.notice.resolved", NONE),
            ("contract-items.clause.agreed", "1"),
            ("contract-items.qualified-provider.open", "1"),
            ("contract-items.qualified-provider.value", "2000000"),
            ("contract-items.issue.value", NONE),
        ],
    );
}

#[test]
fn quality_between_sites_incidents_and_people_in_need() {
    values(
        r#""quality_outcomes": [{"id": "caesarean", "name": "Caesarean", "lowest": "21.5%", "highest": "28%"}],
        "incidents": [
            {"kind": "fall", "class": "avoidable", "number": "3"},
            {"kind": "fall", "class": "avoidable", "number": "2"},
            {"kind": "fall", "class": "under-review", "number": "1"},
            {"kind": "death", "note": "No number"}
        ],
        "measures": [{"id": "m", "name": "M", "direction": "lower", "actual": "28", "target": "23"}],
        "review_schedules": [{"id": "r", "name": "R", "first": "2011-10", "every": "6", "times": "3"}],
        "quantities": [
            {"id": "some", "name": "Some", "count": "10", "provisional": "yes"},
            {"id": "others", "name": "Others", "count": "5", "provisional": "no"}
        ]"#,
        &[
            ("quality.caesarean.spread", "0.065"),
            ("incidents.fall.avoidable", "5"),
            ("incidents.fall.under-review", "1"),
            ("incidents.death.avoidable", NONE),
            ("measure.m.gap", "5"),
            // October 2011, then April and October 2012.
            ("reviews.r.2011-12", "1"),
            ("reviews.r.2012-13", "2"),
            ("reviews.r.2013-14", NONE),
            ("quantities.provisional", "1"),
        ],
    );
}

#[test]
fn what_programmes_are_for_and_how_care_is_to_be_given() {
    values(
        &format!(
            r#"{PROGRAMMES}"programme_links": [
                {{"programme": "p", "kind": "life-stage", "name": "Starting well"}},
                {{"programme": "q", "kind": "life-stage", "name": "Ageing well"}},
                {{"programme": "p", "kind": "wellbeing-priority", "name": "Carers"}}
            ],
            "principles": [
                {{"id": "a", "name": "A", "kind": "care-model"}},
                {{"id": "b", "name": "B", "kind": "care-model"}},
                {{"id": "c", "name": "C", "kind": "service-change-test"}},
                {{"id": "d", "name": "D", "kind": "cycle-stage"}}
            ],
            "stakeholders": [
                {{"id": "x", "name": "X", "consultation": "yes"}},
                {{"id": "y", "name": "Y", "consultation": "no"}},
                {{"id": "z", "name": "Z"}}
            ],
            "gates": [
                {{"programme": "p", "kind": "consultation", "state": "open"}},
                {{"programme": "q", "kind": "consultation", "state": "open"}}
            ],
            "projects": [
                {{"id": "one", "name": "One", "kind": "estate", "value": "3", "unit": "£m", "sites_now": "5", "sites_planned": "2"}},
                {{"id": "two", "name": "Two", "kind": "estate", "value": "1", "unit": "£m"}},
                {{"id": "three", "name": "Three", "kind": "information"}},
                {{"id": "four", "name": "Four", "kind": "winter"}}
            ]"#
        ),
        &[
            ("programme-links.life-stage", "2"),
            ("programme-links.wellbeing-priority", "1"),
            ("programme-links.prevention", NONE),
            ("principles.care-model", "2"),
            ("principles.service-change-test", "1"),
            ("principles.cycle-stage", "1"),
            ("stakeholders.number", "3"),
            ("stakeholders.consulted", "1"),
            ("gates.consultation.open", "2"),
            ("projects.estate", "2"),
            ("projects.estate.value", "4000000"),
            ("projects.information", "1"),
            ("projects.information.value", NONE),
            ("projects.winter", "1"),
            ("project.one.sites", "-3"),
            ("project.two.sites", NONE),
        ],
    );
}

#[test]
fn milestones_tasks_risks_and_governance() {
    values(
        &format!(
            r#"{PROGRAMMES}"milestones": [
                {{"id": "a", "name": "A", "programme": "p", "status": "achieved"}},
                {{"id": "b", "name": "B", "programme": "p", "status": "slipping"}},
                {{"id": "c", "name": "C"}}
            ],
            "transition_tasks": [
                {{"function": "Health visiting", "body": "Board", "action": "Hand over"}},
                {{"function": "Screening", "body": "Board", "action": "Hand over"}}
            ],
            "risks": [
                {{"id": "one", "name": "One", "programme": "p", "consequence_type": "financial", "likelihood": "3", "consequence": "4"}},
                {{"id": "two", "name": "Two", "programme": "p", "consequence_type": "clinical", "likelihood": "2"}},
                {{"id": "three", "name": "Three", "consequence_type": "financial", "escalated_to": "x"}}
            ],
            "governance_bodies": [{{"id": "x", "name": "X"}}, {{"id": "y", "name": "Y", "parent": "x"}}],
            "interests": [{{"post": "Chair", "interest": "Partner in a practice", "body": "x"}}],
            "gaps": [
                {{"id": "g", "name": "G", "kind": "not-in-text"}},
                {{"id": "h", "name": "H", "kind": "not-in-text"}},
                {{"id": "i", "name": "I", "kind": "to-be-worked-out"}}
            ]"#
        ),
        &[
            ("milestones.number", "3"),
            ("milestones.programme.p", "2"),
            ("milestones.programme.q", NONE),
            ("milestones.status.achieved", "1"),
            ("milestones.status.slipping", "1"),
            ("milestones.status.planned", NONE),
            ("transition-tasks.number", "2"),
            ("risks.number", "3"),
            // One of two numbers is no score.
            ("risks.scored", "1"),
            ("risks.not-scored", "2"),
            ("risks.programme.p", "2"),
            ("risks.type.financial", "2"),
            ("risks.type.reputational", NONE),
            ("risks.escalated", "1"),
            ("governance.bodies", "2"),
            ("governance.interests", "1"),
            ("gaps.not-in-text", "2"),
            ("gaps.wrong-reference", NONE),
        ],
    );
}
