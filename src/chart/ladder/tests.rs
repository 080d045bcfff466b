//! Parts follow one another, marks stand at their value, and words keep apart.

use super::super::{Chart, fixture};

#[test]
fn parts_follow_one_another_and_the_mark_stands_at_its_value() {
    let scene = fixture::rungs(&[(&[4.0, 3.0, 1.0], Some(8.0))]).scene();
    let parts = scene.rects("part");
    for pair in parts.windows(2) {
        assert!((pair[0].bounds.x + pair[0].bounds.width - pair[1].bounds.x).abs() < 1e-9);
    }
    let end = parts[2].bounds.x + parts[2].bounds.width;
    let mark = scene.rects("held").last().expect("a mark").bounds;
    assert!((mark.x + mark.width / 2.0 - end).abs() < 1e-9);
}

#[test]
fn words_keep_apart_and_numbers_are_finite() {
    for chart in fixture::ladders() {
        for chart in [chart.narrow(), chart] {
            fixture::assert_well_drawn(&chart.scene());
        }
    }
}

#[test]
fn every_value_is_in_the_table_and_every_mark_says_its_unit() {
    for chart in fixture::ladders() {
        let table = chart.table();
        let cells: Vec<&String> = table.rows.iter().flat_map(|row| &row.cells).collect();
        let values = chart.rungs.iter().flat_map(|rung| rung.parts.iter().chain(&rung.mark));
        assert!(values.into_iter().all(|value| cells.contains(&&value.label)));
        let has_number =
            |words: &str| words.rsplit(": ").next().is_some_and(|said| said.contains(|one: char| one.is_ascii_digit()));
        assert!(chart.scene().spots().iter().all(|spot| spot.words.ends_with('k') || !has_number(spot.words)));
    }
}
