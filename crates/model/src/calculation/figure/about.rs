use super::dimension::Dimension;
use super::kind::{FigureKey, FigureKind};
use crate::plan::Plan;

/// One of the things that a figure is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is: the name of a table, `year`, `month`, `due` or `word`; with a number where a figure is about two of them.
    pub name: String,
    /// Which one: an identifier, a year as `2011-12`, a month, or a word.
    pub id: String,
    /// What people call it.
    pub words: String,
}

impl Dimension {
    const fn name(self) -> &'static str {
        match self {
            Self::Row(table) => table.name(),
            Self::Year => "year",
            Self::Month => "month",
            Self::Due => "due",
            Self::Choice(_) => "word",
        }
    }
}

impl FigureKind {
    /// The names of what its figures are about, each different.
    pub fn about_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::with_capacity(self.dimensions.len());
        for (at, dimension) in self.dimensions.iter().enumerate() {
            let name = dimension.name();
            let before = self.dimensions.iter().take(at).filter(|other| other.name() == name).count();
            names.push(if before == 0 { name.to_owned() } else { format!("{name}_{}", before + 1) });
        }
        names
    }
}

impl FigureKey {
    /// What the figure is about, in the order of its kind.
    ///
    /// ```
    /// use one_plan_model::{example, outcome::resolve};
    /// let plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute Care"}]"#);
    /// let figure = resolve(&plan, "savings.programme.acute.2011-12").unwrap();
    /// let about: Vec<_> = figure.about(&plan).into_iter().map(|one| (one.name, one.id, one.words)).collect();
    /// assert_eq!(about[0], ("programmes".into(), "acute".into(), "Acute Care".into()));
    /// assert_eq!(about[1], ("year".into(), "2011-12".into(), "2011/12".into()));
    /// ```
    pub fn about(self, plan: &Plan) -> Vec<Subject> {
        let names = self.kind.about_names().into_iter();
        let subjects = names.zip(self.kind.dimensions).enumerate().map(|(at, (name, dimension))| {
            let subject = self.index.get(at);
            Subject { name, id: dimension.slug(plan, subject), words: dimension.words(plan, subject) }
        });
        subjects.collect()
    }
}
