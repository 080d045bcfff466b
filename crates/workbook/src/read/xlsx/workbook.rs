//! The list of the sheets, and what holds for all of them.

use quick_xml::events::Event;

use crate::read::archive::Archive;
use crate::read::date::Epoch;
use crate::read::limits;
use crate::read::refusal::Trouble;
use crate::read::workbook::{Listed, Workbook};
use crate::read::xml::{self, Xml};

pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Workbook, Trouble> {
    let part = archive.small(part)?.ok_or_else(|| Trouble::damaged("its list of sheets is missing"))?;
    let mut xml = Xml::new(part);
    let mut workbook = Workbook::default();
    let mut is_workbook = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match xml::name(&element) {
                "workbook" => is_workbook = true,
                "workbookPr" => {
                    let from_1904 = xml::attribute(&element, "date1904")?.is_some_and(|text| xml::is_true(&text));
                    workbook.epoch = if from_1904 { Epoch::Of1904 } else { Epoch::Of1900 };
                }
                "calcPr" => {
                    workbook.calculates_when_opened =
                        xml::attribute(&element, "fullCalcOnLoad")?.is_some_and(|text| xml::is_true(&text));
                }
                "sheet" => {
                    let name = xml::attribute(&element, "name")?.unwrap_or_default().into_owned();
                    let state = xml::attribute(&element, "state")?;
                    let relationship = xml::attribute(&element, "id")?.unwrap_or_default().into_owned();
                    let is_hidden = state.is_some_and(|state| state != "visible");
                    workbook.sheets.push(Listed { name, is_hidden, relationship });
                    if workbook.sheets.len() > limits::MOST_SHEETS {
                        return Err(limits::too_many_sheets());
                    }
                }
                _ => {}
            },
            Event::Eof if is_workbook => return Ok(workbook),
            Event::Eof => return Err(Trouble::damaged("its list of sheets is missing")),
            _ => {}
        }
    }
}
