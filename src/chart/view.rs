//! A scene on the page: the only file of this module that knows the web.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::element::{self, Child, Element};
use super::scene::Scene;
use super::table::Table;

/// The drawing as a node of the page: one `svg` with the role of an image, named by its title and
/// described by its description.
pub fn view(scene: &Scene) -> Html {
    node(&element::svg(scene))
}

fn node(element: &Element) -> Html {
    let mut tag = VTag::new(element.name);
    for (name, value) in &element.attributes {
        tag.add_attribute(name, value.clone());
    }
    tag.add_children(element.children.iter().map(|child| match child {
        Child::Element(element) => node(element),
        Child::Text(text) => Html::from(text),
    }));
    tag.into()
}

/// What a [`ChartFigure`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ChartFigureProps {
    /// The heading above the chart.
    pub heading: AttrValue,
    /// The level of the heading, 2 to 6.
    #[prop_or(3)]
    pub level: u8,
    /// The chart.
    pub scene: Scene,
    /// The same chart for a narrow screen; the stylesheet shows one of the two.
    #[prop_or_default]
    pub narrow: Option<Scene>,
    /// The table that says the same.
    pub table: Table,
    /// Under the chart: buttons to save it, its source.
    #[prop_or_default]
    pub children: Html,
}

/// A chart with its heading and, one press away, the table that says the same.
///
/// ```
/// use one_plan_page::chart::{Category, ChartFigure, Series, StackedBar, Value};
/// use yew::prelude::*;
///
/// #[component]
/// fn Savings() -> Html {
///     let chart = StackedBar {
///         id: "savings".into(),
///         title: "Planned savings".into(),
///         unit: "£m".into(),
///         categories: vec![Category::new("2011/12", "70.00")],
///         series: vec![Series::new("Acute Care", vec![Value::new(13.1, "13.10")])],
///         ..StackedBar::default()
///     };
///     html! {
///         <ChartFigure
///             heading="Planned savings"
///             scene={chart.scene()}
///             narrow={chart.narrow().scene()}
///             table={chart.table()}
///         />
///     }
/// }
/// ```
#[component]
pub fn ChartFigure(props: &ChartFigureProps) -> Html {
    let heading_id = format!("{}-heading", props.scene.id);
    let heading_tag = format!("h{}", props.level.clamp(2, 6));
    let wide = match props.narrow {
        Some(_) => "figure__chart figure__chart--wide",
        None => "figure__chart",
    };
    let narrow = props.narrow.as_ref().map(|scene| {
        html! { <div class="figure__chart figure__chart--narrow">{ view(scene) }</div> }
    });
    html! {
        <figure class="figure" aria-labelledby={heading_id.clone()}>
            <figcaption>
                <@{heading_tag} class="figure__heading" id={heading_id}>{ &props.heading }</@>
            </figcaption>
            <div class="figure__charts">
                <div class={wide}>{ view(&props.scene) }</div>
                { for narrow }
            </div>
            <details class="disclosure">
                <summary>{ "Show as a table" }</summary>
                { table(&props.table, &props.scene.id) }
            </details>
            <div class="figure__foot">{ props.children.clone() }</div>
        </figure>
    }
}

fn table(table: &Table, id: &str) -> Html {
    let caption_id = format!("{id}-table");
    let numeric = |index: usize| {
        let column = table.columns.get(index);
        column.is_some_and(|column| column.numeric).then_some("num")
    };
    html! {
        <div class="table-scroll" role="region" tabindex="0" aria-labelledby={caption_id.clone()}>
            <table class="table">
                <caption id={caption_id}>{ &table.caption }</caption>
                <thead>
                    <tr>
                        { for table.columns.iter().enumerate().map(|(index, column)| html! {
                            <th key={index} scope="col" class={classes!(numeric(index))}>
                                { &column.label }
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for table.rows.iter().enumerate().map(|(index, row)| html! {
                        <tr key={index} class={classes!(row.total.then_some("total"))}>
                            { for row.cells.iter().enumerate().map(|(index, cell)| match index {
                                0 => html! { <th key={index} scope="row">{ cell }</th> },
                                _ => html! {
                                    <td key={index} class={classes!(numeric(index))}>{ cell }</td>
                                },
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
