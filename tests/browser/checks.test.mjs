// The page of checks: what the command line finds is there, and can be narrowed.

import assert from "node:assert/strict";
import { SURREY } from "./support/setting.mjs";
import { onePlan } from "./support/program.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";

const printed = onePlan("check", SURREY).stdout;
const lines = printed.split("\n");
const findings = lines.filter((line) => /^(error|warning|information) /.test(line));
const [, exact, rounding, differ, missing] =
  /Printed figures: (\d+) exact, (\d+) rounding, (\d+) differ, (\d+) not computed\./.exec(printed).map(Number);
const [, warnings] = /Check: (\d+) findings\./.exec(printed);
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
    const shown = await visit.evaluate(() =>
      [...document.querySelectorAll(".finding")].map(
        (one) => `${one.dataset.code}: ${one.querySelector(".finding__message strong").textContent}`,
      ),
    );
    assert.deepEqual(
      shown,
      findings.map((line) => line.replace(/^\w+ /, "")),
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
      const total = exact + rounding + differ + missing;
      for (const [verdict, count] of Object.entries(BY_VERDICT)) {
        await visit.page.select("#comparisons-verdict", verdict);
        await visit.until(
          `${count} figures that are ${verdict}`,
          (wanted, number) => {
            const rows = [...document.querySelectorAll("tr[data-verdict]")];
            return rows.length === number && rows.every((row) => row.dataset.verdict === wanted);
          },
          verdict,
          count,
        );
      }
      await visit.page.select("#comparisons-verdict", "");
      await visit.until(
        "all figures",
        (wanted) => document.querySelectorAll("tr[data-verdict]").length === wanted,
        total,
      );

      await visit.page.select("#findings-severity", "warning");
      await visit.until(
        "the warnings alone",
        (wanted) => document.querySelectorAll(".finding").length === wanted,
        Number(warnings),
      );
      await visit.page.type("#findings-words", "sum of weights");
      await visit.until("the finding about weights", () => document.querySelectorAll(".finding").length === 1);
      assert.match((await visit.texts(".finding"))[0], /98\.5 apart/);
    },
    { places: ["http"] },
  );
});
