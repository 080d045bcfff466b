// The arithmetic of a made-up plan as a workbook, one row for each scheme, as a person would lay it out in Excel.

/** The years of a made-up plan, by the year in which they begin. */
const YEARS = [2011, 2012, 2013, 2014];
/** The first row of schemes; above it stand the years, the baselines and the sums. */
const FIRST = 11;
const POINTS = 7;
const MONTHS = 12;

/** The name of a column: 1 is A, 27 is AA. */
function letters(column) {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? letters(before) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

// What each column of a scheme's row holds.
const GROSS = 1;
const REINVESTMENT = 2;
const FULL_YEAR = 3;
const START_YEAR = 4;
const MONTHS_LATE = 5;
const CLASS = 6;
const NET = 7;
const EFFECTS = 8;
const CARRY_OVER = EFFECTS + YEARS.length;
const ACTIVITY = CARRY_OVER + 1;
const COST = ACTIVITY + POINTS;
const COST_OF_SCHEME = COST + POINTS;
const AVOIDED = COST_OF_SCHEME + 1;

/** The rows above the schemes, in every column of activity and of cost. */
const BASELINE = 3;
const CHANGE = 4;
const PLAN = 5;
const PERCENT = 6;
const ARROWS = 7;

/** Pounds of an amount in thousands. */
const pounds = (thousands) => Math.round(Number(thousands) * 10) * 100;

/**
 * Every cell of the workbook as `[row, column, text]`, from a made-up plan, and the cells that hold the results which
 * the command line computes as well, by the id of the figure.
 */
export function workbook(plan) {
  const cells = [];
  const set = (row, column, text) => cells.push([row, column, String(text)]);
  const at = (column, row) => `${letters(column)}${row}`;
  const last = FIRST + plan.schemes.length - 1;
  const whole = (column) => `${at(column, FIRST)}:${at(column, last)}`;
  YEARS.forEach((year, position) => set(1, EFFECTS + position, year));

  const changes = new Map(plan.schemes.map(({ id }) => [id, []]));
  for (const change of plan.activity_changes) changes.get(change.scheme).push(change);
  plan.schemes.forEach((scheme, position) => {
    const row = FIRST + position;
    const [year, month] = scheme.start.split("-").map(Number);
    const startYear = month < 4 ? year - 1 : year;
    set(row, GROSS, pounds(scheme.gross));
    set(row, REINVESTMENT, pounds(scheme.reinvestment));
    set(row, FULL_YEAR, pounds(scheme.full_year_effect));
    set(row, START_YEAR, startYear);
    set(row, MONTHS_LATE, (month + 8) % MONTHS);
    set(row, CLASS, scheme.class);
    set(row, NET, `=${at(GROSS, row)}-${at(REINVESTMENT, row)}`);
    const [full, start, late] = [FULL_YEAR, START_YEAR, MONTHS_LATE].map((column) => at(column, row));
    YEARS.forEach((_, index) => {
      const year = `${letters(EFFECTS + index)}$1`;
      set(row, EFFECTS + index, `=IF(${year}<${start},0,IF(${year}=${start},${full}*(12-${late})/12,${full}))`);
    });
    set(row, CARRY_OVER, `=${full}*${late}/12`);
    for (const { point_of_delivery: point, activity, cost } of changes.get(scheme.id)) {
      const index = Number(point.slice(1));
      set(row, ACTIVITY + index, activity);
      set(row, COST + index, pounds(cost));
    }
    set(row, COST_OF_SCHEME, `=SUM(${at(COST, row)}:${at(COST + POINTS - 1, row)})`);
    set(row, AVOIDED, `=-SUM(${at(ACTIVITY, row)}:${at(ACTIVITY + POINTS - 1, row)})`);
  });

  for (const column of [GROSS, REINVESTMENT, NET]) set(CHANGE, column, `=SUM(${whole(column)})`);
  set(PLAN, GROSS, `=SUMIF(${whole(CLASS)},"transformational",${whole(GROSS)})`);
  set(PERCENT, GROSS, `=SUMIF(${whole(CLASS)},"transactional",${whole(GROSS)})`);
  const results = {
    "schemes.list.all.gross": [CHANGE, GROSS],
    "schemes.list.all.net": [CHANGE, NET],
    "schemes.list.all.class.transformational": [PLAN, GROSS],
    "scheme.s1.part-year.2011-12": [FIRST + 1, EFFECTS],
    "scheme.s1.carry-over": [FIRST + 1, CARRY_OVER],
    "scheme.s1.net": [FIRST + 1, NET],
    "cost.scheme.s1.change": [FIRST + 1, COST_OF_SCHEME],
    "activity.scheme.s1.avoided": [FIRST + 1, AVOIDED],
  };
  for (const { point_of_delivery: point, activity, cost } of plan.baseline_activity) {
    const index = Number(point.slice(1));
    for (const [word, first, baseline] of [
      ["activity", ACTIVITY, activity],
      ["cost", COST, pounds(cost)],
    ]) {
      const column = first + index;
      set(BASELINE, column, baseline);
      set(CHANGE, column, `=SUM(${whole(column)})`);
      set(PLAN, column, `=${at(column, BASELINE)}+${at(column, CHANGE)}`);
      set(PERCENT, column, `=${at(column, CHANGE)}/${at(column, BASELINE)}*100`);
      const size = `ABS(${at(column, PERCENT)})`;
      set(ARROWS, column, `=SIGN(${at(column, PERCENT)})*IF(${size}<1,0,IF(${size}<6,1,IF(${size}<16,2,3)))`);
      results[`${word}.acute.${point}.change`] = [CHANGE, column];
      results[`${word}.acute.${point}.plan`] = [PLAN, column];
    }
  }
  return { cells, results, formulas: cells.filter(([, , text]) => text.startsWith("=")).length };
}
