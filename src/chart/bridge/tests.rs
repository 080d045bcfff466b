//! Each step begins where the last one ended, and words keep apart.

use super::super::{Chart, fixture};

#[test]
fn a_change_begins_where_the_step_before_it_ended() {
    let scene = fixture::framework().scene();
    let bars = scene.rects("step");
    let right = |at: usize| bars[at].bounds.x + bars[at].bounds.width;
    // Gross, then two deductions, then what is left: the second deduction ends where the sub total does.
    assert!((right(1) - right(0)).abs() < 1e-9);
    assert!((right(2) - bars[1].bounds.x).abs() < 1e-9);
    assert!((right(3) - bars[2].bounds.x).abs() < 1e-9);
}

#[test]
fn a_scale_that_does_not_begin_at_nothing_says_so() {
    let says = |scene: &super::super::Scene| scene.texts().iter().any(|text| text.lines.join(" ").contains("not at 0"));
    assert!(says(&fixture::framework().scene()));
    assert!(!says(&fixture::bridge(&[(true, 5.0), (false, -4.0), (true, 1.0)]).scene()));
    assert!(!says(&fixture::bridge(&[(true, 5.0), (false, -9.0), (true, -4.0)]).scene()));
}

#[test]
fn words_keep_apart_and_numbers_are_finite() {
    for chart in fixture::bridges() {
        for chart in [chart.narrow(), chart] {
            fixture::assert_well_drawn(&chart.scene());
        }
    }
}

#[test]
fn every_value_is_in_the_table() {
    for chart in fixture::bridges() {
        let table = chart.table();
        let cells: Vec<&String> = table.rows.iter().flat_map(|row| &row.cells).collect();
        assert!(chart.steps.iter().all(|step| cells.contains(&&step.value.label) && cells.contains(&&step.name)));
    }
}
