/**
 * One Plan for other programs. Everything runs in the browser; no function opens a connection.
 *
 * ```js
 * import { check, compute, explain, mount } from "./one-plan.js";
 *
 * const text = await file.text();
 * const answer = compute(text);
 * if ("problems" in answer) console.log(answer.problems);
 * else console.log(answer.figures.find((figure) => figure.id === "savings.total")?.value);
 *
 * const page = mount(document.querySelector("#plan"), { plan: text, page: "savings" });
 * page.destroy();
 * ```
 *
 * In the page that is one file, the same functions are `globalThis.onePlan`.
 */

/**
 * A plan: the text of a plan file, or an object of the same shape (see the JSON Schema).
 *
 * Amounts are text. A JavaScript number is accepted only where it is exact (a whole number below
 * 2^53); any other is answered as a problem, because it may have lost digits.
 */
export type PlanInput = string | object;

/** Why a plan cannot be read, where, and how to mend it. All problems of a plan are listed at once. */
export interface Problem {
  /** The place as a path, such as `schemes[3].gross`; rows are counted from one. Empty for the whole file. */
  path: string;
  /** The line of the text, counted from one. */
  line: number | null;
  /** The character in the line, counted from one. */
  character: number | null;
  /** What is wrong. */
  what: string;
  /** What was expected, and how to mend it. */
  expected: string;
}

/** The answer to a plan that cannot be read. Nothing is used of it. */
export interface Refused {
  problems: Problem[];
}

/** Whether a plan agrees with itself; `failed` means that some figures cannot be relied on. */
export type MasterCheck = "passed" | "findings" | "failed";

/**
 * Pounds, a number of things, hundredths, a number without a unit, arrows (2 is two up), or a rating (1 red, 2 amber,
 * 3 green).
 */
export type Unit = "£" | "count" | "%" | "number" | "arrows" | "rating";

/** A number that follows from a plan. */
export interface Figure {
  /** The stable name, such as `savings.programme.planned-care.2011-12`. */
  id: string;
  /** What people call it. */
  label: string;
  /** Why there is no value, such as `n/a` for a percentage of nothing. */
  note: string | null;
  unit: Unit;
  /** The digits, not rounded, as text: JavaScript numbers cannot hold money exactly. */
  value: string | null;
}

export interface Computed {
  check: MasterCheck;
  /** Every figure, in the order of the rules. */
  figures: Figure[];
}

/** A cell of a plan. */
export interface Place {
  table: string;
  /** Counted from one. */
  row: number;
  column: string;
  /** The lines of the document where it is printed, such as `868-871`, or its place in a sheet, such as `Tracker M7!AG6`. */
  lines: string | null;
}

/** Something in a plan that a person should look at. */
export interface Finding {
  severity: "error" | "warning" | "information";
  /** Which check found it, such as `savings-do-not-reconcile`. */
  code: string;
  /** What was found, with the numbers. */
  message: string;
  /** What to do. */
  advice: string;
  /** The cells concerned; the first is the one to look at. */
  places: Place[];
  /** The ids of the figures concerned. */
  figures: string[];
  /** How many pounds it is about, as digits; nothing where it is not about money. */
  pounds: string | null;
  /** Whether the plan says that it is explained or accepted. */
  settled: boolean;
  /** By which rows of `known_findings` the plan knows it; empty for a finding that is new. */
  known: KnownFinding[];
}

/** A finding that a plan says it knows. */
export interface KnownFinding {
  /** The id in the plan, such as `s-20`. */
  id: string;
  /** What it is about. */
  name: string;
  /** What has become of it; `open` means that nobody has settled it. */
  state: "open" | "explained" | "accepted";
  /** The post that looks after it. */
  owner: string | null;
  note: string | null;
}

/** A figure that a plan prints, against the computed one. All four numbers are in `unit`. */
export interface Comparison {
  /** The id as the plan gives it. */
  figure: string;
  /** `null` if no rule computes such a figure. */
  label: string | null;
  unit: Unit | null;
  printed: string | null;
  computed: string | null;
  /** Computed less printed. */
  difference: string | null;
  /** How far rounding alone can set them apart. */
  tolerance: string | null;
  /** How many standard deviations of independent roundings the two are apart, to one decimal place. */
  deviations: string | null;
  verdict: "exact" | "rounding" | "unlikely" | "differs" | "not computed";
  place: Place;
}

export interface Checked {
  check: MasterCheck;
  /** The gravest first. */
  findings: Finding[];
  /** In the order in which the plan prints them. */
  comparisons: Comparison[];
}

/** One step of an explanation. */
export interface Step {
  /** How deep it lies: the parts of a sum lie one deeper than the sum. */
  depth: number;
  /** What it is. */
  words: string;
  /** The value in words: as printed for a cell, otherwise in the unit of the figure. */
  shown: string;
  /** The id of a figure that has an explanation of its own. */
  figure: string | null;
  /** The cell of the plan. */
  place: Place | null;
  /** A dated number of the rules, how sure it is, and where it comes from. */
  parameter: { id: string; standing: string; source: string } | null;
}

/** Why a figure is what it is. */
export interface Explanation {
  id: string;
  label: string;
  value: string | null;
  unit: Unit;
  note: string | null;
  /** The value in words. */
  shown: string;
  /** The rule, such as `CR06`. */
  rule: string;
  /** The formula in words. */
  formula: string;
  /** The formula with its values; nothing where it has no such form. */
  with_values: string | null;
  /** Where the rule comes from. */
  source: string;
  steps: Step[];
}

/**
 * Every figure that follows from a plan. `JSON.stringify` gives the same bytes as `one-plan compute --format json`.
 *
 * Throws an `Error` if `plan` is neither text nor an object.
 */
export function compute(plan: PlanInput): Computed | Refused;

/**
 * What does not add up in a plan, and each printed figure against the computed one.
 *
 * Throws an `Error` if `plan` is neither text nor an object.
 */
export function check(plan: PlanInput): Checked | Refused;

/**
 * Why a figure is what it is; `null` if the plan does not give rise to it.
 *
 * Throws an `Error` if `plan` is neither text nor an object, or `figure` is no text.
 */
export function explain(plan: PlanInput, figure: string): Explanation | Refused | null;

/** A figure of a scenario. */
export interface ScenarioFigure extends Figure {
  /** The value less that of the plan as it is, as digits; `null` where one of them has no value. */
  difference: string | null;
}

/** The plan as it is, or one of its scenarios. */
export interface Scenario {
  /** The id in the plan; `null` for the plan as it is. */
  id: string | null;
  name: string;
  /** What is otherwise, in words. */
  assumes: string[];
  /** What of it cannot be used, and why. */
  problems: string[];
  /** In the order in which they were asked for. */
  figures: ScenarioFigure[];
}

export interface Scenarios {
  /** First the plan as it is, then its scenarios in the order of the plan. */
  scenarios: Scenario[];
}

/**
 * What a plan and each of its scenarios come to. Without `figures` these are the figures by which scenarios are compared,
 * which `one-plan scenario compare` prints.
 *
 * Throws an `Error` if `plan` is neither text nor an object, or the plan has no figure of such an id.
 */
export function scenarios(plan: PlanInput, figures?: string[]): Scenarios | Refused;

export interface MountOptions {
  /** A plan that is opened at once. */
  plan?: PlanInput;
  /** The page that is shown once a plan is open; the overview if not given. */
  page?:
    | "overview" | "savings" | "activity" | "cquin" | "contracts" | "finance"
    | "providers" | "workforce" | "delivery" | "risks" | "checks" | "scenarios" | "data" | "pack";
}

/** The page inside an element. */
export interface Mounted {
  /** Takes the page out of the element again. */
  destroy(): void;
  /** The same, and gives the memory back. */
  free(): void;
}

/**
 * Puts the page into an element, whose content it replaces. The style sheet of the page must be
 * loaded by the document. The document keeps its address and its title.
 *
 * Throws an `Error` if `element` is no element or an option cannot be meant.
 */
export function mount(element: Element, options?: MountOptions): Mounted;

/** How the numbers in cells vary. */
export interface Spread {
  /** How many variations; at most 100,000. */
  variations: number;
  /** A whole number from 0 to 4,294,967,295; the same seed gives the same draws, here and in a simulation of the page. */
  seed: number;
  /** The lowest number that is drawn, in thousandths of what the plan gives: 900 is 90 %. */
  lowPerMille: number;
  /** The highest. */
  highPerMille: number;
}

/** What came of the variations. */
export interface Replayed {
  /** For each figure its digits in every variation; `null` where the plan then has no such figure or no value of it. */
  values: (string | null)[][];
  /** How many variations were computed whole, because a rule would decide in another way. */
  computedWhole: number;
  /** How many steps each of the others took. */
  instructions: number;
}

/**
 * A plan that is read once and computed as often as wanted, for measuring and for long work.
 *
 * It holds memory outside JavaScript until `free` is called.
 */
export class OpenPlan {
  /** Throws an `Error` if the plan cannot be read; `check` lists what is wrong with it. */
  constructor(plan: PlanInput);
  /** Computes everything that follows from the plan again; answers with the number of figures. */
  recompute(): number;
  /** The cells with numbers on which a figure stands; `null` if the plan has no such figure. */
  cellsUnder(figure: string): Place[] | null;
  /**
   * Computes figures for many variations of the numbers in some cells, with the same digits as if the plan were
   * computed anew for each. In every variation a cell has its own number times a share that is drawn, evenly and in
   * whole thousandths, from the given range. Draws are made as a simulation of the page and of `one-plan scenario simulate`
   * makes them: variation 0 is their run 0. A draw depends on the seed, the variation and the name of the cell alone, which
   * is its table, the id of its row (its place, counted from 0, where rows have none) and its column: it is the same whatever else is
   * varied, and wherever the row stands. Throws an `Error` if an argument names what the plan does not have.
   */
  replay(figures: string[], cells: Pick<Place, "table" | "row" | "column">[], spread: Spread): Replayed;
  /** Gives the memory back. The plan cannot be used afterwards. */
  free(): void;
}

/**
 * What a page says to One Plan in a frame (`?embed=ORIGIN`). The frame listens to the window that holds it, if its origin
 * is listed, and answers each call with the `ticket` that the call had.
 */
export type FrameCall =
  /** Opens a plan as if a person had chosen it; the answer says how its check ends, or what is wrong with it. */
  | { onePlan: "open"; ticket: number | string; plan: PlanInput; name?: string; page?: MountOptions["page"] }
  /** Shows another page of the plan. */
  | { onePlan: "go"; ticket: number | string; page: NonNullable<MountOptions["page"]> }
  | { onePlan: "compute" | "check"; ticket: number | string; plan: PlanInput }
  | { onePlan: "explain"; ticket: number | string; plan: PlanInput; figure: string }
  /** Begins, where the frame cannot know in whose page it stands: it answers with `ready`. */
  | { onePlan: "hello" };

/** What the frame says. */
export type FrameMessage =
  /** Calls are heard from now on. */
  | { onePlan: "ready" }
  /** How high the page is, in pixels, whenever that changes. */
  | { onePlan: "height"; height: number }
  | {
      onePlan: "answer";
      ticket: number | string;
      result?: { check: MasterCheck } | Computed | Checked | Explanation | Refused | null;
      /** Why the call could not be carried out. */
      error?: string;
    };
