use super::parts;
use crate::components::{
    body, cell_for_number, counted, data_table, figure_in_table, filters, form_of_table, head, headings, mentions,
    row as table_row, show_more, tag, titled_by, words_field,
};
use crate::navigation::Page;
use crate::page_context::PageContext;
use crate::pages::view_state::{use_end_of_ids, use_view_state};
use one_plan_model::calculation::FigureKey;
use yew::prelude::*;

/// Properties of [`PartFigures`].
#[derive(Clone, PartialEq, Properties)]
pub struct PartFiguresProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The section.
    pub page: Page,
}

/// The figures of a section that do not stand beside a row already.
#[component]
pub fn PartFigures(properties: &PartFiguresProperties) -> Html {
    let (context, of) = (&properties.context, properties.page);
    let state = use_view_state("figures-", of);
    let end = use_end_of_ids(properties.page.word());
    let plan = context.session.plan();
    let mut all: Vec<(FigureKey, String)> = Vec::new();
    for kind in parts::kinds_among_tables(of) {
        for (key, _) in context.session.outcome().figures_of(kind) {
            all.push((key, key.label(plan)));
        }
    }
    if all.is_empty() {
        return tag("div").html();
    }
    let wanted = state.words.trim();
    let total = all.len();
    all.retain(|(_, label)| wanted.is_empty() || mentions(label, wanted));
    let shown = all.len().min(state.rows);
    let form = form_of_table(context, all.iter().take(shown).map(|(key, _)| *key));
    let mut rows = Vec::with_capacity(shown);
    for (key, label) in all.iter().take(shown) {
        let cells = vec![cell_for_number("Value").child(figure_in_table(context, *key, form)).html()];
        rows.push(table_row(key.id(plan), label.clone(), cells).html());
    }
    let content = if all.is_empty() {
        tag("p").words("No figure fits this choice.").html()
    } else {
        let caption = "Calculated figures of this section; each can be explained";
        data_table(
            format!("calculated-figures{end}"),
            caption,
            false,
            vec![head(headings(&["Figure"], &["Value"])), body(rows)],
        )
    };
    let field = words_field(format!("figures-words{end}"), "Filter", &state.words, state.onwords.clone());
    titled_by(format!("figures-title{end}"), "Calculated figures".to_owned())
        .child(filters(vec![field], format!("{} of {}", counted(all.len()), counted(total))))
        .child(tag("div").child(content))
        .child(show_more(shown, all.len(), "figures", &state.onrows))
        .html()
}
