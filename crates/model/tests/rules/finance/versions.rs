use crate::support::{NONE, findings, values};

#[test]
fn versions_are_compared_by_programme_too() {
    let tables = |later: &str| {
        format!(
            r#""programmes": [{{"id": "p", "name": "P"}}, {{"id": "q", "name": "Q"}}],
            "plan_versions": [{{"id": "old", "name": "Old"}}, {{"id": "new", "name": "New", "replaces": "old"}}],
            "version_figures": [
                {{"version": "old", "year": "2011/12", "amount": "100", "unit": "£m"}},
                {{"version": "new", "year": "2011/12", "amount": "90", "unit": "£m"}},
                {{"version": "old", "year": "2011/12", "programme": "p", "amount": "70", "unit": "£m"}},
                {{"version": "old", "year": "2011/12", "programme": "q", "amount": "30", "unit": "£m"}},
                {{"version": "new", "year": "2011/12", "programme": "p", "amount": "{later}", "unit": "£m"}},
                {{"version": "new", "year": "2011/12", "programme": "q", "amount": "35", "unit": "£m"}}
            ]"#
        )
    };
    values(
        &tables("55"),
        &[
            // The rows by programme are not counted again.
            ("version.old.requirement.2011-12", "100000000"),
            ("version.new.change.2011-12", "-10000000"),
            ("version.new.change.p.2011-12", "-15000000"),
            ("version.new.change.q.2011-12", "5000000"),
            ("version.old.change.p.2011-12", NONE),
            ("version.new.programmes.2011-12", "90000000"),
            ("version.new.programmes-difference.2011-12", "0"),
        ],
    );
    // A programme that is gone, and one that is new: what changes is still all there.
    values(
        r#""programmes": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}, {"id": "r", "name": "R"}],
        "plan_versions": [{"id": "new", "name": "New", "replaces": "old"}, {"id": "old", "name": "Old"}],
        "version_figures": [
            {"version": "new", "year": "2011/12", "programme": "p", "amount": "50", "unit": "£m"},
            {"version": "new", "year": "2011/12", "programme": "r", "amount": "40", "unit": "£m"},
            {"version": "new", "year": "2012/13", "programme": "r", "amount": "60", "unit": "£m"},
            {"version": "old", "year": "2011/12", "programme": "p", "amount": "70", "unit": "£m"},
            {"version": "old", "year": "2011/12", "programme": "q", "amount": "30", "unit": "£m"}
        ]"#,
        &[
            ("version.new.change.p.2011-12", "-20000000"),
            ("version.new.change.q.2011-12", "-30000000"),
            ("version.new.change.r.2011-12", "40000000"),
            // The version before says nothing of that year.
            ("version.new.change.r.2012-13", NONE),
        ],
    );
    findings(
        "version-programmes-differ",
        &tables("{}"),
        &[("53", true), ("54", false), ("55", false), ("56", false), ("57", true)],
    );
}
