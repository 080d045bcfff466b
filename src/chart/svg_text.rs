//! A scene as an SVG file that stands on its own: no stylesheet, no font, nothing fetched.

use super::element::{self, Child, Element};
use super::label;
use super::paint::Paint;
use super::scene::Scene;

const MARGIN: f64 = 16.0;
const TITLE_SIZE: f64 = 18.0;
const NOTE_SIZE: f64 = 12.0;

/// Writes a drawing as an SVG file, its title above it and the notes below it (source, state of the
/// checks), so that a copied picture still says what it is.
///
/// ```
/// use one_plan_page::chart::{Scene, svg_text};
///
/// let scene = Scene::nothing_to_show("savings", "Savings < £1m & more", 400.0);
/// let text = svg_text::write(&scene, &["Source: Surrey One Plan"]);
/// assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
/// assert!(text.contains("Savings &lt; £1m &amp; more"));
/// assert!(text.contains("Source: Surrey One Plan"));
/// ```
pub fn write(scene: &Scene, notes: &[&str]) -> String {
    let paint = Paint::of_the_stylesheet();
    let titles = label::wrap(&scene.title, scene.width, TITLE_SIZE, true, 3).lines;
    let notes: Vec<String> =
        notes.iter().flat_map(|note| label::wrap(note, scene.width, NOTE_SIZE, false, 4).lines).collect();
    let title_height = label::line_height(TITLE_SIZE);
    let note_height = label::line_height(NOTE_SIZE);
    let top = MARGIN + titles.len() as f64 * title_height + 8.0;
    let below = top + scene.height + 12.0;
    let width = element::number(scene.width + 2.0 * MARGIN);
    let height = element::number(below + notes.len() as f64 * note_height + MARGIN);

    let svg = element::svg(scene);
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    for (name, value) in &svg.attributes {
        let value = match *name {
            "width" => &width,
            "height" => &height,
            "viewBox" => &format!("0 0 {width} {height}"),
            _ => value,
        };
        attribute(&mut out, name, value);
    }
    attribute(&mut out, "font-family", "Arial, Helvetica, sans-serif");
    out.push_str(">\n");
    // Title, description and patterns come first; the marks move below the title.
    let (heads, marks): (Vec<_>, Vec<_>) = svg.children.iter().partition(
        |child| matches!(child, Child::Element(element) if ["title", "desc", "defs"].contains(&element.name)),
    );
    for child in heads {
        write_child(&mut out, child, &paint);
    }
    out.push_str("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    lines(&mut out, &titles, MARGIN + TITLE_SIZE, TITLE_SIZE, true);
    out.push_str("<g");
    let shift = format!("translate({} {})", element::number(MARGIN), element::number(top));
    attribute(&mut out, "transform", &shift);
    out.push_str(">\n");
    for child in marks {
        write_child(&mut out, child, &paint);
    }
    out.push_str("</g>\n");
    lines(&mut out, &notes, below + NOTE_SIZE, NOTE_SIZE, false);
    out.push_str("</svg>\n");
    out
}

/// The width and the height that a file says of itself.
///
/// ```
/// use one_plan_page::chart::{Scene, svg_text};
///
/// let text = svg_text::write(&Scene::nothing_to_show("savings", "Savings", 400.0), &[]);
/// assert_eq!(svg_text::size(&text).map(|(width, _)| width), Some(432.0));
/// ```
pub fn size(text: &str) -> Option<(f64, f64)> {
    let number = |name: &str| {
        let (_, after) = text.split_once(&format!(" {name}=\""))?;
        after.split('"').next()?.parse::<f64>().ok()
    };
    Some((number("width")?, number("height")?))
}

fn lines(out: &mut String, lines: &[String], first: f64, size: f64, bold: bool) {
    for (index, line) in lines.iter().enumerate() {
        let y = first + index as f64 * label::line_height(size);
        out.push_str("<text");
        attribute(out, "x", &element::number(MARGIN));
        attribute(out, "y", &element::number(y));
        attribute(out, "font-size", &element::number(size));
        attribute(out, "font-weight", if bold { "bold" } else { "normal" });
        attribute(out, "fill", "#1b2733");
        out.push('>');
        escape(out, line);
        out.push_str("</text>\n");
    }
}

fn write_child(out: &mut String, child: &Child, paint: &Paint) {
    match child {
        Child::Text(text) => escape(out, text),
        Child::Element(element) => write_element(out, element, paint),
    }
}

fn write_element(out: &mut String, element: &Element, paint: &Paint) {
    out.push('<');
    out.push_str(element.name);
    for (name, value) in &element.attributes {
        attribute(out, name, value);
    }
    if let Some(classes) = element.attribute("class") {
        for (name, value) in paint.attributes(classes) {
            attribute(out, name, value);
        }
    }
    if element.children.is_empty() {
        out.push_str("/>\n");
        return;
    }
    out.push('>');
    for child in &element.children {
        write_child(out, child, paint);
    }
    out.push_str("</");
    out.push_str(element.name);
    out.push_str(">\n");
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Writes words so that they can be nothing but words; what XML cannot hold becomes `�`.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Chart, fixture};
    use super::*;

    #[test]
    fn text_is_escaped_everywhere() {
        let evil = "</text><script>alert('x')</script>&\"\u{1}";
        let mut chart = fixture::bar(&[evil], &[&[1.0], &[2.0]]);
        chart.frame.id = "a\"b".to_owned();
        chart.frame.title = evil.to_owned();
        chart.frame.description = evil.to_owned();
        chart.unit = evil.to_owned();
        chart.series[0].name = evil.to_owned();
        chart.series[0].values[0].label = evil.to_owned();
        let text = write(&chart.scene(), &[evil]);
        assert!(!text.contains("<script"), "{text}");
        assert!(!text.contains('\u{1}'));
        assert!(text.contains("&lt;/text&gt;&lt;script&gt;"));
        assert!(text.contains("a&quot;b-title"));
    }

    #[test]
    fn elements_are_balanced_and_nothing_is_fetched() {
        let text = write(&fixture::surrey_savings().scene(), &["Source"]);
        for name in ["svg", "g", "text", "defs", "pattern"] {
            let opened = text.matches(&format!("<{name} ")).count() + text.matches(&format!("<{name}>")).count();
            assert_eq!(opened, text.matches(&format!("</{name}>")).count(), "{name}");
        }
        assert_eq!(text.matches("http").count(), 1, "only the name of the format");
        assert!(!text.contains("style="));
        assert!(!text.contains("NaN") && !text.contains("inf"));
    }

    #[test]
    fn colours_travel_with_the_file() {
        let text = write(&fixture::surrey_savings().scene(), &[]);
        assert!(text.contains("class=\"part series-1\""));
        assert!(text.contains(" fill=\"#"));
    }

    #[test]
    fn the_same_scene_gives_the_same_bytes() {
        let write_it = || write(&fixture::surrey_shifts().scene(), &[]);
        assert_eq!(write_it(), write_it());
    }
}
