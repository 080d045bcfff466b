//! Corrected copies of files of every kind, of copies that were mended and opened again, and of files made to do harm.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it fails")]

use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;

use one_plan_workbook::answers::Answers;
use one_plan_workbook::load::{Opened, open};
use one_plan_workbook::sheet::{Cell, Sheet};
use one_plan_workbook::write::{WriteProblem, corrected_copy};
use rust_xlsxwriter::{Format, Note, Workbook};

fn opened(chosen: &[(&str, &[u8])]) -> Opened {
    open(chosen, &Answers::default(), &mut |_| ControlFlow::Continue(()))
}

fn copy_of(name: &str, bytes: &[u8]) -> Result<(String, Vec<u8>), WriteProblem> {
    let chosen = [(name, bytes)];
    let opened = opened(&chosen);
    corrected_copy(&chosen, 0, &opened.files, &opened.loaded.report)
}

fn text_of(name: &str, text: &str) -> String {
    String::from_utf8(copy_of(name, text.as_bytes()).unwrap().1).unwrap()
}

/// A workbook with a wrong year at B3, in a cell with a note and a style, and with a name that belongs to the second sheet.
fn workbook(year: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let lists = book.add_worksheet();
    lists.set_name("Scheme lists").unwrap();
    lists.write_row(0, 0, ["Name", "Year"]).unwrap();
    lists.write_row(1, 0, ["Ours", "2026/27"]).unwrap();
    lists.write_string(2, 0, "Theirs").unwrap();
    lists.write_string_with_format(2, 1, year, &Format::new().set_bold().set_num_format("@")).unwrap();
    lists.insert_note(2, 1, &Note::new("Jo: is that so?")).unwrap();
    let other = book.add_worksheet();
    other.set_name("Our notes").unwrap();
    other.write_formula(0, 0, "=1+1").unwrap();
    book.define_name("'Our notes'!Local", "='Our notes'!$A$1").unwrap();
    book.save_to_buffer().unwrap()
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(part, _)| part == name);
    String::from_utf8(found.unwrap().1).unwrap()
}

fn texts(sheet: &Sheet) -> String {
    let cells = sheet.rows().flat_map(|(_, cells)| cells.iter().map(Cell::shown));
    cells.collect::<Vec<String>>().join("\n")
}

#[test]
fn a_workbook_keeps_what_it_has() {
    let source = workbook("soon");
    let (name, copy) = copy_of("plan.xlsx", &source).unwrap();
    assert_eq!(name, "plan-corrected.xlsx");
    let main = part(&copy, "xl/workbook.xml");
    assert!(main.contains("localSheetId=\"2\"") && main.contains("activeTab=\"0\""), "{main}");
    let same = ["xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml", "docProps/core.xml"];
    let (before, after) = (parts(&source), parts(&copy));
    for (name, content) in before.iter().filter(|(name, _)| same.contains(&name.as_str())) {
        assert!(after.iter().any(|(after, same)| after == name && same == content), "{name}");
    }
    let notes = part(&copy, "xl/comments1.xml");
    assert!(notes.contains("is that so?") && notes.contains("One Plan, error in "), "{notes}");
    let again = opened(&[("copy.xlsx", &copy)]);
    let sheets: Vec<&str> = again.files[0].sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(sheets, ["One Plan problems", "Scheme lists", "Our notes"]);
    assert!(texts(&again.files[0].sheets[0]).contains("soon"));
}

/// A person mends the copy and opens it: what is mended is not marked any more, and there is one list.
#[test]
fn a_copy_of_a_mended_copy_says_what_is_left() {
    let (_, copy) = copy_of("plan.xlsx", &workbook("soon")).unwrap();
    let (_, twice) = copy_of("plan.xlsx", &copy).unwrap();
    assert_eq!(part(&twice, "xl/comments1.xml").matches("One Plan, error in ").count(), 1);
    let mut mended = parts(&copy);
    let strings = mended.iter_mut().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap();
    strings.1 = String::from_utf8(strings.1.clone()).unwrap().replace("soon", "2027/28").into_bytes();
    let (_, last) = copy_of("plan.xlsx", &packed(&mended)).unwrap();
    let again = opened(&[("copy.xlsx", &last)]);
    assert_eq!(again.files[0].sheets.len(), 3);
    assert!(!texts(&again.files[0].sheets[0]).contains("soon"));
    let notes = part(&last, "xl/comments1.xml");
    assert!(notes.contains("is that so?") && !notes.contains("One Plan, error in "), "{notes}");
    let style = |bytes: &[u8]| {
        let sheet = part(bytes, "xl/worksheets/sheet1.xml");
        let from = sheet.find("r=\"B3\" s=\"").unwrap() + "r=\"B3\" s=\"".len();
        let number = sheet[from..].split('"').next().unwrap().parse::<usize>().unwrap();
        let styles = part(bytes, "xl/styles.xml");
        let formats = styles[styles.find("<cellXfs").unwrap()..].split("<xf ").skip(1).map(str::to_owned);
        formats.collect::<Vec<String>>()[number].clone()
    };
    assert!(style(&copy).contains("fillId=\"2\"") && style(&copy).contains("numFmtId=\"164\""), "{}", style(&copy));
    assert!(style(&last).contains("fillId=\"0\"") && style(&last).contains("numFmtId=\"164\""), "{}", style(&last));
}

#[test]
fn notes_are_text_whatever_a_person_has_written() {
    let wicked = "=cmd|' /C calc'!A0 </t></is></c><c r=\"A1\"><f>1+1</f></c> _x003C_ \u{1}";
    let (_, copy) = copy_of("plan.xlsx", &workbook(&wicked.replace('\u{1}', ""))).unwrap();
    let list = part(&copy, "xl/worksheets/onePlanProblems.xml");
    assert!(!list.contains("<f>") && list.contains("&lt;/t&gt;"), "{list}");
    let again = opened(&[("copy.xlsx", &copy)]);
    assert!(texts(&again.files[0].sheets[0]).contains("=cmd|' /C calc'!A0 </t></is></c>"));
    assert!(texts(&again.files[0].sheets[0]).contains("_x003C_"));
    let text = text_of("scheme_lists.csv", "Name,Year\n=1+1,soon\n");
    assert!(text.contains("\n=1+1,soon,\"error in year: "), "{text}");
}

#[test]
fn a_text_keeps_its_bytes() {
    let expected = "Problem\tWhat is expected";
    let text = text_of(
        "scheme_lists.csv",
        "sep=\t\r\nName\tYear\tPart of\r\n\r\nOurs\t2026/27\r\n\"Th\r\neirs\"\tsoon\r\nLast\tnever\t",
    );
    assert!(text.starts_with(&format!("sep=\t\r\nName\tYear\tPart of\t{expected}\r\n\r\nOurs\t2026/27\r\n")), "{text}");
    assert!(text.contains("\"Th\r\neirs\"\tsoon\t\t\"error in year: "), "{text}");
    assert!(text.contains("\r\nLast\tnever\t\t\"error in year: "), "{text}");
    // Once more, and mended: the two columns are there once, and empty.
    let twice = text_of("scheme_lists.csv", &text);
    assert_eq!(twice, text);
    let mended = text.replace("\tsoon", "\t2027/28").replace("\tnever", "\t2028/29");
    let last = text_of("scheme_lists.csv", &mended);
    assert!(last.ends_with("\"Th\r\neirs\"\t2027/28\t\r\nLast\t2028/29\t"), "{last}");
    assert_eq!(last.matches(expected).count(), 1, "{last}");

    // In Windows-1252 and in UTF-16 as they were.
    let windows = b"Name;Year\r\nCaf\xE9;soon\r\n";
    let copy = copy_of("scheme_lists.csv", windows).unwrap().1;
    assert!(copy.starts_with(b"Name;Year;Problem;What is expected\r\nCaf\xE9;soon;\"error"));
    let wide: Vec<u8> = "\u{feff}Name;Year\r\nCafé;soon\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let copy = copy_of("scheme_lists.csv", &wide).unwrap().1;
    let units: Vec<u16> = copy.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    assert!(
        String::from_utf16(&units)
            .unwrap()
            .starts_with("\u{feff}Name;Year;Problem;What is expected\r\nCafé;soon;\"error")
    );
}

#[test]
fn an_archive_keeps_its_files() {
    let lists = (b"Name;Year\nTheirs;soon\n").to_vec();
    let files = [
        ("read me.pdf".to_owned(), b"%PDF".to_vec()),
        ("a/scheme_lists.csv".to_owned(), lists),
        ("plan.xlsx".to_owned(), workbook("never")),
    ];
    let (name, copy) = copy_of("all.zip", &packed(&files)).unwrap();
    assert_eq!(name, "all-corrected.zip");
    let copies = parts(&copy);
    assert_eq!(
        copies.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["read me.pdf", "a/scheme_lists.csv", "plan.xlsx"]
    );
    assert_eq!(copies[0], files[0]);
    assert!(String::from_utf8_lossy(&copies[1].1).contains("soon;\"error in year"));
    assert!(parts(&copies[2].1).iter().any(|(name, _)| name == "xl/worksheets/onePlanProblems.xml"));
}

#[test]
fn each_of_several_files_has_its_copy() {
    let book = workbook("soon");
    let lists: &[u8] = b"Name;Year\nTheirs;never\n";
    let chosen = [("no.pdf", &b"%PDF-1.4"[..]), ("scheme_lists.csv", lists), ("plan.xlsx", &book)];
    let opened = opened(&chosen);
    let copy = |position| corrected_copy(&chosen, position, &opened.files, &opened.loaded.report);
    assert!(copy(0).unwrap_err().to_string().contains("could not be read"));
    assert!(String::from_utf8(copy(1).unwrap().1).unwrap().contains("never;\"error"));
    assert!(part(&copy(2).unwrap().1, "xl/worksheets/onePlanProblems.xml").contains("soon"));
    assert!(copy(3).is_err());
    assert!(copy_of("plan.json", b"{}").unwrap_err().to_string().contains("is a plan file"));
}

/// Parts that reading does not need may be missing or broken: that is said, or the copy is whole.
#[test]
fn damaged_workbooks_are_refused_in_words() {
    let whole = parts(&workbook("soon"));
    let replaced = |name: &str, with: Option<&[u8]>| {
        let mut parts = whole.clone();
        parts.retain(|(part, _)| part != name || with.is_some());
        for (_, content) in parts.iter_mut().filter(|(part, _)| part == name) {
            *content = with.unwrap_or_default().to_vec();
        }
        copy_of("plan.xlsx", &packed(&parts))
    };
    for (name, with) in [
        ("[Content_Types].xml", None),
        ("[Content_Types].xml", Some(&b"<Types"[..])),
        ("xl/comments1.xml", Some(b"<comments>")),
        ("xl/comments1.xml", Some(b"<comments/>")),
        ("xl/comments1.xml", Some(b"\xFF\xFE\x00")),
        ("xl/styles.xml", Some(b"<styleSheet/>")),
    ] {
        let said = replaced(name, with).unwrap_err().to_string();
        assert!(said.len() > 20, "{name}: {said}");
    }
    // Without notes, drawings and styles a workbook is still one.
    for name in ["xl/comments1.xml", "xl/styles.xml"] {
        let made = replaced(name, None);
        assert!(made.is_ok() || made.is_err_and(|problem| problem.to_string().len() > 20), "{name}");
    }
}

/// Letters changed at random in any part: a copy or words, and a copy can be read.
#[test]
fn workbooks_changed_at_random_never_break_it() {
    let whole = parts(&workbook("soon"));
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % below as u64).unwrap()
    };
    let mut made = 0;
    for _ in 0..400 {
        let mut parts = whole.clone();
        for _ in 0..=next(3) {
            let part = next(parts.len());
            let content = &mut parts[part].1;
            let at = next(content.len());
            match next(3) {
                0 => content[at] = b"<>\"/='&0 \xFF"[next(10)],
                1 => drop(content.splice(at..at, b"<c r=\"XFD1048576\"/>".iter().copied())),
                _ => content.truncate(at.max(1)),
            }
        }
        let bytes = packed(&parts);
        let Ok((_, copy)) = copy_of("plan.xlsx", &bytes) else { continue };
        made += 1;
        let again = opened(&[("copy.xlsx", &copy)]);
        assert_eq!(again.files.len(), 1, "{:?}", again.loaded.report.refused);
    }
    assert!(made > 50, "{made}");
}
