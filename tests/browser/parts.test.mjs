// The tables of the sections: together they show every row that the plan file has, and every figure that the command
// line computes.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { enter, tabTo } from "./support/keys.mjs";
import { PlanFile, TABLES, printedAt, printedIn, spaced } from "./support/plan.mjs";
import { computed, onePlan } from "./support/program.mjs";
import { ARDEN, EXAMPLE, SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { PARTS } from "./support/visit.mjs";
import { count, inFull, withoutNoPence } from "./support/words.mjs";

const PLANS = [
  { whose: "Surrey", file: SURREY, open: (visit) => visit.openSurrey() },
  { whose: "Arden", file: ARDEN, open: (visit) => visit.openArden() },
  { whose: "The example", file: EXAMPLE, open: (visit) => visit.openExample() },
].map((plan) => ({ ...plan, given: new PlanFile(plan.file), ...computed(plan.file) }));

/** What each section is about, by the beginnings of the ids of its figures. */
const FIGURES = {
  activity: /^((activity-rules?|outturn|price|price-comparison|procedures?|unit-cost|waiting|risk-cohort)\.|provider\..*\.local-discounts$)/,
  cquin: /^(trajectory|measures?|checkpoint-ratings|patient-score|patient-story|quality|practices?|incidents)\./,
  contracts: /^(contracts?|contract-items|risk-share)\./,
  finance:
    /^(challenge|challenge-of-parts|challenge-by-type|framework|control-total|medium-term|version|reserves?|savings-delivery|accounts|prevention|budget|funding|reduction|child-plans|allocation|population\.(spend|per-head))\./,
  providers:
    /^(organisations|population(?!\.(spend|per-head)\.)|commissioner|commissioning-functions|provider(?!\..*\.local-discounts$))\./,
  workforce: /^(workforce|beds|bed-days|provider-activity|provider-baseline|provider-plan|capacity|rota|staff-moves)\./,
  delivery:
    /^(work-programmes?|programmes?|programme-links|innovation|decisions?|gates|principles|projects?|lesson|stakeholders|overlaps?|milestones?|transition-tasks|reviews|review-cases|monitoring|governance)\./,
  risks: /^risks?\./,
  // What scenarios come to is not of the plan.
  scenarios: /^$/,
  data: /^(gaps|quantity|quantities|derived)\./,
};

/** Figures that have pages of their own. */
const FIGURES_ELSEWHERE = /^(savings|schemes?|activity|cost|cquin)\./;

/** Tables that stand on a page of their own, or only help others. */
const ELSEWHERE = [
  "plan",
  "programme_savings",
  "scheme_lists",
  "schemes",
  "settings",
  "points_of_delivery",
  "baseline_activity",
  "activity_changes",
  "cquin_schemes",
  "cquin_indicators",
  "cquin_bands",
  "cquin_milestones",
  "budget_lines",
  "budget_movements",
  "stated",
  "derived_terms",
  "known_finding_places",
];

/** Cells that stand in no column: what other tables call a row, and the unit, which stands beside the money. */
const NOT_SHOWN = ["id", "unit"];

/** What a section shows: its tables, the calculated figures, and what the plan leaves out. */
function everything(visit) {
  return visit.evaluate(() => {
    const text = (element) => element.textContent.trim();
    const buttons = (row) =>
      [...row.querySelectorAll("button[data-figure]")].map((button) => ({
        id: button.dataset.figure,
        text: text(button),
        spoken: button.getAttribute("aria-label"),
      }));
    const rows = (table) =>
      [...table.querySelectorAll("tbody tr")].map((row) => ({
        table: row.dataset.table,
        cells: [...row.cells].map(text),
        figures: buttons(row),
      }));
    const tables = [...document.querySelectorAll("main table[id^='rows-']")];
    const figures = document.querySelector("main #calculated-figures");
    const nothing = [...document.querySelectorAll("section[aria-labelledby='nothing-given'] [data-fills]")];
    return {
      tables: tables.map((table) => ({
        name: table.id.replace("rows-", ""),
        heading: text(table.closest("section").querySelector("h2")),
        rows: rows(table),
      })),
      figures: figures ? rows(figures) : [],
      nothing: nothing.map((button) => button.dataset.fills),
    };
  });
}

/** Every figure on the page of a part. */
const figuresOf = ({ tables, figures }) =>
  [...tables.flatMap(({ rows }) => rows), ...figures].flatMap((row) => row.figures);

/** What a page leaves out, as names of tables. */
const leftOut = ({ nothing }) => nothing;

/** Types into a field for words. */
async function narrow(visit, field, words) {
  await visit.evaluate((id) => {
    document.getElementById(id).scrollIntoView();
    document.getElementById(id).select();
  }, field);
  await visit.page.click(`#${field}`, { count: 3 });
  await visit.page.keyboard.type(words);
  await visit.until(
    `"${words}" in the field`,
    (id, wanted) => document.getElementById(id).value === wanted,
    field,
    words,
  );
}

/** Waits until the line beside the fields of a section says how many are found. */
const found = (visit, field, some, all) =>
  visit.until(
    `${some} of ${all} beside ${field}`,
    (id, words) =>
      document.getElementById(id).closest(".filters").querySelector("[role='status']").textContent === words,
    field,
    `${count(String(some))} of ${count(String(all))}`,
  );

const explained = (visit, id) =>
  visit.until(
    `the explanation of ${id}`,
    (wanted) => document.querySelector("[data-explained]")?.dataset.explained === wanted,
    id,
  );

/** Puts the focus on a figure and presses it. */
async function press(visit, id) {
  await visit.evaluate((wanted) => {
    const button = document.querySelector(`main button[data-figure='${wanted}']`);
    button.focus();
    button.click();
  }, id);
  await explained(visit, id);
}

/** Goes deeper into an explanation until it names a cell and where it is printed; none where it ends before. */
async function downToALine(visit, id) {
  await press(visit, id);
  for (let depth = 0; depth < 8; depth += 1) {
    const { cells, deeper } = await visit.evaluate(() => ({
      cells: [...document.querySelectorAll(".panel .cell-place")].map((cell) => ({
        ...cell.dataset,
        text: cell.textContent,
      })),
      deeper: document.querySelector(".panel [data-deeper]")?.dataset.deeper,
    }));
    const cell = cells.find(({ text }) => / of the document$/.test(text));
    if (cell) return cell;
    if (!deeper) return undefined;
    await visit.evaluate(() => document.querySelector(".panel [data-deeper]").click());
    await explained(visit, deeper);
  }
  throw new Error(`the explanation of ${id} is too deep`);
}

/** Fails if a place of a cell is not where the plan file says that it is printed. */
function assertPlace(given, cell, id) {
  assert.ok(cell, `the explanation of ${id} ends without a line of the document`);
  const { table, row, column, text } = cell;
  const lines = printedAt(given.rows(table)[Number(row) - 1], column);
  assert.ok(lines, `${id}: ${text}, but the plan file names no line`);
  assert.ok(text.startsWith(`Table “${spaced(table)}”, row ${row}`), `${id}: ${text}`);
  assert.ok(text.endsWith(`; ${lines} of the document`), `${id}: ${text}, not ${lines}`);
}

inEachBrowser("the tables of the sections", (running) => {
  for (const { whose, file, open, given, figures } of PLANS) {
    visiting(
      running,
      `${whose}: each section by its tab, with a list of what it holds`,
      async (visit) => {
        await open(visit);
        for (const [word, name] of PARTS) {
          await visit.go(name);
          await visit.heading(name);
          assert.equal(await visit.evaluate(() => location.hash), `#/${word}`);
          assert.match(await visit.page.title(), new RegExp(`^${name} – .* – One Plan$`));
          assert.deepEqual(await visit.texts("nav.tabs [aria-current='page']"), [name]);
          await visit.focusOn("h1");
          const listed = await visit.evaluate(() =>
            [...document.querySelectorAll("main .contents li:has([data-opens])")].map((entry) => [
              entry.querySelector("button").dataset.opens,
              entry.querySelector(".contents__count").textContent,
            ]),
          );
          await visit.openTables();
          await visit.showAll();
          const part = await everything(visit);
          const rows = (number) => `${count(String(number))} ${number === 1 ? "row" : "rows"}`;
          const tables = part.tables.map((table) => [table.name, rows(given.rows(table.name).length)]);
          assert.deepEqual(listed.filter(([table]) => table !== "figures"), tables, name);
          const figures = listed.find(([table]) => table === "figures")?.[1] ?? "0 figures";
          assert.equal(Number(figures.replace(/ figures?$/, "").replaceAll(",", "")), part.figures.length, name);
        }
      },
      { places: ["http"] },
    );

    visiting(
      running,
      `${whose}: each section from the tab by the keyboard alone, and a table in it, and the focus goes to it`,
      async (visit) => {
        await open(visit);
        for (const [, name] of PARTS) {
          await enter(visit, name, { backwards: true, most: 400 });
          await visit.until(
            `the focus on the heading of ${name}`,
            (wanted) => document.activeElement.localName === "h1" && document.activeElement.textContent === wanted,
            name,
          );
          // Opening tables by the keyboard is the same everywhere: where most stands before the list, it takes long.
          if (!["Finance", "Delivery"].includes(name)) continue;
          const [table, words] = await visit.evaluate(() => {
            const button = document.querySelector("main .contents button[aria-expanded='false']");
            return [button.dataset.opens, button.textContent];
          });
          await tabTo(visit, words, ({ text }) => text === words, { most: 400 });
          await visit.page.keyboard.press("Enter");
          await visit.until(`the focus on ${table}`, (id) => document.activeElement.id === id, `part-${table}`);
        }
      },
      { places: ["http"] },
    );

    visiting(
      running,
      `${whose}: every row of the plan file is in one section, with all that it gives`,
      async (visit) => {
        await open(visit);
        const tables = [];
        const missing = [];
        for (const [, name] of PARTS) {
          await visit.goToPart(name);
          await visit.showAll();
          const part = await everything(visit);
          for (const table of leftOut(part)) {
            assert.ok(TABLES.includes(table), `${name} names ${table}, which is no table`);
            assert.equal(given.rows(table).length, 0, `${name} says that ${table} is empty`);
            tables.push(table);
          }
          for (const { name: table, heading, rows } of part.tables) {
            tables.push(table);
            assert.equal(heading.toLowerCase(), spaced(table).toLowerCase());
            assert.equal(rows.length, given.rows(table).length, `rows of ${table}`);
            for (const [at, row] of given.rows(table).entries()) {
              const { table: named } = rows[at];
              // A date may have dashes at which no line is broken.
              const cells = rows[at].cells.map((text) => text.replaceAll("\u2011", "-"));
              assert.equal(named, table);
              for (const column of Object.keys(row).filter((one) => !NOT_SHOWN.includes(one) && one !== "source")) {
                const texts = given.shownAs(table, row, column);
                if (!texts.some((text) => cells.includes(text))) missing.push(`${table}[${at}].${column}: ${texts[0]}`);
              }
              if (row.source) assert.equal(cells.at(-1), printedIn(row), `lines of ${table}[${at}]`);
            }
          }
        }
        assert.deepEqual(missing, [], "cells that are not shown");
        const places = [...tables, ...ELSEWHERE];
        assert.deepEqual(
          TABLES.filter((table) => !places.includes(table)),
          [],
          "tables that are on no page",
        );
        assert.deepEqual(
          places.filter((table, at) => places.indexOf(table) !== at),
          [],
          "tables that are shown twice",
        );
      },
      { places: ["http"] },
    );

    visiting(
      running,
      `${whose}: every figure is the command line's, beside its row or among the calculated`,
      async (visit) => {
        await open(visit);
        const seen = new Set();
        for (const [word, name] of PARTS) {
          await visit.goToPart(name);
          await visit.showAll();
          const part = await everything(visit);
          for (const { id, text, spoken } of figuresOf(part)) {
            assert.ok(figures.has(id), `${id} on ${word} is unknown to the command line`);
            assert.equal(withoutNoPence(text), inFull(figures.get(id)), `${id} on ${word}`);
            assert.equal(spoken, `${figures.get(id).label}: ${text}. Explain this number`);
          }
          for (const rows of [...part.tables.map((table) => table.rows), part.figures]) {
            const money = rows.flatMap((row) => row.figures).filter(({ text }) => /£[\d,.]+$/.test(text));
            const places = new Set(money.map(({ text }) => text.split(".")[1]?.length ?? 0));
            assert.ok(places.size < 2, `one form of money in a table of ${word}, not ${[...places].join(" and ")} places`);
          }
          const shown = new Set(figuresOf(part).map(({ id }) => id));
          for (const id of shown) seen.add(id);
          const wanted = [...figures.keys()].filter((id) => FIGURES[word].test(id));
          assert.deepEqual(
            wanted.filter((id) => !shown.has(id)),
            [],
            `not on ${word}`,
          );
          for (const { name: table, rows } of part.tables) {
            for (const [at, row] of rows.entries()) {
              const { id } = given.rows(table)[at];
              for (const figure of row.figures) {
                assert.ok(figure.id.split(".").includes(id), `${figure.id} stands beside ${table} ${id}`);
              }
            }
          }
          for (const { cells, figures: beside } of part.figures) {
            assert.equal(beside.length, 1);
            assert.equal(cells[0], figures.get(beside[0].id).label);
          }
        }
        const others = [...figures.keys()].filter((id) => !FIGURES_ELSEWHERE.test(id));
        assert.deepEqual(
          others.filter((id) => !seen.has(id)),
          [],
          "figures that are on no part",
        );
      },
      { places: ["http"] },
    );

    // A plan that is made up has no document.
    if (given.rows("plan")[0].document) {
      visiting(
        running,
        `${whose}: a figure of each part explains itself, down to a cell and a line of the document`,
        async (visit) => {
          await open(visit);
          for (const [, name] of PARTS) {
            await visit.goToPart(name);
            const part = await everything(visit);
            const beside = part.tables.flatMap(({ rows }) => rows).flatMap((row) => row.figures);
            const below = part.figures.flatMap((row) => row.figures);
            for (const some of [beside, below].filter((one) => one.length > 0)) {
              // What is only counted names no cell, on the command line as on the page.
              const printed = some.find(({ id }) => / cell .*, printed at /.test(onePlan("explain", file, id).stdout));
              const { id } = printed ?? some[0];
              const cell = await downToALine(visit, id);
              if (printed) assertPlace(given, cell, id);
              assert.match((await visit.texts(".panel"))[0], /The document: /);
              await visit.page.keyboard.press("Escape");
              await visit.until("the panel to go", () => !document.querySelector(".panel"));
              await visit.focusOn(`main [data-figure="${id}"]`, id);
            }
          }
        },
        { places: ["http"] },
      );
    }

    visiting(
      running,
      `${whose}: every figure of the risks explains itself, with its value`,
      async (visit) => {
        await open(visit);
        await visit.goToPart("Risks");
        const all = figuresOf(await everything(visit));
        assert.ok(all.length > 0, "there are figures");
        for (const { id, text } of all) {
          await press(visit, id);
          assert.deepEqual(await visit.texts("[data-explained]"), [text], id);
        }
      },
      { places: ["http"] },
    );

    visiting(
      running,
      `${whose}: rows and figures are narrowed by words`,
      async (visit) => {
        await open(visit);
        await visit.goToPart("Risks");
        await visit.showAll();
        const mentions = (words) => (row) => row.cells.some((text) => text.toLowerCase().includes(words.toLowerCase()));
        const before = await everything(visit);
        const [{ rows }] = before.tables;
        // Some words from the middle of what the last risk is called, in capitals.
        const words = rows.at(-1).cells[0].split(" ").slice(0, 3).join(" ").toUpperCase();
        await narrow(visit, "words-risks", words);
        const fitting = rows.filter(mentions(words));
        assert.ok(fitting.length < rows.length, `"${words}" is in every row`);
        await found(visit, "words-risks", fitting.length, rows.length);
        assert.deepEqual((await everything(visit)).tables[0].rows, fitting);
        await narrow(visit, "words-risks", "no risk says this");
        await found(visit, "words-risks", 0, rows.length);
        assert.ok((await visit.texts("section[aria-labelledby='table-risks'] p")).includes("No row fits this choice."));
        assert.deepEqual((await everything(visit)).figures, before.figures, "the figures are narrowed apart");

        const label = before.figures.at(-1).cells[0];
        await narrow(visit, "figures-words", label);
        const ofThem = before.figures.filter((row) => row.cells[0].includes(label));
        await found(visit, "figures-words", ofThem.length, before.figures.length);
        assert.deepEqual((await everything(visit)).figures, ofThem);
        await narrow(visit, "figures-words", "no figure is called this");
        await found(visit, "figures-words", 0, before.figures.length);
        assert.ok(
          (await visit.texts("section[aria-labelledby='figures-title'] p")).includes("No figure fits this choice."),
        );
      },
      { places: ["http"] },
    );
  }

  visiting(
    running,
    "a row is found by its date as the plan file gives it",
    async (visit) => {
      const dated = PLANS[0].given.rows("milestones");
      const { due } = dated.find((row) => row.due);
      const fitting = dated.filter((row) => Object.values(row).some((text) => String(text).includes(due)));
      await visit.openSurrey();
      await visit.goToPart("Delivery");
      await narrow(visit, "words-milestones", due);
      await found(visit, "words-milestones", fitting.length, dated.length);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "the day on which the plan is looked at counts at once, as on the command line",
    async (visit) => {
      const plan = JSON.parse(await readFile(SURREY, "utf8"));
      const day = `${Number(plan.plan[0].last_year.slice(0, 4)) + 2}-01-01`;
      plan.plan[0].as_of = day;
      const folder = await mkdtemp(path.join(tmpdir(), "one-plan-"));
      const later = path.join(folder, "later.json");
      await writeFile(later, JSON.stringify(plan));
      const { figures } = computed(later);
      await rm(folder, { recursive: true });
      await visit.openSurrey();
      await visit.goToPart("Delivery");
      const before = figuresOf(await everything(visit)).length;
      await visit.evaluate((value) => {
        const field = document.getElementById("as-of");
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }, day);
      await visit.until("more figures", (few) => document.querySelectorAll("main [data-figure]").length > few, before);
      for (const [word, name] of PARTS.filter(([word]) => word === "delivery")) {
        await visit.goToPart(name);
        assert.equal(await visit.evaluate(() => document.getElementById("as-of").value), day);
        await visit.showAll();
        const shown = new Map(figuresOf(await everything(visit)).map(({ id, text }) => [id, text]));
        for (const [id, figure] of figures) {
          if (FIGURES[word].test(id)) assert.equal(withoutNoPence(shown.get(id)), inFull(figure), `${id} on ${day}`);
        }
      }
      assert.ok((await visit.texts(".masthead__unsaved")).includes("Changed, not saved"));
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "the progress report is that of the command line",
    async (visit) => {
      const report = path.join(running().downloads, "progress-report.md");
      await rm(report, { force: true });
      await visit.openSurrey();
      await visit.goToPart("Delivery");
      await visit.evaluate(() =>
        [...document.querySelectorAll("main button")]
          .find((one) => one.textContent === "Save a progress report")
          .click(),
      );
      const { stdout } = onePlan("report", SURREY);
      await until("the report", async () => existsSync(report) && (await readFile(report, "utf8")) === stdout);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a long table shows its first rows, and more when asked, until all are there",
    async (visit) => {
      const plan = JSON.parse(await readFile(SURREY, "utf8"));
      const copies = Array.from({ length: 5 }, (_, copy) => copy);
      plan.risks = copies.flatMap((copy) =>
        plan.risks.map((risk) => ({ ...risk, id: `${risk.id}-${copy}`, name: `${risk.name}, ${copy}` })),
      );
      const all = plan.risks.length;
      await visit.openByDrop(JSON.stringify(plan), "long.json");
      await visit.isOpen();
      await visit.goToPart("Risks");
      const state = () =>
        visit.evaluate(() => {
          const section = document.querySelector("section[aria-labelledby='table-risks']");
          return {
            rows: section.querySelectorAll("tbody tr").length,
            more: section.querySelector(".toolbar")?.textContent ?? "",
          };
        });
      await found(visit, "words-risks", all, all);
      const first = (await state()).rows;
      assert.ok(first < all, `${first} of ${all} rows are shown at first`);
      for (let shown = first; shown < all; shown = Math.min(shown + first, all)) {
        const more = Math.min(first, all - shown);
        assert.deepEqual(await state(), {
          rows: shown,
          more: `Show ${more} more${count(String(shown))} of ${count(String(all))} rows are shown.`,
        });
        // From the last number before the button, by the keyboard alone.
        await visit.evaluate(() => [...document.querySelectorAll("tr[data-table='risks']")].at(-1).scrollIntoView());
        await tabTo(visit, "the button for more", ({ text }) => text === `Show ${more} more`, { most: 400 });
        await visit.page.keyboard.press("Enter");
        await visit.until(
          `${shown + more} rows`,
          (wanted) => document.querySelectorAll("tr[data-table='risks']").length === wanted,
          shown + more,
        );
        await visit.until(
          "the focus on the first row that came",
          (at) => document.querySelectorAll("tr[data-table='risks']")[at] === document.activeElement,
          shown,
        );
      }
      assert.deepEqual(await state(), { rows: all, more: "" });
      await narrow(visit, "words-risks", ", 4");
      await found(visit, "words-risks", all / copies.length, all);
      await visit.showAll("section[aria-labelledby='table-risks']");
      assert.equal((await state()).rows, all / copies.length);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "on a narrow screen a row is a block of what the plan gives, without what it does not",
    async (visit) => {
      await visit.openSurrey();
      for (const name of ["Delivery", "Data"]) {
        await visit.goToPart(name);
        const cells = await visit.evaluate(() =>
          [...document.querySelectorAll("main .stack tbody td")].map((cell) => ({
            given: cell.textContent !== "" && !cell.querySelector(".not-given"),
            shown: cell.checkVisibility(),
          })),
        );
        assert.ok(cells.some(({ given }) => given) && cells.some(({ given }) => !given));
        assert.deepEqual(
          cells.filter(({ given, shown }) => given !== shown),
          [],
          name,
        );
      }
    },
    { places: ["http"], viewport: { width: 390, height: 844 } },
  );

  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    visiting(
      running,
      `a number stays in sight when its explanation opens, ${viewport.width} px wide`,
      async (visit) => {
        await visit.openSurrey();
        await visit.goToPart("Risks");
        const all = figuresOf(await everything(visit));
        for (const { id } of [all[0], all.at(-1)]) {
          // At the lower edge of the window, from where it is moved most easily.
          await visit.evaluate((wanted) => {
            document.querySelector(`main button[data-figure='${wanted}']`).scrollIntoView({ block: "end" });
          }, id);
          await press(visit, id);
          await visit.until(
            `${id} in sight`,
            (wanted) => {
              const button = document.querySelector(`main button[data-figure='${wanted}']`);
              const { left, top, width, height } = button.getBoundingClientRect();
              return document.elementFromPoint(left + width / 2, top + height / 2) === button;
            },
            id,
          );
          await visit.focusOn("#explanation-title");
        }
        // The focus goes back to the number that was pressed last.
        await visit.page.keyboard.press("Escape");
        await visit.until("the panel to go", () => !document.querySelector(".panel"));
        await visit.focusOn(`main [data-figure="${all.at(-1).id}"]`);
      },
      { places: ["http"], viewport },
    );
  }

  visiting(
    running,
    "a count names each row that it counts, with its line of the document",
    async (visit) => {
      const risks = PLANS[0].given.rows("risks");
      await visit.openSurrey();
      await visit.goToPart("Risks");
      await press(visit, "risks.number");
      // What depends on the figure is a list of its own.
      const counts = await visit.evaluate(() =>
        [...document.querySelector(".panel .steps").querySelectorAll(".steps__line")].map((line) => line.textContent),
      );
      assert.deepEqual(counts, [
        `the sum of ${risks.length}${risks.length}`,
        ...risks.map(({ name }) => `${name}one risk`),
      ]);
      assert.match((await visit.texts(".panel .steps__source")).join(" "), new RegExp(`line ${risks[0].source}\\b`));
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "addresses that earlier versions gave out lead to the sections of today",
    async (visit) => {
      await visit.openSurrey();
      const now = { plan: "Overview", organisations: "Providers", prices: "Activity", quality: "CQUIN" };
      const earlier = { ...now, programmes: "Delivery", capacity: "Workforce and capacity", time: "Delivery" };
      for (const [word, name] of Object.entries({ ...earlier, governance: "Delivery" })) {
        await visit.evaluate((hash) => {
          location.hash = hash;
        }, `#/${word}`);
        await visit.until(
          `${name} for ${word}`,
          (wanted) => document.querySelector("nav.tabs [aria-current='page']")?.textContent === wanted,
          name,
        );
      }
    },
    { places: ["http"] },
  );

  for (const width of [320, 390, 768]) {
    visiting(
      running,
      `the tabs stand in even lines, ${width} px wide`,
      async (visit) => {
        await visit.openSurrey();
        // On a phone they open below a button.
        await visit.evaluate(() => {
          const button = document.querySelector(".tabs__switch");
          if (button.offsetHeight > 0) button.click();
        });
        await visit.until("the tabs", () => document.querySelector("nav.tabs a").offsetHeight > 0);
        const tops = await visit.evaluate(() =>
          [...document.querySelectorAll("nav.tabs a")].map((tab) => tab.getBoundingClientRect().top),
        );
        const lines = [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
        assert.deepEqual(lines, width < 480 ? [2, 2, 2, 2, 2, 2, 1] : [7, 6]);
        const { scrollWidth, clientWidth } = await visit.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px in ${clientWidth}`);
      },
      { places: ["http"], viewport: { width, height: 844 } },
    );
  }
});
