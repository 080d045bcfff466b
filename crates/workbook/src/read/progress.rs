use std::ops::ControlFlow;

use super::limits;
use super::refusal::Trouble;

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The file that is being read.
    pub file: &'a str,
    /// The sheet in it; empty where a file has no sheets.
    pub sheet: &'a str,
    /// How many rows of the file have been read.
    pub rows: u64,
    /// How many bytes of its rows have been read, as they are when they are unpacked.
    pub bytes: u64,
    /// How many there are.
    pub of_bytes: u64,
}

/// Is told how far the reading is, and says whether to go on.
pub type OnProgress<'a> = &'a mut dyn FnMut(&Progress<'_>) -> ControlFlow<()>;

/// What has been read by one call, and how much more may be.
pub(super) struct Work<'a> {
    on_progress: OnProgress<'a>,
    cells: u64,
    text: u64,
    /// What archives have been expanded to.
    pub(super) expanded: u64,
    /// Whether sheets of which a plan takes nothing are left at their title.
    pub(super) inputs_only: bool,
    file: String,
    sheet: String,
    rows: u64,
    rows_told: u64,
    steps: u64,
    bytes_told: u64,
    bytes_before: u64,
    of_bytes: u64,
}

impl<'a> Work<'a> {
    pub(super) fn new(on_progress: OnProgress<'a>) -> Self {
        Self {
            on_progress,
            cells: 0,
            text: 0,
            expanded: 0,
            inputs_only: false,
            file: String::new(),
            sheet: String::new(),
            rows: 0,
            rows_told: 0,
            steps: 0,
            bytes_told: 0,
            bytes_before: 0,
            of_bytes: 0,
        }
    }

    pub(super) fn begin_file(&mut self, name: &str) {
        self.file = name.to_owned();
        self.sheet.clear();
        (self.rows, self.rows_told, self.bytes_before, self.of_bytes) = (0, 0, 0, 0);
    }

    /// How many bytes of rows the file has in each of its sheets, as far as it says so truly.
    pub(super) fn expect(&mut self, bytes: impl IntoIterator<Item = u64>) {
        self.of_bytes = bytes.into_iter().fold(0, u64::saturating_add);
    }

    pub(super) fn begin_sheet(&mut self, name: &str) -> Result<(), Trouble> {
        self.sheet = name.to_owned();
        self.tell(0)
    }

    /// A sheet of so many bytes is read.
    pub(super) fn end_sheet(&mut self, bytes: u64) {
        self.bytes_before = self.bytes_before.saturating_add(bytes);
    }

    /// A row is read; so many bytes of the sheet are behind it.
    pub(super) fn row(&mut self, bytes: u64) -> Result<(), Trouble> {
        self.rows += 1;
        if self.rows - self.rows_told < limits::ROWS_BETWEEN_PROGRESS {
            return Ok(());
        }
        self.rows_told = self.rows;
        self.tell(bytes)
    }

    /// A piece of a row, or of what is read before the rows, is read.
    pub(super) fn step(&mut self, bytes: u64) -> Result<(), Trouble> {
        self.steps += 1;
        if self.steps < limits::STEPS_BETWEEN_PROGRESS {
            return Ok(());
        }
        self.tell(bytes)
    }

    /// Tells how far the reading is.
    pub(super) fn tell(&mut self, bytes: u64) -> Result<(), Trouble> {
        (self.steps, self.bytes_told) = (0, bytes);
        let bytes = self.bytes_before.saturating_add(bytes);
        let progress = Progress {
            file: &self.file,
            sheet: &self.sheet,
            rows: self.rows,
            bytes,
            of_bytes: self.of_bytes.max(bytes),
        };
        match (self.on_progress)(&progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Trouble::Stopped),
        }
    }

    /// Takes room for cells.
    pub(super) fn take_cells(&mut self, count: usize) -> Result<(), Trouble> {
        self.cells = self.cells.saturating_add(count as u64);
        self.steps = self.steps.saturating_add(count as u64);
        if self.cells <= limits::MOST_CELLS {
            return self.step(self.bytes_told);
        }
        Err(Trouble::too_much(
            format!("at most {} million cells, with all that are chosen together", limits::MOST_CELLS / 1_000_000),
            "This has more, or has single cells far away from all others.",
        ))
    }

    /// Takes room for text.
    pub(super) fn take_text(&mut self, bytes: usize) -> Result<(), Trouble> {
        self.text = self.text.saturating_add(bytes as u64);
        if self.text <= limits::MOST_TEXT {
            return Ok(());
        }
        Err(Trouble::too_much(
            format!("at most {} MB of text, with all that are chosen together", limits::MOST_TEXT / 1_000_000),
            "This has more.",
        ))
    }
}
