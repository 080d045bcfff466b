use super::WriteProblem;
use super::styles::Styles;
use rust_xlsxwriter::{Format, Url, Worksheet};

/// The most characters that a cell of a workbook holds.
pub const MOST_CHARACTERS: usize = 32_767;

/// The most links in a sheet. Programs take long to write and to open many more, and nobody follows them all.
const MOST_LINKS: usize = 5_000;

/// A sheet that is being written, with the styles of all.
pub struct Paper<'a> {
    /// The sheet.
    pub sheet: &'a mut Worksheet,
    /// The styles.
    pub styles: &'a mut Styles,
    links: usize,
}

impl<'a> Paper<'a> {
    /// A sheet with a title, and a sentence below it.
    pub fn new(
        sheet: &'a mut Worksheet,
        styles: &'a mut Styles,
        title: &str,
        about: &str,
    ) -> Result<Self, WriteProblem> {
        sheet.set_screen_gridlines(false).set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
        let mut paper = Self { sheet, styles, links: 0 };
        paper.sheet.set_row_height(0, 26)?;
        let (of_title, of_about) = (paper.styles.title.clone(), paper.styles.about.clone());
        paper.text(0, 0, title, &of_title)?;
        paper.text(1, 0, about, &of_about)?;
        Ok(paper)
    }

    /// Text in a cell; what a cell cannot hold is left out, for only people read it.
    pub fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Result<(), WriteProblem> {
        if text.is_empty() {
            self.sheet.write_blank(row, column, format)?;
            return Ok(());
        }
        self.sheet.write_string_with_format(row, column, held(text), format)?;
        Ok(())
    }

    /// How the cells of columns look that are written without a format of their own. The library looks up a format for each
    /// cell that has one: in sheets of many rows that is a good part of the work.
    pub fn columns(&mut self, formats: &[(u16, &Format)]) -> Result<(), WriteProblem> {
        for (column, format) in formats {
            self.sheet.set_column_format(*column, format)?;
        }
        Ok(())
    }

    /// Text in a cell that looks like its column; what a cell cannot hold is left out, for only people read it.
    pub fn text_of_column(&mut self, row: u32, column: u16, text: &str) -> Result<(), WriteProblem> {
        if !text.is_empty() {
            self.sheet.write_string(row, column, held(text))?;
        }
        Ok(())
    }

    /// A link to another cell of the workbook; after many of them the text alone.
    pub fn link(&mut self, row: u32, column: u16, to: &str, text: &str) -> Result<(), WriteProblem> {
        self.links += 1;
        if self.links > MOST_LINKS {
            return self.text_of_column(row, column, text);
        }
        let held: String = text.chars().take(240).collect();
        let url = Url::new(format!("internal:{to}")).set_text(held);
        self.sheet.write_url_with_format(row, column, url, &self.styles.link)?;
        Ok(())
    }

    /// The widths of the first columns, in characters.
    pub fn widths(&mut self, widths: &[u16]) -> Result<(), WriteProblem> {
        for (column, width) in (0_u16..).zip(widths) {
            self.sheet.set_column_width(column, f64::from(*width))?;
        }
        Ok(())
    }

    /// Headings in a row; those of numbers stand to the right.
    pub fn headings(&mut self, row: u32, headings: &[(&str, bool)]) -> Result<(), WriteProblem> {
        for (column, (heading, is_number)) in (0_u16..).zip(headings) {
            let format = if *is_number { &self.styles.number_heading } else { &self.styles.heading }.clone();
            self.text(row, column, heading, &format)?;
        }
        self.sheet.set_row_height(row, 20)?;
        Ok(())
    }

    /// Makes a row as high as the texts in it need, each in a column of a width, up to so many lines.
    pub fn fit(&mut self, row: u32, texts: &[(&str, u16)], most: usize) -> Result<(), WriteProblem> {
        let lines = texts.iter().map(|(text, width)| lines(text, *width)).max().unwrap_or(1).min(most);
        if lines > 1 {
            self.sheet.set_row_height(row, u32::try_from(lines * 13 + 3).unwrap_or(400).min(400))?;
        }
        Ok(())
    }
}

/// As much of a text as surely has room in a cell.
fn held(text: &str) -> &str {
    // So few bytes are no more characters.
    if text.len() <= MOST_CHARACTERS / 2 {
        return text;
    }
    text.char_indices().nth(MOST_CHARACTERS / 2).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// On how many lines a text stands in a column: an estimate, for only a spreadsheet knows its letters.
pub fn lines(text: &str, width: u16) -> usize {
    let width = usize::from(width.max(4)) * 23 / 20;
    if text.len() <= width && !text.contains('\n') {
        return 1;
    }
    text.split('\n').map(|line| line.chars().count().div_ceil(width).max(1)).sum()
}
