use super::about_submissions::answer_column;
use super::column::Measure;
use super::contracts_of_load::ContractsOfLoad;
use super::counting::Counting;
use super::coverage::Coverage;
use super::found_rows::{Facts, Used};
use super::given_months::GivenMonths;
use super::layout::Layout;
use super::lists::Lists;
use super::named_rows::NamedRows;
use super::reader::read;
use super::rows_and_pounds::Control;
use super::sheet_read::{Read, SheetRead};
use super::statement_names::names_of;
use super::telling::Telling;
use super::{about_codes, about_rows, about_sheets, about_submissions, activity, contracts};
use crate::answers::Answers;
use crate::issues::{Issue, Place, Question};
use crate::recognise::holds_patients;
use crate::sheet::{Sheet, SourceFile, is_for_people};
use crate::tables::TableRows;
use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use one_plan_model::quantity::FinancialYear;
use std::borrow::Cow;

/// The sheets of files that are contract monitoring, and what they state.
#[derive(Clone, Debug, Default)]
pub struct Monitoring {
    sheets: Vec<SheetRead>,
    read: Read,
    given: GivenMonths,
}

/// What is made of contract monitoring.
#[derive(Clone, Debug, Default)]
pub struct RowsOfMonitoring {
    /// The rows of tables.
    pub tables: Vec<TableRows>,
    /// What is to be said.
    pub issues: Vec<Issue>,
    /// What only a person can say.
    pub questions: Vec<Question>,
    /// Rows and pounds of the files.
    pub control: Control,
}

impl Monitoring {
    /// Finds and reads them. What a person said of a sheet goes before, and a file with data of patients is not read.
    pub fn of(files: &[SourceFile], answers: &Answers) -> Self {
        let mut found = Self::default();
        for (file, source) in files.iter().enumerate() {
            for (at, sheet) in source.sheets.iter().enumerate() {
                if is_for_people(&sheet.name) || answers.sheet(&sheet.name).is_some() {
                    continue;
                }
                let Some(layout) = Layout::find(sheet).filter(|_| !holds_patients(sheet)) else { continue };
                let place = Place { sheet: Some(at), ..Place::file(file) };
                found.sheets.push(read(sheet, place, &layout, &mut found.read));
            }
        }
        found.given = GivenMonths::of(&found.read.stated);
        found
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// The files without these sheets: an empty one stands in the place of each.
    pub fn others<'f>(&self, files: &'f [SourceFile]) -> Cow<'f, [SourceFile]> {
        if self.is_empty() {
            return Cow::Borrowed(files);
        }
        let is_read = |file, sheet| {
            self.sheets.iter().any(|read| read.place == Place { sheet: Some(sheet), ..Place::file(file) })
        };
        let without = |(file, source): (usize, &SourceFile)| {
            let sheets = source.sheets.iter().enumerate();
            let sheets = sheets
                .map(|(at, sheet)| if is_read(file, at) { Sheet::new(sheet.name.clone()) } else { sheet.clone() })
                .collect();
            SourceFile { name: source.name.clone(), kind: source.kind, sheets, remarks: source.remarks.clone() }
        };
        Cow::Owned(files.iter().enumerate().map(without).collect())
    }

    /// The years of a plan that is made of these files alone. What was done in a year is the baseline of the next: the plan
    /// begins after the last year of which anything was done, or with the first that is planned.
    pub fn years(&self) -> Option<(FinancialYear, FinancialYear)> {
        let of = |measure: Measure| {
            let stated = self.read.stated.stated.iter();
            stated.filter(move |stated| stated.states(measure)).filter_map(move |stated| {
                let group = stated.group;
                let given = self.given.given((stated.statement, group.provider, group.year), measure);
                (!given.is_empty()).then_some(group.year)
            })
        };
        let first = match of(Measure::Actual).max() {
            Some(done) => done.next(),
            None => of(Measure::Planned).min()?,
        };
        let last = of(Measure::Planned).max().map_or(first, |planned| planned.max(first));
        Some((first, last))
    }

    /// Makes rows of tables, beside those that were read of other sheets and added to them.
    pub fn rows(
        &self,
        files: &[SourceFile],
        (tables, added): (&[TableRows], &[GivenRows]),
        base_year: Option<FinancialYear>,
        answers: &Answers,
    ) -> RowsOfMonitoring {
        let mut made = RowsOfMonitoring::default();
        let Some(first) = self.sheets.first() else { return made };
        let place = first.place.row(first.layout.row);
        let all = &self.read.stated;
        let names = names_of(&all.statements, files);
        let about = |provider: u32, year: FinancialYear| format!("{} {year}", all.providers.written(provider));
        let answer = |provider, year| answers.rows_of(Table::ContractMonth, answer_column(), &about(provider, year));
        let counting = Counting::of(all, &self.given, &names, &answer);
        let coverage = Coverage::of(all, &self.given, &counting);
        let mut lists = Lists::new(&self.sheets);
        let named = NamedRows::of(&self.read, tables, added, &mut lists);
        let facts = Facts { all, counting: &counting, coverage: &coverage, named: &named };
        let mut used = Used::default();
        let of_contracts = contracts::add(facts, &ContractsOfLoad::of(tables, added), &mut lists, &mut used);
        let of_activity = activity::add(facts, base_year, &mut lists, &mut used);
        let mut telling = Telling::default();
        for read in &self.sheets {
            let sheet = files.get(read.place.file).and_then(|file| file.sheets.get(read.place.sheet?));
            if let Some(sheet) = sheet {
                about_sheets::tell(sheet, read, all, &mut telling);
            }
        }
        about_codes::tell(facts, place, &mut telling);
        made.questions = about_submissions::tell(facts, &self.given, &names, &mut telling);
        about_rows::tell_contracts(facts, &of_contracts, place, &mut telling);
        about_rows::tell_activity(facts, &of_activity, base_year, place, &mut telling);
        about_rows::tell_rounded(lists.rounded, place, &mut telling);
        made.issues = telling.issues;
        made.tables = lists.finish();
        self.count_other_rows(&mut made.tables);
        made.control = self.control(&used);
        made
    }

    /// The rows of a sheet that are none of its table are told with the first table that is made of it.
    fn count_other_rows(&self, tables: &mut [TableRows]) {
        for read in &self.sheets {
            if let Some(rows) = tables.iter_mut().find(|rows| rows.place == read.place) {
                rows.other_rows = read.other_rows;
            }
        }
    }

    /// Rows and pounds: what the plan uses of them, and what it does not.
    fn control(&self, used: &Used) -> Control {
        let mut control = self.read.left_out.clone();
        let all = &self.read.stated;
        for (at, stated) in all.stated.iter().enumerate() {
            let provider = all.providers.written(stated.group.provider);
            for (point, sums) in &stated.points {
                let part = control.part(provider, all.points.written(*point));
                let mut is_used = !Measure::ALL.into_iter().any(|measure| sums.figures.of(measure).is_given());
                for measure in Measure::ALL {
                    let figures = sums.figures.of(measure);
                    let of_measure = figures.is_given() && used.contains(&(at, measure));
                    is_used |= of_measure;
                    figures.price.into_iter().for_each(|price| part.add(price, of_measure));
                }
                part.rows_read += sums.rows;
                part.rows_used += if is_used { sums.rows } else { 0 };
            }
        }
        control
    }
}
