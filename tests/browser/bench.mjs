// How fast plans are loaded and computed in Chromium, against the same arithmetic as a workbook. `cargo xtask bench`
// runs it; what was measured is printed and written to target/bench-browser.json. The lines that begin with `measure`
// are what the table of aims is made from.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { launch } from "./support/browser.mjs";
import { measureExport } from "./support/export.mjs";
import { measurePaste } from "./support/grid.mjs";
import { measureOpening } from "./support/large.mjs";
import { computed, onePlan } from "./support/program.mjs";
import { serve } from "./support/server.mjs";
import { ARDEN, EXAMPLE, SITE, SURREY, TARGET } from "./support/setting.mjs";
import { until } from "./support/until.mjs";
import { measureUse, median } from "./support/using.mjs";
import { workbook } from "./support/workbook.mjs";

const SIZES = [1_000, 10_000, 100_000];
const COMPARED = 10_000;
/** So many schemes are a file of 100 MB. */
const LARGE = 83_000;
/** So long at least is one measurement, in milliseconds: the browser's clock is coarse. */
const LONG_ENOUGH = 50;
/** So long each plan is computed before it counts: the browser compiles what runs often a second time, better. */
const WARM_UP = 1_500;
/** How often each is measured; the median counts. */
const RUNS = 15;
const FEWER_RUNS = 5;
/** What is asked of the plans when they are replayed, and how many of the cells below are uncertain. */
const REPLAYED = {
  surrey: {
    figures: [
      "savings.total.2011-12",
      "savings.total.2012-13",
      "savings.total.2013-14",
      "savings.total.2014-15",
      "savings.total",
      "framework.planned-surplus.2011-12",
      "cquin.total.earned",
    ],
    cells: 50,
  },
  // Every saving and every reinvestment is uncertain.
  schemes: { figures: ["schemes.list.all.net"], cells: Infinity },
};
const VARIATIONS = 10_000;
/** So many times as slow as here the processor of a person may be. */
const SLOWER = 4;
/** So many rows, of two cells each, are pasted into a grid. */
const PASTED_ROWS = 20_000;

const shown = (milliseconds) =>
  milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(milliseconds < 100 ? 1 : 0);

/** How often a program on one core looks at the clock in a third of a second: less where something else has the core. */
function turnsOn(core) {
  const count = "const end = performance.now() + 333; let turns = 0; while (performance.now() < end) turns += 1; console.log(turns);";
  const { stdout } = spawnSync("taskset", ["-c", String(core), process.execPath, "-e", count], { encoding: "utf8" });
  return Number(stdout) || 0;
}

/** Keeps this process, and what it starts, to the core that is most free; which one, or nothing where the system cannot. */
function keepToOneCore() {
  const turns = cpus().map((_, core) => turnsOn(core));
  const most = Math.max(...turns);
  if (most === 0) return undefined;
  const core = turns.indexOf(most);
  const { status } = spawnSync("taskset", ["-acp", String(core), String(process.pid)], { stdio: "ignore" });
  return status === 0 ? core : undefined;
}

/** In the page: loads a plan and computes it, the first time and then several times. */
async function measurePlan(address, loads, runs, longEnough, warmUp) {
  const memory = (await onePlan.default()).memory;
  const text = await (await fetch(address)).text();
  const taken = (work) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  let plan;
  const load = () => {
    plan?.free();
    return taken(() => {
      plan = new onePlan.OpenPlan(text);
    });
  };
  let figures;
  const first = { load: load(), recompute: taken(() => (figures = plan.recompute())) };
  const loaded = Array.from({ length: loads }, load);
  const memoryLoaded = memory.buffer.byteLength;
  const several = (times) =>
    taken(() => {
      for (let time = 0; time < times; time += 1) plan.recompute();
    });
  const warm = performance.now() + warmUp;
  while (performance.now() < warm) several(1);
  let times = 1;
  while (several(times) < longEnough) times *= 2;
  const recomputed = Array.from({ length: runs }, () => several(times) / times);
  plan.free();
  return { figures, first, loaded, recomputed, memoryLoaded, memoryAll: memory.buffer.byteLength };
}

/** In the page: replays a plan in many variations, several times, against so many whole runs. */
async function measureReplay(address, { figures, cells: most }, variations, runs) {
  await onePlan.default();
  const plan = new onePlan.OpenPlan(await (await fetch(address)).text());
  const under = new Map();
  for (const figure of figures) {
    for (const cell of plan.cellsUnder(figure)) under.set(JSON.stringify(cell), cell);
  }
  const all = [...under.values()];
  // Spread evenly over all cells on which the figures stand.
  const count = Math.min(all.length, most ?? all.length);
  const cells = Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]);
  const spread = { variations, seed: 1, lowPerMille: 900, highPerMille: 1_100 };
  let answer = plan.replay(figures, cells, { ...spread, variations: 64 });
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    answer = plan.replay(figures, cells, spread);
    times.push(performance.now() - begun);
  }
  const { computedWhole, instructions } = answer;
  const different = answer.values.map((values) => new Set(values).size);
  plan.free();
  return { times, cells: cells.length, computedWhole, instructions, different };
}

/** A plan that is replayed in a page of its own. */
async function replayRow(browser, name, text, asked, runs) {
  const server = await serve(SITE, { "/measured.json": text });
  const page = await browser.newPage();
  try {
    await page.goto(server.origin);
    await until("the page", () => page.evaluate(() => Boolean(document.querySelector("main h1"))));
    // JSON knows no infinity: without a number all cells are meant.
    const cells = Number.isFinite(asked.cells) ? asked.cells : null;
    const measured = await page.evaluate(measureReplay, "/measured.json", { ...asked, cells }, VARIATIONS, runs);
    assert.ok(Math.max(...measured.different) > VARIATIONS / 10, `${name}: the figures hardly vary`);
    return { name, ...measured, replayMs: median(measured.times) };
  } finally {
    await page.close();
    await server.stop();
  }
}

/** In the page: builds a workbook and recalculates it, several times. */
async function measureWorkbook(address, results, runs) {
  const { default: start, Model } = await import("/wasm.js");
  const { memory } = await start();
  const cells = await (await fetch(address)).json();
  const model = new Model("plan", "en", "UTC", "en");
  model.pauseEvaluation();
  const begun = performance.now();
  for (const [row, column, text] of cells) model.setUserInput(0, row, column, text);
  const built = performance.now() - begun;
  const recalculated = [];
  for (let run = 0; run < runs + 1; run += 1) {
    const from = performance.now();
    model.evaluate();
    recalculated.push(performance.now() - from);
  }
  const inFull = ([row, column]) => {
    model.updateRangeStyle({ sheet: 0, row, column, width: 1, height: 1 }, "num_fmt", "0.00");
    return model.getFormattedCellValue(0, row, column);
  };
  const values = Object.fromEntries(Object.entries(results).map(([id, cell]) => [id, inFull(cell)]));
  const [first, ...later] = recalculated;
  return { built, first, recalculated: later, values, afterAll: memory.buffer.byteLength };
}

/** One plan in a page of its own: memory that was taken once is not given back. */
async function planRow(browser, name, text, schemes) {
  const server = await serve(SITE, { "/measured.json": text });
  const page = await browser.newPage();
  try {
    await page.goto(server.origin);
    await until("the page", () => page.evaluate(() => Boolean(document.querySelector("main h1"))));
    const runs = schemes > COMPARED ? FEWER_RUNS : RUNS;
    const loads = schemes > COMPARED ? FEWER_RUNS : RUNS;
    const measured = await page.evaluate(measurePlan, "/measured.json", loads, runs, LONG_ENOUGH, WARM_UP);
    const { figures, first, loaded, recomputed } = measured;
    return {
      name,
      schemes,
      fileBytes: Buffer.byteLength(text),
      figures,
      firstLoadMs: first.load,
      firstRecomputeMs: first.recompute,
      loadMs: median(loaded),
      recomputeMs: median(recomputed),
      recomputeMsLeast: Math.min(...recomputed),
      recomputeMsMost: Math.max(...recomputed),
      memoryBytesLoaded: measured.memoryLoaded,
      memoryBytes: measured.memoryAll,
    };
  } finally {
    await page.close();
    await server.stop();
  }
}

/** A plan as a workbook: written by the page, and opened by it again. */
async function exportRow(browser, text) {
  const server = await serve(SITE, { "/measured.json": text });
  const page = await browser.newPage();
  try {
    await page.goto(server.origin);
    await until("the page", () => page.evaluate(() => Boolean(document.querySelector("main h1"))));
    return await page.evaluate(measureExport, "/measured.json");
  } finally {
    await page.close();
    await server.stop();
  }
}

/** A plan file of 100 MB, opened on a page that goes on meanwhile. */
async function largeRow(browser, text) {
  const server = await serve(SITE, { "/large.json": text });
  const page = await browser.newPage();
  try {
    await page.goto(server.origin);
    await until("the page", () => page.evaluate(() => Boolean(document.querySelector("main h1"))));
    return { bytes: Buffer.byteLength(text), ...(await page.evaluate(measureOpening, "/large.json", "Nowhere")) };
  } finally {
    await page.close();
    await server.stop();
  }
}

/** How quickly the page answers with each plan: the slowest of the three that come with it, at once and four times slower. */
async function useRows(chromium, compared) {
  const ours = [
    ["Surrey", SURREY, "NHS Surrey"],
    ["Arden", ARDEN, "Arden"],
    ["the made-up board", EXAMPLE, "Example Valley"],
  ];
  const rows = [];
  for (const slower of [1, SLOWER]) {
    for (const [name, file, words] of ours) {
      rows.push({ name, slower, ...(await measureUse(chromium, readFileSync(file, "utf8"), words, slower)) });
    }
  }
  rows.push({ name: `${COMPARED} schemes`, slower: 1, large: true, ...(await measureUse(chromium, compared, "Nowhere")) });
  return rows;
}

/** The same arithmetic in IronCalc, and that it is the same. */
async function workbookRow(browser, text, file) {
  const { cells, results, formulas } = workbook(JSON.parse(text));
  const folder = path.dirname(createRequire(import.meta.url).resolve("@ironcalc/wasm"));
  const host = "<!doctype html><title>Workbook</title><link rel='icon' href='data:,'>";
  const server = await serve(folder, { "/index.html": host, "/cells.json": JSON.stringify(cells) });
  const page = await browser.newPage();
  try {
    await page.goto(server.origin);
    const { built, first, recalculated, values, afterAll } = await page.evaluate(
      measureWorkbook,
      "/cells.json",
      results,
      FEWER_RUNS,
    );
    const { figures } = computed(file);
    for (const [id, value] of Object.entries(values)) {
      const [ours, theirs] = [Number(figures.get(id).value), Number(value)];
      assert.ok(Math.abs(ours - theirs) < 0.01, `${id}: ${theirs} in the workbook, ${ours} in the plan`);
    }
    return {
      name: "the same as a workbook in IronCalc",
      schemes: COMPARED,
      cells: cells.length,
      formulas,
      resultsCompared: Object.keys(values).length,
      loadMs: built,
      firstRecomputeMs: first,
      recomputeMs: median(recalculated),
      recomputeMsLeast: Math.min(...recalculated),
      recomputeMsMost: Math.max(...recalculated),
      memoryBytes: afterAll,
    };
  } finally {
    await page.close();
    await server.stop();
  }
}

function table(rows) {
  const heads = [
    "plan",
    "figures",
    "first load ms",
    "load ms",
    "first recompute ms",
    "recompute ms",
    "least to most",
    "memory MB",
  ];
  const lines = rows.map((row) => [
    row.name,
    (row.figures ?? row.formulas).toLocaleString("en-GB"),
    shown(row.firstLoadMs ?? row.loadMs),
    shown(row.loadMs),
    shown(row.firstRecomputeMs),
    shown(row.recomputeMs),
    `${shown(row.recomputeMsLeast)} to ${shown(row.recomputeMsMost)}`,
    (row.memoryBytes / 1e6).toFixed(1),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...lines.map((line) => line[column].length)));
  const line = (words) =>
    words.map((word, column) => (column === 0 ? word.padEnd(widths[0]) : word.padStart(widths[column]))).join("  ");
  return [heads, ...lines].map(line).join("\n");
}

/** One measurement in the form that the table of aims is made from. */
const measure = (name, value, unit) => console.log(`measure ${name} ${value.toFixed(2)} ${unit}`);

const oneCore = keepToOneCore();
const home = mkdtempSync(path.join(tmpdir(), "one-plan-bench-"));
const chromium = await launch("chromium", { patience: 600_000 });
try {
  const version = await chromium.browser.version();
  const rows = [await planRow(chromium.browser, "Surrey", readFileSync(SURREY, "utf8"), undefined)];
  let compared;
  for (const schemes of SIZES) {
    const text = onePlan("sample", String(schemes)).stdout;
    rows.push(await planRow(chromium.browser, `${schemes.toLocaleString("en-GB")} schemes`, text, schemes));
    if (schemes === COMPARED) compared = text;
  }
  const file = path.join(home, "compared.json");
  writeFileSync(file, compared);
  const sheet = await workbookRow(chromium.browser, compared, file);
  const ours = rows.find((row) => row.schemes === COMPARED);

  console.log(`${version}, ${oneCore === undefined ? "all cores: taskset is not there" : `on core ${oneCore} alone`}; medians\n`);
  console.log(table([...rows, sheet]));
  const made = rows.filter((row) => row.schemes);
  const growth = made.slice(1).map((row, before) => ({
    from: made[before].schemes,
    to: row.schemes,
    recomputePerScheme: row.recomputeMs / row.schemes / (made[before].recomputeMs / made[before].schemes),
    loadPerScheme: row.loadMs / row.schemes / (made[before].loadMs / made[before].schemes),
  }));
  console.log("\nTime for each scheme, against the size before (1.00 is linear):");
  for (const { from, to, recomputePerScheme, loadPerScheme } of growth) {
    console.log(
      `  ${from} to ${to} schemes: recompute ${recomputePerScheme.toFixed(2)}, load ${loadPerScheme.toFixed(2)}`,
    );
  }
  const ratio = sheet.recomputeMs / ours.recomputeMs;
  console.log(
    `\nIronCalc takes ${ratio.toFixed(0)} times as long to recompute ${COMPARED} schemes (${sheet.formulas} formulas; ${sheet.resultsCompared} results are the same).`,
  );
  const replayed = [
    await replayRow(chromium.browser, "Surrey", readFileSync(SURREY, "utf8"), REPLAYED.surrey, FEWER_RUNS),
    await replayRow(chromium.browser, `${COMPARED} schemes`, compared, REPLAYED.schemes, 3),
  ];
  for (const row of replayed) {
    console.log(
      `${row.name}: ${VARIATIONS} variations of ${row.cells} cells in ${shown(row.replayMs)} ms, ${row.instructions} steps each; ${row.computedWhole} were computed whole.`,
    );
  }
  const away = await exportRow(chromium.browser, compared);
  console.log(
    `${COMPARED} schemes as a workbook of ${(away.bytes / 1e6).toFixed(1)} MB: written in ${shown(away.exported)} ms, opened in ${shown(away.opened)} ms.`,
  );
  const large = await largeRow(chromium.browser, onePlan("sample", String(LARGE)).stdout);
  console.log(
    `A plan file of ${(large.bytes / 1e6).toFixed(1)} MB: open in ${shown(large.taken)} ms, of which the page stood still for ${shown(large.longest)} ms at most, and for ${shown(large.afterwards)} ms when it was open.`,
  );
  const pasted = await measurePaste(chromium, PASTED_ROWS);
  console.log(`${2 * PASTED_ROWS} cells pasted as one change in ${shown(pasted)} ms.`);
  const used = await useRows(chromium, compared);
  for (const row of used) {
    const speed = row.slower > 1 ? `, ${row.slower} times slower` : "";
    console.log(
      `${row.name}${speed}: seen after ${shown(row.paint)} ms; the slowest page, ${row.slowestPage}, takes ${shown(row.page)} ms, a change of a saving ${shown(row.edit)} ms; the longest task ${shown(row.tasksOfPages)} ms through the pages, ${shown(row.longest)} ms with the changes.`,
    );
  }
  const most = (slower, what) =>
    Math.max(...used.filter((row) => row.slower === slower && !row.large).map((row) => row[what]));
  const [largest] = rows.slice(-1);
  console.log();
  measure("recompute-surrey", rows[0].recomputeMs, "ms");
  measure(`recompute-${ours.schemes}`, ours.recomputeMs, "ms");
  measure(`recompute-${largest.schemes}`, largest.recomputeMs, "ms");
  measure(`load-${ours.schemes}`, ours.loadMs, "ms");
  measure(`memory-${largest.schemes}`, largest.memoryBytes / 1e6, "MB");
  measure("ratio-ironcalc", ratio, "times");
  measure("replay-surrey", replayed[0].replayMs, "ms");
  measure("ratio-replay-surrey", (VARIATIONS * rows[0].recomputeMs) / replayed[0].replayMs, "times");
  measure("replay-10000", replayed[1].replayMs, "ms");
  measure("ratio-replay-10000", (VARIATIONS * ours.recomputeMs) / replayed[1].replayMs, "times");
  measure("export-10000", away.exported, "ms");
  measure("open-workbook-10000", away.opened, "ms");
  measure("paste-40000", pasted, "ms");
  measure("first-paint", most(1, "paint"), "ms");
  measure("change-of-page", most(1, "page"), "ms");
  measure("change-of-page-slower", most(SLOWER, "page"), "ms");
  measure("edit", most(1, "edit"), "ms");
  measure("edit-slower", most(SLOWER, "edit"), "ms");
  measure("edit-10000", used.find((row) => row.large).edit, "ms");
  measure("longest-task", most(1, "longest"), "ms");
  measure("open-100-mb", large.taken, "ms");
  measure("standstill-100-mb", large.longest, "ms");
  measure("standstill-when-open-100-mb", large.afterwards, "ms");
  const report = { browser: version, oneCore, plans: rows, workbook: sheet, growth, replayed, large, used, workbookToPlan: ratio };
  writeFileSync(path.join(TARGET, "bench-browser.json"), `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await chromium.close();
  rmSync(home, { recursive: true, force: true });
}
