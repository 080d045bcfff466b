use crate::plan::definition::{choice, table};

choice! {
    /// What a person said the meaning of.
    NamedThing {
        /// A sheet, or a file of one table.
        Sheet = "sheet",
        /// The heading of a column of a table.
        Column = "column",
        /// The rows of a sheet, none of which says to what it belongs.
        Rows = "rows",
        /// The heading of a column of a tracker.
        TrackerColumn = "tracker-column",
        /// A word in a column of a tracker.
        TrackerWord = "tracker-word",
        /// The unit of the amounts of a tracker.
        TrackerUnit = "tracker-unit",
        /// What the rows of a tracker are.
        TrackerFollows = "tracker-follows",
    }
}

table! {
    /// What a sheet, a heading or a word in a person's own files means. It is said once, when the files are opened, and
    /// used whenever files are opened while this plan is open.
    plain HeadingMeaning as ["heading", "heading meanings", "mapping"] key [kind, within, words, field] {
        /// What it is.
        kind: NamedThing,
        /// Where it stands: the table, such as schemes, or what the tracker is called; empty for a sheet.
        within: Option<String>,
        /// The name of the sheet, the heading or the word, as it is written in the files; empty for a unit.
        words: Option<String>,
        /// For a word in a tracker: what its column holds, such as status. For the rows of a sheet: the column that it lacks.
        field: Option<String>,
        /// What it means: a table, a column of the table, what the column of a tracker holds, a column of schemes with its
        /// word such as status: made, a unit, what rows are, or to what they belong; empty where it is left alone.
        means: Option<String>,
    }
}
