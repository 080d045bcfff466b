// The pictures of each section: each with its table, its marks by the keyboard and its file; exact where it adds up, and
// one line where the plan does not give its numbers.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { PAGES } from "./support/visit.mjs";

/** The pictures of the example: the page on which each stands, the id of its drawing, and what its first mark says. */
const PICTURES = [
  ["Savings", "savings-gap", /^Gap if nothing is done \(every locality\): £27\.60m/],
  ["Contracts", "contracts-who-pays", /^Hillside Place \(made up\) to /],
  ["Contracts", "contracts-stages", /^Hillside Place \(made up\) to /],
  ["Finance", "finance-money", /^Hillside Place \(made up\) to /],
  ["Delivery", "milestones-timeline", /^Urgent and emergency care, June 2026: 1 reached: /],
  ["Delivery", "months-0", /^Plan, April 2026: £1\.38m/],
  ["Delivery", "trajectory-0", /^To be reached, March 2026 \(baseline\): 58\.4% of patients/],
];

/** Goes to a page and waits for its heading. */
async function to(visit, name) {
  await visit.go(name);
  await visit.heading(name);
}

/** The rows of the table of a picture, which is made when it is opened. */
async function rows(visit, id) {
  await visit.evaluate((wanted) => {
    const figure = document.querySelector(`#${CSS.escape(wanted)}-heading`).closest("figure");
    figure.querySelector("details").open = true;
  }, id);
  await visit.until(
    `the table of ${id}`,
    (wanted) => document.querySelector(`#${CSS.escape(wanted)}-table tr`) !== null,
    id,
  );
  return visit.evaluate(
    (wanted) =>
      [...document.querySelectorAll(`#${CSS.escape(wanted)}-table tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      ),
    id,
  );
}

/** An amount of a table in hundredths of its unit, exactly. */
const hundredths = (text) => Number(text.replace("−", "-").replace(/[.,]/g, ""));

inEachBrowser("pictures", (running) => {
  visiting(
    running,
    "each picture has one stop of the Tab key, marks by the arrow keys that are said, and a table",
    async (visit) => {
      await visit.openExample();
      for (const [name, id, first] of PICTURES) {
        await to(visit, name);
        const stops = await visit.evaluate((wanted) => {
          const figure = document.querySelector(`#${CSS.escape(wanted)}-heading`).closest("figure");
          const charts = [...figure.querySelectorAll(".figure__charts [tabindex='0']")];
          const seen = charts.filter((chart) => chart.checkVisibility());
          seen[0].focus();
          return seen.length;
        }, id);
        assert.equal(stops, 1, id);
        const said = () =>
          visit.evaluate(() => document.activeElement.parentElement.querySelector(".figure__mark").textContent);
        await visit.page.keyboard.press("ArrowRight");
        await until(`the first mark of ${id}`, async () => first.test(await said()));
        const count = Number((await said()).match(/\(1 of (\d+)\)$/)[1]);
        await visit.page.keyboard.press("End");
        await until(`the last mark of ${id}`, async () => (await said()).endsWith(`(${count} of ${count})`));
        await visit.page.keyboard.press("Escape");
        const table = await rows(visit, id);
        assert.ok(table.length > 1, `the table of ${id} has rows`);
      }
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "the steps from the gap if nothing is done to the plan sum to the penny",
    async (visit) => {
      const check = async (gap, left) => {
        await to(visit, "Savings");
        const [, ...steps] = await rows(visit, "savings-gap");
        const isLevel = ([name]) => /^(Gap if|After )/.test(name);
        assert.deepEqual(
          steps.filter(isLevel).map(([, amount]) => amount),
          [gap, ...left],
        );
        let reached;
        for (const step of steps) {
          const amount = hundredths(step[1]);
          if (isLevel(step)) assert.equal(reached ?? amount, amount, step[0]);
          reached = isLevel(step) ? amount : reached + amount;
        }
      };
      await visit.openSurrey();
      await check("283.70", ["87.70", "10.70"]);
      await visit.openExample();
      // Commissioners close their gap themselves: what providers save of their own costs is not taken off it.
      await check("27.60", ["0.00"]);
      // Only a medium-term plan: 63 + 48 − 6 in its first year.
      await visit.openArden();
      await check("105.00", ["42.00", "−6.00"]);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "the money of contracts is the same in every stage, to the pound, and what is not in it is named",
    async (visit) => {
      await visit.openExample();
      await to(visit, "Contracts");
      const [, ...table] = await rows(visit, "contracts-stages");
      const sums = new Map();
      const add = (key, amount) => sums.set(key, (sums.get(key) ?? 0) + hundredths(amount));
      const of = (stage, name, column) => `${stage}: ${name} ${column}`;
      const stages = ["Who pays", "Contract", "Who is paid", "How it is paid"];
      for (const [stage, from, goal, amount] of table) {
        const [before, after] = stage.split(" → ");
        if (after) {
          add(stage, amount);
          add(of(before, from, "leaves"), amount);
          add(of(after, goal, "enters"), amount);
        } else if (from !== "All") {
          add(stage, amount);
          if (stage !== stages.at(-1)) assert.equal(sums.get(of(stage, from, "leaves")), hundredths(amount), from);
          if (stage !== stages[0]) assert.equal(sums.get(of(stage, from, "enters")), hundredths(amount), from);
        } else {
          assert.equal(sums.get(stage), hundredths(amount), stage);
        }
      }
      // 210,864 + 112,782.8 + 14,400 + 168,000 + 6,000 + 1,400 thousand pounds.
      const steps = stages.slice(1).map((stage, index) => `${stages[index]} → ${stage}`);
      for (const stage of [...stages, ...steps]) assert.equal(sums.get(stage), 513_446_800, stage);
      const words = await visit.evaluate(() =>
        [...document.querySelector("#contracts-stages-heading").closest(".section").querySelectorAll("p")].map(
          (paragraph) => paragraph.textContent,
        ),
      );
      const left = "Not in these stages, because no amount is given or computed: Clearview: planned care.";
      assert.ok(words.includes(left), words.join("\n"));
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "the timeline says what was moved, and what is overdue on the day on which the plan is looked at",
    async (visit) => {
      await visit.openSurrey();
      await to(visit, "Delivery");
      const states = async () => (await rows(visit, "milestones-timeline")).slice(1).map(([, , state]) => state);
      assert.ok(!(await states()).includes("overdue"), "nothing is overdue before a day is given");
      const moved = (await rows(visit, "milestones-timeline")).filter(([, when]) => when.includes(", moved from "));
      assert.equal(moved.length, 1);
      await visit.evaluate(() => {
        const field = document.querySelector("#as-of");
        field.value = "2011-06-15";
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await until("overdue milestones", async () => (await states()).includes("overdue"));
      await visit.until("the day on the drawing", () =>
        [...document.querySelectorAll("#milestones-timeline-heading")]
          .map((heading) => heading.closest("figure").textContent)
          .some((text) => text.includes("As of 15 June 2011")),
      );
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a value of activity that is typed or moved by the arrow keys has its point on the curve, and says what is paid",
    async (visit) => {
      await visit.openExample();
      await to(visit, "Contracts");
      const said = () =>
        visit.evaluate(
          () => document.querySelector("#contract-try-1").closest(".filters").querySelector("[role='status']").textContent,
        );
      const tried = () =>
        visit.evaluate(() => document.querySelectorAll("#contract-1 ~ div .figure__chart--wide .tried").length);
      await visit.page.focus("#contract-try-1");
      assert.equal(await tried(), 0);
      await visit.page.keyboard.type("122.7828");
      // A fifth of the price of what differs from the plan of 112.7828.
      const paid = "For a value of activity of £122,782,800 it pays £114,782,800.";
      await until("what is paid", async () => (await said()) === paid);
      assert.equal(await tried(), 1);
      await visit.page.keyboard.type("x");
      await until("words about what is no number", async () => /^Enter an amount/.test(await said()));
      assert.equal(await tried(), 0);
      await visit.page.focus("#contract-slide-1");
      await visit.page.keyboard.press("ArrowRight");
      await until("what is paid at the slider", async () => /it pays £11\d,\d{3},\d{3}\.$/.test(await said()));
      assert.equal(await tried(), 1);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a line is chosen, and its months end with the plan of the year",
    async (visit) => {
      await visit.openExample();
      await to(visit, "Delivery");
      const last = async (id) => (await rows(visit, id)).at(-1);
      assert.deepEqual((await last("months-0")).slice(0, 2), ["March 2027", "27.60"]);
      await visit.page.select("#monitored-line", "3");
      await visit.until("the months of prescribing", () => document.querySelector("#months-3-heading") !== null);
      assert.deepEqual((await last("months-3")).slice(0, 2), ["March 2027", "94.80"]);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "where a plan does not give the numbers of a picture, one line says what would be needed",
    async (visit) => {
      await visit.openArden();
      const needed = () =>
        visit.evaluate(() => [...document.querySelectorAll(".picture-needs strong")].map((words) => words.textContent));
      for (const [name, pictures] of [
        ["Savings", []],
        ["Contracts", ["Who pays whom by contract: "]],
        ["Finance", ["Where the money goes: "]],
        ["Risks", []],
      ]) {
        await to(visit, name);
        assert.deepEqual(await needed(), pictures, name);
      }
      await to(visit, "Delivery");
      assert.ok((await needed()).includes("Plan, actual and forecast by month: "));
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "each picture is saved with its title, its source and the state of the checks",
    async (visit) => {
      await visit.openExample();
      for (const [name, id] of PICTURES) {
        await to(visit, name);
        const file = path.join(running().downloads, `${id}.svg`);
        await rm(file, { force: true });
        const heading = await visit.evaluate((wanted) => {
          const figure = document.querySelector(`#${CSS.escape(wanted)}-heading`).closest("figure");
          [...figure.querySelectorAll("button")].find((button) => button.textContent === "Save as SVG").click();
          return figure.querySelector("svg title").textContent;
        }, id);
        await until(`${id}.svg`, async () => existsSync(file) && (await readFile(file)).length > 0);
        const drawing = String(await readFile(file));
        assert.ok(drawing.includes(heading.replaceAll("&", "&amp;")), id);
        assert.match(drawing, /Source: Joint plan 2026\/27 \(made up\)/);
        assert.match(drawing, /Checks: /);
      }
    },
    { places: ["http"] },
  );

  for (const width of [390, 1280]) {
    visiting(
      running,
      `no word of a picture is cut by its edge, with the letters that this computer has, ${width} px wide`,
      async (visit) => {
        const cut = () =>
          visit.evaluate(() => {
            const charts = [...document.querySelectorAll("main svg.chart")].filter((svg) => svg.checkVisibility());
            // Firefox gives the place of words some dots too wide.
            const reachesOut = (svg) => {
              const { left, right } = svg.getBoundingClientRect();
              return [...svg.querySelectorAll("text")].filter((text) => {
                const words = text.getBoundingClientRect();
                return words.width > 0 && (words.left < left - 4 || words.right > right + 4);
              });
            };
            return charts.flatMap(reachesOut).map((text) => text.textContent);
          });
        for (const open of ["openExample", "openSurrey", "openArden"]) {
          // A plan opens at its overview.
          await visit[open]();
          const [[, overview], ...others] = PAGES;
          assert.deepEqual(await cut(), [], `${overview}, ${open}`);
          for (const [, name] of others) {
            await to(visit, name);
            assert.deepEqual(await cut(), [], `${name}, ${open}`);
          }
        }
      },
      { places: ["http"], viewport: { width, height: 900 } },
    );

    visiting(
      running,
      `pictures keep within the page, their words can be read, and on a dark ground they are light, ${width} px wide`,
      async (visit) => {
        await visit.page.emulateMediaFeatures?.([{ name: "prefers-color-scheme", value: "dark" }]).catch(() => {});
        await visit.openExample();
        const isDark = await visit.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
        for (const name of ["Savings", "Contracts", "Finance", "Delivery", "Risks"]) {
          await to(visit, name);
          const { wide, names, smallest, worst } = await visit.evaluate(() => {
            const parts = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
            const luminance = (colour) => {
              const [red, green, blue] = parts(colour).map((part) => {
                const share = part / 255;
                return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
              });
              return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            };
            const contrast = (one, other) => {
              const [low, high] = [luminance(one), luminance(other)].sort((left, right) => left - right);
              return (high + 0.05) / (low + 0.05);
            };
            const ground = (element) => {
              for (let at = element; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if (!/, 0\)$|transparent/.test(colour)) return colour;
              }
              return "rgb(255, 255, 255)";
            };
            const charts = [...document.querySelectorAll("main svg.chart")].filter((svg) => svg.checkVisibility());
            const texts = charts.flatMap((svg) => [...svg.querySelectorAll("text")].map((text) => [svg, text]));
            const scale = (svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            const plain = texts.filter(([, text]) => ["label", "axis", "total"].includes(text.getAttribute("class")));
            const onSquares = (svg) => svg.querySelector(".square");
            return {
              wide: document.documentElement.scrollWidth > window.innerWidth,
              names: Math.min(...[...document.querySelectorAll("main dl.facts dt")].map((name) => name.clientWidth), 999),
              smallest: Math.min(...texts.map(([svg, text]) => Number(text.getAttribute("font-size")) * scale(svg))),
              worst: Math.min(
                ...plain
                  .filter(([svg, text]) => !(onSquares(svg) && text.getAttribute("class") === "total"))
                  .map(([svg, text]) => contrast(getComputedStyle(text).fill, ground(svg))),
              ),
            };
          });
          assert.ok(!wide, `${name} is wider than the screen`);
          assert.ok(names >= 100, `the name of a fact has ${names} px on ${name}`);
          assert.ok(smallest >= 9.5, `${smallest} px on ${name}`);
          assert.ok(worst >= 4.5, `${worst} to 1 on ${name}, dark: ${isDark}`);
        }
      },
      { places: ["http"], viewport: { width, height: 900 } },
    );
  }
});
