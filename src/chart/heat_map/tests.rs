//! Every square says how many risks lie in it, and every arrow where they go.

use super::super::{Chart, fixture};

#[test]
fn squares_and_arrows_say_what_they_are() {
    let scene = fixture::heat().scene();
    let said: Vec<&str> = scene.spots().iter().map(|spot| spot.words).collect();
    assert_eq!(
        said,
        [
            "Likelihood 2, consequence 2: 1 risk",
            "Likelihood 4, consequence 5: 3 risks",
            "3 risks go from likelihood 4, consequence 5 to likelihood 2, consequence 3",
        ]
    );
}

#[test]
fn a_likelier_risk_stands_higher_and_a_worse_one_further_right() {
    let scene = fixture::heat().scene();
    let squares = scene.rects("square");
    let of = |words: &str| {
        let found = squares.iter().find(|square| square.title.as_ref().is_some_and(|title| title.starts_with(words)));
        found.expect("a square").bounds
    };
    let (low, high) = (of("Likelihood 2, consequence 2"), of("Likelihood 4, consequence 5"));
    assert!(high.y < low.y && high.x > low.x);
}

#[test]
fn words_keep_apart_and_numbers_are_finite() {
    for chart in fixture::heat_maps() {
        for chart in [chart.narrow(), chart] {
            fixture::assert_well_drawn(&chart.scene());
        }
    }
}
