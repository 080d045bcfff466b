//! The sheets of our own workbooks that hold no table of the plan: they follow from the plan and are written anew.

/// The first sheet of a workbook.
pub const COVER: &str = "Cover";
/// The sheet of the financial framework.
pub const FRAMEWORK: &str = "Framework statement";
/// The sheet of the figures.
pub const RESULTS: &str = "Results";
/// The sheet of what does not add up.
pub const CHECK: &str = "Check";
/// The sheet of the parameters.
pub const PARAMETERS: &str = "Parameters";
/// The sheet of the steps between the plan and the figures.
pub const WORKING: &str = "Working";
/// The sheet of the amounts of the plan in pounds, and of the units.
pub const POUNDS: &str = "In pounds";
/// The sheet of wholes that are split.
pub const SPLITS: &str = "Splits";
/// The sheet of the units and of where the rules come from.
pub const SOURCES: &str = "Units and sources";
/// The sheet of the template that says which sheet is for what.
pub const WHERE: &str = "Where do I put";
/// The hidden sheet of the template that holds the words of drop-downs.
pub const LISTS: &str = "Lists";

/// The words above the headings of a table of ours; below them may stand an example.
pub const TO_COVER: &str = "\u{2190} Cover";

/// The sheet of a corrected copy that lists what is wrong.
pub const PROBLEMS: &str = "One Plan problems";

/// The headings of the two columns of a corrected text, behind all others; more words may follow in the same cells.
pub const COLUMNS_OF_COPY: [&str; 2] = ["Problem", "What is expected"];

/// Whether a sheet of our own workbooks shows something and is not read: all that is read stands in the sheets of the
/// tables.
///
/// ```
/// use one_plan_workbook::sheet::is_for_people;
/// assert!(is_for_people("Results") && is_for_people("One Plan problems"));
/// assert!(!is_for_people("Schemes"));
/// ```
pub fn is_for_people(sheet: &str) -> bool {
    [COVER, FRAMEWORK, RESULTS, CHECK, PARAMETERS, WORKING, POUNDS, SPLITS, SOURCES, WHERE, LISTS, PROBLEMS]
        .contains(&sheet)
}
