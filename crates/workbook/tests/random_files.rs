//! Valid files of every kind, changed at random: reading one never panics, never takes long, and gives a file or a refusal.
//!
//! The same files are made on every machine: what passes on one passes on all. `ONE_PLAN_FUZZ_FILES_SECONDS` says instead for
//! how long, and `ONE_PLAN_FUZZ_SEED` with which to begin: `cargo xtask fuzz 60` tries others for an hour. A seed that fails
//! is printed: run it alone with `ONE_PLAN_FUZZ_SEED`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    reason = "a test may stop where it fails"
)]

#[path = "support/files.rs"]
mod files;

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use files::{Xlsx, archive, compound, ods, wide, words, xls_record, xls_stream, xlsb, xlsb_record};
use one_plan_workbook::read::{limits, read_files};

/// How many files are made where nothing else is said.
const FILES: u64 = 20_000;

/// How long reading one of these small files may take, in time of the processor for this thread, which other programs do not
/// lengthen. All 20,000 together take 4 s: only what grows with a number that a file states, and not with the file, is so long.
const LONGEST: Duration = Duration::from_secs(10);

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Numbers that look random and are always the same (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// What makes a file of its parts.
type Pack = fn(&[(String, Vec<u8>)]) -> Vec<u8>;

/// A valid file as parts that can be changed, and what makes a file of them.
struct Whole {
    name: &'static str,
    parts: Vec<(String, Vec<u8>)>,
    pack: Pack,
}

fn as_archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    archive(&parts)
}

fn as_compound(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    compound(&parts)
}

fn as_it_is(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    parts[0].1.clone()
}

fn unpacked(name: &'static str, bytes: Vec<u8>) -> Whole {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    Whole { name, parts, pack: as_archive }
}

fn single(name: &'static str, bytes: Vec<u8>) -> Whole {
    Whole { name, parts: vec![(name.to_owned(), bytes)], pack: as_it_is }
}

fn excel() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
    for row in 0..20 {
        sheet.write(row, 0, format!("scheme {row}")).unwrap();
        sheet.write(row, 1, f64::from(row) * 1.1).unwrap();
        sheet.write_with_format(row, 2, 0.05, &percent).unwrap();
        sheet.write_formula(row, 3, rust_xlsxwriter::Formula::new("=B1*2").set_result("2")).unwrap();
    }
    sheet.merge_range(30, 0, 30, 3, "merged", &percent).unwrap();
    sheet.set_row_hidden(3).unwrap();
    workbook.save_to_buffer().unwrap()
}

fn by_hand() -> Vec<u8> {
    let strings = r#"<si><t>one</t></si><si><r><t>two</t></r><rPh><t>x</t></rPh></si>"#;
    let styles = r#"<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>"#;
    Xlsx { properties: r#"<workbookPr date1904="1"/><calcPr fullCalcOnLoad="1"/>"#, strings, styles }.sheet(
        r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>46113.5</v></c></row>
        <row><c t="inlineStr"><is><t>in &amp; line</t></is></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c><f t="shared" si="0">A1</f><v>0</v></c><c t="str"><f>x</f><v>_x0041_</v></c><c><v>-1.5E-7</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#,
    )
}

fn open_document() -> Vec<u8> {
    ods(
        r#"<number:percentage-style style:name="N1"><number:number number:decimal-places="1"/><number:text>%</number:text></number:percentage-style>
        <style:style style:name="c1" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>"#,
        r#"<table:table table:name="S" table:style-name="t"><table:table-column table:number-columns-repeated="3" table:visibility="collapse"/>
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.05" table:style-name="c1" table:number-columns-repeated="2"/>
        <table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>a<text:s text:c="2"/>&amp;</text:p><office:annotation><text:p>n</text:p></office:annotation></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:formula="of:=[.A1]"/><table:table-cell office:value-type="date" office:date-value="2026-04-01"/></table:table-row></table:table>"#,
    )
}

fn binary() -> Vec<u8> {
    let cell = |kind, column: u32, value: &[u8]| {
        xlsb_record(kind, &[&column.to_le_bytes()[..], &[1, 0, 0, 0], value].concat())
    };
    let records = [
        xlsb_record(0x3C, &[&words(&[1, 0, 2, 0])[..], &[0; 8], &words(&[1])].concat()),
        xlsb_record(0, &[&1_u32.to_le_bytes()[..], &[0; 7], &[0x10], &[0; 5]].concat()),
        cell(0x07, 0, &1_u32.to_le_bytes()),
        cell(0x02, 1, &[7, 0, 0, 0]),
        cell(0x05, 2, &46113.5_f64.to_le_bytes()),
        cell(0x06, 3, &wide("text")),
        cell(0x08, 4, &wide("formula")),
        cell(0x0B, 5, &[0x17]),
        xlsb_record(0x12, &[0; 8]),
        xlsb_record(0xB0, &words(&[0, 0, 1, 0, 2, 0, 3, 0])),
    ];
    xlsb(true, &records, &["one", "two"], &[0, 14, 164])
}

fn old() -> Vec<u8> {
    let text = |text: &str| [&words(&[text.len() as u16])[..], &[0], text.as_bytes()].concat();
    let style = |format: u16| xls_record(0xE0, &[&words(&[0, format])[..], &[0; 16]].concat());
    let at =
        |kind, row: u16, column: u16, value: &[u8]| xls_record(kind, &[&words(&[row, column, 1])[..], value].concat());
    xls_stream(
        &[
            xls_record(0x41E, &[&words(&[164])[..], &text("0.0%")].concat()),
            style(0),
            style(164),
            xls_record(
                0xFC,
                &[&words(&[2, 0, 2, 0])[..], &text("one"), &words(&[3]), &[8], &words(&[1]), b"t"].concat(),
            ),
            xls_record(0x3C, &[&[1][..], &wide("wo")[4..], &[0; 4]].concat()),
        ],
        &[
            xls_record(0x208, &words(&[1, 0, 1, 0, 0, 0, 0x20, 0])),
            at(0xFD, 0, 0, &1_u32.to_le_bytes()),
            at(0x27E, 0, 1, &[7, 0, 0, 0]),
            xls_record(0xBD, &words(&[0, 2, 0, 7, 0, 1, 9, 0, 3])),
            at(0x203, 1, 0, &1.1_f64.to_le_bytes()),
            at(0x06, 1, 1, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0]),
            xls_record(0x207, &text("formula")),
            at(0x204, 1, 2, &text("label")),
            at(0x205, 1, 3, &[0x17, 1]),
            xls_record(0xE5, &words(&[1, 0, 1, 2, 3])),
        ],
    )
}

fn wholes() -> Vec<Whole> {
    let csv = "id,name,£m\n1,\"Theatres, \"\"all\"\"\n\",1.5\n\n2,Wards,(6.3)\n";
    let utf_16: Vec<u8> = csv.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bundle = archive(&[("a.csv", csv.as_bytes()), ("b.xlsx", &by_hand()), ("c.zip", b"PK\x03\x04")]);
    vec![
        unpacked("excel.xlsx", excel()),
        unpacked("hand.xlsx", by_hand()),
        unpacked("hand.xlsb", binary()),
        unpacked("hand.ods", open_document()),
        Whole { name: "hand.xls", parts: vec![("Workbook".to_owned(), old())], pack: as_compound },
        single("packed.xlsx", by_hand()),
        single("packed.xls", compound(&[("Workbook", &old())])),
        single("packed.ods", open_document()),
        single("a.csv", csv.as_bytes().to_vec()),
        single("sep.csv", format!("sep=;\r\n{}", csv.replace(',', ";")).into_bytes()),
        single("wide.csv", utf_16),
        single("bundle.zip", bundle),
    ]
}

/// Numbers and words at which programs break.
const AWKWARD: [&[u8]; 16] = [
    b"\xFF\xFF\xFF\xFF",
    b"\x00\x00\x00\x00",
    b"\xFF\xFF\xFF\x7F",
    b"\x00\x00\x00\x80",
    b"\xFE\xFF\xFF\xFF",
    b"4294967295",
    b"1048577",
    b"-1",
    b"1e999",
    b"&#0;",
    b"<c>",
    b"</row>",
    b"\"",
    b"]]>",
    b"<!DOCTYPE a [<!ENTITY b \"c\">]>",
    b"\xEF\xBF\xBD\xF0\x9F\x98\x80",
];

/// Changes bytes a little.
fn change(bytes: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        let end = (at + 1 + random.below(24)).min(bytes.len());
        match random.below(9) {
            _ if bytes.is_empty() => bytes.extend(other.iter().take(64)),
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = random.next() as u8,
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                let to = random.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            4 => bytes.truncate(at),
            5 => {
                let word = AWKWARD[random.below(AWKWARD.len())];
                bytes.splice(at..at, word.iter().copied());
            }
            6 => {
                let word = AWKWARD[random.below(AWKWARD.len())];
                let end = (at + word.len()).min(bytes.len());
                bytes.splice(at..end, word.iter().copied());
            }
            7 => {
                let from = random.below(other.len());
                let piece: Vec<u8> = other.iter().skip(from).take(1 + random.below(200)).copied().collect();
                bytes.splice(at..at, piece);
            }
            _ => bytes[at] = bytes[at].wrapping_add(1),
        }
    }
}

/// A file that nobody wrote.
fn file(wholes: &[Whole], seed: u64) -> (&'static str, Vec<u8>) {
    let mut random = Random(seed);
    let whole = &wholes[random.below(wholes.len())];
    let mut parts = whole.parts.clone();
    let part = random.below(parts.len());
    let other = &wholes[random.below(wholes.len())].parts;
    let other = &other[random.below(other.len())].1;
    change(&mut parts[part].1, other, &mut random);
    if random.below(20) == 0 {
        parts.swap_remove(random.below(parts.len()));
        if parts.is_empty() {
            return (whole.name, Vec::new());
        }
    }
    let mut bytes = (whole.pack)(&parts);
    if random.below(8) == 0 {
        change(&mut bytes, other, &mut random);
    }
    (whole.name, bytes)
}

#[test]
fn files_that_nobody_wrote_are_read_or_refused() {
    let until = asked("ONE_PLAN_FUZZ_FILES_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let first = asked("ONE_PLAN_FUZZ_SEED").unwrap_or(1);
    let wholes = wholes();
    for whole in &wholes {
        let reading = read_files(&[(whole.name, &(whole.pack)(&whole.parts))], &mut |_| ControlFlow::Continue(()));
        assert!(!reading.files.is_empty(), "{}: {:?}", whole.name, reading.refusals);
    }
    let (mut read, mut refused) = (0_u64, 0_u64);
    let mut wrong = Vec::new();
    for seed in first.. {
        if until.map_or(seed - first >= FILES, |until| Instant::now() > until) || wrong.len() >= 10 {
            break;
        }
        let (name, bytes) = file(&wholes, seed);
        let begun = ThreadTime::now();
        let result =
            catch_unwind(AssertUnwindSafe(|| read_files(&[(name, &bytes)], &mut |_| ControlFlow::Continue(()))));
        let taken = begun.elapsed();
        if taken > LONGEST {
            wrong.push(format!("seed {seed} ({name}): {} ms", taken.as_millis()));
        }
        match result {
            Err(_) => wrong.push(format!("seed {seed} ({name}): a panic")),
            Ok(reading) if reading.files.is_empty() && reading.refusals.is_empty() => {
                wrong.push(format!("seed {seed} ({name}): neither read nor refused"));
            }
            Ok(reading) => {
                let widest = reading.files.iter().flat_map(|file| &file.sheets).map(|sheet| sheet.width()).max();
                if widest.is_some_and(|width| width > limits::MOST_COLUMNS as usize) {
                    wrong.push(format!("seed {seed} ({name}): {widest:?} columns"));
                }
                if reading.refusals.iter().any(|refusal| refusal.found.trim().is_empty() || refusal.expected.is_empty())
                {
                    wrong.push(format!("seed {seed} ({name}): {:?}", reading.refusals));
                }
                if reading.refusals.is_empty() { read += 1 } else { refused += 1 }
            }
        }
    }
    eprintln!("{read} files were read, {refused} were refused");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read > 0 && refused > 0, "{read} read and {refused} refused: they try nothing");
}
