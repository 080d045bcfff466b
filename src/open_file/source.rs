use super::example::Example;
use gloo::file::File;
use gloo::file::futures::{read_as_bytes, read_as_text};
use one_plan_model::exchange::{LARGEST_FILE, Problem};
use std::rc::Rc;

const MEGABYTE: u64 = 1024 * 1024;

/// Where a plan comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// Files of this computer that were chosen together.
    Files(Vec<File>),
    /// A plan that the page carries inside itself.
    Example(Example),
    /// The text of a plan file that another program gives.
    Text(Rc<str>),
    /// The files that were opened last, with what the person says of them.
    Answered {
        /// Their names.
        chosen: Vec<String>,
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
            Self::Answered { chosen, .. } => called(chosen).into(),
        }
    }

    /// The files by name, byte for byte, or why there are no bytes of them.
    ///
    /// # Errors
    ///
    /// When a file is too large, or the browser cannot read or unpack it.
    pub(super) async fn files(&self) -> Result<Vec<(String, Vec<u8>)>, Problem> {
        let bytes = match self {
            Self::Files(files) => {
                let mut read = Vec::with_capacity(files.len());
                for file in files {
                    if let Some(problem) = too_large(file.size()) {
                        return Err(problem);
                    }
                    let bytes = read_as_bytes(file).await.map_err(|_| {
                        Problem::of_file(
                            "The selected file must be readable; the browser could not read it",
                            "a file that still stands where it was chosen, and that no other program has locked",
                        )
                    })?;
                    read.push((file.name(), bytes));
                }
                return Ok(read);
            }
            Self::Example(example) => example.bytes().await.map_err(|_| {
                Problem::of_file("This browser could not unpack the example", "a browser from 2023 or later")
            })?,
            Self::Text(text) => text.as_bytes().to_vec(),
            // They are where the second module keeps them.
            Self::Answered { .. } => return Ok(Vec::new()),
        };
        Ok(vec![(self.name().to_string(), bytes)])
    }
}

/// What files are called that were chosen together.
fn called(names: &[String]) -> String {
    match names {
        [name] => name.clone(),
        names => format!("{} files", names.len()),
    }
}

/// What is wrong with a file of this size: one that is too large is not read at all.
fn too_large(size: u64) -> Option<Problem> {
    let largest = LARGEST_FILE as u64;
    (size > largest).then(|| {
        Problem::of_file(
            format!(
                "The selected file must be smaller than {} MB; it has {} MB",
                largest.div_ceil(MEGABYTE),
                size.div_ceil(MEGABYTE)
            ),
            "a plan file; check that the right file was chosen",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_file_is_read_and_one_byte_more_is_not() {
        let largest = LARGEST_FILE as u64;
        assert_eq!(too_large(largest), None);
        let problem = too_large(largest + 1).map(|problem| problem.what);
        assert_eq!(problem.as_deref(), Some("The selected file must be smaller than 128 MB; it has 129 MB"));
    }
}
