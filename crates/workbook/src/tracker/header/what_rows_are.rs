//! What the rows of a sheet are that says how the year goes: schemes that save, or lines of income or expenditure.
//!
//! A finance report has the headings of a tracker: a name, a plan, an actual and a forecast. Its rows are no savings, and a
//! saving of £120m that is a contract would be wrong in silence. So a sheet is a tracker of schemes only where it says so.

use super::tracker_header::TrackerHeader;
use crate::cells::key_of;
use crate::headings::{Field, HeadingNames};
use crate::sheet::{Cell, Sheet};
use crate::vocabulary::{Follows, says_any};

/// What stands in a heading, a title or a name of a sheet that is about schemes.
const OF_SCHEMES: [&str; 17] = [
    "scheme",
    "project",
    "initiative",
    "efficienc",
    "saving",
    "qipp",
    "cip",
    "crip",
    "costimprovement",
    "costreduction",
    "productivity",
    "transformation",
    "tracker",
    "fye",
    "pye",
    "fullyeareffect",
    "partyeareffect",
];
/// What a heading begins one of its words with where it names schemes and nothing else: a project may also be paid for.
const NAMES_SCHEMES: [&str; 7] = ["scheme", "initiative", "efficienc", "saving", "qipp", "cip", "crip"];
/// The same of lines of expenditure and of income.
const OF_EXPENDITURE: [&str; 3] = ["expenditure", "spend", "costcentre"];
const OF_INCOME: [&str; 2] = ["income", "revenue"];
/// What a row is called that is the net of all others; "Network" is none.
const NET: [&str; 7] = ["net", "nettotal", "totalnet", "netbudget", "netspend", "netcost", "netcosts"];
/// What stands in the name of a line that is about income and is spent.
const SPENT_ON_INCOME: [&str; 16] = [
    "cost",
    "costs",
    "loss",
    "losses",
    "tax",
    "team",
    "department",
    "staff",
    "pay",
    "expenditure",
    "spend",
    "protection",
    "reserve",
    "expense",
    "expenses",
    "refund",
];
/// Parts of an organisation that have a budget to spend.
const SPENDING_PARTS: [&str; 5] = ["directorate", "division", "department", "caregroup", "costcentre"];

impl Follows {
    /// What the sheet says itself, in its headings, above them, or in its name and that of its file; nothing where it says
    /// nothing, or two things.
    pub(crate) fn of(sheet: &Sheet, file: &str, header: &TrackerHeader) -> Option<Self> {
        let of_schemes = [
            Field::Description,
            Field::Status,
            Field::Risk,
            Field::Recurrent,
            Field::CashReleasing,
            Field::Start,
            Field::End,
            Field::FullYearEffect,
            Field::Reinvestment,
        ];
        let headings = header.columns.iter().map(|column| column.words.line());
        let above = sheet.rows().take_while(|(row, _)| *row < header.row).flat_map(|(_, cells)| cells);
        let above = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
        let texts: Vec<String> = headings.chain(above).chain([sheet.name.clone(), file.to_owned()]).collect();
        let says = |words: &[&str]| texts.iter().any(|text| says_any(text, words));
        // "Pay / non-pay / income" says of each row what it is, and nothing of all of them.
        let of_kind = header.column(Field::Kind).map(|column| column.words.line());
        let says_besides = |words: &[&str]| {
            let mut others = texts.iter().filter(|text| of_kind.as_ref() != Some(text));
            others.any(|text| says_any(text, words))
        };
        if of_schemes.iter().any(|field| header.has(*field)) && !header.has(Field::Line) {
            return Some(Self::Schemes);
        }
        // Beside the name of a scheme stands of which division it is, or of which cost centre.
        if header.has(Field::Line) && Self::names_schemes(header) {
            return Some(Self::Schemes);
        }
        if header.has(Field::Line) && !Self::sections(sheet, header).is_empty() {
            return Some(Self::Other);
        }
        match (says(&OF_SCHEMES), says(&OF_EXPENDITURE), says(&OF_INCOME)) {
            (true, _, _) if !header.has(Field::Line) => Some(Self::Schemes),
            (true, _, _) if header.has(Field::Name) && !says_besides(&OF_EXPENDITURE) && !says_besides(&OF_INCOME) => {
                Some(Self::Schemes)
            }
            (true, false, false) => Some(Self::Savings),
            (false, true, false) => Some(Self::Expenditure),
            (false, false, true) => Some(Self::Income),
            _ if header.has(Field::Kind) => Some(Self::Other),
            (false, false, false) if Self::are_budgets(sheet, header) => Some(Self::Expenditure),
            _ => None,
        }
    }

    /// Whether rows, or what is planned for each of them, are called budgets: what may be spent. Where one of them is income, or what income leaves, others may be income
    /// too.
    fn are_budgets(sheet: &Sheet, header: &TrackerHeader) -> bool {
        let says_budget = |words: &str| key_of(words).contains("budget");
        let mut plans = header
            .columns
            .iter()
            .filter(|column| matches!(column.field, Some(Field::PlanOfYear | Field::PlanToDate)))
            .map(|column| column.words.line())
            .peekable();
        let are_plans_budgets = plans.peek().is_some() && plans.all(|words| says_budget(&words));
        let above = sheet.rows().take_while(|(row, _)| *row < header.row).flat_map(|(_, cells)| cells);
        let mut titles = above.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::shown);
        // A line of an account, or of a position, may be either.
        let is_said = |of: &str| {
            let spends = || SPENDING_PARTS.iter().any(|part| key_of(of).contains(part));
            says_budget(of) || (are_plans_budgets && (spends() || says_budget(&sheet.name)))
        };
        let is_title = are_plans_budgets && titles.any(|title| says_budget(&title));
        let line = header.column(Field::Line).filter(|of| is_title || is_said(&of.words.own));
        let Some(line) = line else { return false };
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row);
        let mut names = rows.map(|row| sheet.cell(row, line.at).shown());
        // The net of budgets may be that of spending alone.
        let is_left = |name: &str| Self::is_what_is_left(name) && !NET.contains(&key_of(name).as_str());
        !names.any(|name| is_left(&name) || OF_INCOME.iter().any(|word| key_of(&name).contains(word)))
    }

    /// Whether a heading names schemes, or what only a saving has stands beside the names.
    pub(crate) fn names_schemes(header: &TrackerHeader) -> bool {
        let of_naming = [Field::Reference, Field::Name, Field::Description];
        let of_savings = [Field::Recurrent, Field::CashReleasing, Field::FullYearEffect];
        let begins = |part: &str| NAMES_SCHEMES.iter().any(|word| key_of(part).starts_with(word));
        let mut naming = header.columns.iter().filter(|column| column.field.is_some_and(|of| of_naming.contains(&of)));
        naming.any(|column| column.words.own.split(|letter: char| !letter.is_alphanumeric()).any(begins))
            || (header.has(Field::Name) && of_savings.iter().any(|field| header.has(*field)))
    }

    /// What a person said with the headings: that one which nobody knows names a scheme.
    pub(crate) fn said_by_headings(header: &TrackerHeader) -> Option<Self> {
        let names = HeadingNames::default();
        let of_schemes = [Field::Reference, Field::Name, Field::Description];
        let mut said = header.columns.iter().filter(|column| column.is_said && column.words.field(&names).is_none());
        said.any(|column| column.field.is_some_and(|field| of_schemes.contains(&field))).then_some(Self::Schemes)
    }

    /// The rows that hold nothing but the word for what the rows below them are, such as "Income", and the kind.
    pub(crate) fn sections(sheet: &Sheet, header: &TrackerHeader) -> Vec<(u32, &'static str)> {
        let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row >= header.first_row);
        let section = |row: u32| {
            let mut filled =
                header.columns.iter().map(|column| sheet.cell(row, column.at)).filter(|cell| !cell.is_empty());
            match (filled.next(), filled.next()) {
                (Some(Cell::Text(words)), None) => Some((row, Self::kind_of_words(words)?)),
                _ => None,
            }
        };
        rows.filter_map(section).collect()
    }

    /// Whether a line of this name is what other lines leave, such as a surplus, and none of its own: "Deficit support funding"
    /// is money that comes or goes.
    pub(crate) fn is_what_is_left(name: &str) -> bool {
        let key = key_of(name);
        if ["funding", "support", "grant", "repayment", "payback", "allocation"].iter().any(|money| key.contains(money))
        {
            return false;
        }
        if NET.contains(&key.as_str()) {
            return true;
        }
        ["surplus", "deficit", "netposition", "netexpenditure", "netincome", "bottomline", "retainedsurplus"]
            .iter()
            .any(|left| key.starts_with(left))
    }

    /// Whether a line of this name is income, also where it stands among what is spent: "Private patient income", "Income from
    /// activities". What is spent on an income team, or lost of an income, is none.
    pub(crate) fn is_income_line(name: &str) -> bool {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).map(key_of).filter(|word| !word.is_empty());
        let words: Vec<String> = words.collect();
        let is_income = |word: Option<&String>| word.is_some_and(|word| ["income", "revenue"].contains(&word.as_str()));
        let is_spent = |word: &String| SPENT_ON_INCOME.contains(&word.as_str());
        (is_income(words.first()) || is_income(words.last())) && !words.iter().any(is_spent)
    }

    /// The kind that the words of a row say, in a column such as "Pay / non-pay / income".
    pub(crate) fn kind_of_words(words: &str) -> Option<&'static str> {
        let key = key_of(words);
        let is = |list: &[&str]| list.contains(&key.as_str());
        if is(&["income", "inc", "i", "revenue"]) {
            Some("income")
        } else if is(&[
            "expenditure",
            "exp",
            "spend",
            "cost",
            "costs",
            "pay",
            "nonpay",
            "p",
            "np",
            "expense",
            "expenses",
        ]) {
            Some("expenditure")
        } else if is(&["saving", "savings", "efficiency", "efficiencies", "cip", "qipp"]) {
            Some("saving")
        } else {
            None
        }
    }
}
