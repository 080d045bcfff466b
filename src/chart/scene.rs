//! A drawing as plain data: what every layout makes and both writers read.
//!
//! Places are absolute, in the units of the drawing (CSS pixels at natural size), with `y` down.

use super::bounds::Bounds;
use super::text::{Anchor, Text};

/// A whole drawing.
///
/// The title and the description are what a screen reader says in place of the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Unique on the page; the ids inside the drawing start with it.
    pub id: String,
    /// What the drawing shows.
    pub title: String,
    /// What a person sees in it, in a sentence or two.
    pub description: String,
    /// Natural width.
    pub width: f64,
    /// Natural height.
    pub height: f64,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// The role of the drawing for assistive technology: one picture, described by title and description.
    pub const ROLE: &'static str = "img";

    /// A drawing that says that there is nothing to draw.
    ///
    /// ```
    /// use one_plan_page::chart::Scene;
    ///
    /// let scene = Scene::nothing_to_show("savings", "Savings by programme", 720.0);
    /// assert_eq!(scene.texts()[0].lines, ["Nothing to show"]);
    /// ```
    pub fn nothing_to_show(id: &str, title: &str, width: f64) -> Self {
        let words = "Nothing to show";
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            description: format!("{words}."),
            width,
            height: 96.0,
            marks: vec![
                Rect::new("empty", Bounds::new(0.5, 0.5, width - 1.0, 95.0)).into(),
                Text::new("label", width / 2.0, 53.0, words).anchored(Anchor::Middle).into(),
            ],
        }
    }

    /// Every text of the drawing, also inside groups.
    pub fn texts(&self) -> Vec<&Text> {
        let mut found = Vec::new();
        collect(&self.marks, &mut |mark| {
            if let Mark::Text(text) = mark {
                found.push(text);
            }
        });
        found
    }

    /// Every rectangle that carries a class name, also inside groups.
    pub fn rects(&self, class: &str) -> Vec<&Rect> {
        let mut found = Vec::new();
        collect(&self.marks, &mut |mark| match mark {
            Mark::Rect(rect) if has_class(&rect.class, class) => found.push(rect),
            _ => {}
        });
        found
    }

    /// Every path that carries a class name, also inside groups.
    pub fn paths(&self, class: &str) -> Vec<&Path> {
        let mut found = Vec::new();
        collect(&self.marks, &mut |mark| match mark {
            Mark::Path(path) if has_class(&path.class, class) => found.push(path),
            _ => {}
        });
        found
    }
}

fn has_class(classes: &str, class: &str) -> bool {
    classes.split(' ').any(|one| one == class)
}

fn collect<'a>(marks: &'a [Mark], visit: &mut impl FnMut(&'a Mark)) {
    for mark in marks {
        visit(mark);
        if let Mark::Group(group) = mark {
            collect(&group.marks, visit);
        }
    }
}

/// One thing on a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Things that belong together.
    Group(Group),
    /// A rectangle.
    Rect(Rect),
    /// A line or an outlined area.
    Path(Path),
    /// Words.
    Text(Text),
}

/// Marks that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Class names, separated by a space.
    pub class: String,
    /// What is said of the group when the pointer rests on it.
    pub title: Option<String>,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
}

/// A rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Rect {
    /// Class names, separated by a space.
    pub class: String,
    /// Where it is.
    pub bounds: Bounds,
    /// What is said of it when the pointer rests on it.
    pub title: Option<String>,
    /// A pattern drawn over its colour.
    pub pattern: Option<Pattern>,
}

impl Rect {
    /// A plain rectangle.
    pub fn new(class: impl Into<String>, bounds: Bounds) -> Self {
        Self { class: class.into(), bounds, title: None, pattern: None }
    }

    /// The same rectangle with words for when the pointer rests on it.
    #[must_use]
    pub fn titled(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// The same rectangle with a pattern over its colour.
    #[must_use]
    pub fn patterned(self, pattern: Option<Pattern>) -> Self {
        Self { pattern, ..self }
    }
}

/// A pattern drawn over a colour, so that colour is never the only difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Diagonal lines.
    Lines,
    /// Dots.
    Dots,
    /// Crossed lines.
    Cross,
}

impl Pattern {
    /// All patterns.
    pub const ALL: [Self; 3] = [Self::Lines, Self::Dots, Self::Cross];

    /// The word used in ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Dots => "dots",
            Self::Cross => "cross",
        }
    }
}

/// A line or an outlined area.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Class names, separated by a space.
    pub class: String,
    /// The way the pen goes.
    pub steps: Vec<Step>,
    /// What is said of it when the pointer rests on it.
    pub title: Option<String>,
}

impl Path {
    /// A straight line.
    pub fn line(class: impl Into<String>, from: (f64, f64), to: (f64, f64)) -> Self {
        Self { class: class.into(), steps: vec![Step::Move(from.0, from.1), Step::Line(to.0, to.1)], title: None }
    }
}

/// One movement of the pen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Lift the pen and set it down here.
    Move(f64, f64),
    /// Draw a straight line to here.
    Line(f64, f64),
    /// Draw a curve: two control points, then its end.
    Curve([(f64, f64); 3]),
    /// Close the outline.
    Close,
}

impl From<Group> for Mark {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

impl From<Rect> for Mark {
    fn from(rect: Rect) -> Self {
        Self::Rect(rect)
    }
}

impl From<Path> for Mark {
    fn from(path: Path) -> Self {
        Self::Path(path)
    }
}

impl From<Text> for Mark {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}
