//! A drawing on the page, and the table that says the same.

use super::chart_drawing::ChartDrawing;
use super::chart_files::ChartFiles;
use crate::chart::{Chart, Scene, Table};
use crate::components::{body, data_table, head, tag, use_fold};
use crate::session::Session;
use std::rc::Rc;
use yew::prelude::*;

/// A chart with its heading and, one press away, the table that says the same. The stylesheet shows its wide or its
/// narrow drawing. The file that is saved is the wide one.
pub fn figure_of(
    session: &Session,
    heading: impl Into<AttrValue>,
    heading_tag: &'static str,
    chart: &impl Chart,
) -> Html {
    figure_with_table(session, heading, heading_tag, chart, &chart.table())
}

/// The same with another table, which says more than the drawing.
pub fn figure_with_table(
    session: &Session,
    heading: impl Into<AttrValue>,
    heading_tag: &'static str,
    chart: &impl Chart,
    table: &Table,
) -> Html {
    drawn(session, heading.into(), heading_tag, [chart.scene(), chart.narrow().scene()], table)
}

fn drawn(
    session: &Session,
    heading: AttrValue,
    heading_tag: &'static str,
    [scene, narrow]: [Scene; 2],
    table: &Table,
) -> Html {
    let heading_id = AttrValue::from(format!("{}-heading", scene.id));
    let heading = tag(heading_tag).class("figure__heading").id(heading_id.clone()).words(heading);
    let scene = Rc::new(scene);
    let drawing = |class: &'static str, scene: Rc<Scene>| html! { <ChartDrawing {scene} {class} /> };
    let charts = tag("div")
        .class("figure__charts")
        .child(drawing("figure__chart figure__chart--wide", scene.clone()))
        .child(drawing("figure__chart figure__chart--narrow", Rc::new(narrow)));
    let table = html! { <TableOfChart id={scene.id.clone()} table={Rc::new(table.clone())} /> };
    tag("figure")
        .class("figure")
        .attribute("aria-labelledby", heading_id)
        .child(tag("figcaption").child(heading))
        .child(charts)
        .child(table)
        .child(tag("div").class("figure__foot").child(html! { <ChartFiles {scene} session={session.clone()} /> }))
        .html()
}

/// Properties of [`TableOfChart`].
#[derive(Clone, PartialEq, Properties)]
struct TableOfChartProperties {
    /// The id of the drawing.
    id: AttrValue,
    /// What it says.
    table: Rc<Table>,
}

/// The table that says the same as a drawing. It is made when it is opened.
#[component]
fn TableOfChart(properties: &TableOfChartProperties) -> Html {
    let (is_open, ontoggle) = use_fold(false);
    tag("details")
        .class("disclosure")
        .ontoggle(ontoggle)
        .child(tag("summary").words("Show as a table"))
        .maybe(is_open.then(|| in_table(&properties.table, &properties.id)))
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
    data_table(format!("{id}-table"), table.caption.clone(), false, vec![head(headings), body(rows)])
}
