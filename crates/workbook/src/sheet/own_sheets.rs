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

/// What stands in the first cell of a row that only shows how a table is filled. The template has one in each table.
pub const EXAMPLE_MARK: &str = "Example (left out when read)";

/// The sheet of a corrected copy that lists what is wrong.
pub const PROBLEMS: &str = "One Plan problems";

/// The headings of the two columns of a corrected text, behind all others; more words may follow in the same cells.
pub const COLUMNS_OF_COPY: [&str; 2] = ["Problem", "What is expected"];

/// What stands below the title of the sheets that grow with the plan.
pub const ABOUT_RESULTS: &str = "Each value is a formula over the sheets of the tables. It shows the way that the rules took with these \
                                 numbers: where other numbers decide otherwise, compute again with One Plan.";
/// The same of the working.
pub const ABOUT_WORKING: &str =
    "Steps that several figures use, and parts of formulas that would be too long to read. Money is in pounds.";
/// The same of the amounts in pounds.
pub const ABOUT_POUNDS: &str = "Every amount that a figure uses, in pounds: as it stands in its table, times what the unit of its row is \
                                worth. Correct a unit there, and the results follow.";

/// Whether a sheet is one of those that One Plan writes and that grow with the plan, by its name and by the two lines with which
/// it begins: of such a sheet nothing is read, and reading its rows would take longer than all tables do.
pub fn is_written_anew(sheet: &str, title: &str, about: &str) -> bool {
    let begins = [(RESULTS, ABOUT_RESULTS), (WORKING, ABOUT_WORKING), (POUNDS, ABOUT_POUNDS)];
    begins.contains(&(sheet, about)) && title == sheet
}

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
