use super::writing::Writing;
use crate::browser::{begin_workbook, hand_plan, written_file, written_workbook};
use crate::session::Session;
use one_plan_model::exchange::write_json_in_slices;
use one_plan_model::outcome::{dictionary_as_csv, figures_as_csv, progress_report, sealed_file};
use one_plan_model::pace::Pace;

/// A file that can be taken away.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum FileKind {
    Workbook,
    Csv,
    Figures,
    Headings,
    Template,
    Sealed,
    Report,
}

impl FileKind {
    pub(super) const ALL: [Self; 7] =
        [Self::Workbook, Self::Csv, Self::Figures, Self::Headings, Self::Sealed, Self::Report, Self::Template];

    /// Whether there is anything to take away.
    pub(super) fn is_there(self, session: &Session) -> bool {
        self != Self::Headings || !session.plan().headings.is_empty()
    }

    /// What the button says, and what is in the file.
    pub(super) const fn words(self) -> (&'static str, &'static str) {
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

    pub(super) fn file_name(self, session: &Session) -> String {
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

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// Why it cannot be written, in words.
    pub(super) async fn bytes(self, session: &Session, writing: &Writing) -> Result<Vec<u8>, String> {
        let (plan, outcome) = (session.plan(), session.outcome());
        let plan_file = async |pace: &Pace<'_>| write_json_in_slices(plan, pace).await;
        match self {
            Self::Workbook => {
                begin_workbook();
                let results = async |pace: &Pace<'_>| {
                    outcome.result_sheet_in_slices(plan, pace).await.into_bytes_in_slices(pace).await
                };
                // The worker reads the plan while the rest is put together.
                let plan = hand_plan(writing.in_slices(plan_file).await?.as_bytes());
                let results = writing.in_slices(results).await?.map_err(|error| error.to_string())?;
                written_workbook(plan, &results, writing.of_sheets()).await
            }
            Self::Csv => written_file("planAsCsv", &[writing.in_slices(plan_file).await?.as_bytes()]).await,
            Self::Figures => {
                let (figures, dictionary) = (figures_as_csv(plan, outcome), dictionary_as_csv(outcome));
                written_file("figuresAsCsv", &[figures.as_bytes(), dictionary.as_bytes()]).await
            }
            Self::Headings => written_file("mappingOf", &[session.remembered().as_bytes()]).await,
            Self::Template => written_file("template", &[]).await,
            Self::Sealed => Ok(sealed_file(plan, outcome).into_bytes()),
            Self::Report => Ok(progress_report(plan, outcome).into_bytes()),
        }
    }
}
