//! A mark lies in its row and column, an arrow leads from where it was due first, and words keep apart.

use super::super::{Chart, fixture};
use super::DueState;

#[test]
fn what_is_due_later_lies_further_right_and_an_arrow_leads_there() {
    let scene = fixture::dues().scene();
    let overdue = scene.rects("late").last().expect("one overdue").bounds;
    let reached = scene.rects("good").last().expect("one reached").bounds;
    assert!(overdue.x > reached.x);
    let arrows = scene.paths("move");
    assert_eq!(arrows.len(), 2, "one in the legend, one from where it was due first");
}

#[test]
fn every_mark_says_its_row_when_and_how_far_it_is() {
    let scene = fixture::dues().scene();
    let said: Vec<&str> = scene.spots().iter().map(|spot| spot.words).collect();
    assert_eq!(
        said,
        [
            "Dementia, April 2011: 1 reached: Clinic opens",
            "Dementia, June 2011, moved from May 2011: 1 overdue: Nurses trained",
            "Transition, June 2011: 5 not yet reached: A; B; C; and 2 more",
        ]
    );
}

#[test]
fn the_table_names_every_milestone() {
    let table = fixture::dues().table();
    assert_eq!(table.rows[2].cells, ["Transition", "June 2011", DueState::ToCome.words(), "5", "A; B; C; D; E"]);
    assert_eq!(table.rows.len(), fixture::dues().dues.len());
}

#[test]
fn words_keep_apart_and_numbers_are_finite() {
    for chart in fixture::timelines() {
        for chart in [chart.narrow(), chart] {
            fixture::assert_well_drawn(&chart.scene());
        }
    }
}
