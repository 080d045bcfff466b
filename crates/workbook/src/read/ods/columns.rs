use quick_xml::events::BytesStart;

use crate::read::refusal::Trouble;
use crate::read::rows::Rows;
use crate::read::{limits, xml};

/// The styles of the columns, which count for cells without one.
#[derive(Default)]
pub(super) struct Columns {
    next: u32,
    styles: Vec<(u32, String)>,
}

impl Columns {
    pub(super) fn take(&mut self, element: &BytesStart<'_>, rows: &mut Rows) -> Result<(), Trouble> {
        let count = xml::attribute(element, "number-columns-repeated")?.map_or(1, |text| times(&text));
        let end = self.next.saturating_add(count);
        if xml::attribute(element, "visibility")?.is_some_and(|visibility| visibility != "visible") {
            rows.hide_columns(self.next, end - 1);
        }
        if self.styles.len() < limits::MOST_COLUMNS as usize {
            let style = xml::attribute(element, "default-cell-style-name")?;
            self.styles.push((end, style.unwrap_or_default().into_owned()));
        }
        self.next = end;
        Ok(())
    }

    pub(super) fn style(&self, column: u32) -> Option<&str> {
        let at = self.styles.partition_point(|(end, _)| *end <= column);
        self.styles.get(at).map(|(_, style)| style.as_str())
    }
}

/// How often something stands there, which is at least once.
pub(super) fn times(text: &str) -> u32 {
    text.trim().parse().unwrap_or(1).max(1)
}
