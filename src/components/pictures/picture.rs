//! A picture in a section of its own, or what the plan would have to give for it.

use super::chart_figure::figure_of;
use crate::chart::Chart;
use crate::components::tag;
use crate::session::Session;
use yew::prelude::*;

/// The picture under its heading; where there is none, one line that says what would be needed.
pub fn picture(session: &Session, heading: &str, chart: Option<&impl Chart>, needed: &'static str) -> Html {
    match chart {
        Some(chart) => {
            let figure = figure_of(session, heading.to_owned(), "h2", chart);
            tag("div").class("section").child(figure).html()
        }
        None => needed_for(heading, needed),
    }
}

/// One line that says what a picture would need.
pub fn needed_for(heading: &str, needed: &'static str) -> Html {
    tag("p").class("picture-needs").child(tag("strong").words(format!("{heading}: "))).words(needed).html()
}
