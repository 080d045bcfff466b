//! A drawing on the page, and the table that says the same.

use super::table::{body, head, scrolling};
use super::tag::tag;
use crate::chart::element::{self, Child, Element};
use crate::chart::{Scene, Table};
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// The drawing as a node of the page: one `svg` with the role of an image, named by its title and
/// described by its description.
fn drawing_of(scene: &Scene) -> Html {
    node(element::svg(scene))
}

fn node(element: Element) -> Html {
    let mut tag = VTag::new(element.name);
    for (name, value) in element.attributes {
        tag.add_attribute(name, value);
    }
    for child in element.children {
        tag.add_child(match child {
            Child::Element(element) => node(element),
            Child::Text(text) => Html::from(text),
        });
    }
    tag.into()
}

/// A chart with its heading and, one press away, the table that says the same. Of two drawings,
/// one for a narrow screen, the stylesheet shows one.
///
/// ```
/// use one_plan_page::chart::{Category, Series, StackedBar, Value};
/// use one_plan_page::components::chart_figure;
///
/// let chart = StackedBar {
///     id: "savings".into(),
///     title: "Planned savings".into(),
///     unit: "£m".into(),
///     categories: vec![Category::new("2011/12", "70.00")],
///     series: vec![Series::new("Acute Care", vec![Value::new(13.1, "13.10")])],
///     ..StackedBar::default()
/// };
/// let narrow = chart.narrow().scene();
/// let figure = chart_figure("Planned savings", "h3", &chart.scene(), Some(&narrow), &chart.table());
/// ```
pub fn chart_figure(
    heading: impl Into<AttrValue>,
    heading_tag: &'static str,
    scene: &Scene,
    narrow: Option<&Scene>,
    table: &Table,
) -> Html {
    let heading_id = AttrValue::from(format!("{}-heading", scene.id));
    let heading = tag(heading_tag).class("figure__heading").id(heading_id.clone()).words(heading);
    let drawing = |class: &'static str, scene: &Scene| tag("div").class(class).child(drawing_of(scene));
    let mut charts = tag("div").class("figure__charts");
    charts = match narrow {
        None => charts.child(drawing("figure__chart", scene)),
        Some(narrow) => charts
            .child(drawing("figure__chart figure__chart--wide", scene))
            .child(drawing("figure__chart figure__chart--narrow", narrow)),
    };
    let details = tag("details")
        .class("disclosure")
        .child(tag("summary").words("Show as a table"))
        .child(in_table(table, &scene.id));
    tag("figure")
        .class("figure")
        .attribute("aria-labelledby", heading_id)
        .child(tag("figcaption").child(heading))
        .child(charts)
        .child(details)
        .child(tag("div").class("figure__foot"))
        .html()
}

fn in_table(table: &Table, id: &str) -> Html {
    let class = |index: usize| match table.columns.get(index) {
        Some(column) if column.numeric => "num",
        _ => "",
    };
    let mut headings = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        let heading = tag("th").attribute("scope", "col").class(class(index));
        headings.push(heading.words(column.label.clone()).html());
    }
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut made = tag("tr").class(if row.total { "total" } else { "" });
        for (index, cell) in row.cells.iter().enumerate() {
            let element = match index {
                0 => tag("th").attribute("scope", "row"),
                _ => tag("td").class(class(index)),
            };
            made = made.child(element.words(cell.clone()));
        }
        rows.push(made.html());
    }
    let caption_id = AttrValue::from(format!("{id}-table"));
    let caption = tag("caption").id(caption_id.clone()).words(table.caption.clone());
    scrolling(caption_id, tag("table").class("table").child(caption).child(head(headings)).child(body(rows)))
}
