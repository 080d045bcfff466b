//! A curve goes through its corners, and words keep apart.

use super::super::{Chart, fixture};

#[test]
fn every_corner_and_today_say_their_numbers() {
    let chart = fixture::settlement();
    let scene = chart.scene();
    assert_eq!(scene.rects("corner").len(), 4);
    assert_eq!((scene.rects("today").len(), scene.paths("tried").len()), (1, 1));
    assert!(scene.spots().iter().any(|spot| spot.words == "Tried: £14.00m, which comes to £13.50m"));
    let spots = scene.spots();
    assert!(spots.iter().all(|spot| spot.words.contains('£')), "{spots:?}");
    assert!(spots.iter().any(|spot| spot.words.starts_with("Tolerance: from £9.50m to £10.50m")));
}

#[test]
fn a_band_holds_the_flat_part() {
    let scene = fixture::settlement().scene();
    let band = scene.rects("band")[0].bounds;
    let corners = scene.rects("corner");
    let middle = |at: usize| corners[at].bounds.x + corners[at].bounds.width / 2.0;
    assert!((band.x - middle(1)).abs() < 1e-9);
    assert!((band.x + band.width - middle(2)).abs() < 1e-9);
}

#[test]
fn words_keep_apart_and_numbers_are_finite() {
    for chart in fixture::curves() {
        for chart in [chart.narrow(), chart] {
            fixture::assert_well_drawn(&chart.scene());
        }
    }
}

#[test]
fn every_value_is_in_the_table() {
    for chart in fixture::curves() {
        let table = chart.table();
        let cells: Vec<&String> = table.rows.iter().flat_map(|row| &row.cells).collect();
        let points = chart.lines.iter().flat_map(|line| &line.points).chain(&chart.today).chain(&chart.tried);
        assert!(
            points.into_iter().all(|point| cells.contains(&&point.across.label) && cells.contains(&&point.up.label))
        );
    }
}
