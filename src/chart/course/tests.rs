//! Moments lie as far apart as they are in time, each line has its own marks, and words keep apart.

use super::super::scene::Step;
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

#[test]
fn the_value_at_the_end_of_a_line_stands_clear_of_all_lines() {
    // Two lines that climb side by side, as a plan and its forecast do: the lower value is wanted below, where its own line is.
    let moments: Vec<f64> = (0..12).map(f64::from).collect();
    let plan: Vec<f64> = moments.iter().map(|at| 2.3 * at).collect();
    let forecast: Vec<f64> = moments.iter().map(|at| 2.1 * at).collect();
    for chart in [fixture::course(&moments, &[&plan, &forecast]), fixture::course(&moments, &[&forecast, &plan])] {
        for chart in [chart.narrow(), chart] {
            let scene = chart.scene();
            let values: Vec<_> = scene.texts().into_iter().filter(|text| text.class == "beside").collect();
            assert_eq!(values.len(), 2, "both are said");
            for value in values {
                let room = value.bounds();
                for path in scene.paths("curve") {
                    let points: Vec<_> = path
                        .steps
                        .iter()
                        .filter_map(|step| match step {
                            Step::Move(x, y) | Step::Line(x, y) => Some((*x, *y)),
                            _ => None,
                        })
                        .collect();
                    let crosses = points.windows(2).any(|ends| room.is_crossed(ends[0], ends[1]));
                    assert!(!crosses, "{:?} is crossed", value.lines);
                }
                for mark in scene.rects("corner") {
                    assert!(!mark.bounds.overlaps(&room), "{:?} is on a mark", value.lines);
                }
            }
        }
    }
}
