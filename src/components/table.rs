use super::Figure;
use one_plan_model::calculation::FigureKey;
use one_plan_model::quantity::MoneyUnit;
use yew::prelude::*;

/// Properties of [`DataTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct DataTableProperties {
    /// Unique on the page.
    pub id: AttrValue,
    /// What the table holds, with the unit.
    pub caption: AttrValue,
    /// Whether its rows become blocks on a narrow screen; every cell then needs its label.
    #[prop_or(false)]
    pub stack: bool,
    /// Head and bodies.
    pub children: Html,
}

/// A table with its caption, in a region of its own that scrolls where the screen is too narrow.
#[component]
pub fn DataTable(properties: &DataTableProperties) -> Html {
    let caption_id = format!("{}-caption", properties.id);
    html! {
        <div class="table-scroll" role="region" tabindex="0" aria-labelledby={caption_id.clone()}>
            <table class={classes!("table", properties.stack.then_some("stack"))} id={&properties.id}>
                <caption id={caption_id}>{ &properties.caption }</caption>
                { properties.children.clone() }
            </table>
        </div>
    }
}

/// How the figures of a column are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The unit of money; it stands in the heading of the column.
    pub money: MoneyUnit,
    /// How many decimal places.
    pub places: u32,
}

impl Shown {
    /// Money in millions of pounds with two places, as the tables of programmes show it.
    pub const MILLIONS: Self = Self { money: MoneyUnit::Millions, places: 2 };
    /// Money in whole thousands of pounds, as the lists of schemes show it.
    pub const THOUSANDS: Self = Self { money: MoneyUnit::Thousands, places: 0 };
    /// Money in whole pounds.
    pub const POUNDS: Self = Self { money: MoneyUnit::Pounds, places: 0 };
    /// Percentages with one place.
    pub const ONE_PLACE: Self = Self { money: MoneyUnit::Pounds, places: 1 };
}

/// A cell with a figure. The label names the column where rows are shown as blocks.
pub fn figure_cell(label: impl Into<AttrValue>, figure: FigureKey, shown: Shown) -> Html {
    html! {
        <td class="num" data-label={label.into()}>
            <Figure {figure} money={shown.money} places={shown.places} />
        </td>
    }
}

/// A cell with a number that is not a figure.
pub fn number_cell(label: impl Into<AttrValue>, number: impl Into<AttrValue>) -> Html {
    html! { <td class="num" data-label={label.into()}>{ number.into() }</td> }
}

/// A cell with words; nothing is shown as a dash.
pub fn words_cell(label: impl Into<AttrValue>, words: Option<String>) -> Html {
    html! { <td data-label={label.into()}>{ words.map_or_else(not_given, Html::from) }</td> }
}

/// What stands where the plan says nothing.
pub fn not_given() -> Html {
    html! {
        <span class="not-given">
            <span aria-hidden="true">{ "–" }</span>
            <span class="visually-hidden">{ "not given" }</span>
        </span>
    }
}

/// The heading of a column of numbers.
pub fn number_heading(words: impl Into<AttrValue>) -> Html {
    html! { <th scope="col" class="num">{ words.into() }</th> }
}

/// The heading of a column of words.
pub fn words_heading(words: impl Into<AttrValue>) -> Html {
    html! { <th scope="col">{ words.into() }</th> }
}
