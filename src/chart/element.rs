//! A scene as SVG elements: the one translation that both writers read.

use super::digits;
use super::scene::{Mark, Path, Pattern, Rect, Scene, Step};
use super::text::{Anchor, Text};

/// An SVG element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// What is inside.
    pub children: Vec<Child>,
}

/// What is inside an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    /// Another element.
    Element(Element),
    /// Words, not yet escaped.
    Text(String),
}

impl Element {
    fn new(name: &'static str, attributes: Vec<(&'static str, String)>) -> Self {
        Self { name, attributes, children: Vec::new() }
    }

    fn with_text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    fn with(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The whole drawing as one `svg` element.
///
/// ```
/// use one_plan_page::chart::{Scene, element};
///
/// let svg = element::svg(&Scene::nothing_to_show("savings", "Savings", 720.0));
/// assert_eq!(svg.attribute("aria-labelledby"), Some("savings-title savings-desc"));
/// ```
pub fn svg(scene: &Scene) -> Element {
    let id = |part: &str| format!("{}-{part}", scene.id);
    let (width, height) = (number(scene.width), number(scene.height));
    let attributes = vec![
        ("class", "chart".to_owned()),
        ("role", Scene::ROLE.to_owned()),
        ("aria-labelledby", format!("{} {}", id("title"), id("desc"))),
        ("width", width.clone()),
        ("height", height.clone()),
        ("viewBox", format!("0 0 {width} {height}")),
    ];
    let title = Element::new("title", vec![("id", id("title"))]).with_text(&scene.title);
    let desc = Element::new("desc", vec![("id", id("desc"))]).with_text(&scene.description);
    let patterns = Pattern::ALL.map(|pattern| pattern_element(pattern, &scene.id));
    Element::new("svg", attributes)
        .with([title, desc, Element::new("defs", vec![]).with(patterns)])
        .with(scene.marks.iter().flat_map(|mark| elements(mark, &scene.id)))
}

/// A number as short as a drawing needs it.
pub(super) fn number(value: f64) -> String {
    digits::short(value, 2)
}

fn elements(mark: &Mark, id: &str) -> Vec<Element> {
    match mark {
        Mark::Group(group) => {
            let inside = group.marks.iter().flat_map(|mark| elements(mark, id));
            vec![Element::new("g", vec![("class", group.class.clone())]).with(titles(&group.title)).with(inside)]
        }
        Mark::Rect(rect) => rect_elements(rect, id),
        Mark::Path(path) => {
            vec![Element::new("path", vec![("class", path.class.clone()), ("d", way(path))]).with(titles(&path.title))]
        }
        Mark::Text(text) => vec![text_element(text)],
    }
}

fn titles(title: &Option<String>) -> Option<Element> {
    let words = title.as_deref()?;
    Some(Element::new("title", vec![]).with_text(words))
}

fn rect_elements(rect: &Rect, id: &str) -> Vec<Element> {
    let place = || {
        vec![
            ("x", number(rect.bounds.x)),
            ("y", number(rect.bounds.y)),
            ("width", number(rect.bounds.width)),
            ("height", number(rect.bounds.height)),
        ]
    };
    let mut attributes = vec![("class", rect.class.clone())];
    attributes.extend(place());
    let mut made = vec![Element::new("rect", attributes).with(titles(&rect.title))];
    if let Some(pattern) = rect.pattern {
        let mut attributes = vec![("class", "pattern".to_owned()), ("fill", format!("url(#{id}-{})", pattern.name()))];
        attributes.extend(place());
        made.push(Element::new("rect", attributes).with(titles(&rect.title)));
    }
    made
}

fn way(path: &Path) -> String {
    let mut way = String::new();
    let mut go = |letter: &str, points: &[(f64, f64)]| {
        way.push_str(letter);
        for (position, (x, y)) in points.iter().enumerate() {
            let before = if position == 0 { "" } else { " " };
            way.push_str(&format!("{before}{} {}", number(*x), number(*y)));
        }
    };
    for step in &path.steps {
        match step {
            Step::Move(x, y) => go("M", &[(*x, *y)]),
            Step::Line(x, y) => go("L", &[(*x, *y)]),
            Step::Curve(points) => go("C", points),
            Step::Close => go("Z", &[]),
        }
    }
    way
}

fn text_element(text: &Text) -> Element {
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let mut attributes = vec![
        ("class", text.class.clone()),
        ("x", number(text.x)),
        ("y", number(text.y)),
        ("font-size", number(text.size)),
        ("text-anchor", anchor.to_owned()),
    ];
    if text.bold {
        attributes.push(("font-weight", "bold".to_owned()));
    }
    let element = Element::new("text", attributes).with(titles(&text.full));
    match text.lines.as_slice() {
        [line] => element.with_text(line),
        lines => element.with(lines.iter().enumerate().map(|(index, line)| {
            let y = text.y + index as f64 * text.line_height();
            Element::new("tspan", vec![("x", number(text.x)), ("y", number(y))]).with_text(line)
        })),
    }
}

fn pattern_element(pattern: Pattern, id: &str) -> Element {
    let way = match pattern {
        Pattern::Lines => "M-2 2L2 -2M0 8L8 0M6 10L10 6",
        Pattern::Dots => "M2 2h2v2h-2ZM6 6h2v2h-2Z",
        Pattern::Cross => "M0 8L8 0M0 0L8 8",
    };
    let class = match pattern {
        Pattern::Dots => "pattern-dot",
        Pattern::Lines | Pattern::Cross => "pattern-line",
    };
    let path = Element::new("path", vec![("class", class.to_owned()), ("d", way.to_owned())]);
    Element::new(
        "pattern",
        vec![
            ("id", format!("{id}-{}", pattern.name())),
            ("width", "8".to_owned()),
            ("height", "8".to_owned()),
            ("patternUnits", "userSpaceOnUse".to_owned()),
        ],
    )
    .with([path])
}
