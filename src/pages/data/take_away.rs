use crate::browser::{save_bytes, share_link, written_file};
use crate::components::{nodes, tag, titled};
use crate::navigation::Page;
use crate::page_context::ViewProperties;
use crate::session::Session;
use one_plan_model::exchange::write_json;
use one_plan_model::outcome::{dictionary_as_csv, figures_as_csv, progress_report, sealed_file};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A file that can be taken away.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Workbook,
    Csv,
    Figures,
    Headings,
    Template,
    Sealed,
    Report,
}

impl Kind {
    const ALL: [Self; 7] =
        [Self::Workbook, Self::Csv, Self::Figures, Self::Headings, Self::Sealed, Self::Report, Self::Template];

    /// Whether there is anything to take away.
    fn is_there(self, session: &Session) -> bool {
        self != Self::Headings || !session.plan().headings.is_empty()
    }

    /// What the button says, and what is in the file.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Workbook => (
                "Excel workbook",
                "The plan with a sheet for each table, every figure as a formula that calculates, the checks, and where \
                 each rule comes from. It can be changed in Excel and opened here again.",
            ),
            Self::Csv => {
                ("Tables as CSV", "The plan as comma-separated values: one file for each table, in one archive.")
            }
            Self::Figures => {
                ("Figures as CSV", "Every figure with what it is about, and a dictionary of what each is.")
            }
            Self::Headings => (
                "What headings mean",
                "What you said of sheets, headings and words when your files were opened. Choose it together with other \
                 files, and they are read in the same way. This plan remembers it too.",
            ),
            Self::Template => {
                ("Blank template", "A workbook to fill in, with notes, examples and lists to choose from.")
            }
            Self::Sealed => (
                "Sealed plan",
                "The plan with its seal and every figure. Opened here later it says: reproduced exactly, or which figures \
                 differ.",
            ),
            Self::Report => (
                "Progress report",
                "What is saved, how far it is, what is due and what is open, as text with headings for the public.",
            ),
        }
    }

    fn file_name(self, session: &Session) -> String {
        let stem = session.file_name().trim_end_matches(".json");
        match self {
            Self::Workbook => format!("{stem}.xlsx"),
            Self::Csv => format!("{stem}-tables.zip"),
            Self::Figures => format!("{stem}-figures.zip"),
            Self::Headings => format!("{stem}-headings.json"),
            Self::Template => "one-plan-template.xlsx".to_owned(),
            Self::Sealed => format!("{stem}-sealed.json"),
            Self::Report => format!("{stem}-progress.md"),
        }
    }

    async fn bytes(self, session: &Session) -> Result<Vec<u8>, String> {
        let (plan, outcome) = (session.plan(), session.outcome());
        match self {
            Self::Workbook => {
                let results = serde_json::to_string(&outcome.result_sheet(plan)).map_err(|error| error.to_string())?;
                written_file("planAsWorkbook", &[&write_json(plan), &results]).await
            }
            Self::Csv => written_file("planAsCsv", &[&write_json(plan)]).await,
            Self::Figures => {
                written_file("figuresAsCsv", &[&figures_as_csv(plan, outcome), &dictionary_as_csv(outcome)]).await
            }
            Self::Headings => written_file("mappingOf", &[&session.remembered()]).await,
            Self::Template => written_file("template", &[]).await,
            Self::Sealed => Ok(sealed_file(plan, outcome).into_bytes()),
            Self::Report => Ok(progress_report(plan, outcome).into_bytes()),
        }
    }
}

/// The ways to take the plan, and what follows from it, into other programs.
#[component]
pub fn TakeAway(properties: &ViewProperties) -> Html {
    let session = properties.context.session.clone();
    let said = use_state(|| AttrValue::from(""));
    let mut list = tag("dl").class("choices");
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_there(&session)) {
        let (name, about) = kind.words();
        let onclick = Callback::from({
            let (session, said) = (session.clone(), said.clone());
            move |_: MouseEvent| {
                said.set(format!("Writing {} …", kind.file_name(&session)).into());
                let (session, said) = (session.clone(), said.clone());
                spawn_local(async move {
                    let name = kind.file_name(&session);
                    let saved = match kind.bytes(&session).await {
                        Ok(bytes) => save_bytes(&name, &bytes).map_err(|_| "the browser does not save it".to_owned()),
                        Err(problem) => Err(problem),
                    };
                    said.set(match saved {
                        Ok(()) => format!("{name} was handed to your browser to save.").into(),
                        Err(problem) => format!("{name} could not be written: {problem}.").into(),
                    });
                });
            }
        });
        let button =
            tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick).words(name);
        let row = tag("div").key(name).class("choices__row");
        list = list.child(row.child(tag("dt").child(button)).child(tag("dd").words(about)));
    }
    list = list.child(others(&session, &said));
    titled("take-away-title", "Take it away")
        .child(
            tag("p")
                .words("Each file is made by this page and handed to your browser to save; nothing is sent anywhere."),
        )
        .child(list)
        .child(tag("p").attribute("role", "status").words((*said).clone()))
        .child(tag("div").class("field").attribute("data-link", ""))
        .html()
}

/// The ways that make no file.
fn others(session: &Session, said: &UseStateHandle<AttrValue>) -> Html {
    let pack = tag("a").class("button button--secondary").attribute("href", Page::Pack.hash()).words("Board pack");
    let link = Callback::from({
        let (session, said) = (session.clone(), said.clone());
        move |_: MouseEvent| {
            let (session, said) = (session.clone(), said.clone());
            spawn_local(async move {
                let made = share_link(&write_json(session.plan()), session.file_name()).await;
                said.set(made.unwrap_or_else(|problem| format!("There can be no link: {problem}.")).into());
            });
        }
    });
    let button = || tag("button").attribute("type", "button").class("button button--secondary");
    let ways = [
        (
            pack,
            "The answers on paper or as PDF, and every section and table that you take in, with page numbers and the seal \
             on every sheet.",
        ),
        (
            button().onclick(link).words("Link"),
            "An address that opens this plan with your changes, and says how long it is. It holds the plan itself, so \
             nothing is sent anywhere until you send it.",
        ),
        (
            button().attribute("data-press", "scramble").words("Scramble the numbers"),
            "For a screenshot: every digit that is shown becomes another one until you press again. The plan stays as it is.",
        ),
    ];
    let mut rows = Vec::with_capacity(ways.len());
    for (position, (way, about)) in ways.into_iter().enumerate() {
        let row = tag("div").key(position).class("choices__row");
        rows.push(row.child(tag("dt").child(way)).child(tag("dd").words(about)).html());
    }
    nodes(rows)
}
