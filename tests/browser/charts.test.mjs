// The pictures: by the keyboard mark by mark, taken away as files, and where the plan has what they show.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

/** The ids of the drawings on the page that are seen. */
const drawings = (visit) =>
  visit.evaluate(() =>
    [...document.querySelectorAll("main svg.chart")]
      .filter((svg) => svg.checkVisibility())
      .map((svg) => svg.querySelector("title").id.replace(/-title$/, "")),
  );

inEachBrowser("charts", (running) => {
  visiting(
    running,
    "the arrow keys go through the marks of a chart, each said with its unit, and Escape leaves them",
    async (visit) => {
      await visit.openSurrey();
      await visit.evaluate(() => document.querySelector("#overview-bridge-heading").scrollIntoView());
      await visit.evaluate(() =>
        [...document.querySelectorAll(".figure__marks")].find((chart) => chart.checkVisibility()).focus(),
      );
      const said = () =>
        visit.evaluate(() => document.activeElement.parentElement.querySelector(".figure__mark").textContent);
      assert.equal(await said(), "");
      const press = async (key, pattern) => {
        await visit.page.keyboard.press(key);
        await until(`${pattern} after ${key}`, async () => pattern.test(await said()));
      };
      await press("ArrowRight", /^Gross budgets: £1,701\.10m \(1 of \d+\)$/);
      await press("ArrowDown", /^Taken out: commissioning group: −£0\.40m \(2 of/);
      await press("End", /^Resource limit: £1,659\.70m/);
      await press("Home", /^Gross budgets/);
      await press("Escape", /^$/);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a chart is saved as SVG and as PNG, with its source and the state of the checks",
    async (visit, place) => {
      await visit.openSurrey();
      const folder = running().downloads;
      const save = async (words, name) => {
        const file = path.join(folder, name);
        await rm(file, { force: true });
        await visit.evaluate((wanted) => {
          const figure = document.querySelector("#overview-bridge-heading").closest("figure");
          [...figure.querySelectorAll("button")].find((button) => button.textContent === wanted).click();
        }, words);
        await until(`${name} from ${place}`, async () => existsSync(file) && (await readFile(file)).length > 0);
        return readFile(file);
      };
      const drawing = String(await save("Save as SVG", "overview-bridge.svg"));
      assert.match(drawing, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.match(drawing, /From gross budgets to the resource limit, 2011\/12/);
      assert.match(drawing, /Source: One Plan \(NHS Surrey\)/);
      assert.match(drawing, /Checks: \d+ things to look at: \d+ open, \d+ settled\./);
      const picture = await save("Save as PNG", "overview-bridge.png");
      assert.deepEqual([...picture.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    },
  );

  visiting(
    running,
    "a picture that the browser does not make is told",
    async (visit) => {
      await visit.openSurrey();
      await visit.evaluate(() => {
        // A drawing that cannot be read.
        Object.defineProperty(HTMLImageElement.prototype, "src", {
          set() {
            this.setAttribute("src", "data:image/svg+xml,no-drawing");
          },
        });
        const figure = document.querySelector("#overview-bridge-heading").closest("figure");
        [...figure.querySelectorAll("button")].find((button) => button.textContent === "Save as PNG").click();
      });
      await visit.until("what is told", () =>
        document.querySelector(".figure__files [role=status]").textContent.startsWith("This browser made no such file"),
      );
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a picture is there where the plan has what it shows, and nowhere else",
    async (visit) => {
      await visit.openExample();
      const on = async (name) => {
        await visit.go(name);
        await visit.heading(name);
        await visit.workedOut();
        return drawings(visit);
      };
      assert.ok((await on("Contracts")).some((id) => id.startsWith("contract-curve-")));
      assert.ok((await on("Risks")).includes("risks-heat-map"));
      assert.ok((await on("Providers")).includes("providers-improvement"));
      assert.ok((await on("Delivery")).includes("delivery-to-date"));
      assert.ok((await on("CQUIN")).some((id) => id.startsWith("cquin-chart-")));
      await visit.openSurrey();
      // The risks of Surrey have no scores, and it gives no cost improvement of its providers.
      assert.deepEqual(await on("Risks"), []);
      assert.deepEqual(await on("Providers"), []);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "of the two drawings of a chart only the one that is seen is made, the other when it is; the table when it is opened",
    async (visit) => {
      await visit.openSurrey();
      const made = () =>
        visit.evaluate(() => {
          const figure = document.querySelector("#overview-bridge-heading").closest("figure");
          const marks = (drawing) => figure.querySelectorAll(`.figure__chart--${drawing} rect`).length > 0;
          return [marks("wide"), marks("narrow"), figure.querySelector("table") !== null];
        });
      assert.deepEqual(await made(), [true, false, false]);
      const height = () => visit.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      await visit.page.setViewport({ width: 390, height: 900 });
      await until("the narrow drawing", async () => (await made())[1]);
      await visit.page.setViewport({ width: 1280, height: 900 });
      await until("the height of before", async () => (await height()) === before);
      await visit.evaluate(() => {
        document.querySelector("#overview-bridge-heading").closest("figure").querySelector("summary").click();
      });
      await until("the table", async () => (await made())[2]);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "what is printed has its drawings, whatever the width of the screen",
    async (visit) => {
      await visit.openSurrey();
      await visit.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const undrawn = () => visit.evaluate(() => document.querySelectorAll("main .figure__chart[data-undrawn]").length);
      assert.equal(await undrawn(), 0);
    },
    { places: ["http"], viewport: { width: 390, height: 900 } },
  );

  for (const width of [390, 1280]) {
    visiting(
      running,
      `the words of every chart can be read, ${width} px wide`,
      async (visit) => {
        await visit.openExample();
        for (const name of ["Overview", "CQUIN", "Contracts", "Risks", "Delivery"]) {
          await visit.go(name);
          const sizes = await visit.evaluate(() =>
            [...document.querySelectorAll("main svg.chart")]
              .filter((svg) => svg.checkVisibility())
              .flatMap((svg) => {
                const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                return [...svg.querySelectorAll("text")].map((text) => Number(text.getAttribute("font-size")) * scale);
              }),
          );
          assert.ok(sizes.length > 0, `no words on ${name}`);
          assert.ok(Math.min(...sizes) >= 9.5, `${Math.min(...sizes)} px on ${name}`);
        }
      },
      { places: ["http"], viewport: { width, height: 900 } },
    );
  }
});
