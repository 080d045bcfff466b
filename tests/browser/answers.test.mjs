// The three answers, and every other number on every page, are those of the command line.

import assert from "node:assert/strict";
import { ARDEN, EXAMPLE, SURREY } from "./support/setting.mjs";
import { computed } from "./support/program.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES } from "./support/visit.mjs";
import { amount, count, forms, money } from "./support/words.mjs";

const YEARS = ["2011-12", "2012-13", "2013-14", "2014-15"];
const { figures } = computed(SURREY);
const value = (id) => {
  assert.ok(figures.has(id), `the command line has no figure ${id}`);
  return figures.get(id).value;
};

/** The ids of figures of one sort. */
const idsLike = (pattern) => [...figures.keys()].filter((id) => pattern.test(id));

/** The texts under which a page shows each figure. */
async function shownOn(visit, name) {
  await visit.go(name);
  const texts = new Map();
  for (const [id, text] of await visit.figures()) texts.set(id, [...(texts.get(id) ?? []), text]);
  return (id) => texts.get(id) ?? [];
}

inEachBrowser("answers", (running) => {
  visiting(running, "savings: each year, each part, the total, each programme", async (visit) => {
    await visit.openSurrey();
    const overview = await shownOn(visit, "Overview");
    for (const id of ["savings.total", "savings.part.commissioner", "savings.part.provider"]) {
      for (const one of [id, ...YEARS.map((year) => `${id}.${year}`)]) {
        assert.ok(overview(one).includes(amount(value(one), "£m", 2)), `${one} on the overview`);
      }
    }
    const savings = await shownOn(visit, "Savings");
    const programmes = idsLike(/^savings\.programme\.[^.]+\.\d{4}-\d\d$/);
    assert.equal(programmes.length, 68, "17 programmes in four years");
    for (const id of programmes) assert.deepEqual(savings(id), [amount(value(id), "£m", 2)], id);
  });

  visiting(running, "CQUIN: value, earned, at risk, and of each indicator", async (visit) => {
    await visit.openSurrey();
    const overview = await shownOn(visit, "Overview");
    for (const part of ["value", "earned", "at-risk"]) {
      const id = `cquin.total.${part}`;
      const million = Math.abs(Number(value(id))) >= 1e6;
      assert.deepEqual(overview(id), [million ? money(value(id), "£m", 2) : money(value(id), "£", 0)], id);
    }
    const cquin = await shownOn(visit, "CQUIN");
    const ids = idsLike(/^cquin\.indicator\..*\.(value|earned|at-risk)$/);
    assert.equal(ids.length, 30, "three figures of ten indicators");
    for (const id of ids) assert.deepEqual(cquin(id), [amount(value(id), "£", 0)], id);
  });

  visiting(running, "activity: what leaves, arrives and is avoided, and each line's plan", async (visit) => {
    await visit.openSurrey();
    const overview = await shownOn(visit, "Overview");
    const moved = idsLike(/^activity\.scheme\..*\.(leaves|arrives|avoided|unaccounted)$/);
    const shown = moved.filter((id) => overview(id).length > 0);
    assert.ok(shown.length >= 8, "the overview shows what moves");
    for (const id of shown) assert.deepEqual(overview(id), [count(value(id))], id);
    const activity = await shownOn(visit, "Activity");
    const lines = idsLike(/^activity\.acute\.[^.]+\.(baseline|change|plan)$/);
    assert.ok(lines.length >= 21, "three figures of seven kinds of care");
    for (const id of lines) assert.ok(activity(id).includes(count(value(id))), id);
  });

  for (const [whose, open, file] of [
    ["Surrey", (visit) => visit.openSurrey(), SURREY],
    ["Arden", (visit) => visit.openArden(), ARDEN],
    ["The example", (visit) => visit.openExample(), EXAMPLE],
  ]) {
    visiting(
      running,
      `${whose}: every number on every page is the command line's`,
      async (visit) => {
        await open(visit);
        const { figures } = computed(file);
        const seen = new Set();
        for (const [word, name] of PAGES) {
          await visit.go(name);
          await visit.showAll();
          for (const [id, text] of await visit.figures()) {
            assert.ok(figures.has(id), `${id} on ${word} is unknown to the command line`);
            const figure = figures.get(id);
            assert.ok(forms(figure).includes(text), `${id} on ${word}: "${text}" for ${figure.value}`);
            seen.add(id);
          }
        }
        // The tables of the sections, which show the others, have tests of their own.
        assert.ok(seen.size > figures.size / 5, `only ${seen.size} of ${figures.size} figures are on the pages`);
      },
      { places: ["http"] },
    );
  }
});
