use crate::support::{NONE, findings, values};

#[test]
fn spending_to_save_pays_for_itself_or_does_not() {
    values(
        r#""funding": [
            {"id": "long", "name": "Long", "kind": "invest-to-save", "amount": "100", "annual_saving": "40", "years": "4", "unit": "£000"},
            {"id": "short", "name": "Short", "kind": "invest-to-save", "amount": "100", "annual_saving": "40", "years": "2", "unit": "£000"},
            {"id": "unknown", "name": "Unknown", "kind": "invest-to-save", "amount": "100", "unit": "£000"}
        ]"#,
        &[
            ("funding.long.net-benefit", "60000"),
            ("funding.short.net-benefit", "-20000"),
            ("funding.unknown.net-benefit", NONE),
            ("funding.kind.invest-to-save", "300000"),
        ],
    );
}

#[test]
fn funding_by_kind() {
    values(
        r#""funding": [
            {"id": "a", "name": "A", "kind": "section-256", "amount": "2", "unit": "£m"},
            {"id": "b", "name": "B", "kind": "section-256", "amount": "3", "unit": "£m"},
            {"id": "c", "name": "C", "kind": "innovation", "amount": "1", "unit": "£m"}
        ]"#,
        &[
            ("funding.kind.section-256", "5000000"),
            ("funding.kind.innovation", "1000000"),
            ("funding.kind.transfer", NONE),
        ],
    );
}

#[test]
fn components_and_themes_of_a_funding() {
    let tables = |last: &str| {
        format!(
            r#""funding": [{{"id": "model", "name": "Model", "kind": "innovation", "amount": "18", "unit": "£m"}}],
            "funding_parts": [
                {{"funding": "model", "kind": "component", "name": "Checks", "amount": "10", "unit": "£m", "evaluation": "By a university"}},
                {{"funding": "model", "kind": "component", "name": "Work", "amount": "{last}", "unit": "£m"}},
                {{"funding": "model", "kind": "theme", "name": "Smoking"}},
                {{"kind": "component", "name": "Without funding"}}
            ]"#
        )
    };
    values(
        &tables("8"),
        &[
            ("funding.model.component", "2"),
            ("funding.model.theme", "1"),
            ("funding-parts.component", "3"),
            ("funding-parts.component.amount", "18000000"),
            ("funding.model.component.amount", "18000000"),
            ("funding.model.theme.amount", NONE),
            ("funding.model.component.difference", "0"),
            ("funding.model.evaluated", "1"),
            ("funding.model.amount", "18000000"),
        ],
    );
    findings("funding-parts-differ", &tables("{}"), &[("6.9", true), ("8", false), ("9.1", true)]);
}
