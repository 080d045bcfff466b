// The page of checks: what the command line finds is there, and can be narrowed.

import assert from "node:assert/strict";
import { SURREY } from "./support/setting.mjs";
import { headsOf, onePlan } from "./support/program.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { count } from "./support/words.mjs";

const printed = onePlan("check", SURREY).stdout;
const findings = headsOf(printed);
const [, exact, rounding, differ, missing] =
  /Printed figures: (\d+) exact, (\d+) rounding, (\d+) differ, (\d+) not computed\./.exec(printed).map(Number);
const [, warnings] = /Check: (\d+) findings\./.exec(printed);
const FINDINGS = "section[aria-labelledby='findings-title']";
const COMPARISONS = "section[aria-labelledby='comparisons-title']";
const BY_VERDICT = { exact, rounding, differs: differ, "not computed": missing };

const facts = (visit) =>
  visit.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("section[aria-labelledby='adds-up-title'] dt")].map((name) => [
        name.firstChild.textContent,
        Number(name.nextElementSibling.textContent),
      ]),
    ),
  );

inEachBrowser("checks", (running) => {
  visiting(running, "the light and the counts are those of the command line", async (visit) => {
    await visit.openSurrey();
    assert.deepEqual(
      await visit.evaluate(() => document.querySelector("[data-master-check]").dataset.masterCheck),
      "findings",
    );
    assert.match((await visit.texts("[data-check]"))[0], new RegExp(`${warnings} things do not agree`));
    const found = await facts(visit);
    assert.deepEqual(
      [found.Exact, found.Rounding, found.Differ, found["Not computed"]],
      [exact, rounding, differ, missing],
    );
    assert.equal(found["Things that do not agree"], Number(warnings));
  });

  visiting(running, "every finding of the command line is there in its words, S-01 with its line", async (visit) => {
    await visit.openSurrey();
    await visit.go("Checks");
    await visit.showAll(FINDINGS);
    const shown = await visit.evaluate(() =>
      [...document.querySelectorAll(".finding")].map((one) => ({
        code: one.dataset.code,
        // Each id stands in a tag of its own, whose title says more.
        known: [...one.querySelectorAll(".finding__message .tag[title]")].map((tag) => tag.textContent.trim()),
        message: one.querySelector(".finding__message strong").textContent,
      })),
    );
    // "S-01 open" on the command line is "s-01: open" on the page.
    const inWords = (known) => known.map((one) => one.replace(":", "").toUpperCase());
    assert.deepEqual(
      shown.map(({ known, ...one }) => ({ ...one, known: inWords(known) })),
      findings.map(({ code, message, known }) => ({ code, message, known: inWords(known) })),
    );
    assert.ok(
      shown.some(({ known }) => known.length > 0),
      "some findings are known by an id",
    );
    const weights = await visit.evaluate(() =>
      [...document.querySelectorAll(".finding")]
        .map((one) => one.textContent)
        .filter((text) => /sum of weights is printed as 100 and computed as 1\.5/.test(text)),
    );
    assert.equal(weights.length, 1);
    assert.match(weights[0], /line 1051 of the document/);
  });

  visiting(
    running,
    "narrowed by verdict, by gravity and by words",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Checks");
      const narrowed = (section, what, number, of) =>
        visit.until(
          what,
          (within, wanted) => document.querySelector(`${within} .filters__count`).textContent === wanted,
          section,
          `${count(String(number))} of ${count(String(of))}`,
        );
      const verdicts = () =>
        visit.evaluate(() => [...document.querySelectorAll("tr[data-verdict]")].map((row) => row.dataset.verdict));
      const total = exact + rounding + differ + missing;
      for (const [verdict, number] of Object.entries(BY_VERDICT)) {
        await visit.page.select("#comparisons-verdict", verdict);
        await narrowed(COMPARISONS, `${number} figures that are ${verdict}`, number, total);
        await visit.showAll(COMPARISONS);
        assert.deepEqual(await verdicts(), Array(number).fill(verdict));
      }
      await visit.page.select("#comparisons-verdict", "");
      await narrowed(COMPARISONS, "all figures", total, total);
      await visit.showAll(COMPARISONS);
      assert.equal((await verdicts()).length, total);

      await visit.page.select("#findings-severity", "warning");
      await narrowed(FINDINGS, "the warnings alone", warnings, findings.length);
      await visit.showAll(FINDINGS);
      assert.equal((await visit.texts(".finding")).length, Number(warnings));
      await visit.page.type("#findings-words", "sum of weights");
      await visit.until("the finding about weights", () => document.querySelectorAll(".finding").length === 1);
      assert.match((await visit.texts(".finding"))[0], /98\.5 apart/);
    },
    { places: ["http"] },
  );
});
