//! Moments lie as far apart as they are in time, each line has its own marks, and words keep apart.

use super::super::{Chart, fixture, in_unit};

#[test]
fn moments_lie_as_far_apart_as_they_are_in_time() {
    let scene = fixture::course(&[0.0, 1.0, 4.0], &[&[1.0, 2.0, 3.0]]).scene();
    let marks = scene.rects("corner");
    let x: Vec<f64> = marks.iter().rev().take(3).map(|mark| mark.bounds.x).collect();
    let [last, second, first] = x[..] else { panic!("three marks and that of the legend: {x:?}") };
    assert!(((last - second) - 3.0 * (second - first)).abs() < 1e-9);
}

#[test]
fn every_point_says_its_line_its_moment_and_its_unit_and_is_in_the_table() {
    for chart in fixture::courses() {
        let (scene, table) = (chart.scene(), chart.table());
        let spots = scene.spots();
        let known = |at: usize| chart.moments.get(at);
        let points = chart.lines.iter().flat_map(|line| line.points.iter().map(move |point| (line, point)));
        let points: Vec<_> = points.filter_map(|(line, (at, value))| Some((line, known(*at)?, value))).collect();
        assert_eq!(spots.len(), points.len());
        for (spot, (line, moment, value)) in spots.iter().zip(points) {
            assert_eq!(spot.words, format!("{}, {}: {}", line.name, moment.name, in_unit(&value.label, "£000")));
            assert!(table.rows.iter().any(|row| row.cells[0] == moment.name && row.cells.contains(&value.label)));
        }
    }
}

#[test]
fn what_is_planned_came_and_is_forecast_differ_in_their_marks() {
    let scene = fixture::course(&[0.0, 1.0], &[&[1.0, 2.0], &[1.0, 2.0], &[1.0, 2.0]]).scene();
    // Each line has two marks, and one in the legend.
    assert_eq!(scene.rects("planned").len(), 3);
    assert_eq!(scene.rects("full").len(), 3);
    let forecast = scene.paths("other");
    assert_eq!(forecast.iter().filter(|path| path.class.starts_with("corner")).count(), 3);
}

#[test]
fn words_keep_apart_and_numbers_are_finite() {
    for chart in fixture::courses() {
        for chart in [chart.narrow(), chart] {
            fixture::assert_well_drawn(&chart.scene());
        }
    }
}
