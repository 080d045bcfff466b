//! Words of a drawing, with their place.

use super::bounds::Bounds;
use super::label;

/// Which point of a text its place names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// Words, on one line or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Class names, separated by a space.
    pub class: String,
    /// Where the lines are anchored.
    pub x: f64,
    /// The baseline of the first line.
    pub y: f64,
    /// Which point of each line `x` names.
    pub anchor: Anchor,
    /// Height of the letters.
    pub size: f64,
    /// Whether the letters are bold.
    pub bold: bool,
    /// The lines, from the top.
    pub lines: Vec<String>,
    /// The full text, where the lines had to be shortened.
    pub full: Option<String>,
}

impl Text {
    /// The usual height of letters.
    pub const SIZE: f64 = 13.0;

    /// One line at its left end.
    pub fn new(class: impl Into<String>, x: f64, y: f64, line: impl Into<String>) -> Self {
        Self {
            class: class.into(),
            x,
            y,
            anchor: Anchor::Start,
            size: Self::SIZE,
            bold: false,
            lines: vec![line.into()],
            full: None,
        }
    }

    /// The same text, with lines wrapped or shortened to a width.
    #[must_use]
    pub fn wrapped(mut self, width: f64, most_lines: usize) -> Self {
        let whole = self.lines.join(" ");
        let wrapped = label::wrap(&whole, width, self.size, self.bold, most_lines);
        self.full = wrapped.shortened.then_some(whole);
        self.lines = wrapped.lines;
        self
    }

    /// The same text with another anchor.
    #[must_use]
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same text in letters of another height.
    #[must_use]
    pub fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// The same text in bold letters.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// From one baseline to the next.
    pub fn line_height(&self) -> f64 {
        label::line_height(self.size)
    }

    /// The space the words take.
    pub fn bounds(&self) -> Bounds {
        let width = self.lines.iter().map(|line| label::width(line, self.size, self.bold)).fold(0.0, f64::max);
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Bounds {
            x,
            y: self.y - self.size * 0.8,
            width,
            height: self.size + self.line_height() * self.lines.len().saturating_sub(1) as f64,
        }
    }
}
