//! Where everything on a timeline goes.

use super::super::axis::{SMALL, every, fits};
use super::super::bounds::Bounds;
use super::super::frame::Drawing;
use super::super::label;
use super::super::legend;
use super::super::placer::Placer;
use super::super::scale::BandScale;
use super::super::scene::{Mark, Path, Pattern, Rect, Step};
use super::super::text::{Anchor, Text};
use super::diagram::{Due, DueState, Timeline};

/// Height of a row.
const ROW: f64 = 26.0;
/// Height of a mark, and the most that it is wide.
const MARK: f64 = 16.0;
/// So many names are said of one mark; the table holds all.
const NAMES_SAID: usize = 3;

impl Timeline {
    /// The drawing.
    pub(super) fn lay_out(&self) -> Option<Drawing> {
        let known = |due: &&Due| due.row < self.rows.len() && due.column < self.columns.len();
        let dues: Vec<&Due> = self.dues.iter().filter(known).collect();
        if dues.is_empty() {
            return None;
        }
        let (width, narrow) = (self.frame.width, self.frame.is_narrow());
        let names = self.rows.iter().map(|name| label::width(name, Text::SIZE, false)).fold(0.0, f64::max);
        let left = if narrow { 0.0 } else { (names + 16.0).min(width * 0.48) };
        let bands = BandScale::new(self.columns.len(), left, width, 1.0);

        let mut words = Placer::default();
        let has_moved = dues.iter().any(|due| due.from.is_some());
        let states = DueState::ALL.map(|state| (state, state_name(state)));
        let named = states.map(|(_, name)| name).into_iter().chain(has_moved.then_some("Moved to a later date"));
        let swatch = |at: usize, room: Bounds| match states.get(at) {
            Some((state, _)) => vec![square(*state, Bounds::new(room.x, room.y, MARK, MARK)).into()],
            None => arrow((room.x, room.x + room.width), room.y + room.height / 2.0),
        };
        let (mut marks, legend_bottom) = legend::above(named, width, &mut words, &swatch);
        let top = legend_bottom + if self.today.is_some() { 20.0 } else { 0.0 };

        let mut rows: Vec<Mark> = Vec::new();
        let mut y = top;
        for (row, name) in self.rows.iter().enumerate() {
            let room = if narrow { width } else { left - 12.0 };
            let name = Text::new(self.frame.name_class(), 0.0, y + 15.0, name).wrapped(room, 1);
            rows.extend(words.place(name).map(Mark::from));
            let row_top = if narrow { y + 20.0 } else { y };
            rows.push(Path::line("grid", (left, row_top + ROW - 2.0), (width, row_top + ROW - 2.0)).into());
            for column in 0..self.columns.len() {
                let here: Vec<&Due> =
                    dues.iter().filter(|due| (due.row, due.column) == (row, column)).copied().collect();
                self.square_marks(&here, bands, row_top + 3.0, &mut rows, &mut words);
            }
            y = row_top + ROW;
        }
        self.columns_below(bands, (top, y), &mut marks, &mut words);
        if let Some((passed, name)) = &self.today {
            let x = left + passed.clamp(0.0, self.columns.len() as f64) * bands.step();
            marks.push(Path::line("now", (x, top - 4.0), (x, y)).into());
            let half = label::width(name, SMALL, true) / 2.0;
            let x = x.clamp(half.min(width / 2.0), (width - half).max(width / 2.0));
            let name = Text::new("total", x, top - 10.0, name).sized(SMALL).bold().anchored(Anchor::Middle);
            marks.extend(words.place(name).filter(|name| fits(name, width)).map(Mark::from));
        }
        marks.extend(rows);
        Some(Drawing { height: y + 26.0, marks })
    }

    /// The marks of one square of the timeline, side by side.
    fn square_marks(&self, here: &[&Due], bands: BandScale, top: f64, marks: &mut Vec<Mark>, words: &mut Placer) {
        for (at, due) in here.iter().enumerate() {
            let (start, wide) = bands.band(due.column);
            let room = wide / here.len() as f64;
            let size = (room - 2.0).clamp(2.0, MARK);
            let x = start + at as f64 * room + (room - size) / 2.0;
            if let Some(from) = due.from.filter(|from| *from < due.column) {
                marks.extend(arrow((bands.middle(from), x), top + MARK / 2.0));
            }
            let row = self.rows.get(due.row).map(String::as_str).unwrap_or_default();
            let count = due.names.len();
            let said = format!("{row}, {}: {count} {}: {}", self.when(due), due.state.words(), some_of(&due.names));
            marks.push(square(due.state, Bounds::new(x, top, size, MARK)).titled(said).into());
            let number = Text::new(number_class(due.state), x + size / 2.0, top + 12.0, count.to_string()).sized(11.0);
            let number = number.anchored(Anchor::Middle);
            if number.bounds().width <= size - 1.0 {
                marks.extend(words.place(number).map(Mark::from));
            }
        }
    }

    /// The names of the columns below the rows, as many as have room.
    fn columns_below(&self, bands: BandScale, (top, bottom): (f64, f64), marks: &mut Vec<Mark>, words: &mut Placer) {
        let every = every(&self.columns, bands.step());
        for (column, name) in self.columns.iter().enumerate().step_by(every) {
            let (start, _) = bands.band(column);
            let text = Text::new("axis", start, bottom + 16.0, name).sized(SMALL);
            if fits(&text, self.frame.width)
                && let Some(text) = words.place(text)
            {
                marks.push(Path::line("grid", (start, top), (start, bottom + 4.0)).into());
                marks.push(text.into());
            }
        }
    }
}

/// The first of some names, and how many more there are.
fn some_of(names: &[String]) -> String {
    let first = names.get(..NAMES_SAID.min(names.len())).unwrap_or_default().join("; ");
    match names.len().saturating_sub(NAMES_SAID) {
        0 => first,
        more => format!("{first}; and {more} more"),
    }
}

const fn state_name(state: DueState) -> &'static str {
    match state {
        DueState::Reached => "Reached",
        DueState::ToCome => "Not yet reached",
        DueState::Overdue => "Overdue",
    }
}

fn square(state: DueState, bounds: Bounds) -> Rect {
    match state {
        DueState::Reached => Rect::new("part good", bounds),
        DueState::ToCome => Rect::new("corner planned", bounds),
        DueState::Overdue => Rect::new("part late", bounds).patterned(Some(Pattern::Lines)),
    }
}

const fn number_class(state: DueState) -> &'static str {
    match state {
        DueState::ToCome => "label",
        DueState::Reached | DueState::Overdue => "on-series",
    }
}

/// An arrow to the right.
fn arrow((from, to): (f64, f64), y: f64) -> Vec<Mark> {
    let head = |side: f64| Step::Line(to - 6.0, y + side);
    let steps =
        vec![Step::Move(from, y), Step::Line(to, y), Step::Move(to, y), head(-4.0), Step::Move(to, y), head(4.0)];
    vec![Path { class: "move few".to_owned(), steps, title: None }.into()]
}
