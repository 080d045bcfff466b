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
