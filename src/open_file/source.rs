use super::asked::Asked;
use super::example::Example;
use crate::browser::{blob_of, part_of};
use gloo::file::File;
use gloo::file::futures::read_as_text;
use one_plan_model::exchange::{Problem, too_large};
use std::rc::Rc;
use web_sys::Blob;

/// Where a plan comes from.
#[derive(Clone)]
pub enum Source {
    /// Files of this computer that were chosen together.
    Files(Vec<File>),
    /// A plan that the page carries inside itself.
    Example(Example),
    /// The text of a plan file that another program gives, or of a new plan.
    Text(Rc<str>),
    /// The files that were opened last, with what the person says of them.
    Answered {
        /// What was asked of them.
        asked: Rc<Asked>,
        /// What the person says.
        answers: Answers,
    },
}

/// What a person says of headings: a mapping in JSON.
#[derive(Clone, Debug)]
pub enum Answers {
    /// Said on the page.
    Given(Rc<str>),
    /// Kept in a file.
    Kept(File),
}

impl Answers {
    /// The mapping.
    ///
    /// # Errors
    ///
    /// When the file cannot be read as text.
    pub(super) async fn text(&self) -> Result<String, Problem> {
        match self {
            Self::Given(text) => Ok(text.to_string()),
            Self::Kept(file) => read_as_text(file).await.map_err(|_| {
                Problem::of_file(
                    "The selected file must be readable; the browser could not read it",
                    "a mapping as it was saved here",
                )
            }),
        }
    }
}

impl Source {
    /// The name of the file.
    pub fn name(&self) -> Rc<str> {
        match self {
            Self::Files(files) => match files.as_slice() {
                [file] => file.name().into(),
                files => format!("{} files", files.len()).into(),
            },
            Self::Example(example) => example.file_name().into(),
            Self::Text(_) => "plan.json".into(),
            Self::Answered { asked, .. } => called(&asked.report.chosen).into(),
        }
    }

    /// The files by name, as the browser holds them; none where only a text is given.
    ///
    /// # Errors
    ///
    /// When a file is too large, or the browser cannot unpack it.
    pub(super) async fn files(&self) -> Result<Vec<(String, Blob)>, Problem> {
        match self {
            Self::Files(files) => match files.iter().find_map(|file| too_large(file.size() as usize)) {
                Some(problem) => Err(problem),
                None => Ok(files.iter().map(|file| (file.name(), blob_of(file))).collect()),
            },
            Self::Example(example) => match example.file().await {
                Ok(file) => Ok(vec![(example.file_name(), file)]),
                Err(_) => {
                    Err(Problem::of_file("This browser could not unpack the example", "a browser from 2023 or later"))
                }
            },
            // Those that are answered for are where the second module keeps them.
            Self::Text(_) | Self::Answered { .. } => Ok(Vec::new()),
        }
    }
}

/// What files are called that were chosen together.
fn called(names: &[String]) -> String {
    match names {
        [name] => name.clone(),
        names => format!("{} files", names.len()),
    }
}

/// The next bytes of a file, so many at most.
///
/// # Errors
///
/// When the browser cannot read them.
pub(super) async fn bytes_of(file: &Blob, start: f64, bytes: f64) -> Result<Vec<u8>, Problem> {
    part_of(file, start, bytes).await.map_err(|_| {
        Problem::of_file(
            "The selected file must be readable; the browser could not read it",
            "a file that still stands where it was chosen, and that no other program has locked",
        )
    })
}
