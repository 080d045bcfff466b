use one_plan_model::example;

/// A finding names the beds of the provider and the bed days of that provider, and those of no other.
#[test]
fn what_goes_is_named_by_provider() {
    let trust = |id| format!(r#"{{"id": "{id}", "name": "{id}", "kind": "nhs-trust"}}"#);
    let days = |id, of| {
        format!(
            r#"{{"id": "{id}", "name": "{id}", "provider": "{of}", "days": "7,300", "occupancy": "100%",
                "definition": "midnight"}}"#
        )
    };
    let example = example::outcome(&format!(
        r#""organisations": [{}, {}, {}],
        "beds": [{{"provider": "middle", "now": "30", "plan": "30"}}],
        "bed_days": [{}, {}, {}, {}]"#,
        trust("first"),
        trust("middle"),
        trust("last"),
        days("a", "last"),
        days("b", "middle"),
        days("c", "first"),
        days("d", "middle"),
    ));
    let finding = example.findings.iter().find(|finding| finding.code == "more-beds-go-than-there-are").unwrap();
    let places: Vec<_> = finding.places.iter().map(|place| (place.table.name(), place.row + 1, place.column)).collect();
    assert_eq!(places, [("beds", 1, "now"), ("bed_days", 2, "days"), ("bed_days", 4, "days")]);
}
