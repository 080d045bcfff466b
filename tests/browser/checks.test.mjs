// The page of checks: what the command line finds is there, and can be narrowed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { SURREY } from "./support/setting.mjs";
import { headsOf, onePlan } from "./support/program.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { count } from "./support/words.mjs";

const printed = onePlan("check", SURREY).stdout;
const findings = headsOf(printed);
const [, exact, rounding, unlikely, differ, missing] =
  /Printed figures: (\d+) exact, (\d+) rounding, (\d+) unlikely, (\d+) differ, (\d+) not computed\./.exec(printed).map(Number);
const [, warnings] = /Check: (\d+) findings\./.exec(printed);
const FINDINGS = "section[aria-labelledby='findings-title']";
const COMPARISONS = "section[aria-labelledby='comparisons-title']";
const BY_VERDICT = { exact, rounding, unlikely, differs: differ, "not computed": missing };

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
      [found.Exact, found.Rounding, found.Unlikely, found.Differ, found["Not computed"]],
      [exact, rounding, unlikely, differ, missing],
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
        known: [...one.querySelectorAll(".finding__known .tag")].map((tag) => tag.textContent),
        message: one.querySelector(".finding__message strong").textContent,
      })),
    );
    assert.deepEqual(
      shown,
      findings.map(({ code, known, message }) => ({ code, known, message })),
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
      const total = exact + rounding + unlikely + differ + missing;
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

  visiting(
    running,
    "a known finding says what its id means, and is found by the id as the command line writes it",
    async (visit) => {
      const { known_findings: all } = JSON.parse(await readFile(SURREY, "utf8"));
      const meaning = new Map(all.map(({ id, name, note }) => [id, note ? `${name}. ${note}` : name]));
      await visit.openSurrey();
      await visit.go("Checks");
      for (const words of ["S-20", "S-01 explained"]) {
        const fitting = findings.filter(({ known }) => known.some((one) => one.startsWith(words)));
        assert.ok(fitting.length > 0, `the command line finds nothing that is ${words}`);
        await visit.page.click("#findings-words", { count: 3 });
        await visit.page.type("#findings-words", words);
        await visit.until(
          `the findings that are ${words}`,
          (wanted) => {
            const messages = [...document.querySelectorAll(".finding__message strong")].map((one) => one.textContent);
            return JSON.stringify(messages) === wanted;
          },
          JSON.stringify(fitting.map(({ message }) => message)),
        );
        const shown = await visit.evaluate(() =>
          [...document.querySelectorAll(".finding__known li")].map((one) => ({
            id: one.querySelector(".tag").textContent.split(" ")[0].toLowerCase(),
            meaning: one.lastChild.textContent,
          })),
        );
        for (const one of shown) assert.equal(one.meaning, meaning.get(one.id), one.id);
      }
    },
    { places: ["http"] },
  );
});
