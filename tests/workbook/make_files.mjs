// Writes with SheetJS what make_files.py writes with other libraries:
//
//     node make_files.mjs FOLDER
//
// What a reader must find in the files stands in crates/workbook/tests/written_elsewhere.rs.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import XLSX from "xlsx";

const folder = process.argv[2];

/** The day 1 April 2026, counted from 1900 or from 1904, and the part of a day until half past twelve. */
const day = { 1900: 46113, 1904: 44651 };
const moment = 12.5 / 24;

/** The cells beside their names; those without a value are written by their style alone. */
function cells(epoch) {
    return [
        ["text", { t: "s", v: "words & <signs> £" }],
        ["digits", { t: "s", v: "00123" }],
        ["whole", { t: "n", v: 20267 }],
        ["decimal", { t: "n", v: 1234.5 }],
        ["tail", { t: "n", v: 0.1 + 0.2 }],
        ["small", { t: "n", v: 0.000001 }],
        ["large", { t: "n", v: 123456789012.25 }],
        ["negative", { t: "n", v: -6.3 }],
        ["percent", { t: "n", v: 0.05, z: "0%" }],
        ["per mille", { t: "n", v: 0.015, z: "0.0%" }],
        ["money", { t: "n", v: 1234.5, z: "£#,##0.00" }],
        ["brackets", { t: "n", v: -20267, z: "#,##0_);(#,##0)" }],
        ["places", { t: "n", v: 6.3, z: "0.00" }],
        ["day", { t: "n", v: day[epoch], z: "dd/mm/yyyy" }],
        ["moment", { t: "n", v: day[epoch] + moment, z: "yyyy-mm-dd hh:mm" }],
        ["flag", { t: "b", v: true }],
        ["lines", { t: "s", v: "two\nlines" }],
        ["hashes", { t: "s", v: "####" }],
        ["style only", { t: "z", z: "0.00" }],
        ["doubled", { t: "n", v: 2469, f: "B4*2" }],
        ["joined", { t: "s", v: "text!", f: 'A1&"!"' }],
        ["divided", { t: "e", v: 0x07, f: "1/0" }],
        ["merged", undefined],
    ];
}

function book(epoch) {
    const sheet = {};
    const rows = cells(epoch);
    rows.forEach(([name, cell], row) => {
        sheet[XLSX.utils.encode_cell({ r: row, c: 0 })] = { t: "s", v: name };
        if (cell) sheet[XLSX.utils.encode_cell({ r: row, c: 1 })] = cell;
    });
    sheet.E1 = { t: "s", v: "in a hidden column" };
    sheet["!ref"] = `A1:E${rows.length}`;
    sheet["!merges"] = [{ s: { r: rows.length - 1, c: 0 }, e: { r: rows.length - 1, c: 2 } }];
    sheet["!rows"] = [{}, {}, { hidden: true }];
    sheet["!cols"] = [{}, {}, {}, {}, { hidden: true }];
    const old = { A1: { t: "s", v: "in a hidden sheet" }, "!ref": "A1" };
    return {
        SheetNames: ["Plan", "Old"],
        Sheets: { Plan: sheet, Old: old },
        Workbook: { WBProps: { date1904: epoch === 1904 }, Sheets: [{ name: "Plan" }, { name: "Old", Hidden: 1 }] },
    };
}

const kinds = [
    ["sheetjs.xlsx", "xlsx", 1900],
    ["sheetjs-1904.xlsx", "xlsx", 1904],
    ["sheetjs.xlsm", "xlsm", 1900],
    ["sheetjs.xlsb", "xlsb", 1900],
    ["sheetjs.xls", "biff8", 1900],
    ["sheetjs-1904.xls", "biff8", 1904],
    ["sheetjs-5.xls", "biff5", 1900],
    ["sheetjs.ods", "ods", 1900],
    ["sheetjs.csv", "csv", 1900],
    ["sheetjs-utf-16.txt", "txt", 1900],
];
for (const [name, bookType, epoch] of kinds) {
    writeFileSync(join(folder, name), XLSX.write(book(epoch), { type: "buffer", bookType, compression: true }));
}

/** A plan with mistakes, of which a corrected copy is made: see make_problem_files.py. */
function problems() {
    const of = (rows, origin) => XLSX.utils.aoa_to_sheet(rows, { origin });
    const schemes = of(
        [
            ["Name", "List", "Programme", "Gross (£000)", "Reinvestment (£000)"],
            ["Fewer follow-ups", "Ours", "Planned care", "a lot", 5],
            ["Shorter stays", "Ours", "Planned care", 120.5, "=1+1 maybe"],
            [null, "Ours", "Urgent care", 30, 3],
            ["Other list", "Nobody's", "Urgent care", 30, 4],
            ["Total", null, null, 999, 12],
        ],
        "A3",
    );
    schemes.A1 = { t: "s", v: "Savings of the year" };
    schemes["!ref"] = "A1:E8";
    schemes["!merges"] = [XLSX.utils.decode_range("A1:E1")];
    schemes.D5.z = "#,##0.00";
    schemes.E5.c = [{ a: "Jo", t: "Ask the ward about this." }];
    const lists = of([["Name", "Year"], ["Ours", "2026/27"]], "A1");
    const programmes = of(
        [["Id", "Name"], ["planned-care", "Planned care"], ["urgent-care", "Urgent care"], ["planned-care", "Twice"]],
        "A1",
    );
    return {
        SheetNames: ["Scheme lists", "Schemes", "Programmes"],
        Sheets: { "Scheme lists": lists, Schemes: schemes, Programmes: programmes },
        Workbook: { Sheets: [{ name: "Scheme lists" }, { name: "Schemes" }, { name: "Programmes", Hidden: 1 }] },
    };
}

for (const bookType of ["xlsx", "xlsm", "xlsb", "ods"]) {
    const name = `problems-sheetjs.${bookType}`;
    writeFileSync(join(folder, name), XLSX.write(problems(), { type: "buffer", bookType, compression: true }));
}
