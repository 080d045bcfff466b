use crate::support::{figures, findings, finds};
use one_plan_model::example;

#[test]
fn delays_travel_and_circles_are_found() {
    let tables = r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}],
        "schemes": [
            {"id": "a", "name": "A", "list": "l", "start": "2011-04", "delay": "{}"},
            {"id": "b", "name": "B", "list": "l", "start": "2011-04", "delay": "1"},
            {"id": "c", "name": "C", "list": "l", "full_year_effect": "12", "unit": "£000", "start": "2011-04"}
        ],
        "dependencies": [{"scheme": "b", "on_scheme": "a"}, {"scheme": "c", "on_scheme": "b"}]"#;
    figures("scheme.c.delay", tables, &[("0", "1"), ("1", "1"), ("2", "2"), ("12", "12")]);
    figures("scheme.c.part-year.2011-12", tables, &[("0", "11000"), ("2", "10000"), ("12", "0"), ("999", "0")]);
    figures("scheme.c.lost-to-delay.2011-12", tables, &[("2", "2000"), ("12", "12000")]);
    let circle = tables.replace(r#"{"scheme": "c", "on_scheme": "b"}"#, r#"{"scheme": "a", "on_scheme": "b"}"#);
    assert!(finds(&example::outcome(&circle.replace("{}", "3")), "dependencies-in-a-circle"));
    let blocked = |state: &str| {
        format!(
            r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2011/12"}}], "schemes": [{{"id": "a", "name": "A", "list": "l"}}],
            "funding": [{{"id": "f", "name": "F", "kind": "transformation-bid", "state": "{state}"}}],
            "dependencies": [{{"scheme": "a", "on_funding": "f"}}]"#
        )
    };
    findings("blocked-by-funding", &blocked("{}"), &[("deferred", true), ("refused", true), ("approved", false)]);
}
