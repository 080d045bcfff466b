use crate::plan::Table;
use crate::quantity::Decimal;
use serde::{Deserialize, Serialize};

/// What follows from a plan, as plain data. It can be sent as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultSheet {
    /// The version of the engine that made it.
    pub engine: String,
    /// The master check in a word: passed, findings or failed.
    pub check: String,
    /// The same in a sentence.
    pub check_words: String,
    /// Every figure, in the order of the rules.
    pub figures: Vec<SheetFigure>,
    /// The kinds of the figures.
    pub kinds: Vec<SheetKind>,
    /// The steps on which the figures stand. What a step stands on comes before it.
    pub steps: Vec<SheetStep>,
    /// The splits of which a step takes a part.
    pub splits: Vec<SheetSplit>,
    /// The dated parameters that a step uses.
    pub parameters: Vec<SheetParameter>,
    /// The financial framework, a statement for each year.
    pub statements: Vec<FrameworkStatement>,
    /// What a person should look at, the gravest first.
    pub findings: Vec<SheetFinding>,
    /// Every printed figure against the computed one.
    pub comparisons: Vec<SheetComparison>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFigure {
    /// Its identifier.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// The position of its kind.
    pub kind: u32,
    /// Its value: pounds, things, a fraction; or why there is none.
    pub value: SheetValue,
    /// Whether it stands on a cell that an error names.
    pub is_doubtful: bool,
    /// The position of the step by which it came about.
    pub step: u32,
    /// Where it counts rows: which, as cells say it.
    pub counts: Option<SheetCount>,
}

/// The rows of a table that a figure counts: all those that meet the tests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetCount {
    /// The name of the table.
    pub table: String,
    /// What is asked of a row; at least one thing.
    pub tests: Vec<SheetTest>,
}

/// What is asked of a row that is counted. Columns are names, and what they hold is text as a workbook has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SheetTest {
    /// A column holds a text.
    Is(String, String),
    /// A column does not hold a text; it may be empty.
    IsNot(String, String),
    /// A column is filled.
    IsFilled(String),
}

/// A kind of figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetKind {
    /// Its identifier, with `{}` for what its figures are about.
    pub id: String,
    /// The unit in a word: £, count, %, number, arrows, rating.
    pub unit: String,
    /// The rules.
    pub rule: String,
    /// The formula in words.
    pub formula: String,
    /// Where the rule comes from.
    pub source: String,
}

/// A number, or why there is none, in a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetValue {
    /// The number, without zeros at its end.
    Number(#[serde(with = "two_numbers")] Decimal),
    /// Why there is none.
    Fault(String),
}

/// A number as a whole number and how many of its digits stand behind the point: every plan has many.
mod two_numbers {
    use super::Decimal;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        (number.mantissa(), number.scale()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let (whole, places) = <(i128, u32)>::deserialize(deserializer)?;
        Decimal::try_from_i128_with_scale(whole, places).map_err(Error::custom)
    }
}

/// A step: its value and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetStep {
    /// The value.
    pub value: SheetValue,
    /// How it came about. Numbers are positions of steps before it.
    pub how: StepHow,
}

/// How a step came about. A number is the position of an earlier step, unless it says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepHow {
    /// It stands in a cell of the plan.
    Cell(SheetCell),
    /// It is part of the rule: what it is.
    Constant(String),
    /// It is one, for a row that is counted: a cell of the row that is always filled, and what is counted.
    Row(SheetCell, String),
    /// It is a parameter, by its position among the parameters.
    Parameter(u32),
    /// It is a figure, by its position among the figures.
    Figure(u32),
    /// There is none.
    Fault,
    /// The sum.
    Sum(Vec<u32>),
    /// The product.
    Product(Vec<u32>),
    /// The first less the second.
    Difference(u32, u32),
    /// The first divided by the second.
    Quotient(u32, u32),
    /// With the other sign.
    Negation(u32),
    /// The smaller of two.
    Minimum(u32, u32),
    /// The larger of two.
    Maximum(u32, u32),
    /// Rounded half away from zero to so many decimal places, which stand second.
    Rounded(u32, u32),
    /// A part of a whole that is split: the split by its position among the splits, and which part.
    Part(u32, u32),
    /// Chosen by the rule: the number, and why.
    Chosen(u32, String),
}

/// A whole that is split by weights, by the largest remainder: every part is cut off, and what is left over goes, one unit
/// of the last place at a time, to the parts that lost most; of those that lost alike, to the earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSplit {
    /// The step that is split.
    pub whole: u32,
    /// The steps of the weights.
    pub weights: Vec<u32>,
    /// To how many decimal places.
    pub places: u32,
}

/// A cell of the plan. It goes as three numbers: half of all steps of a large plan are cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "(u8, u32, u8)", try_from = "(u8, u32, u8)")]
pub struct SheetCell {
    /// The table.
    pub table: Table,
    /// The row, counted from zero.
    pub row: u32,
    /// The position of the column.
    pub column: u8,
}

impl SheetCell {
    /// The name of the column; empty where the table has none at this position.
    pub fn column_name(&self) -> &'static str {
        self.table.columns().get(usize::from(self.column)).map_or("", |column| column.name)
    }
}

impl From<SheetCell> for (u8, u32, u8) {
    fn from(cell: SheetCell) -> Self {
        (cell.table as u8, cell.row, cell.column)
    }
}

impl TryFrom<(u8, u32, u8)> for SheetCell {
    type Error = &'static str;

    fn try_from((table, row, column): (u8, u32, u8)) -> Result<Self, Self::Error> {
        let table = *Table::ALL.get(usize::from(table)).ok_or("no such table")?;
        Ok(Self { table, row, column })
    }
}

/// A dated parameter as the figures use it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetParameter {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub about: String,
    /// The value: a fraction for a percentage.
    pub number: String,
    /// The value as written.
    pub written: String,
    /// The years in which it holds, in words.
    pub years: String,
    /// How sure it is.
    pub standing: String,
    /// Where it comes from.
    pub source: String,
    /// The cell of the plan that gives it, if it does.
    pub cell: Option<SheetCell>,
}

/// The financial framework of a year: what each budget line is, from the gross budget to the baseline proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkStatement {
    /// What it is a statement of.
    pub title: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its lines, with the total at the end.
    pub lines: Vec<StatementLine>,
    /// What follows below it, each with one number: the resource limit, the surplus, the control total.
    pub results: Vec<StatementLine>,
}

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementLine {
    /// What it is called.
    pub label: String,
    /// Whether it is the sum of the lines above.
    pub is_total: bool,
    /// What stands in each column.
    pub entries: Vec<Option<StatementEntry>>,
}

/// What stands in a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatementEntry {
    /// An amount of the plan.
    Cell(SheetCell),
    /// A figure, by its position.
    Figure(u32),
}

/// What a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFinding {
    /// error, warning or information.
    pub severity: String,
    /// Which check found it.
    pub code: String,
    /// What was found.
    pub message: String,
    /// The cells; the first is the one to look at.
    pub places: Vec<SheetCell>,
    /// The identifiers of the figures concerned.
    pub figures: Vec<String>,
    /// What to do.
    pub advice: String,
    /// By which ids of the plan it is known.
    pub known: Vec<String>,
}

/// A printed figure against the computed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetComparison {
    /// The cell with the printed value.
    pub cell: SheetCell,
    /// The identifier, as the plan gives it.
    pub id: String,
    /// The position of the figure, if it is computed.
    pub figure: Option<u32>,
    /// The unit in a word.
    pub unit: String,
    /// The printed value: pounds, things, a fraction.
    pub printed: SheetValue,
    /// The verdict: exact, rounding, unlikely, differs, not computed.
    pub verdict: String,
}
