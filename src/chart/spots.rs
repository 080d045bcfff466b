//! The marks of a drawing that say something, in the order in which they are drawn: what a person goes through by
//! the arrow keys.

use super::bounds::Bounds;
use super::scene::{Group, Mark, Path, Scene, Step};

/// A mark that says something.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot<'a> {
    /// What is said of it.
    pub words: &'a str,
    /// Where it is.
    pub bounds: Bounds,
}

impl Scene {
    /// The marks that say something. A group that does is one of them, whatever is in it.
    ///
    /// ```
    /// use one_plan_page::chart::{Scene, bounds::Bounds, scene::Rect};
    ///
    /// let bar = Rect::new("part", Bounds::new(0.0, 0.0, 10.0, 4.0)).titled("Acute Care, 2011/12: £13.10m");
    /// let scene = Scene { marks: vec![bar.into()], ..Scene::default() };
    /// assert_eq!(scene.spots()[0].words, "Acute Care, 2011/12: £13.10m");
    /// ```
    pub fn spots(&self) -> Vec<Spot<'_>> {
        let mut spots = Vec::new();
        find(&self.marks, &mut spots);
        spots
    }
}

fn find<'a>(marks: &'a [Mark], spots: &mut Vec<Spot<'a>>) {
    for mark in marks {
        match mark {
            Mark::Group(Group { title: Some(words), marks, .. }) => {
                if let Some(bounds) = around(marks) {
                    spots.push(Spot { words, bounds });
                }
            }
            Mark::Group(group) => find(&group.marks, spots),
            Mark::Rect(rect) => {
                if let Some(words) = &rect.title {
                    spots.push(Spot { words, bounds: rect.bounds });
                }
            }
            Mark::Path(path) => {
                if let Some((words, bounds)) = path.title.as_ref().zip(of_path(path)) {
                    spots.push(Spot { words, bounds });
                }
            }
            Mark::Text(_) => {}
        }
    }
}

/// What holds several marks.
fn around(marks: &[Mark]) -> Option<Bounds> {
    let bounds = marks.iter().filter_map(|mark| match mark {
        Mark::Group(group) => around(&group.marks),
        Mark::Rect(rect) => Some(rect.bounds),
        Mark::Path(path) => of_path(path),
        Mark::Text(text) => Some(text.bounds()),
    });
    bounds.reduce(joined)
}

fn joined(one: Bounds, other: Bounds) -> Bounds {
    let (left, top) = (one.x.min(other.x), one.y.min(other.y));
    let right = (one.x + one.width).max(other.x + other.width);
    let bottom = (one.y + one.height).max(other.y + other.height);
    Bounds::new(left, top, right - left, bottom - top)
}

fn of_path(path: &Path) -> Option<Bounds> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for step in &path.steps {
        match step {
            Step::Move(x, y) | Step::Line(x, y) => points.push((*x, *y)),
            Step::Curve(of_curve) => points.extend(of_curve),
            Step::Close => {}
        }
    }
    points.into_iter().map(|(x, y)| Bounds::new(x, y, 0.0, 0.0)).reduce(joined)
}

#[cfg(test)]
mod tests {
    use super::super::{Chart, fixture};
    use super::*;

    #[test]
    fn a_group_is_one_mark_and_holds_all_that_is_in_it() {
        let group = Group {
            class: String::new(),
            title: Some("Goal 1".to_owned()),
            marks: vec![
                super::super::scene::Rect::new("part", Bounds::new(0.0, 0.0, 4.0, 4.0)).titled("inner").into(),
                Path::line("zero", (2.0, 10.0), (8.0, 10.0)).into(),
            ],
        };
        let scene = Scene { marks: vec![group.into()], ..Scene::default() };
        let spots = scene.spots();
        assert_eq!(spots.len(), 1);
        assert_eq!((spots[0].words, spots[0].bounds), ("Goal 1", Bounds::new(0.0, 0.0, 8.0, 10.0)));
    }

    #[test]
    fn every_mark_that_carries_a_value_says_it_with_its_unit() {
        let mut scenes: Vec<Scene> = fixture::sankeys().iter().map(|chart| chart.scene()).collect();
        scenes.extend(fixture::stages().iter().map(Chart::scene));
        scenes.extend(fixture::bars().iter().map(Chart::scene));
        scenes.extend(fixture::bridges().iter().map(Chart::scene));
        for scene in &scenes {
            let drawn = scene.rects("part").len() + scene.rects("node").len() + scene.paths("ribbon").len();
            let drawn = drawn + scene.rects("step").len();
            assert_eq!(scene.spots().len(), drawn, "{}", scene.title);
        }
        // The pound before the digits, and what it is counted in behind them.
        let in_millions = |scene: &Scene| {
            let is_said = |words: &str| words.contains('£') && words.ends_with('m') && !words.contains("£m");
            scene.spots().iter().all(|spot| is_said(spot.words))
        };
        assert!(in_millions(&fixture::surrey_savings().scene()));
        assert!(in_millions(&fixture::framework().scene()));
        assert!(in_millions(&fixture::money().scene()));
        let shifts = fixture::surrey_shifts().scene();
        assert!(shifts.spots().iter().all(|spot| spot.words.ends_with("units of activity")));
    }
}
