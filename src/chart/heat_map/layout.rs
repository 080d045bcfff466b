//! Where everything on a heat map goes.

use super::super::bounds::Bounds;
use super::super::frame::Drawing;
use super::super::scene::{Mark, Path, Rect, Step};
use super::super::text::{Anchor, Text};
use super::diagram::{HeatMap, HeatMove};

/// The ends of the scale on both sides.
const SCALE: std::ops::RangeInclusive<u8> = 1..=5;
const LEFT: f64 = 34.0;
const SMALL: f64 = 12.0;

impl HeatMap {
    /// The drawing.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        if self.squares.iter().all(|square| square.count == 0) {
            return None;
        }
        let wide = (self.frame.width - LEFT) / 5.0;
        let high = wide.min(76.0);
        let top = 40.0;
        let place = |likelihood: u8, consequence: u8| {
            let (across, up) = (f64::from(consequence) - 1.0, 5.0 - f64::from(likelihood));
            Bounds::new(LEFT + across * wide, top + up * high, wide, high)
        };
        let line = |down: f64, words: &str| Text::new("axis", 0.0, down, words.to_owned()).sized(SMALL);
        let axes = line(12.0, "Likelihood, up; consequence, across");
        let mut marks: Vec<Mark> = vec![axes.into(), line(28.0, &self.colours()).into()];
        let mut words: Vec<Mark> = Vec::new();
        for likelihood in SCALE {
            let row = place(likelihood, 1);
            let middle = row.y + row.height / 2.0 + 4.0;
            words.push(Text::new("axis", 10.0, middle, likelihood.to_string()).sized(SMALL).into());
            for consequence in SCALE {
                let count = self.count(likelihood, consequence);
                let bounds = place(likelihood, consequence);
                let mut square = Rect::new(format!("square {}", self.heat(likelihood * consequence)), bounds);
                if count > 0 {
                    let risks = if count == 1 { "risk" } else { "risks" };
                    square =
                        square.titled(format!("Likelihood {likelihood}, consequence {consequence}: {count} {risks}"));
                    let number = Text::new("total", bounds.x + 8.0, bounds.y + 22.0, count.to_string()).bold();
                    // A number of many digits takes smaller letters rather than the next square.
                    let size = (18.0 * (wide - 12.0) / number.clone().sized(18.0).bounds().width).clamp(8.0, 18.0);
                    words.push(number.sized(size).into());
                }
                marks.push(square.into());
            }
        }
        let bottom = top + 5.0 * high;
        for consequence in SCALE {
            let middle = place(1, consequence).x + wide / 2.0;
            let text = Text::new("axis", middle, bottom + 18.0, consequence.to_string()).sized(SMALL);
            words.push(text.anchored(Anchor::Middle).into());
        }
        for one in self.moves.iter().filter(|one| one.from != one.to && on_scale(one)) {
            let middle = |(likelihood, consequence): (u8, u8)| {
                let square = place(likelihood, consequence);
                (square.x + square.width / 2.0, square.y + square.height / 2.0)
            };
            marks.push(arrow(one, middle(one.from), middle(one.to)).into());
        }
        marks.extend(words);
        Some(Drawing { height: bottom + 26.0, marks })
    }
}

fn on_scale(one: &HeatMove) -> bool {
    [one.from.0, one.from.1, one.to.0, one.to.1].iter().all(|side| SCALE.contains(side))
}

impl HeatMap {
    /// How hot a square is, by its score: as the ratings in the tables are.
    const fn heat(&self, score: u8) -> &'static str {
        let [amber, red] = self.amber_and_red_from;
        match score {
            score if score >= red => "hot",
            score if score >= amber => "warm",
            _ => "cool",
        }
    }

    fn colours(&self) -> String {
        let [amber, red] = self.amber_and_red_from;
        format!("Red from {red} on, amber from {amber} on")
    }
}

/// An arrow that is thicker where more risks go the same way.
fn arrow(one: &HeatMove, from: (f64, f64), to: (f64, f64)) -> Path {
    const HEAD: f64 = 9.0;
    const APART: f64 = 14.0;
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let length = across.hypot(down).max(1.0);
    let (x, y) = (across / length, down / length);
    // Arrows that meet in a square keep their ends apart.
    let to = (to.0 - APART * x, to.1 - APART * y);
    let from = (from.0 + APART / 2.0 * x, from.1 + APART / 2.0 * y);
    let wing = |side: f64| (to.0 - HEAD * x + side * HEAD * 0.5 * y, to.1 - HEAD * y - side * HEAD * 0.5 * x);
    let (left, right) = (wing(1.0), wing(-1.0));
    let class = match one.count {
        0 | 1 => "move few",
        2..=4 => "move",
        _ => "move many",
    };
    let risks = if one.count == 1 { "risk goes" } else { "risks go" };
    let ((likelihood, consequence), (after, and_after)) = (one.from, one.to);
    let said = format!(
        "{} {risks} from likelihood {likelihood}, consequence {consequence} to likelihood {after}, consequence {and_after}",
        one.count
    );
    Path {
        class: class.to_owned(),
        steps: vec![
            Step::Move(from.0, from.1),
            Step::Line(to.0, to.1),
            Step::Move(left.0, left.1),
            Step::Line(to.0, to.1),
            Step::Line(right.0, right.1),
        ],
        title: Some(said),
    }
}
