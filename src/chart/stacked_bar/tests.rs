//! Parts sum to their total, and words keep apart.

use super::super::scene::Step;
use super::super::{Chart, fixture};

#[test]
fn parts_touch_and_sum_to_the_total_height() {
    let chart = fixture::surrey_savings();
    let scene = chart.scene();
    let parts = scene.rects("part");
    for (index, category) in chart.categories.iter().enumerate() {
        let of_bar: Vec<_> =
            parts.iter().filter(|part| part.title.as_ref().is_some_and(|t| t.contains(&category.name))).collect();
        for pair in of_bar.windows(2) {
            let gap = pair[0].bounds.y - (pair[1].bounds.y + pair[1].bounds.height);
            assert!(gap.abs() < 1e-9, "{category:?}: {gap}");
        }
        let drawn: f64 = of_bar.iter().map(|part| part.bounds.height).sum();
        let amount: f64 = chart.series.iter().map(|s| s.values[index].size()).sum();
        // 0 to 80 over the height of the plot.
        assert!((drawn - amount / 80.0 * chart.plot_height).abs() < 1e-9);
        assert_eq!(format!("{amount:.2}"), category.total);
    }
}

#[test]
fn negative_parts_go_down_from_zero() {
    let chart = fixture::bar(&["2011/12"], &[&[10.0], &[-4.0], &[5.0], &[-6.0]]);
    let scene = chart.scene();
    let zero = scene.paths("zero")[0].steps[0];
    let Step::Move(_, zero) = zero else {
        panic!("a line starts with a move");
    };
    let parts = scene.rects("part");
    assert!((parts[0].bounds.y + parts[0].bounds.height - zero).abs() < 1e-9);
    assert!((parts[1].bounds.y - zero).abs() < 1e-9);
    assert!((parts[3].bounds.y - parts[1].bounds.y - parts[1].bounds.height).abs() < 1e-9);
}

#[test]
fn labels_never_overlap() {
    for chart in fixture::bars() {
        for chart in [chart.narrow(), chart] {
            fixture::assert_words_keep_apart(&chart.scene());
        }
    }
}

#[test]
fn every_text_of_a_value_is_in_the_table() {
    for chart in fixture::bars() {
        let table = chart.table();
        let cells: Vec<&String> = table.rows.iter().flat_map(|row| &row.cells).collect();
        let values = chart.series.iter().flat_map(|series| &series.values);
        let mut words: Vec<&String> = values.map(|value| &value.label).collect();
        if !chart.series.is_empty() {
            words.extend(chart.categories.iter().map(|category| &category.total));
        }
        assert!(words.iter().all(|word| cells.contains(word)));
        assert!(cells.iter().all(|cell| !cell.contains('…')), "tables are never cut");
    }
}

#[test]
fn nothing_to_draw_says_so() {
    for chart in [fixture::bar(&[], &[]), fixture::bar(&["2011/12"], &[])] {
        let scene = chart.scene();
        assert_eq!(scene.texts()[0].lines, ["Nothing to show"]);
    }
}

#[test]
fn all_zeros_and_what_is_no_number_still_draw() {
    let chart = fixture::bar(&["a", "b"], &[&[0.0, f64::NAN], &[f64::INFINITY, 0.0]]);
    let scene = chart.scene();
    assert!(scene.rects("part").is_empty());
    assert!(scene.texts().iter().any(|text| text.class == "total"));
    fixture::assert_finite(&scene);
}

#[test]
fn huge_ranges_stay_finite() {
    for chart in fixture::bars() {
        fixture::assert_finite(&chart.scene());
    }
}
