use one_plan_model::quantity::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use std::collections::BTreeMap;

const INK: Color = Color::RGB(0x0020_2A36);
const QUIET: Color = Color::RGB(0x0060_6B78);
const DEEP: Color = Color::RGB(0x001F_4257);
const PALE: Color = Color::RGB(0x00EE_F2F5);
const LINE: Color = Color::RGB(0x00D5_DCE2);
const INPUT: Color = Color::RGB(0x00FF_F9E5);
const WHITE: Color = Color::RGB(0x00FF_FFFF);

/// How the cells of our workbooks look: one calm style, everywhere the same.
pub struct Styles {
    /// Plain text.
    pub text: Format,
    /// Text in a cell of a table: it stays text when someone types into the cell.
    pub table_text: Format,
    /// Text of several lines.
    pub wrapped: Format,
    /// The title of a sheet.
    pub title: Format,
    /// What is said below it.
    pub about: Format,
    /// The title of a part of a sheet.
    pub section: Format,
    /// Headings of columns.
    pub heading: Format,
    /// Headings of columns that must be filled.
    pub required: Format,
    /// Headings above numbers.
    pub number_heading: Format,
    /// What to write in a column.
    pub hint: Format,
    /// The example of a column.
    pub example: Format,
    /// A word before what it says.
    pub label: Format,
    /// A link to another place.
    pub link: Format,
    /// Where there is no number.
    pub absent: Format,
    numbers: BTreeMap<(String, Emphasis), Format>,
}

/// What is special about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// Nothing.
    None,
    /// It is a total.
    Total,
    /// It may be changed.
    Input,
}

impl Styles {
    /// The styles.
    pub fn new() -> Self {
        let base = Format::new()
            .set_font_name("Arial")
            .set_font_size(10)
            .set_font_color(INK)
            .set_align(FormatAlign::Left)
            .set_align(FormatAlign::Top)
            .set_indent(1);
        let heading = base
            .clone()
            .set_bold()
            .set_font_color(WHITE)
            .set_background_color(DEEP)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(DEEP);
        let quiet = base.clone().set_font_color(QUIET);
        Self {
            text: base.clone(),
            wrapped: base.clone().set_text_wrap(),
            title: base.clone().set_bold().set_font_size(16).set_font_color(DEEP),
            about: quiet.clone(),
            section: base.clone().set_bold().set_font_size(12).set_font_color(DEEP),
            required: heading.clone().set_font_color(Color::RGB(0x00FF_E08A)),
            number_heading: heading.clone().set_align(FormatAlign::Right),
            table_text: base.clone().set_text_wrap().set_num_format("@"),
            heading,
            hint: quiet.clone().set_background_color(PALE).set_text_wrap().set_font_size(9),
            example: quiet.clone().set_italic().set_background_color(PALE),
            label: quiet.clone(),
            link: base.clone().set_font_color(Color::RGB(0x0000_5EA5)),
            absent: quiet.set_align(FormatAlign::Right).set_italic(),
            numbers: BTreeMap::new(),
        }
    }

    /// A number in a number format.
    pub fn number(&mut self, format: &str, emphasis: Emphasis) -> &Format {
        let base = &self.text;
        self.numbers.entry((format.to_owned(), emphasis)).or_insert_with(|| {
            let is_text = format == "@";
            let align = if is_text { FormatAlign::Left } else { FormatAlign::Right };
            let number = base.clone().set_num_format(format).set_align(align).set_indent(1);
            match emphasis {
                Emphasis::None => number,
                Emphasis::Total => number
                    .set_bold()
                    .set_border_top(FormatBorder::Thin)
                    .set_border_top_color(DEEP)
                    .set_background_color(PALE),
                Emphasis::Input => {
                    number.set_background_color(INPUT).set_border(FormatBorder::Thin).set_border_color(LINE)
                }
            }
        })
    }

    /// Text in a row that is a total.
    pub fn total(&self) -> Format {
        let total = self.text.clone().set_bold().set_background_color(PALE);
        total.set_border_top(FormatBorder::Thin).set_border_top_color(DEEP)
    }
}

/// The number format of a value in a unit.
pub fn format_of_unit(unit: &str, number: Decimal) -> &'static str {
    let is_whole = number.is_integer();
    match unit {
        "£" => "#,##0.00",
        "whole £" if is_whole => "#,##0",
        "whole £" => "#,##0.00",
        "%" => "0.00%",
        _ if is_whole => "#,##0",
        "count" => "#,##0.0",
        _ => "#,##0.0000",
    }
}
