use serde::Deserialize;
use std::rc::Rc;

/// What has become of the work that is kept in the browser.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Kept {
    /// Of which opening; 0 where no plan is kept.
    pub opening: u32,
    /// In a word.
    pub kind: KeptKind,
    /// Why, where it is not kept; in the words of the browser.
    pub reason: String,
    /// When the file was saved last; empty where it was not.
    pub saved_at: String,
    /// When the last change was kept; empty where none was.
    pub kept_at: String,
}

/// Whether the work is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeptKind {
    /// Nothing is to be kept, or nobody keeps it.
    #[default]
    None,
    /// It is being written.
    Writing,
    /// It was written, read back and compared.
    Kept,
    /// The browser does not let this page keep anything.
    Refused,
    /// There is no room for it.
    Full,
    /// Another tab keeps this plan.
    Elsewhere,
    /// Writing it, or reading it back, failed.
    Failed,
}

impl Kept {
    /// Reads what the script says.
    pub fn of_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Whether nothing would be lost if the page went away now.
    pub fn is_safe(&self) -> bool {
        self.kind == KeptKind::Kept
    }

    /// What a person must know, if it is not kept.
    pub fn trouble(&self) -> Option<&'static str> {
        match self.kind {
            KeptKind::None | KeptKind::Writing | KeptKind::Kept => None,
            KeptKind::Refused => {
                Some("This browser does not let the page keep your work, as in some frames and private windows")
            }
            KeptKind::Full => Some("There is no room left in this browser to keep your work"),
            KeptKind::Elsewhere => Some("This plan is open in another tab too"),
            KeptKind::Failed => Some("Your last changes could not be kept in this browser"),
        }
    }
}

/// A plan that is kept.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct KeptPlan {
    /// Which.
    pub id: String,
    /// The name of its file.
    pub name: String,
    /// Its title, and whose plan it is.
    pub title: String,
    /// When it was changed last.
    pub changed_at: String,
}

/// All plans that are kept.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct KeptPlans {
    /// The plans, the latest first.
    pub plans: Vec<KeptPlan>,
    /// The one that was open in this tab before it was loaded again; empty where there is none.
    pub open: String,
    /// The one that is open here now; empty where none is kept.
    pub here: String,
}

impl KeptPlans {
    /// Reads what the script says.
    pub fn of_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// What a person asks for about what is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepRequest {
    /// A kept plan is opened again, with its last change or without it.
    Open(Rc<str>, bool),
    /// A kept plan is forgotten.
    Forget(Rc<str>),
    /// What is open here is kept as a plan of its own.
    Copy,
    /// What another tab kept is opened here, in its place.
    Here,
    /// Everything is erased.
    Erase,
}
