// A plan is taken away: sealed, as a table, as a link, on paper, and as a screenshot without its numbers.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { textsOf } from "./support/paper.mjs";
import { onePlan } from "./support/program.mjs";
import { SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { Visit } from "./support/visit.mjs";

const press = (visit, words, within = "main") =>
  visit.evaluate(
    (wanted, place) => {
      const buttons = [...document.querySelectorAll(`${place} :is(button, a)`)];
      buttons.find((button) => button.textContent === wanted).click();
    },
    words,
    within,
  );

/** What is saved by a press. */
async function saved(running, name, act) {
  const file = path.join(running().downloads, name);
  await rm(file, { force: true });
  await act();
  await until(`${name} to be saved`, () => existsSync(file) && !existsSync(`${file}.part`));
  return until(`all of ${name}`, async () => {
    const text = await readFile(file, "utf8");
    return text.length > 0 && text;
  });
}

/** The seal of a plan as the command line gives it. */
async function sealOf(file) {
  const folder = await mkdtemp(path.join(tmpdir(), "one-plan-seal-"));
  try {
    const { stdout } = onePlan("seal", file, path.join(folder, "sealed.json"));
    return /Seal: ([0-9a-f]{64})/.exec(stdout)[1];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const report = (visit, wanted) =>
  visit.until(
    `a plan that is ${wanted}`,
    (state) => document.querySelector(`[data-seal-report='${state}']`)?.parentElement.textContent,
    wanted,
  );

inEachBrowser("take away", (running, kind) => {
  visiting(running, "a sealed plan is reproduced exactly, or it is said which figures differ", async (visit) => {
    const seal = await sealOf(SURREY);
    await visit.openSurrey();
    await visit.until(
      "the seal in the footer",
      (wanted) => document.querySelector("footer .seal")?.textContent === `Seal of this plan: ${wanted}`,
      seal,
    );
    await visit.go("Data");
    const sealed = await saved(running, "surrey-one-plan-sealed.json", () => press(visit, "Sealed plan"));
    assert.equal(JSON.parse(sealed).seal, seal);
    await visit.openByDrop(sealed, "surrey-one-plan-sealed.json");
    assert.match(await report(visit, "reproduced"), new RegExp(`Reproduced exactly: all [0-9,]+ figures.*${seal}`));
    assert.deepEqual(await visit.shown("savings.total"), ["£378.00m", "378.00"]);

    const changed = JSON.parse(sealed);
    for (const row of changed.plan.programme_savings) row.amount = "1";
    await visit.openByDrop(JSON.stringify(changed), "changed.json");
    const said = await report(visit, "differs");
    assert.match(said, /Not reproduced: of [0-9,]+ figures, \d+ are not as sealed\./);
    assert.match(said, /The plan in this file was changed after it was sealed\./);
    const all = Number(/(\d+) are not as sealed/.exec(said)[1]);
    assert.equal(await visit.evaluate(() => document.querySelector("#seal-figures-title").textContent), `${all} figures are not as sealed`);
    const listed = () => visit.texts("#seal-figures tbody th");
    assert.equal((await listed()).length, 50);
    // It stays when the page is loaded again, and all of them can be seen.
    await visit.until("the plan to be kept", () => document.querySelector(".masthead__kept")?.textContent.startsWith("Kept"));
    await visit.page.reload();
    assert.match(await report(visit, "differs"), /The plan in this file was changed after it was sealed\./);
    await visit.evaluate(() => document.querySelector("section:has(#seal-figures) .toolbar button").click());
    await until("every figure", async () => (await listed()).length === all);
    const figures = await listed();
    assert.ok(figures.includes("Total savings, all years"), figures.join("\n"));
    await visit.openByDrop(sealed.replace('"plan":', '"plann":'), "broken.json");
    await visit.until("why not", () => /must be a sealed plan/.test(document.querySelector(".error-summary")?.textContent));
  });

  visiting(running, "a table is selected, copied and saved with its numbers", async (visit) => {
    await visit.openSurrey();
    await visit.go("Savings");
    const selected = await visit.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector("#savings-programmes"));
      return getSelection().toString();
    });
    const wanted = await visit.texts("#savings-programmes .explain");
    assert.ok(wanted.length > 20);
    for (const number of wanted) assert.ok(selected.includes(number), `${number} is missing in what is selected`);

    const csv = await saved(running, "savings-programmes.csv", () => press(visit, "Save it as CSV", ".table-block:has(#savings-programmes)"));
    assert.ok(csv.startsWith("\ufeffProgramme,2011/12,"), csv.slice(0, 40));
    const lines = csv.split("\r\n");
    const total = await visit.evaluate(() =>
      [...document.querySelectorAll("#savings-programmes tr.total")].at(-1).textContent.replace(/\s+/g, " "),
    );
    assert.match(total, /378\.00/);
    assert.ok(lines.some((line) => line.endsWith(",378.00")), csv);
    assert.ok(lines.includes('Plan,"One Plan, NHS Surrey, version 1"') || lines.some((line) => line.startsWith("Plan,")));
    assert.match(csv, /\r\nCheck,"\d+ things to look at: \d+ open, \d+ settled"\r\n/);
    assert.match(csv, /\r\nRows,\d+ rows\r\n/);
    await visit.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", {
        configurable: true,
        value: { writeText: async (text) => (globalThis.copied = text) },
      });
    });
    await press(visit, "Copy this table", ".table-block:has(#savings-programmes)");
    const copied = await visit.until("what is copied", () => globalThis.copied);
    assert.ok(copied.includes("\t378.00"), copied);
    const said = await visit.until("what is said", () =>
      /Copied: \d+ rows/.test(document.querySelector(".table-block:has(#savings-programmes) [role='status']").textContent),
    );
    assert.ok(said);
  });

  visiting(running, "a link holds what was changed of a plan of the page, and opens it", async (visit, place) => {
    await visit.evaluate(() => document.querySelector("[data-example='surrey-one-plan']").click());
    await visit.isOpen();
    await visit.go("Delivery");
    await visit.evaluate(() => {
      const field = document.querySelector("#as-of");
      field.value = "2012-01-31";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await visit.until("the day", () => /before 31 January 2012/.test(document.querySelector("main").textContent));
    await visit.go("Data");
    await press(visit, "Link");
    const address = await visit.until("the link", () => document.querySelector("#plan-link")?.value);
    assert.ok(address.length < 600, `${address.length} letters for one changed cell`);
    await visit.until("its length in words", () =>
      /which every program takes\. Whoever has it can read/.test(document.querySelector("main").textContent),
    );
    assert.match(address, place === "file" ? /^file:.*#plan=/ : /^http:.*#plan=/);
    // Another tab, as whoever gets the link opens it.
    const other = await running().browser.newPage();
    try {
      await other.goto(address);
      await until("the plan", () =>
        other.evaluate(() => document.querySelector(".masthead__plan")?.textContent.includes("NHS Surrey")),
      );
      await until("its address", () => other.evaluate(() => location.hash === "#/overview"));
      await other.evaluate(() => (location.hash = "#/delivery"));
      await until("the changed day", () => other.evaluate(() => document.querySelector("#as-of")?.value === "2012-01-31"));
      // Cut on its way, as mail programs do.
      await other.evaluate((hash) => (location.hash = hash), new URL(address).hash.slice(0, -20));
      await until("why not", () =>
        other.evaluate(() =>
          /^There is a problemThe link was not opened\..*The link is not whole: .* Expected: all of it, from its beginning/.test(
            document.querySelector(".error-summary")?.textContent ?? "",
          ),
        ),
      );
      assert.ok(await other.evaluate(() => document.querySelector(".masthead__plan").textContent.includes("NHS Surrey")));
    } finally {
      await other.close({ runBeforeUnload: false });
    }
  });

  visiting(
    running,
    "a link to a plan of one's own says that it is too long",
    async (visit) => {
      await visit.openByDrop(
        JSON.stringify(JSON.parse(await readFile(SURREY, "utf8"))).replaceAll("Planned care", "Our planned care").replace("NHS Surrey", "Elsewhere"),
      );
      await visit.isOpen("Elsewhere");
      await visit.go("Data");
      await visit.evaluate(() => document.querySelectorAll("script[data-plan]").forEach((plan) => plan.remove()));
      await press(visit, "Link");
      const words = await visit.until("its length", () =>
        /The link has ([\d,]+) letters\. Most programs/.exec(document.querySelector("main").textContent)?.[1],
      );
      assert.ok(Number(words.replaceAll(",", "")) > 8000);
    },
    { places: ["http"] },
  );

  visiting(running, "for a screenshot every digit but those of years becomes another, and comes back", async (visit) => {
    await visit.openSurrey();
    await visit.go("Data");
    await press(visit, "Scramble the numbers");
    await visit.go("Savings");
    await visit.until("the mark", () => document.querySelector(".scrambled")?.textContent.includes("not real"));
    const shown = await visit.texts("#savings-programmes .explain");
    assert.ok(!shown.includes("378.00"), shown.join(" "));
    assert.ok((await visit.texts("#savings-programmes thead th")).includes("2011/12"));
    await press(visit, "Show the real numbers", ".scrambled");
    assert.ok((await visit.texts("#savings-programmes .explain")).includes("378.00"));
    assert.equal(await visit.evaluate(() => document.querySelector(".scrambled")), null);
  });

  visiting(
    running,
    "the progress report is a file",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Data");
      const text = await saved(running, "surrey-one-plan-progress.md", () => press(visit, "Progress report"));
      assert.equal(text, onePlan("report", SURREY).stdout);
    },
    { places: ["http"] },
  );

  for (const place of ["http", "file"]) {
    it(`the board pack has every section, the seal on every sheet, and loses no column [${place}]`, async () => {
      const visit = await Visit.begin(running(), place);
      try {
        const seal = await sealOf(SURREY);
        await visit.openSurrey();
        await visit.go("Data");
        await press(visit, "Board pack");
        const parts = (count) =>
          visit.until(`${count} sections`, (wanted) => document.querySelectorAll(".pack__part").length === wanted, count);
        // The answers come first, and it is said how many sheets they take.
        await parts(5);
        await visit.until("the count of sheets", () => /Roughly \d+ to \d+ sheets/.test(document.querySelector("[data-sheets]").textContent));
        const sheetsOfAnswers = await visit.evaluate(() => Number(document.querySelector("[data-sheets]").dataset.sheets.split("-")[1]));
        assert.ok(sheetsOfAnswers < 45, `${sheetsOfAnswers} sheets`);
        await press(visit, "None");
        await parts(0);
        await press(visit, "All sections");
        await parts(11);
        await visit.page.click("[data-tables]");
        await visit.until("every table", () => document.querySelectorAll(".pack__part .table").length > 60);
        await visit.focusOn("[data-tables]", "the choice, where it was");
        const ids = await visit.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
        assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at && id !== "as-of"), [], "ids are unique");
        // All of it would take a minute to be printed: some sections are left out.
        const leave = ["providers", "workforce", "delivery", "checks"];
        for (const section of leave) await visit.evaluate((one) => document.querySelector(`[data-section='${one}']`).click(), section);
        await parts(11 - leave.length);
        await visit.until("the seal", () => /seal [0-9a-f]{12}/.test(document.querySelector("[data-print-foot]").textContent));
        const headings = await visit.texts("main .table:not(.disclosure .table, .told-elsewhere .table) thead th:not(.screen-only)");
        // Firefox tells the page that it is printed only when a person asks for it.
        if (kind === "firefox") await visit.evaluate(() => dispatchEvent(new Event("beforeprint")));
        const pdf = await visit.page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 120_000 });
        const sheets = await textsOf(pdf);
        assert.ok(sheets.length > 20, `${sheets.length} sheets`);
        const [least, most] = await visit.evaluate(() => document.querySelector("[data-sheets]").dataset.sheets.split("-").map(Number));
        assert.ok(least <= sheets.length && sheets.length <= most, `${sheets.length} sheets, said: ${least} to ${most}`);
        const all = sheets.map(({ text }) => text).join("\n");
        for (const [at, { text, width, height, words }] of sheets.entries()) {
          assert.ok(width > height, `sheet ${at + 1} lies`);
          // The head of the first sheet, the foot, and something between them.
          if (kind === "chromium") assert.ok(text.length > 200, `sheet ${at + 1} is empty: ${text}`);
          assert.ok(text.includes(`seal ${seal.slice(0, 12)}`), `sheet ${at + 1} has no seal: ${text.slice(-200)}`);
          assert.match(text, /things to look at/);
          if (kind === "chromium") assert.ok(text.includes(`${at + 1} / ${sheets.length}`), `sheet ${at + 1} has no number`);
          for (const word of words) {
            assert.ok(word.from >= 0 && word.to <= width + 1, `"${word.text}" is cut on sheet ${at + 1}: ${word.to} of ${width}`);
          }
        }
        assert.ok(all.includes(seal), "the whole seal on the cover");
        // What says what to do on the screen is not said on paper, and a short table stands on one sheet.
        assert.doesNotMatch(all, /Press a number|More on |See it among the checks|can be changed in the table/);
        if (kind === "chromium") {
          const whole = sheets.filter(({ text }) => text.includes("Savings by year, £m"));
          assert.equal(whole.length, 1, "one sheet has the table of savings by year");
          for (const row of ["2011/12", "2012/13", "2013/14", "2014/15", "All years"]) assert.ok(whole[0].text.includes(row), `${row} on it`);
        }
        const letters = (words) => words.replace(/\s+/g, "");
        const printed = letters(all);
        for (const heading of new Set(headings)) assert.ok(printed.includes(letters(heading)), `the column ${heading}`);
        for (const part of ["Savings", "CQUIN", "Activity", "Finance", "Risks"]) {
          assert.ok(all.includes(part), part);
        }
      } finally {
        await visit.end();
      }
    });
  }
});
