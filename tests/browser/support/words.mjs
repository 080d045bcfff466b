// Numbers as the page is to show them, worked out from the digits that the command line prints: commas over 999, £
// before, a true minus sign, half away from zero. Written anew here, so that it can disagree with the page.

/** Digits as text, such as `-624666.67`, rounded half away from zero after a shift of the point to the left. */
function rounded(digits, shift, places) {
  const [, sign, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  const all = BigInt(whole + part);
  // The number is all / 10^(part.length + shift); wanted is that times 10^places.
  const exponent = part.length + shift - places;
  let size = all;
  if (exponent > 0) {
    const unit = 10n ** BigInt(exponent);
    size = (all * 2n + unit) / (unit * 2n);
  } else {
    size = all * 10n ** BigInt(-exponent);
  }
  const text = size.toString().padStart(places + 1, "0");
  const shownWhole = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
  const shown = places > 0 ? `${shownWhole}.${text.slice(-places)}` : shownWhole;
  return { minus: sign && size !== 0n ? "−" : "", shown };
}

const UNITS = { "£": ["", 0], "£000": ["k", 3], "£m": ["m", 6] };

/** Money in `£`, `£000` or `£m`, with the unit beside it: `£7.40m`. */
export function money(digits, unit, places) {
  const [letter, shift] = UNITS[unit];
  const { minus, shown } = rounded(digits, shift, places);
  return `${minus}£${shown}${letter}`;
}

/** Money in a unit that the heading names: `7.40`. */
export function amount(digits, unit, places) {
  const { minus, shown } = rounded(digits, UNITS[unit][1], places);
  return `${minus}${shown}`;
}

/** A number with commas and no more digits than it has. */
export function count(digits) {
  const places = digits.split(".")[1]?.replace(/0+$/, "").length ?? 0;
  const { minus, shown } = rounded(digits, 0, places);
  return `${minus}${shown}`;
}

/** A percentage. */
export function percent(digits, places) {
  const { minus, shown } = rounded(digits, 0, places);
  return `${minus}${shown}%`;
}

const ARROWS = { 0: "= stable", 1: "▲ up", 2: "▲▲ up", 3: "▲▲▲ up", "-1": "▼ down", "-2": "▼▼ down", "-3": "▼▼▼ down" };
/** The same in words alone, as the page of checks shows it. */
const ARROWS_IN_WORDS = {
  0: "stable",
  1: "one up",
  2: "two up",
  3: "three up",
  "-1": "one down",
  "-2": "two down",
  "-3": "three down",
};

/** Ratings, the worst first. */
const RATINGS = { 1: "red", 2: "amber", 3: "green" };

/** The text of a figure of the command line that is shown in full, as the parts of the plan show it. */
export function inFull({ value, note, unit }) {
  if (value === null) return note;
  switch (unit) {
    case "£":
      return money(value, "£", value.includes(".") ? 2 : 0);
    case "%":
      return percent(value, 2);
    case "arrows":
      return ARROWS_IN_WORDS[value];
    case "rating":
      return RATINGS[value];
    default:
      return asRead(value);
  }
}

/** A number with as many places as the page shows: two, and four of what is less than one. */
function asRead(digits) {
  const places = Math.min(digits.split(".")[1]?.replace(/0+$/, "").length ?? 0, /^-?0\./.test(digits) ? 4 : 2);
  const { minus, shown } = rounded(digits, 0, places);
  return minus + (places ? shown.replace(/\.?0+$/, "") : shown);
}

/** Every text under which the page may show a figure of the command line. */
export function forms({ value, note, unit }) {
  if (value === null) return [note];
  switch (unit) {
    case "£":
      return [
        ...Object.keys(UNITS).flatMap((one) =>
          [0, 1, 2].flatMap((places) => [money(value, one, places), amount(value, one, places)]),
        ),
        // In a sentence whose amounts would not add up with two places.
        money(value, "£m", 3),
      ];
    case "%":
      return [0, 1, 2].map((places) => percent(value, places));
    case "arrows":
      return [ARROWS[value], ARROWS_IN_WORDS[value]];
    default:
      return [inFull({ value, unit })];
  }
}

/** Pounds without pence that are none: where other amounts of a table have pence, whole pounds have them too. */
export const withoutNoPence = (text) => text.replace(/(£[\d,]+)\.00$/, "$1");

/** Whether money on the page, in millions with two places or in whole pounds, is an exact amount rounded; other words are the same. */
export function roundedAlike(shown, exact) {
  const money = /^([−-]?)£([\d,.]+)(m?)$/;
  const [one, other] = [shown, exact].map((words) => money.exec(words));
  if (!one || !other) return shown === exact;
  const pounds = ([, sign, digits, millions]) => (sign ? -1 : 1) * Number(digits.replaceAll(",", "")) * (millions ? 1e6 : 1);
  return Math.abs(pounds(one) - pounds(other)) <= (one[3] ? 5_000 : 0.5) + 0.001;
}
