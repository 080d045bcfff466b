// A number explains itself, down to the cell of the plan and the line of the document, and gives the focus back.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";

const focused = (visit) =>
  visit.evaluate(() => ({
    figure: document.activeElement.dataset.figure,
    id: document.activeElement.id,
    name: document.activeElement.localName,
  }));

const explained = (visit, id) =>
  visit.until(
    `the explanation of ${id}`,
    (wanted) => document.querySelector("[data-explained]")?.dataset.explained === wanted,
    id,
  );

inEachBrowser("explanation", (running) => {
  visiting(running, "from a total to a programme to the cell; Escape gives the focus back", async (visit) => {
    await visit.openSurrey();
    await visit.page.click("td [data-figure='savings.total.2011-12']");
    await explained(visit, "savings.total.2011-12");
    assert.deepEqual(await visit.texts("[data-explained]"), ["£97,000,000"]);
    assert.equal((await focused(visit)).id, "explanation-title");

    const [first] = await visit.evaluate(() =>
      [...document.querySelectorAll("[data-deeper]")].map((one) => one.dataset.deeper),
    );
    assert.match(first, /^savings\.part\./);
    await visit.page.click(`[data-deeper='${first}']`);
    await explained(visit, first);
    assert.equal((await focused(visit)).id, "explanation-title", "the focus follows");
    const cells = await visit.texts(".panel .cell-place");
    assert.ok(
      cells.some((cell) => /^Table “programme savings”, row \d+, column “amount”; lines? \d+/.test(cell)),
      cells.join("\n"),
    );

    await visit.page.keyboard.press("Escape");
    await visit.until("the panel to go", () => document.querySelector("aside").hidden);
    assert.deepEqual(await focused(visit), { figure: "savings.total.2011-12", id: "", name: "button" });
  });

  visiting(
    running,
    "the way back leads to the number before, and the button closes it",
    async (visit) => {
      await visit.openSurrey();
      await visit.page.click("[data-figure='cquin.total.at-risk']");
      await explained(visit, "cquin.total.at-risk");
      const deeper = await visit.evaluate(() => document.querySelector("[data-deeper]").dataset.deeper);
      await visit.page.click(`[data-deeper='${deeper}']`);
      await explained(visit, deeper);
      await visit.page.click(".panel__back button");
      await explained(visit, "cquin.total.at-risk");
      await visit.page.click(".panel__close");
      await visit.until("the panel to go", () => document.querySelector("aside").hidden);
      assert.equal((await focused(visit)).figure, "cquin.total.at-risk");
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "every number of the savings can be explained, and the explanation has its value",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Savings");
      const wrong = await visit.evaluate(async () => {
        const later = () => new Promise((done) => setTimeout(done));
        const digits = (text) => text.replace(/[^\d]/g, "");
        const faults = [];
        const buttons = [
          ...document.querySelectorAll("#programmes-savings [data-figure], main table tr.total [data-figure]"),
        ];
        if (buttons.length < 10) faults.push(`only ${buttons.length} numbers were found`);
        for (const button of buttons) {
          button.click();
          for (let turns = 0; turns < 100; turns += 1) {
            await later();
            if (document.querySelector("[data-explained]")?.dataset.explained === button.dataset.figure) break;
          }
          const panel = document.querySelector("[data-explained]");
          if (panel?.dataset.explained !== button.dataset.figure) faults.push(`${button.dataset.figure} does not open`);
          // £13.10m and £13,100,000 begin with the same digits.
          else if (!digits(panel.textContent).startsWith(digits(button.textContent).replace(/0+$/, ""))) {
            faults.push(`${button.dataset.figure}: ${button.textContent} but ${panel.textContent}`);
          }
        }
        return faults;
      });
      assert.deepEqual(wrong, []);
    },
    { places: ["http"] },
  );
});
