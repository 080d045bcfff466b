//! Totals that are not called so and are rounded, and what stands below a total and is taken off it.

use crate::support::{Computed, loaded, rows_of, sheet, to_look_at};
use one_plan_model::plan::Table;
use one_plan_workbook::load::Loaded;

const ROWS: [&str; 3] = ["Agency|Medicine|G|100|90", "LOS|Medicine|A|200|190", "Theatres|Surgery|R|150|140"];

fn read(rows: &[&str]) -> Loaded {
    let headings = ["CIP 2026/27", "Scheme|Division|RAG|Plan £000|Forecast £000"];
    loaded("cip.xlsx", sheet("CIP", &[&headings[..], rows].concat()))
}

fn gross(loaded: &Loaded) -> String {
    Computed::of(loaded).figure("schemes.list.cip.gross")
}

#[test]
fn the_last_row_is_a_total_as_far_as_rows_are_rounded() {
    for last in ["Trust|||451|421", "All divisions|||451|420", "|||449|421", "Grand CIP|||449|420"] {
        let loaded = read(&[&ROWS[..], &[last]].concat());
        assert_eq!(gross(&loaded), "450000", "{last}");
        let said = to_look_at(&loaded).join("\n");
        assert!(said.contains("it is taken for a total, and 4"), "{said}");
        assert!(said.contains("and one more amount is not added"), "{said}");
    }
}

#[test]
fn what_is_further_away_or_says_more_is_a_scheme() {
    for last in ["Trust|||490|460", "Robotics|Surgery|R|451|421", "Robotics||R|451|421"] {
        assert_eq!(rows_of(&read(&[&ROWS[..], &[last]].concat()), Table::Scheme), 4, "{last}");
    }
    // Small amounts are near to any sum.
    assert_eq!(rows_of(&read(&["A|M|G|2|2", "B|M|G|3|3", "C|||4|4"]), Table::Scheme), 3);
    // It is no more than one of the others.
    assert_eq!(rows_of(&read(&["A|M|G|5|5", "B|M|G|-1|-1", "C|||5|5"]), Table::Scheme), 3);
}

#[test]
fn what_misses_its_rows_by_a_slip_or_is_not_the_last_is_said_and_does_not_count() {
    // Half a unit of each of three rows and of their sum is two.
    for last in ["Trust|||453|420", "Trust|||450|425"] {
        let loaded = read(&[&ROWS[..], &[last]].concat());
        assert_eq!((gross(&loaded).as_str(), to_look_at(&loaded).len()), ("450000", 1), "{last}");
    }
    let loaded = read(&[ROWS[0], ROWS[1], "Trust|||301|281", ROWS[2]]);
    assert_eq!(gross(&loaded), "450000");
    assert!(loaded.report.text().contains("but for rounding"), "{}", loaded.report.text());
}

#[test]
fn what_is_left_after_a_row_below_the_total_is_a_total() {
    let rows = [&ROWS[..], &["Schemes total|||450|420", "Less: slippage|||-45|-42", "Net CIP|||405|378"]].concat();
    let loaded = read(&rows);
    assert_eq!(gross(&loaded), "405000");
    let said = to_look_at(&loaded).join("\n");
    assert!(
        said.contains("cell A8: this row stands below the last total, which does not count it, and is the sum of all"),
        "{said}"
    );
    // Another amount is none.
    let rows = [&ROWS[..], &["Schemes total|||450|420", "Less: slippage|||-45|-42", "Net CIP|||400|378"]].concat();
    assert_eq!(gross(&read(&rows)), "805000");
}
