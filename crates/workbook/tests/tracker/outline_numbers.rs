//! Groups by their references: 1, with 1.1 and 1.2.

use crate::support::{Computed, loaded, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::load::Loaded;

fn read(rows: &[&str]) -> Loaded {
    loaded("cip.xlsx", sheet("CIP", &[&["CIP 2026/27 £000", "Ref|Scheme|Division|Plan"], rows].concat()))
}

const ABOVE: [&str; 6] = [
    "1|Workforce||180",
    "1.1|Agency|Medicine|120",
    "1.2|LOS|Medicine|60",
    "2|Non-pay||60",
    "2.1|Stock|Surgery|24",
    "2.2|Contracts|Surgery|36",
];

#[test]
fn a_group_by_its_number_and_its_amounts_counts_its_parts_alone() {
    let mut below = [ABOVE[1], ABOVE[2], ABOVE[0], ABOVE[4], ABOVE[5], ABOVE[3]].to_vec();
    for total in ["|Total||240", "|||240"] {
        below.truncate(6);
        below.push(total);
        let with_total = [&ABOVE[..], &[total]].concat();
        for rows in [&ABOVE[..], &with_total, &below] {
            let loaded = read(rows);
            assert_eq!(rows_of(&loaded, Table::Scheme), 4, "{}", loaded.report.text());
            assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), "240000");
            assert_eq!(to_look_at(&loaded), Vec::<String>::new());
        }
    }
}

#[test]
fn groups_of_groups_and_letters() {
    let rows = [
        "W|Workforce||180",
        "W-1|Agency||180",
        "W-1-1|Nurses|Medicine|120",
        "W-1-2|Doctors|Medicine|60",
        "N|Non-pay||60",
        "N-1|Stock|Surgery|24",
        "N-2|Contracts|Surgery|36",
    ];
    let loaded = read(&rows);
    assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), "240000", "{}", loaded.report.text());
}

#[test]
fn a_group_by_its_number_alone_counts_and_is_named() {
    let mut rows = ABOVE.to_vec();
    rows[0] = "1|Workforce||200";
    let loaded = read(&rows);
    assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), "440000");
    let said = to_look_at(&loaded).join("\n");
    assert!(said.contains("cell A3: this row has the reference of a group"), "{said}");
    assert!(said.contains("counts as a scheme beside them with 200 under \"Plan\""), "{said}");
}

#[test]
fn a_group_is_written_with_a_nought_or_with_letters_alone() {
    let noughts =
        ["1.0|Workforce||180", "1.1|Rota||120", "1.2|Bank||60", "2.0|Estates||30", "2.1|LED||30", "|Total||210"];
    let letters =
        ["S|Surgery||300", "S1|Theatres||200", "S2|Implants||100", "M|Medicine||500", "M1|Agency||500", "|Total||800"];
    for (rows, schemes, gross) in [(noughts, 3, "210000"), (letters, 3, "800000")] {
        for rows in [&rows[..], &rows[..5]] {
            let loaded = read(rows);
            assert_eq!(rows_of(&loaded, Table::Scheme), schemes, "{}", loaded.report.text());
            assert_eq!(Computed::of(&loaded).figure("schemes.list.cip.gross"), gross);
            assert_eq!(to_look_at(&loaded), Vec::<String>::new());
        }
    }
    // References of one row each, with a letter before: none is the group of another.
    let loaded = read(&["S|Surgery||300", "S1|Theatres||200", "M|Medicine||500", "|Total||1000"]);
    assert_eq!(rows_of(&loaded, Table::Scheme), 3);
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
}

#[test]
fn groups_whose_amounts_differ_are_none_where_the_total_counts_them_not() {
    let rows = ["1.0|Workforce||190", "1.1|Rota||120", "1.2|Bank||60", "2.0|Estates||30", "2.1|LED||30", "|Total||210"];
    let loaded = read(&rows);
    assert_eq!(rows_of(&loaded, Table::Scheme), 3, "{}", loaded.report.text());
    let said = to_look_at(&loaded).join("\n");
    assert!(said.contains("and the total adds up without it"), "{said}");
    assert!(said.contains("190 under \"Plan\" is not added"), "{said}");
    // A total that counts them makes schemes of them, also where their amounts are sums.
    let loaded = read(&["A|Theatres||300", "A1|Agency||100", "A2|LoS||200", "B|LED||50", "|Total||650"]);
    assert_eq!(rows_of(&loaded, Table::Scheme), 4);
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    let rows = ["1|Workforce||190", "1.1|Rota||120", "1.2|Bank||60", "|Total||370"];
    assert_eq!(rows_of(&read(&rows), Table::Scheme), 3);
}

#[test]
fn rows_that_are_twice_their_total_are_an_error() {
    use one_plan_workbook::issues::Severity;
    let errors = |total: &str| {
        let rows = ["A|Workforce|Medicine|180", "B|Rota|Surgery|110", "C|Bank|Estates|130", total];
        let loaded = read(&rows);
        let errors = loaded.report.issues.iter().filter(|issue| issue.severity == Severity::Error);
        errors.map(|issue| issue.expected.clone()).collect::<Vec<_>>()
    };
    assert_eq!(errors("|Total||420"), Vec::<String>::new());
    assert_eq!(errors("|Total||400"), Vec::<String>::new());
    for total in ["|Total||210", "|Total||205"] {
        assert!(errors(total)[0].starts_with("each amount once"), "{total}");
    }
}
