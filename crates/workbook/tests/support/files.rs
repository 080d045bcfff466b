//! Files written part by part and record by record, for the tests that need no other program.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// An archive of parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// What a workbook says of its list of sheets, its texts and its styles, all of which may be empty.
#[derive(Default)]
pub struct Xlsx<'a> {
    pub properties: &'a str,
    pub strings: &'a str,
    pub styles: &'a str,
}

impl Xlsx<'_> {
    /// A workbook of one sheet with what stands in its element.
    pub fn sheet(&self, worksheet: &str) -> Vec<u8> {
        let Self { properties, strings, styles } = self;
        archive(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", relationships(&[("r", "officeDocument", "xl/workbook.xml")]).as_bytes()),
            (
                "xl/workbook.xml",
                format!(r#"<workbook xmlns:r="r">{properties}<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#).as_bytes(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relationships(&[
                    ("r1", "worksheet", "worksheets/sheet1.xml"),
                    ("r2", "sharedStrings", "/xl/sharedStrings.xml"),
                    ("r3", "styles", "styles.xml"),
                ])
                .as_bytes(),
            ),
            ("xl/sharedStrings.xml", format!("<sst>{strings}</sst>").as_bytes()),
            ("xl/styles.xml", format!("<styleSheet>{styles}</styleSheet>").as_bytes()),
            ("xl/worksheets/sheet1.xml", format!("<worksheet>{worksheet}</worksheet>").as_bytes()),
        ])
    }
}

fn relationships(all: &[(&str, &str, &str)]) -> String {
    let each = |(id, kind, target): &(&str, &str, &str)| {
        format!(r#"<Relationship Id="{id}" Type="http://x/{kind}" Target="{target}"/>"#)
    };
    format!("<Relationships>{}</Relationships>", all.iter().map(each).collect::<String>())
}

/// An OpenDocument spreadsheet with styles and with what stands in its body.
pub fn ods(styles: &str, body: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<!DOCTYPE manifest:manifest PUBLIC \"x\" \"Manifest.dtd\"><manifest:manifest/>"),
        (
            "content.xml",
            format!(
                "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
                 <office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
            )
            .as_bytes(),
        ),
    ])
}

/// A record of a binary workbook of Excel since 2007.
pub fn xlsb_record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = if kind < 0x80 { vec![kind as u8] } else { vec![kind as u8 | 0x80, (kind >> 7) as u8] };
    let mut length = data.len();
    loop {
        let low = (length & 0x7F) as u8;
        length >>= 7;
        record.push(if length > 0 { low | 0x80 } else { low });
        if length == 0 {
            break;
        }
    }
    record.extend(data);
    record
}

/// A text of a binary workbook of Excel since 2007.
pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = (units.len() as u32).to_le_bytes();
    length.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

/// A binary workbook of one sheet with its records, the texts and the number formats of its styles.
pub fn xlsb(from_1904: bool, records: &[Vec<u8>], strings: &[&str], formats: &[u16]) -> Vec<u8> {
    let sheet = [&[0_u8; 4][..], &1_u32.to_le_bytes(), &wide("r1"), &wide("S")].concat();
    let workbook = [xlsb_record(0x99, &[u8::from(from_1904), 0, 0, 0, 0, 0, 0, 0]), xlsb_record(0x9C, &sheet)].concat();
    let strings: Vec<u8> =
        strings.iter().flat_map(|text| xlsb_record(0x13, &[&[0][..], &wide(text)].concat())).collect();
    let own = [&164_u16.to_le_bytes()[..], &wide("0.0%")].concat();
    let mut styles = [xlsb_record(0x2C, &own), xlsb_record(0x269, &[0; 4])].concat();
    for format in formats {
        styles.extend(xlsb_record(0x2F, &[&[0; 2][..], &format.to_le_bytes(), &[0; 12]].concat()));
    }
    styles.extend(xlsb_record(0x26A, &[]));
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", relationships(&[("r", "officeDocument", "xl/workbook.bin")]).as_bytes()),
        ("xl/workbook.bin", &workbook),
        (
            "xl/_rels/workbook.bin.rels",
            relationships(&[
                ("r1", "worksheet", "worksheets/sheet1.bin"),
                ("r2", "sharedStrings", "sharedStrings.bin"),
                ("r3", "styles", "styles.bin"),
            ])
            .as_bytes(),
        ),
        ("xl/sharedStrings.bin", &strings),
        ("xl/styles.bin", &styles),
        ("xl/worksheets/sheet1.bin", &records.concat()),
    ])
}

/// A record of an old workbook.
pub fn xls_record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

/// Fields of two bytes each.
pub fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// The stream of an old workbook of one sheet with the records of the workbook and of the sheet.
pub fn xls_stream(globals: &[Vec<u8>], records: &[Vec<u8>]) -> Vec<u8> {
    let begin = xls_record(0x809, &words(&[0x0600, 5, 0, 0, 0, 0, 0, 0]));
    let listed = |place: u32| xls_record(0x85, &[&place.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat());
    let end = xls_record(0x0A, &[]);
    let place = begin.len() + globals.concat().len() + listed(0).len() + end.len();
    [
        begin,
        globals.concat(),
        listed(place as u32),
        end.clone(),
        xls_record(0x809, &words(&[0x0600, 0x10, 0, 0, 0, 0, 0, 0])),
        records.concat(),
        end,
    ]
    .concat()
}

/// A file of streams, as Office kept its documents. Short streams are filled up so that none is in the mini stream.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const LAST: u32 = 0xFFFF_FFFE;
    let entry = |name: &str, kind: u8, start: u32, length: u32| {
        let mut entry = vec![0; 128];
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..name.len()].copy_from_slice(&name);
        entry[64] = name.len() as u8 + 2;
        entry[66] = kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&length.to_le_bytes());
        entry
    };
    let mut directory = entry("Root Entry", 5, LAST, 0);
    let mut table: Vec<u32> = Vec::new();
    let mut content = Vec::new();
    for (name, stream) in streams {
        let length = stream.len().max(4_096);
        directory.extend(entry(name, 2, table.len() as u32, length as u32));
        let sectors = length.div_ceil(SECTOR);
        let first = table.len() as u32;
        table.extend((1..sectors as u32).map(|next| first + next));
        table.push(LAST);
        content.extend(*stream);
        content.resize(table.len() * SECTOR, 0);
    }
    directory.resize(directory.len().next_multiple_of(SECTOR), 0);
    let directory_at = table.len() as u32;
    let sectors = directory.len() / SECTOR;
    table.extend((1..sectors as u32).map(|next| directory_at + next));
    table.push(LAST);
    content.extend(directory);
    let table_at = table.len() as u32;
    let tables = (table.len() + 2).div_ceil(SECTOR / 4 - 1);
    table.extend(std::iter::repeat_n(0xFFFF_FFFD, tables));
    table.resize(tables * SECTOR / 4, 0xFFFF_FFFF);
    content.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[24..34].copy_from_slice(&words(&[0x3E, 3, 0xFFFE, 9, 6]));
    header[44..48].copy_from_slice(&(tables as u32).to_le_bytes());
    header[48..52].copy_from_slice(&directory_at.to_le_bytes());
    header[60..64].copy_from_slice(&LAST.to_le_bytes());
    header[68..72].copy_from_slice(&LAST.to_le_bytes());
    header[76..].fill(0xFF);
    for at in 0..tables {
        header[76 + at * 4..80 + at * 4].copy_from_slice(&(table_at + at as u32).to_le_bytes());
    }
    [header, content].concat()
}
