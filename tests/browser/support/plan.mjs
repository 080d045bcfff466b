// A plan file as it is, and what the page is to show of each cell. Written anew here, so that it can disagree with the
// page.

import { readFileSync } from "node:fs";
import { SCHEMA } from "./setting.mjs";

const columns = JSON.parse(readFileSync(SCHEMA, "utf8")).properties;

/** Every table that a plan may have. */
export const TABLES = Object.keys(columns).filter((name) => columns[name].type === "array");

/** A name of the plan file in words. */
const IN_CAPITALS = /\b(cip|cquin|gp|icb|nhs|pct|qipp|wte)\b/g;
export const spaced = (name) => name.replaceAll("_", " ").replace(IN_CAPITALS, (letters) => letters.toUpperCase());

/** Whether a column holds numbers: a plan file may give them as numbers of JSON too. Years have no commas. */
const isForNumbers = ({ anyOf = [], description }) =>
  anyOf.some(({ type }) => type === "integer") && !/^The calendar year/.test(description);

export class PlanFile {
  #tables;

  constructor(file) {
    this.#tables = JSON.parse(readFileSync(file, "utf8"));
  }

  /** The rows of a table; none where the plan leaves it out. */
  rows(table) {
    return this.#tables[table] ?? [];
  }

  /** The texts under which the page may show a cell: numbers with commas, names for ids, words without dashes. */
  shownAs(table, row, column) {
    const about = columns[table].items.properties[column];
    const text = String(row[column]).trim();
    if (isForNumbers(about)) {
      const number = withCommas(text);
      const units = new Set(this.rows(table).filter((one) => one[column] !== undefined).map(({ unit }) => unit));
      // A quantity is quoted, as it is printed; other columns have one form.
      if (row.unit && units.size > 1 && table !== "quantities") return inEachUnit(text, row.unit);
      return row.unit ? [inItsUnit(number, row.unit), number] : [number];
    }
    const [, other] = /The id of a row of "([a-z_]+)"/.exec(about.description) ?? [];
    const named = other && this.rows(other).find(({ id }) => id === text)?.name;
    const spoken = text.replaceAll("-", " ");
    // What is spoken letter by letter stands in capitals.
    return named ? [named] : [text, spoken, spoken.replaceAll(/\b(cip|cquin|gp|icb|nhs|pct|qipp|wte)\b/g, (one) => one.toUpperCase())];
  }
}

/** A number as printed, with a true minus sign and with commas even where none are printed. */
function withCommas(text) {
  const [whole, part] = text.replaceAll(",", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",").replace("-", "−");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** Money in every unit, with up to six decimal places. */
function inEachUnit(text, unit) {
  const places = { "£": 0, "£000": 3, "£m": 6 };
  const [whole, part = ""] = text.replaceAll(",", "").split(".");
  const pounds = whole + part.padEnd(places[unit], "0");
  return Object.keys(places).flatMap((shown) => {
    const digits = pounds.replace("-", "").padStart(places[shown] + 1, "0");
    const [before, after] = [digits.slice(0, digits.length - places[shown]), digits.slice(digits.length - places[shown])];
    const sign = text.startsWith("-") ? "-" : "";
    const least = after.replace(/0+$/, "").length;
    return Array.from({ length: 7 - least }, (_, more) => {
      const kept = after.slice(0, least) + "0".repeat(more);
      return inItsUnit(withCommas(`${sign}${before}${kept ? `.${kept}` : ""}`), shown);
    });
  });
}

/** Money as printed, in its unit. */
function inItsUnit(number, unit) {
  const letter = { "£": "", "£000": "k", "£m": "m" }[unit];
  return number.replace(/^(−?)(.*)$/, `$1£$2${letter}`);
}

/** Lines of the document in words: `lines 868 to 871`. */
const linesInWords = (lines) =>
  `${/[,-]/.test(lines) ? "lines" : "line"} ${lines.replaceAll("-", " to ").replaceAll(/, */g, ", ")}`;

/** Where a cell is printed, in words. A cell may have lines of its own beside those of the row. */
export function printedAt(row, column) {
  const entries = (row.source ?? "").split(";").map((entry) => entry.trim());
  const own = entries.find((entry) => entry.startsWith(`${column} `))?.slice(column.length + 1);
  const lines = own ?? entries.findLast((entry) => /^[\d,\- ]+$/.test(entry));
  return lines && linesInWords(lines);
}

/** Where a row is printed, in words, with the cells that stand elsewhere: `line 317; functions: lines 314, 316`. */
export const printedIn = ({ source }) =>
  source
    .split(";")
    .map((entry) => /^([a-z_]* )?(.*)$/.exec(entry.trim()))
    .map(([, column, lines]) => (column ? `${spaced(column.trim())}: ${linesInWords(lines)}` : linesInWords(lines)))
    .join("; ");
