//! Files are what stands in them, whatever their names say.

use std::ops::ControlFlow;

use one_plan_workbook::read::{is_json, read_files};
use one_plan_workbook::sheet::FileKind;
use rust_xlsxwriter::Workbook;

use crate::files::{archive, compound, xls_record, xls_stream};
use crate::{file, read, refusal};

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "a").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn names_say_nothing() {
    assert_eq!(file("a.csv", &workbook()).kind, FileKind::Xlsx);
    assert_eq!(file("a.xls", &workbook()).kind, FileKind::Xlsx);
    assert_eq!(file("a.xlsx", b"a,b\n1,2\n").kind, FileKind::Csv);
    assert_eq!(file("BM.csv", b"BM,MZ\n1,2\n").kind, FileKind::Csv);
}

#[test]
fn what_is_not_read_is_said_to_be_what_it_is() {
    let part = |name: &str| {
        archive(&[
            ("[Content_Types].xml", b"<Types/>".as_slice()),
            (
                "_rels/.rels",
                format!(
                    r#"<Relationships><Relationship Id="1" Type="x/officeDocument" Target="{name}"/></Relationships>"#
                )
                .as_bytes(),
            ),
            (name, b"<x/>"),
        ])
    };
    let cases: [(&[u8], &str); 18] = [
        (b"", "an empty file"),
        (b" \r\n\t ", "a file with nothing but blanks"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\r\n%PDF-1.4", "a PDF"),
        (b"\x89PNG\r\n\x1A\n", "a picture (PNG)"),
        (b"\xFF\xD8\xFF\xE0", "a picture (JPEG)"),
        (b"<html><table><tr><td>1", "a web page (HTML), whatever its name says"),
        (b"\xEF\xBB\xBF\n<!DOCTYPE html>", "a web page (HTML), whatever its name says"),
        (b"<?xml version='1.0'?><html>", "a web page (HTML), whatever its name says"),
        (b"<?xml version='1.0'?><a/>", "an XML file"),
        (
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            "a workbook of Excel 2003 as XML",
        ),
        (b"{\"name\": 1}", "a JSON file"),
        (b"{\\rtf1 a}", "a text document (RTF)"),
        (b"\x1F\x8B\x08\0", "an archive of another kind (gzip)"),
        (b"SQLite format 3\0", "a database (SQLite)"),
        (b"\x01\x02\x03\x04\x05\x06", "a file of a kind that is not known here"),
        (&part("word/document.xml"), "a Word document"),
        (&part("ppt/presentation.xml"), "a PowerPoint presentation"),
    ];
    for (bytes, kind) in cases {
        let refusal = refusal("schemes.xlsx", bytes);
        assert_eq!(refusal.found, format!("This is {kind}."));
        assert!(
            refusal.to_string().starts_with("The selected file must be a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), a CSV file or a plan file. This is "),
            "{refusal}"
        );
    }
    assert!(
        is_json(b" {\n\"a\": 1}") && is_json(b"\xEF\xBB\xBF[{}]") && !is_json(b"[Code],[Name]") && !is_json(b"{Code}")
    );
}

#[test]
fn what_has_a_password_is_said_to_have_one() {
    let encrypted = compound(&[("EncryptionInfo", b""), ("EncryptedPackage", b"")]);
    let old = compound(&[("Workbook", &xls_stream(&[xls_record(0x2F, &[0; 6])], &[]))]);
    let open_document = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"),
        ("content.xml", b"\x01\x02"),
    ]);
    for bytes in [encrypted, old, open_document] {
        let refusal = refusal("plan.xlsx", &bytes);
        assert_eq!(refusal.expected, "a workbook without a password");
        assert!(refusal.to_string().contains("This one is protected by a password."), "{refusal}");
    }
    for (stream, kind) in [
        ("WordDocument", "a Word document"),
        ("PowerPoint Document", "a PowerPoint presentation"),
        ("x", "an Office document without sheets"),
    ] {
        assert_eq!(refusal("plan.xls", &compound(&[(stream, b"")])).found, format!("This is {kind}."));
    }
}

#[test]
fn an_archive_gives_each_of_its_files() {
    let workbook = workbook();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let nested = archive(&[("b.csv", b"1,2")]);
    let files: [(&str, &[u8]); 7] = [
        ("one/a.csv", b"x,y\n1,2\n"),
        ("../../etc/passwd", b"x;y\n1;2\n"),
        ("/book.xlsx", &workbook),
        ("__MACOSX/one/._a.csv", b"\0\x05\x16\x07"),
        (".DS_Store", b"\0\0"),
        ("inner.zip", &nested),
        ("picture.png", b"\x89PNG"),
    ];
    for (name, bytes) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, bytes).unwrap();
    }
    let reading = read("plan.zip", &zip.finish().unwrap().into_inner());
    let names: Vec<_> = reading.files.iter().map(|file| (file.name.as_str(), file.kind)).collect();
    assert_eq!(
        names,
        [
            ("plan.zip/one/a.csv", FileKind::Csv),
            ("plan.zip/../../etc/passwd", FileKind::Csv),
            ("plan.zip//book.xlsx", FileKind::Xlsx)
        ]
    );
    let refused: Vec<_> =
        reading.refusals.iter().map(|refusal| (refusal.file.as_str(), refusal.found.as_str())).collect();
    assert_eq!(
        refused,
        [
            ("plan.zip/inner.zip", "This is an archive within an archive."),
            ("plan.zip/picture.png", "This is a picture (PNG).")
        ]
    );
    assert_eq!(refusal("a.zip", &archive(&[])).found, "This is an archive (zip) without files.");
}

#[test]
fn reading_tells_how_far_it_is_and_can_be_stopped() {
    let text = "1,2,3\n".repeat(20_000);
    let files: [(&str, &[u8]); 2] = [("a.csv", text.as_bytes()), ("b.csv", text.as_bytes())];
    let mut told = Vec::new();
    let reading = read_files(&files, &mut |progress| {
        told.push((progress.file.to_owned(), progress.rows, progress.bytes, progress.of_bytes));
        ControlFlow::Continue(())
    });
    assert_eq!((reading.files.len(), reading.was_stopped), (2, false));
    let of_first: Vec<_> = told.iter().filter(|told| told.0 == "a.csv").collect();
    assert!(of_first.len() >= 9, "{of_first:?}");
    assert!(of_first.windows(2).all(|pair| pair[0].1 <= pair[1].1 && pair[0].2 <= pair[1].2));
    assert!(of_first.iter().skip(1).all(|told| told.3 == 120_000 && told.2 == told.1 * 6), "{of_first:?}");
    let mut calls = 0;
    let stopped = read_files(&files, &mut |_| {
        calls += 1;
        if calls == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((stopped.files.len(), stopped.refusals.len(), stopped.was_stopped, calls), (0, 0, true, 3));
}
