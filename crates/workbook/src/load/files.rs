use super::control::control_totals;
use super::report::LoadReport;
use super::sources::keep_places;
use super::years_of_plan::YearsOfPlan;
use super::{details, monitoring, problems};
use crate::answers::Answers;
use crate::contract_monitoring::Monitoring;
use crate::issues::{Effect, Issue, Place, Question, Severity};
use crate::recognise::{Recognised, recognise};
use crate::sheet::SourceFile;
use crate::tables::TableRows;
use one_plan_model::exchange::{GivenRows, RowsRead, read_rows};
use one_plan_model::plan::{Plan, Table};
use std::collections::HashMap;

/// What was loaded.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The plan of what can be used; nothing where there can be none.
    pub plan: Option<Plan>,
    /// Everything that a person should know.
    pub report: LoadReport,
    /// For each row of the plan the row of a sheet from which it comes.
    pub origins: HashMap<Table, Vec<Option<Place>>>,
}

/// Makes a plan of files.
///
/// ```
/// use one_plan_workbook::load::load;
/// use one_plan_workbook::answers::Answers;
/// use one_plan_workbook::sheet::{Cell, FileKind, Sheet, SourceFile};
/// let text = |words: &str| Cell::Text(words.into());
/// let lists = Sheet::of_rows("Scheme lists", vec![
///     vec![text("Name"), text("Year")],
///     vec![text("Our schemes"), text("2026/27")],
/// ]);
/// let schemes = Sheet::of_rows("Schemes", vec![
///     vec![text("Name"), text("List"), text("Gross (£000)"), text("Programme")],
///     vec![text("Fewer follow-ups"), text("Our schemes"), text("£1,200"), text("Planned care")],
///     vec![text("Total"), Cell::Empty, text("£1,300"), Cell::Empty],
/// ]);
/// let file = SourceFile { name: "plan.xlsx".into(), kind: FileKind::Xlsx, sheets: vec![lists, schemes], remarks: vec![] };
/// let loaded = load(&[file], &Answers::default());
/// let plan = loaded.plan.unwrap();
/// assert_eq!(plan.schemes.len(), 1);
/// assert_eq!(plan.programmes.len(), 1);
/// assert!(loaded.report.issues.iter().any(|issue| issue.what.contains("add up to 1200")));
/// ```
pub fn load(files: &[SourceFile], answers: &Answers) -> Loaded {
    let monitoring = Monitoring::of(files, answers);
    let Recognised { tables: mut lists, mut issues, mut questions, names, readings, used, told } =
        recognise(&monitoring.others(files), answers);
    let mut added = names.added_rows.clone();
    let mut refused = Vec::new();
    let mut base_year = monitoring::base_year_in(&lists);
    if lists.is_empty() && monitoring.is_empty() {
        let is_asked = questions.iter().any(Question::is_pressing);
        refused.push(if is_asked { nothing_before_answers() } else { no_table(files) });
    } else if !lists.iter().any(|rows| rows.table == Table::PlanDetails) {
        let years = YearsOfPlan::of_rows(&lists).or_else(|| monitoring::years_of(&monitoring));
        match years.map_or_else(|| YearsOfPlan::of(files, &lists, &told), Ok) {
            Ok(years) => match details::details(files, &years) {
                Some((rows, issue)) => {
                    base_year = years.base();
                    added.push(rows);
                    issues.push(issue);
                }
                None => refused.push(no_year(&format!("no year lies before {}", years.first))),
            },
            Err(why) => refused.push(no_year(&why)),
        }
    }
    keep_places(&mut lists, files);
    let of_monitoring = (!monitoring.is_empty()).then(|| {
        // Something is known of the files: what other sheets are need not be said.
        for question in &mut questions {
            if let Question::Sheet { candidates, is_pressing, .. } = question {
                *is_pressing &= !candidates.is_empty();
            }
        }
        let made = monitoring.rows(files, (&lists, &names.added_rows), base_year, answers);
        lists.extend(made.tables);
        issues.extend(made.issues);
        questions.extend(made.questions);
        monitoring::control_of(&made.control)
    });
    // The plan remembers what was said of the files of which it was made.
    added.extend(used.rows_to_add(lists.iter().map(|rows| &rows.given)));
    let given: Vec<GivenRows> = lists.iter().map(|rows| rows.given.clone()).chain(added.iter().cloned()).collect();
    let read = read_rows(&given);
    issues.extend(lists.iter().flat_map(|rows| rows.issues.iter().cloned()));
    issues.extend(problems::of_rows(&lists, &read, files));
    issues.extend(problems::of_changes(&lists, &names));
    if refused.is_empty() {
        refused.extend(problems::of_refusals(&lists, &read, files));
    }
    let control = of_monitoring.into_iter().chain(control_totals(&lists, &added, &read)).collect();
    let origins = origins_of(&lists, &read);
    let report =
        LoadReport { mapping: readings, ..LoadReport::new(files, &lists, control, issues, questions, refused) };
    Loaded { plan: report.refused.is_empty().then_some(read.plan), report, origins }
}

/// Where each row of each table of the plan stood in the files.
fn origins_of(lists: &[TableRows], read: &RowsRead) -> HashMap<Table, Vec<Option<Place>>> {
    let mut origins = HashMap::new();
    for table in Table::ALL {
        let rows = u32::try_from(read.plan.row_count(*table)).unwrap_or_default();
        let places = (0..rows).map(|row| {
            let (list, row) = read.origin(*table, row)?;
            let rows = lists.get(list)?;
            Some(rows.place.row(rows.positions.get(row as usize).copied()?))
        });
        if rows > 0 {
            origins.insert(*table, places.collect());
        }
    }
    origins
}

fn no_table(files: &[SourceFile]) -> Issue {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    Issue {
        severity: Severity::Error,
        place: Place::default(),
        column: None,
        value: String::new(),
        what: format!("no table of a plan was found in {}", names.join(", ")),
        expected: "sheets, or files, that are called after tables of the plan such as \"schemes\", or have their headings; the \
                   template has them all"
            .to_owned(),
        effect: Effect::LeftAlone,
    }
}

fn nothing_before_answers() -> Issue {
    Issue {
        severity: Severity::Error,
        place: Place::default(),
        column: None,
        value: String::new(),
        what: "nothing of this can be used before it is said what is asked".to_owned(),
        expected: "answers, on the page or in a mapping".to_owned(),
        effect: Effect::LeftAlone,
    }
}

fn no_year(why: &str) -> Issue {
    Issue {
        severity: Severity::Error,
        place: Place::default(),
        column: Some((Table::PlanDetails, None)),
        value: String::new(),
        what: format!("the files have no table \"plan\", and {why}"),
        expected: "a sheet \"plan\" with one row: title, system, first_year, last_year, base_year".to_owned(),
        effect: Effect::LeftAlone,
    }
}
