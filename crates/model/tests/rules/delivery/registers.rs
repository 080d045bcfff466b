use crate::support::tables::TWO_PROGRAMMES;
use crate::support::{NONE, values};

#[test]
fn on_what_a_body_decides() {
    values(
        r#""governance_bodies": [{"id": "board", "name": "Board", "leads": "Chair"}, {"id": "meeting", "name": "Meeting", "parent": "board"}],
        "principles": [
        {"id": "a", "name": "A", "kind": "principle", "body": "board"},
        {"id": "b", "name": "B", "kind": "intention", "body": "board"},
        {"id": "c", "name": "C", "kind": "principle", "body": "meeting"},
        {"id": "d", "name": "D", "kind": "principle"}
        ]"#,
        &[("principles.body.board", "2"), ("principles.body.meeting", "1"), ("principles.principle", "3")],
    );
}

#[test]
fn cohorts_at_risk_and_the_teams_they_need() {
    values(
        r#""risk_cohorts": [
            {"id": "county", "name": "County", "population": "150,000", "share": "0.5%", "team_population": "50,000"},
            {"id": "town", "name": "Town", "population": "70,000", "team_population": "50,000"}
        ]"#,
        &[
            ("risk-cohort.county.people", "750"),
            ("risk-cohort.county.teams", "3"),
            ("risk-cohort.town.people", NONE),
            ("risk-cohort.town.teams", "1.4"),
        ],
    );
}

#[test]
fn what_past_schemes_taught() {
    values(
        r#""lessons": [
            {"id": "short", "name": "Short", "planned": "500", "achieved": "120", "unit": "£000", "learning": "Begin earlier"},
            {"id": "nothing", "name": "Nothing", "planned": "500", "achieved": "0", "unit": "£000"},
            {"id": "more", "name": "More", "planned": "500", "achieved": "600", "unit": "£000"},
            {"id": "words", "name": "Words only", "learning": "Ask those who do the work"}
        ]"#,
        &[
            ("lesson.short.shortfall", "380000"),
            ("lesson.nothing.shortfall", "500000"),
            ("lesson.more.shortfall", "-100000"),
            ("lesson.words.shortfall", NONE),
        ],
    );
}

#[test]
fn links_principles_stakeholders_and_projects() {
    values(
        &format!(
            r#"{TWO_PROGRAMMES}"programme_links": [
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
