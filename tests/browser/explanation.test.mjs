// A number explains itself, down to the cell of the plan and the line of the document, and gives the focus back.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";

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
    await visit.focusOn("#explanation-title");

    const [first] = await visit.evaluate(() =>
      [...document.querySelectorAll("[data-deeper]")].map((one) => one.dataset.deeper),
    );
    assert.match(first, /^savings\.part\./);
    await visit.page.click(`[data-deeper='${first}']`);
    await explained(visit, first);
    await visit.focusOn("#explanation-title", "the explanation that follows");
    const cells = await visit.texts(".panel .cell-place");
    assert.ok(
      cells.some((cell) => /^Table “programme savings”, row \d+, column “amount”; lines? \d+/.test(cell)),
      cells.join("\n"),
    );

    await visit.page.keyboard.press("Escape");
    await visit.until("the panel to go", () => !document.querySelector(".panel"));
    await visit.focusOn("main button[data-figure='savings.total.2011-12']");
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
      await visit.until("the panel to go", () => !document.querySelector(".panel"));
      await visit.focusOn("main [data-figure='cquin.total.at-risk']");
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

  visiting(running, "an explanation has an address; Back closes it and keeps filter and scroll", async (visit) => {
    await visit.openSurrey();
    await visit.go("Savings");
    await visit.page.type("#schemes-text", "care");
    await visit.until("the filter in the address", () => location.hash.includes("schemes-find=care"));
    // What is drawn above while the page is scrolled would move it.
    await visit.workedOut();
    await visit.drawn();
    await visit.evaluate(() => scrollTo(0, 900));
    await visit.until("the scroll to be kept", () => /^900/.test(history.state ?? ""));
    const id = await visit.evaluate(() => {
      const seen = [...document.querySelectorAll("main [data-figure]")].find((one) => {
        const { top } = one.getBoundingClientRect();
        return top > 100 && top < 500;
      });
      seen.click();
      return seen.dataset.figure;
    });
    await explained(visit, id);
    assert.ok((await visit.evaluate(() => location.hash)).endsWith(`&explain=${id}`));
    await visit.page.goBack();
    await visit.until("the panel to go", () => !document.querySelector(".panel"));
    await visit.until("the scroll of before", () => Math.abs(scrollY - 900) < 3);
    assert.equal(await visit.evaluate(() => document.querySelector("#schemes-text").value), "care");
    await visit.focusOn(`main [data-figure='${id}']`, id);
    await visit.page.goForward();
    await explained(visit, id);
    await visit.page.keyboard.press("Escape");
    await visit.until("the address without it", () => !location.hash.includes("explain="));
  });

  visiting(running, "formula with values, what depends on it, and what would change it most", async (visit) => {
    await visit.openSurrey();
    await visit.page.click("td [data-figure='savings.total.2011-12']");
    await explained(visit, "savings.total.2011-12");
    assert.match((await visit.texts(".formula--values"))[0], /^= £[\d,]+ \+ £[\d,]+/);
    const dependents = await visit.evaluate(() =>
      [...document.querySelectorAll("[data-dependent]")].map((one) => one.dataset.dependent),
    );
    assert.ok(dependents.includes("savings.total"), dependents.join());
    await visit.page.click("[data-moves] summary");
    await visit.until("what changes it", () => Boolean(document.querySelector("[data-moves] li")));
    const [first] = await visit.texts("[data-moves] .steps__source");
    assert.match(first, /^1% more: \+£[\d,.]+; 1% less: −£[\d,.]+$/);
    const sizes = (await visit.texts("[data-moves] .steps__source")).map((words) =>
      Number(/\+£([\d,.]+)/.exec(words)?.[1].replaceAll(",", "")),
    );
    assert.deepEqual(sizes, [...sizes].sort((left, right) => right - left));
    await visit.page.click(`[data-dependent='savings.total']`);
    await explained(visit, "savings.total");
    await visit.page.click(".panel__back button");
    await explained(visit, "savings.total.2011-12");
  });
});
