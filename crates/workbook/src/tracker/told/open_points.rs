//! What must be known before a tracker can be read.

use crate::answers::Mapping;
use crate::cells::{Heading, key_of, number_in};
use crate::headings::{Field, unit_above, unit_in_words};
use crate::issues::{Asks, Effect, Issue, Place, Question, Severity};
use crate::sheet::{Cell, NumberKind, Sheet};
use crate::tracker::header::TrackerHeader;
use crate::tracker::time::HalfToldYear;
use crate::vocabulary::Follows;
use one_plan_model::quantity::MoneyUnit;

/// What is expected of months that are headed by numbers.
pub(super) const COUNTED: &str = "\"M7\" or \"Oct\" in place of 7 in the headings, or \"Month 7\" above them; or a mapping that says which months they are";

/// The units of the amounts of a tracker.
#[derive(Clone, Copy, Debug)]
pub struct Units {
    /// That in which the rows are given in the plan: that of the first amount.
    pub rows: MoneyUnit,
    /// That of amounts whose heading gives none.
    pub others: Option<MoneyUnit>,
}

impl Units {
    /// The units of the headings. A heading without one has that of what stands above the headings, or what a person said, or
    /// the one that all other headings give, or that of the name of the sheet; or pounds, where the cells themselves show the sign. Nothing where that leaves
    /// an amount without a unit.
    pub fn of(sheet: &Sheet, header: &TrackerHeader, mapping: &Mapping) -> Option<Self> {
        let amounts = || header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
        let first = amounts().find_map(|column| column.unit);
        let others = unit_above(sheet, header.row)
            .map(|(unit, ..)| unit)
            .or(mapping.unit)
            .or_else(|| unit_below(sheet, header.row))
            .or_else(|| first.filter(|first| amounts().filter_map(|column| column.unit).all(|unit| unit == *first)))
            .or_else(|| Heading::of(&sheet.name).unit)
            .or_else(|| (first.is_none() && shows_pounds(sheet, header)).then_some(MoneyUnit::Pounds));
        // What no row says is said of the row.
        let of_rows = header.unit_of_rows(sheet);
        let has_all = others.is_some() || of_rows.is_some() || amounts().all(|column| column.unit.is_some());
        first.or(others).or(of_rows).filter(|_| has_all).map(|rows| Self { rows, others })
    }
}

/// The unit that a note below the table says, as in "All figures in £000": the words of a row that holds nothing else.
fn unit_below(sheet: &Sheet, row: u32) -> Option<MoneyUnit> {
    let notes = sheet.rows().filter(|(below, _)| *below > row).filter_map(|(_, cells)| {
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        match (filled.next(), filled.next()) {
            (Some(Cell::Text(text)), None) => Some(&**text),
            _ => None,
        }
    });
    let says_of_all = |text: &&str| {
        let key = key_of(text);
        ["figures", "amounts", "values", "allin", "shownin"].iter().any(|word| key.contains(word))
    };
    let mut units = notes.filter(says_of_all).filter_map(unit_in_words);
    units.next().filter(|first| units.all(|unit| unit == *first))
}

/// Whether every amount shows the sign of pounds.
fn shows_pounds(sheet: &Sheet, header: &TrackerHeader) -> bool {
    let amounts = || header.columns.iter().filter(|column| column.field.is_some_and(Field::is_money));
    let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row);
    let cells = rows.flat_map(|row| amounts().map(move |column| sheet.cell(row, column.at)));
    let mut filled = cells.filter(|cell| is_amount(cell)).peekable();
    let shows = |cell: &Cell| match cell {
        Cell::Number(_, style) => style.kind == NumberKind::Currency || style.unit.is_some(),
        _ => cell.shown().contains('£'),
    };
    filled.peek().is_some() && filled.all(shows)
}

/// Whether a cell is an amount, with a sign of currency or without.
fn is_amount(cell: &Cell) -> bool {
    match cell {
        Cell::Number(..) => true,
        Cell::Text(text) => number_in(&text.replace('£', "")).is_some(),
        _ => false,
    }
}

/// That a tracker cannot be read before something is said, as a problem and as a question. Of the year it is said which
/// places say another one each, if that is why there is `no_year`.
pub fn what_is_missing(
    sheet: &Sheet,
    place: Place,
    header: &TrackerHeader,
    no_year: Option<Option<&str>>,
    no_unit: bool,
    follows: Option<Follows>,
) -> (Vec<Issue>, Vec<Question>) {
    let mut open = OpenPoints { sheet, place, header, follows, issues: Vec::new(), questions: Vec::new() };
    open.ask_columns();
    if follows.is_none() {
        open.ask(
            Asks::Follows,
            Vec::from(Follows::ALL.map(|follows| follows.word().to_owned())),
            "whether its rows are schemes that save, or lines of income or expenditure, is not said",
            "a heading such as \"Scheme\", the word above the table or in the name of the sheet, such as \"Expenditure\", or \"Income\" \
             and \"Expenditure\" over their rows; or a mapping with it",
            format!("What are the rows of \"{}\"?", sheet.name),
        );
    }
    if let Some(differing) = no_year {
        open.ask_year(differing);
    }
    if no_unit {
        open.ask(
            Asks::Unit,
            Vec::from(MoneyUnit::ALL.map(|unit| unit.symbol().to_owned())),
            "in which unit its amounts are is not said, or not of all of them",
            "the unit in the headings or above them, such as \"£000\"; or a mapping with it",
            format!("In which unit are the amounts of \"{}\"?", sheet.name),
        );
    }
    (open.issues, open.questions)
}

/// What must be said before a tracker can be read.
struct OpenPoints<'a> {
    sheet: &'a Sheet,
    place: Place,
    header: &'a TrackerHeader,
    follows: Option<Follows>,
    issues: Vec<Issue>,
    questions: Vec<Question>,
}

impl OpenPoints<'_> {
    fn say(&mut self, place: Place, value: String, what: String, expected: &str) {
        self.issues.push(Issue {
            severity: Severity::Error,
            place,
            column: None,
            value,
            what,
            expected: expected.to_owned(),
            effect: Effect::LeftAlone,
        });
    }

    /// What months are of, or what the columns are.
    fn ask_columns(&mut self) {
        let (sheet, place, header) = (self.sheet, self.place, self.header);
        let name = &sheet.name;
        let months = header.months_to_ask();
        let first = months.as_ref().and_then(|months| header.columns.iter().find(|column| column.at == months.first));
        if let Some((months, first)) = months.as_ref().zip(first) {
            let what = format!(
                "the sheet \"{name}\" {}, and it is not read: whether its months are those of the plan, the actual or the forecast is \
                 not said",
                what_it_is(self.follows)
            );
            let expected =
                "\"Plan\", \"Actual\" or \"Forecast\" over the months or beside them; or a mapping that says it";
            self.say(place.cell(header.row, first.at), first.words.line(), what, expected);
            self.questions.push(months.question(first, place));
        } else if let Some((first, question)) =
            header.numbers_of_months().next().zip(header.question_of_numbers(place)).filter(|_| !header.is_tracker())
        {
            let what = format!(
                "the sheet \"{name}\" {}, and it is not read: its months are headed by numbers alone, and whether these are counted \
                 from April is not said",
                what_it_is(self.follows)
            );
            self.say(place.cell(header.row, first.at), first.words.line(), what, COUNTED);
            self.questions.push(question);
        } else if !header.is_tracker() {
            let what = format!(
                "the sheet \"{name}\" is a tracker, and it is not read: which column names the schemes or the lines, and which \
                 holds an amount, is not known"
            );
            let expected = "on the page, or in a mapping, what the columns are";
            self.say(place.row(header.row), name.clone(), what, expected);
        }
    }

    /// `differing` are the places that say another year each, if that is why it is not known.
    fn ask_year(&mut self, differing: Option<&str>) {
        let half = HalfToldYear::of(self.sheet, self.header);
        let of_half = |half: &HalfToldYear| {
            let [ends, begins] = half.may_be;
            format!(": \"{}\" may be {ends}, which ends in that year, or {begins}, which begins in it", half.written)
        };
        let differing = differing.map(|places| format!(": {places}")).or_else(|| half.as_ref().map(of_half));
        self.ask(
            Asks::Year,
            half.iter().flat_map(|half| half.may_be).map(|year| year.to_string()).collect(),
            &format!("for which year it is cannot be told{}", differing.unwrap_or_default()),
            "one financial year such as 2026/27 in its headings, above them, or in the name of the sheet or the file; or a mapping with it",
            format!("For which financial year is \"{}\"?", self.sheet.name),
        );
    }

    fn ask(&mut self, asks: Asks, candidates: Vec<String>, what: &str, expected: &str, question: String) {
        let name = &self.sheet.name;
        let what = format!("the sheet \"{name}\" {}, and it is not read: {what}", what_it_is(self.follows));
        self.say(self.place.row(self.header.row), name.clone(), what, expected);
        self.questions.push(Question::Tracker {
            sheet: (self.place.file, self.place.sheet.unwrap_or_default()),
            column: None,
            asks,
            value: name.clone(),
            question,
            candidates,
        });
    }
}

/// What a sheet is, as far as that is known.
const fn what_it_is(follows: Option<Follows>) -> &'static str {
    match follows {
        Some(Follows::Schemes) => "is a tracker of savings",
        _ => "says how the year goes",
    }
}
