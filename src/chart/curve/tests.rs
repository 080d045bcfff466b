//! A curve goes through its corners, and words keep apart.

use super::super::scene::Step;
use super::super::{Chart, CurveLine, CurvePoint, Value, fixture};

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
fn a_contract_that_pays_the_same_for_everything_is_a_level_line_in_the_middle() {
    let mut chart = fixture::settlement();
    let points = |sizes: [f64; 3]| {
        let value = |size: f64| Value::new(size, format!("{size:.0}"));
        sizes.map(|size| CurvePoint::new(value(size), value(1_400.0))).to_vec()
    };
    chart.lines = vec![CurveLine::new("Payment", points([1_260.0, 1_400.0, 1_540.0]))];
    (chart.band, chart.today, chart.tried) = (None, None, None);
    let scene = chart.scene();
    let corners = scene.rects("corner");
    let height = corners[0].bounds.y;
    assert!(corners.iter().all(|corner| (corner.bounds.y - height).abs() < 1e-9));
    let lines = scene.paths("grid");
    let lines = lines.iter().filter_map(|line| match line.steps.first() {
        Some(Step::Move(_, y)) => Some(*y),
        _ => None,
    });
    let (top, bottom) = lines.fold((f64::INFINITY, 0.0_f64), |(top, bottom), y| (top.min(y), bottom.max(y)));
    let share = (height + 4.0 - top) / (bottom - top);
    assert!((0.3..0.7).contains(&share), "{share}");
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
