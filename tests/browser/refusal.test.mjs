// A file that is no plan is answered with everything that is wrong with it, and what was open stays open.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";

const surrey = await readFile(SURREY, "utf8");

/** The Surrey plan with something else in it. */
const changed = (from, to) => {
  assert.ok(surrey.includes(from), `the plan file holds ${from}`);
  return surrey.replace(from, to);
};

/** What is wrong with each file, and words that every one of its problems must hold. */
const FILES = [
  ["not JSON", '{"format": "one-plan/1",\n  "plan": [}', [/line 2/i]],
  ["empty", "", [/empty/i]],
  ["binary", Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 0x80, 0, 1]), [/damaged or was cut off/i]],
  ["unknown key", changed('"cquin_schemes": [', '"cquin_skemes": ['), [/cquin_skemes/]],
  ["text for a number", changed('"weight": "0.15"', '"weight": "a lot"'), [/a lot.*Expected/is]],
  [
    "three problems at once",
    surrey
      .replace('"weight": "0.15"', '"weight": "a lot"')
      .replace('"fixed_sum": "7.4"', '"fixed_sum": "seven"')
      .replace('"goal": "7"', '"gaol": "7"'),
    [/a lot/, /seven/, /gaol/],
  ],
];

const summary = (visit) =>
  visit.until("the error summary", () => {
    const found = document.querySelector(".error-summary");
    const items = [...(found?.querySelectorAll(".error-summary__list > li") ?? [])];
    return (
      found && {
        text: found.textContent,
        items: items.map((item) => item.textContent),
      }
    );
  });

inEachBrowser("refusal", (running) => {
  visiting(running, "each kind of file that is no plan, before and after a plan is open", async (visit) => {
    for (const stage of ["nothing open", "a plan open"]) {
      if (stage === "a plan open") await visit.openSurrey();
      for (const [what, content, expected] of FILES) {
        const name = `${what}.json`;
        await visit.openByDrop(content, name);
        await visit.until(
          `the answer to ${name}`,
          (given) => document.querySelector(".error-summary")?.textContent.includes(given),
          name,
        );
        const { text, items } = await summary(visit);
        await visit.focusOn(".error-summary", `the summary of ${what}`);
        assert.match(text, /There is a problem/);
        for (const words of expected)
          assert.ok(
            items.some((item) => words.test(item)),
            `${what}: ${words} in ${items}`,
          );
        assert.ok(items.length >= expected.length, `${what}: ${items.length} problems`);
        if (stage === "a plan open") {
          assert.match(text, /One Plan \(NHS Surrey\) stays open as it was\./);
          assert.deepEqual(await visit.shown("cquin.total.value"), ["£7.40m"], "what was open stays open");
        } else {
          assert.deepEqual(await visit.texts("main h1"), ["Open a plan"]);
        }
      }
    }
    await visit.evaluate(() =>
      [...document.querySelectorAll(".error-summary button")]
        .find((one) => one.textContent === "Close this message")
        .click(),
    );
    await visit.until("the summary to go", () => !document.querySelector(".error-summary"));
  });

  visiting(
    running,
    "a problem names its place, and a good file afterwards is opened",
    async (visit) => {
      await visit.openByDrop(FILES[4][1], "text.json");
      const { items } = await summary(visit);
      assert.equal(items.length, 1);
      const line = surrey.slice(0, surrey.indexOf('"weight": "0.15"')).split("\n").length;
      assert.match(items[0], new RegExp(`Line ${line}, character \\d+`));
      assert.match(items[0], /cquin_indicators\[1\]\.weight/);
      await visit.openSurrey();
      assert.equal(await visit.evaluate(() => document.querySelector(".error-summary")), null);
    },
    { places: ["http"] },
  );
});
