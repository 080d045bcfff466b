//! Data: what was read of the files, with control totals and every problem.

mod changes;
mod control;
mod file_kind;
mod issues;
mod keeping;
mod take_away;
mod writing;

use crate::components::{CorrectedCopies, tag, titled};
use crate::navigation::Page;
use crate::page_context::ViewProperties;
use crate::pages::further_down::further_down;
use crate::pages::whole::{SectionTables, ToTables};
use changes::Changes;
use issues::Issues;
use keeping::Keeping;
use take_away::TakeAway;
use yew::prelude::*;

/// The page of data.
#[component]
pub fn DataPage(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let session = &context.session;
    let tables = further_down(html! { <SectionTables context={context.clone()} page={Page::Data} /> });
    let page = tag("div").child(tag("h1").class("page__title").words("Data"));
    let to_tables = html! { <ToTables page={Page::Data} /> };
    match session.load_report() {
        Some(report) => page
            .child(tag("p").class("page__lead").words(
                "What was read of your files: every row is used, or left out for a reason that stands here. Your files stay as they are.",
            ))
            .child(to_tables)
            .child(control::section(report))
            .child(html! { <Keeping context={context.clone()} /> })
            .child(html! { <Changes context={context.clone()} /> })
            .child(further_down(html! { <TakeAway context={context.clone()} /> }))
            .child(further_down(html! { <CorrectedCopies report={report.clone()} session={context.session.clone()} /> }))
            .child(further_down(html! { <Issues context={context.clone()} /> }))
            .child(tables)
            .html(),
        None => page
            .child(tag("p").class("page__lead").words(
                "This plan came from a plan file: every row and every cell of it is used, or it would not have been opened.",
            ))
            .child(to_tables)
            .child(html! { <Keeping context={context.clone()} /> })
            .child(html! { <Changes context={context.clone()} /> })
            .child(further_down(html! { <TakeAway context={context.clone()} /> }))
            .child(titled("files-title", "Other files").child(tag("p").class("prose").words(
                "Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) and CSV files are opened in the same way as plan files: drop \
                 them on this page. A sheet, or a file, is called after the table that it holds, such as schemes; the first \
                 row names the columns.",
            )))
            .child(tables)
            .html(),
    }
}
