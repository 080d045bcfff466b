// Plans that are small and ask much: something in them is very long, or chosen to hurt. Made up here as text.

import { readFileSync } from "node:fs";

const DETAILS = {
  title: "Awkward",
  system: "Nowhere",
  first_year: "2011/12",
  last_year: "2014/15",
  base_year: "2010/11",
};
const LIST = { scheme_lists: [{ id: "list", name: "List", year: "2011/12" }] };

const planFile = (tables) => JSON.stringify({ format: "one-plan/1", plan: [DETAILS], ...tables });
const times = (count, make) => Array.from({ length: count }, (_, at) => make(at));
const scheme = (id, cells = {}) => ({ id, name: "Scheme", list: "list", ...cells });

/** A figure that is the product of so many others, and that the plan also prints. */
export const product = (terms) =>
  planFile({
    quantities: [{ id: "one", name: "One", number: "1" }],
    derived_figures: [{ id: "product", name: "Product", unit: "number", operation: "product" }],
    derived_terms: times(terms, () => ({ derived: "product", role: "of", figure: "quantity.number.one" })),
    stated: [{ figure: "derived.number.product", value: "2", unit: "number" }],
  });

/** A scheme that claims activity in so many rows, and another that claims it too; how much, the plan also prints. */
export const claims = (count) => {
  const claim = (by, activity) => ({
    scheme: by,
    setting: "hospital",
    point_of_delivery: "visits",
    effect: "avoided",
    activity,
    cohort: "over 75",
  });
  return planFile({
    ...LIST,
    settings: [{ id: "hospital", name: "Hospital" }],
    points_of_delivery: [{ id: "visits", name: "Visits" }],
    schemes: [scheme("first"), scheme("second")],
    activity_changes: [...times(count, () => claim("first", "-1")), claim("second", "-5")],
    stated: [{ figure: "overlap.first.second.hospital.visits.claimed-twice", value: "2", unit: "count" }],
  });
};

const DELAYED = { start: "2011-04", delay: "1", full_year_effect: "12", gross: "11", unit: "£000" };

/** So many schemes of which each waits for the one before it. */
export const chain = (count) =>
  planFile({
    ...LIST,
    schemes: times(count, (at) => scheme(`scheme-${at}`, DELAYED)),
    dependencies: times(count - 1, (at) => ({ scheme: `scheme-${at + 1}`, on_scheme: `scheme-${at}` })),
  });

/** So many schemes whose ids fall on one place of a hash table, if its hash is that of Fowler, Noll and Vo. */
export const colliding = (count) =>
  planFile({ ...LIST, schemes: collidingNames(count).map((id) => scheme(id, { gross: "1", unit: "£000" })) });

/** How many of the lowest bits of their hashes are the same. */
const SAME = (1 << 20) - 1;
const PRIME = 0x01000193;
/** What undoes a multiplication by the prime. */
const INVERSE = 0x359c449b;

const letters = (number, length) => number.toString(36).padStart(length, "0");

/** The bits of the hash after a beginning. */
const after = (text) =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), PRIME), 0x811c9dc5) & SAME;

/** The bits of the hash before an ending, where they are zero after it. */
const before = (text) =>
  [...text].reduceRight((hash, letter) => Math.imul(hash, INVERSE) ^ letter.charCodeAt(0), 0) & SAME;

/** Wherever a beginning and an ending meet, they are a name: the lowest bits of the hash depend on nothing else. */
function collidingNames(count) {
  const beginnings = new Map();
  for (let number = 0; number < 36 ** 3; number += 1) {
    const beginning = letters(number, 3);
    const hash = after(beginning);
    beginnings.set(hash, [...(beginnings.get(hash) ?? []), beginning]);
  }
  const names = [];
  for (let number = 0; names.length < count; number += 1) {
    const ending = letters(number, 5);
    for (const beginning of beginnings.get(before(ending)) ?? []) names.push(beginning + ending);
  }
  return names.slice(0, count);
}

/** A plan in which everything that has a name is called by 400 letters without a space. */
export function wide(file) {
  const plan = JSON.parse(readFileSync(file, "utf8"));
  const rows = Object.values(plan).filter(Array.isArray).flat();
  let count = 0;
  for (const row of rows) {
    for (const column of ["name", "title", "system", "milestone"]) {
      if (typeof row[column] === "string") row[column] = `${"Wide".repeat(100)}${(count += 1)}`;
    }
  }
  return JSON.stringify(plan);
}
