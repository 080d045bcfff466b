//! Programmes that are written once, in the first column, above the empty cells of their other schemes.

use crate::support::{loaded, plan_row, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;

#[test]
fn a_programme_that_stands_once_above_empty_cells_is_that_of_each() {
    let rows = [
        "Programme|Scheme|PYE £000|Recurrent",
        "Urgent|One|100|R",
        "|Two|50|NR",
        "Planned|Three|70|R",
        "|Four|30|R",
        "|Unidentified|40|R",
        "Total||290|",
    ];
    let loaded = loaded("t.xlsx", sheet("CIP 2026-27", &rows));
    assert_eq!(to_look_at(&loaded), Vec::<String>::new());
    let programmes = [0, 1, 2, 3, 4].map(|row| plan_row(&loaded, "schemes", row, &["programme"]));
    // What nobody has found is of no programme that is not named.
    assert_eq!(programmes, ["urgent", "urgent", "planned", "planned", "-"]);
    let text = loaded.report.text();
    assert!(
        text.contains("cell A3: each name of the programme stands once, above empty cells, and is read in 2 of them"),
        "{text}"
    );
}

#[test]
fn empty_cells_stay_empty_where_the_layout_does_not_say_what_they_mean() {
    let of = |rows: &[&str]| loaded("t.xlsx", sheet("CIP 2026-27", rows));
    let headings = "Programme|Scheme|PYE £000|Recurrent";
    // A name that stands twice is written wherever it is meant.
    let twice =
        of(&[headings, "Urgent|One|100|R", "|Two|50|NR", "Urgent|Three|70|R", "|Four|30|R", "Planned|Five|1|R"]);
    assert_eq!(plan_row(&twice, "schemes", 1, &["programme"]), "-");
    assert_eq!(to_look_at(&twice), Vec::<String>::new());
    // It is not the first column, or only one cell is empty: it may be meant, and is said once.
    let open = [
        of(&["Scheme|Programme|PYE £000", "One|Urgent|100", "Two||50", "Three|Planned|70", "Four||30"]),
        of(&[headings, "Urgent|One|100|R", "|Two|50|NR", "Planned|Three|70|R"]),
    ];
    for loaded in open {
        assert_eq!(plan_row(&loaded, "schemes", 1, &["programme"]), "-");
        let said = to_look_at(&loaded);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("each name of the programme stands once, above empty cells"), "{said:?}");
        assert_eq!(rows_of(&loaded, Table::Programme), 2);
    }
    // No name stands above the first empty cell.
    let first = of(&[headings, "|One|100|R", "Urgent|Two|50|R", "|Three|50|NR", "|Four|30|R", "Planned|Five|70|R"]);
    assert_eq!(plan_row(&first, "schemes", 2, &["programme"]), "-");
}

#[test]
fn a_programme_in_a_row_of_its_own_is_that_of_the_rows_below_it() {
    let headings = "Workstream|Ref|Scheme|Plan £000";
    let programmes = |loaded: &one_plan_workbook::load::Loaded| -> Vec<String> {
        (0..rows_of(loaded, Table::Scheme)).map(|row| plan_row(loaded, "schemes", row, &["programme"])).collect()
    };
    let plain =
        [headings, "Surgery", "|C1|Theatres|120", "|C2|Endoscopy|50", "Medicine", "|C3|Beds|240", "Total|||410"];
    // With a total below each block, and what nobody has found in the place of a programme.
    let totals = [
        headings,
        "Surgery",
        "|C1|Theatres|120",
        "|C2|Endoscopy|50",
        "Surgery total|||170",
        "Medicine",
        "|C3|Beds|240",
        "Medicine total|||240",
        "|C4|Estates|30",
        "Unidentified|||90",
        "Grand total|||530",
    ];
    for (rows, expected) in [
        (plain.as_slice(), ["surgery", "surgery", "medicine"].as_slice()),
        (&totals, &["surgery", "surgery", "medicine", "-", "unidentified"]),
    ] {
        let loaded = loaded("t.xlsx", sheet("CIP 2026-27", rows));
        assert_eq!(to_look_at(&loaded), Vec::<String>::new());
        assert_eq!(programmes(&loaded), expected);
        assert!(loaded.report.text().contains("and is read in 3 of them"), "{}", loaded.report.text());
    }
    // A note is none; nor is a row of its own above rows that say their programme.
    let note = [headings, "Draft figures", "|C1|Theatres|120", "|C2|Endoscopy|50"];
    assert_eq!(programmes(&loaded("t.xlsx", sheet("CIP 2026-27", &note))), ["-", "-"]);
    let own = [
        headings,
        "Part 1",
        "Surgery|C1|Theatres|120",
        "|C2|Lists|5",
        "Part 2",
        "Medicine|C3|Beds|240",
        "Medicine|C4|Falls|4",
    ];
    assert_eq!(programmes(&loaded("t.xlsx", sheet("CIP 2026-27", &own))), ["surgery", "-", "medicine", "medicine"]);
}
