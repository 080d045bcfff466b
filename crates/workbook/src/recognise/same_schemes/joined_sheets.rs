//! What is said of schemes that stand in several sheets, once for each two sheets.

use super::known_months::DifferingMonths;
use super::repeated_schemes::{Repeated, Sameness};
use super::scheme_sources::{ListedScheme, SchemeSource};
use crate::issues::{Effect, Issue, Severity};
use crate::sheet::SourceFile;
use std::collections::BTreeMap;

/// Two sheets by their sources, the later first, and what their common rows are to each other.
type OfSheets = (usize, usize, Sameness);

/// The rows of one sheet that another has as well.
#[derive(Debug, Default)]
struct Common {
    schemes: usize,
    example: String,
    other_plans: usize,
    other_plan: Option<Box<str>>,
    other_months: usize,
    only_here: usize,
}

/// The rows of sheets that others have as well.
#[derive(Debug, Default)]
pub struct JoinedSheets {
    common: BTreeMap<OfSheets, Common>,
}

impl JoinedSheets {
    /// Notes a row that another sheet has as well.
    pub fn note(&mut self, sources: &[SchemeSource], repeated: &Repeated) {
        let scheme = |at: (usize, usize)| sources.get(at.0).and_then(|source| source.schemes.get(at.1));
        let Some((here, there)) = scheme(repeated.scheme).zip(scheme(repeated.of)) else { return };
        let common = self.common.entry(key(repeated)).or_default();
        common.schemes += 1;
        if common.schemes == 1 {
            common.example = example(here, there);
        }
        if repeated.has_other_plan {
            common.other_plans += 1;
            common.other_plan.get_or_insert_with(|| called(here).into());
        }
    }

    /// Notes how what a row says of the year stands to what is used.
    pub fn note_months(&mut self, repeated: &Repeated, differing: DifferingMonths) {
        let common = self.common.entry(key(repeated)).or_default();
        common.other_months += differing.others;
        common.only_here += differing.only_here;
    }

    /// What is to be said of them.
    pub fn issues(&self, sources: &[SchemeSource], files: &[SourceFile]) -> Vec<Issue> {
        let issue = |((later, earlier, sameness), common): (&OfSheets, &Common)| {
            let (here, there) = sources.get(*later).zip(sources.get(*earlier))?;
            Some(match sameness {
                Sameness::Same if there.is_monitored || !here.is_monitored => {
                    common.counts_once(here, &name_of(there, here, files))
                }
                Sameness::Same => common.is_listed(here),
                Sameness::Part => common.are_parts(here, &name_of(there, here, files)),
                Sameness::OtherReference => common.has_other_references(here, &name_of(there, here, files)),
                // These are told by their names.
                Sameness::Perhaps => return None,
            })
        };
        self.common.iter().filter_map(issue).collect()
    }
}

const fn key(repeated: &Repeated) -> OfSheets {
    (repeated.scheme.0, repeated.of.0, repeated.sameness)
}

fn called(scheme: &ListedScheme) -> &str {
    scheme.name.as_ref().map(|(name, _)| name.as_ref()).or(scheme.written.as_deref()).unwrap_or_default()
}

/// A scheme with its reference in both sheets.
fn example(here: &ListedScheme, there: &ListedScheme) -> String {
    match there.written.as_ref().zip(here.written.as_ref()) {
        Some((there, here_written)) => format!("\"{}\", which is {there} there and {here_written} here", called(here)),
        None => format!("\"{}\"", called(here)),
    }
}

/// A sheet as it is called, with its file where that is another.
fn name_of(source: &SchemeSource, of: &SchemeSource, files: &[SourceFile]) -> String {
    let file = files.get(source.place.file);
    let sheet = file.and_then(|file| file.sheets.get(source.place.sheet?)).map_or("", |sheet| sheet.name.as_str());
    let of_file = file.filter(|_| source.place.file != of.place.file).map(|file| format!(" of {}", file.name));
    format!("the sheet \"{sheet}\"{}", of_file.unwrap_or_default())
}

impl Common {
    fn of(&self, sheet: &str) -> String {
        let (schemes, stand) = if self.schemes == 1 {
            ("1 scheme".to_owned(), "stands")
        } else {
            (format!("{} schemes", self.schemes), "stand")
        };
        format!("{schemes} of {sheet} {stand}")
    }

    fn other_plans(&self) -> String {
        let Some(example) = &self.other_plan else { return String::new() };
        let plans = if self.other_plans == 1 { "1 has" } else { &format!("{} have", self.other_plans) };
        format!("; {plans} another plan of the year there, such as \"{example}\"")
    }

    fn issue(&self, of: &SchemeSource, severity: Severity, what: String, expected: &str, effect: Effect) -> Issue {
        Issue {
            severity,
            place: of.place,
            column: None,
            value: String::new(),
            what,
            expected: expected.to_owned(),
            effect,
        }
    }

    /// A list says what the schemes are that a sheet follows.
    fn is_listed(&self, here: &SchemeSource) -> Issue {
        let what = format!(
            "{} in the sheet of schemes as well: that one says what they are, and what this sheet says of how the year goes is \
             theirs{}{}",
            self.of("this tracker"),
            self.other_plans(),
            self.months()
        );
        let is_all_the_same = self.other_plans == 0 && self.other_months == 0 && self.only_here == 0;
        let severity = if is_all_the_same { Severity::Information } else { Severity::Warning };
        self.issue(
            here,
            severity,
            what,
            "nothing, if they are the same schemes; otherwise other references",
            Effect::Used,
        )
    }

    /// Two sheets that say the same of them.
    fn counts_once(&self, here: &SchemeSource, there: &str) -> Issue {
        let what = format!(
            "{} in {there} as well, and {} not counted a second time: what that one says counts{}{}",
            self.of("this sheet"),
            if self.schemes == 1 { "is" } else { "are" },
            self.other_plans(),
            self.months()
        );
        let (severity, expected) = if self.other_plans > 0 {
            // Nobody knows which of two amounts is meant.
            (Severity::Error, "one plan for each scheme, if they are the same; otherwise other references and names")
        } else if self.other_months > 0 || self.only_here > 0 {
            (Severity::Warning, "the same amounts in both sheets, or one of the sheets alone")
        } else {
            (Severity::Information, "nothing, if they are the same schemes; otherwise other references and names")
        };
        self.issue(here, severity, what, expected, Effect::Used)
    }

    /// What further amounts become that say how the year goes.
    fn months(&self) -> String {
        let amounts = |count: usize| if count == 1 { "1 amount".to_owned() } else { format!("{count} amounts") };
        let mut words = String::new();
        if self.other_months > 0 {
            words = format!(
                "; {} of how the year goes {} another there",
                amounts(self.other_months),
                if self.other_months == 1 { "is" } else { "are each" }
            );
        }
        if self.only_here > 0 {
            let stand = if self.only_here == 1 { "stands only here and is" } else { "stand only here and are" };
            words.push_str(&format!("; {} of how the year goes {stand} not used", amounts(self.only_here)));
        }
        words
    }

    fn are_parts(&self, here: &SchemeSource, there: &str) -> Issue {
        let what = format!(
            "{} whole in {there}, under the same references: what all parts of each are together is counted there",
            self.of("this sheet")
        );
        let expected = "nothing, if they are parts of these; otherwise other references";
        self.issue(here, Severity::Information, what, expected, Effect::Used)
    }

    fn has_other_references(&self, here: &SchemeSource, there: &str) -> Issue {
        let what = format!(
            "{} in {there} as well by name and plan, and under other references, such as {}: they are not counted a second time",
            self.of("this sheet"),
            self.example
        );
        let expected = "the same references in both sheets, or one of the sheets alone, if they are the same schemes; otherwise \
                        names that tell them apart";
        self.issue(here, Severity::Error, what, expected, Effect::RowLeftOut)
    }
}
