// A table is changed in a grid: by keyboard alone, cell by cell or by a paste, each as one change that can be taken back.

import assert from "node:assert/strict";
import { openGrid, paste } from "./support/grid.mjs";
import { example } from "./support/grown.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";

const active = (visit) =>
  visit.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    const cell = document.getElementById(grid.getAttribute("aria-activedescendant"));
    return [cell?.textContent, cell?.getAttribute("aria-colindex"), cell?.parentElement.getAttribute("aria-rowindex")];
  });
const undo = async (visit) => (await visit.texts(".masthead__change"))[0];
const problem = async (visit) => (await visit.texts(".grid .field__error"))[0];

inEachBrowser("the grid", (running) => {
  visiting(running, "a cell is changed by keyboard; what cannot be used says why at its cell", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Delivery", "programmes");
    const keys = visit.page.keyboard;
    await keys.press("ArrowRight");
    await until("the second column", async () => (await active(visit)).slice(1).join() === "3,2");
    const [before] = await active(visit);
    await keys.press("F2");
    await visit.until("the field", () => document.activeElement?.matches("[role=gridcell] input"));
    await keys.down("Control");
    await keys.press("KeyA");
    await keys.up("Control");
    await keys.press("Delete");
    await keys.press("Enter");
    await until("the problem", async () => /empty/.test(await problem(visit)));
    await keys.type("Another name");
    await keys.press("Enter");
    await until("the change", async () => /^Undo: /.test((await undo(visit)) ?? ""));
    assert.equal((await active(visit))[2], "3", "Enter goes on below");
    await keys.press("ArrowUp");
    await until("the name", async () => (await active(visit))[0] === "Another name");
    await keys.press("x");
    await keys.press("Escape");
    await keys.down("Control");
    await keys.press("KeyZ");
    await keys.up("Control");
    await until("the name before", async () => (await active(visit))[0] === before);
    assert.equal(await visit.evaluate(() => document.querySelectorAll("[role=grid] [tabindex]").length), 0, "one stop");
  });

  visiting(running, "a paste is one change, and says which cells it does not take", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Delivery", "programmes");
    await visit.page.keyboard.press("ArrowRight");
    await until("the second column", async () => (await active(visit))[1] === "3");
    const [before] = await active(visit);
    await paste(visit, "First\nSecond\n####\n");
    await until("the paste", async () => (await active(visit))[0] === "First");
    assert.match(await problem(visit), /^1 cell was not taken.*row 3, name: "####"/);
    assert.match(await undo(visit), /^Undo: 2 of 3 cells pasted into programmes/);
    // The way to the cell that was not taken; once it is written it is told no longer.
    assert.deepEqual(await visit.texts(".grid__to-cell"), ["row 3, name"]);
    await visit.evaluate(() => document.querySelector(".grid__to-cell").click());
    await until("the cell", async () => (await active(visit)).slice(1).join() === "3,4");
    await visit.until("the focus in the grid", () => document.activeElement?.matches("[role=grid]"));
    await visit.page.keyboard.type("Third");
    await visit.page.keyboard.press("Enter");
    await until("nothing to be said", async () => (await problem(visit)) === "");
    await visit.evaluate(() => document.querySelector(".masthead__change").click());
    await until("the paste alone", async () => /^Undo: 2 of 3 cells pasted/.test((await undo(visit)) ?? ""));
    await visit.evaluate(() => document.querySelector(".masthead__change").click());
    await visit.until("what stood there", (was) => document.getElementById("grid-programmes-0-1").textContent === was, before);
  });

  visiting(running, "what was changed is marked and said below the grid, and is found again from anywhere in it", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Delivery", "programmes");
    const line = () => visit.evaluate(() => document.querySelector(".grid__changed").textContent);
    assert.equal(await line(), "");
    const keys = visit.page.keyboard;
    await keys.down("Control");
    await keys.press("End");
    await keys.up("Control");
    const last = (await active(visit)).slice(1).join();
    await keys.press("Home");
    await keys.press("ArrowRight");
    await keys.type("Another name");
    await keys.press("Enter");
    await until("what was changed", async () => /^Last change: .*Since the plan was opened: 1 changed cell\./.test(await line()));
    assert.deepEqual(await visit.texts(".grid [data-changed]"), ["Another name"]);
    assert.equal(await visit.evaluate(() => document.querySelectorAll(".grid__changed-row").length), 1);
    await keys.down("Control");
    await keys.press("Home");
    await keys.up("Control");
    await until("the first cell", async () => (await active(visit)).slice(1).join() !== last);
    await visit.evaluate(() => document.querySelector(".grid__changed button").click());
    await until("the changed cell", async () => (await active(visit))[0] === "Another name");
    await visit.evaluate(() => document.querySelector(".masthead__change").click());
    await until("nothing to be said", async () => (await line()) === "");
    assert.deepEqual(await visit.texts(".grid [data-changed]"), []);
  });

  visiting(running, "rows pasted behind the last row are added, as one change, and those that cannot be are told", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Delivery", "programmes");
    const names = () => visit.evaluate(() => [...document.querySelectorAll("[role=grid] tbody [role=row]:not(.grid__new)")].map((row) => row.cells[2].textContent));
    const before = await names();
    const keys = visit.page.keyboard;
    await keys.down("Control");
    await keys.press("End");
    await keys.up("Control");
    await until("the last row", async () => (await active(visit))[2] === String(before.length + 1));
    await keys.press("Home");
    await keys.press("ArrowRight");
    await keys.press("ArrowDown");
    await until("the place of new rows", async () => (await active(visit)).slice(1).join() === `3,${before.length + 2}`);
    // What is written there is no row yet, and that is said.
    await keys.press("x");
    await until("what to do", async () => /Rows that you paste here are added/.test(await problem(visit)));
    await paste(visit, "First of the new\nSecond of the new\n####\n");
    await until("the paste", async () => /^Undo: 2 of 3 cells pasted into programmes, 2 new rows/.test((await undo(visit)) ?? ""));
        assert.match(await problem(visit), new RegExp(`^1 cell was not taken.*row ${before.length + 3}, name: "####".*the row is not added`));
    assert.deepEqual(await names(), [...before, "First of the new", "Second of the new"]);
    assert.equal((await active(visit))[0], "First of the new");
    await visit.evaluate(() => document.querySelector(".masthead__change").click());
    await until("what was there", async () => (await names()).join() === before.join());
  });

  visiting(running, "after rows are deleted, the second of two presses does nothing, and one cell is chosen", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Risks", "risks");
    const count = () => visit.evaluate(() => Number(document.querySelector("[role=grid]").ariaRowCount ?? document.querySelector("[role=grid]").getAttribute("aria-rowcount")));
    const before = await count();
    const keys = visit.page.keyboard;
    await keys.down("Shift");
    await keys.press("ArrowDown");
    await keys.up("Shift");
    const deleting = () => visit.evaluate(() => [...document.querySelectorAll(".grid button")].find((one) => one.textContent.startsWith("Delete"))?.textContent);
    await until("two rows to be chosen", async () => (await deleting()) === "Delete rows 1 to 2");
    const button = await visit.page.evaluateHandle(() => [...document.querySelectorAll(".grid button")].find((one) => one.textContent.startsWith("Delete")));
    await button.click({ count: 2 });
    await until("the two to be gone", async () => (await count()) === before - 2);
    await visit.idle();
    assert.equal(await count(), before - 2, "the rows that moved up stay");
    assert.equal(await deleting(), "Delete row 1");
  });

  visiting(running, "what is written counts where it was written, wherever a person presses then", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Delivery", "programmes");
    const keys = visit.page.keyboard;
    const cell = (row) => `#grid-programmes-${row}-1`;
    const names = () =>
      visit.evaluate(() => [...document.querySelectorAll("[role=grid] tbody [role=row]:not(.grid__new)")].map((row) => row.cells[2].textContent));
    const before = await names();
    await visit.page.click(cell(0));
    await until("the cell", async () => (await active(visit))[1] === "3");
    await keys.type("Changed");
    await visit.focusOn("[role=gridcell] input");
    // Into the field itself: it is still being written.
    await visit.page.click(`${cell(0)} input`);
    await keys.type("!");
    await visit.page.click(cell(2));
    await until("another cell", async () => (await active(visit))[2] === "4");
    assert.deepEqual(await names(), ["Changed!", ...before.slice(1)]);
    assert.equal(await undo(visit), `Undo: ${before[0]}: name`);

    // What cannot be taken keeps its place until it is mended.
    await keys.type("####");
    await visit.page.click(cell(3));
    await until("why not", async () => (await problem(visit)) !== "");
    await visit.focusOn(`${cell(2)} input`, "the cell that is not mended");
    await keys.press("Escape");
    await visit.page.click(cell(3));
    await until("the other cell", async () => (await active(visit))[2] === "5");
    assert.deepEqual(await names(), ["Changed!", ...before.slice(1)]);

    // Elsewhere on the page.
    await keys.type("Last");
    await visit.focusOn(`${cell(3)} input`, "the last cell");
    await visit.page.click("nav.tabs a[href*='savings']");
    await visit.heading("Savings");
    await openGrid(visit, "Delivery", "programmes");
    assert.equal((await names())[3], "Last");
  });

  visiting(running, "a cell is copied and pasted by the keys", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Delivery", "programmes");
    const keys = visit.page.keyboard;
    await keys.press("ArrowRight");
    await until("the second column", async () => (await active(visit))[1] === "3");
    const [copied] = await active(visit);
    await keys.down("Control");
    await keys.press("c");
    await keys.up("Control");
    await keys.press("ArrowDown");
    await until("the next row", async () => (await active(visit))[2] === "3");
    await keys.down("Control");
    await keys.press("v");
    await keys.up("Control");
    await until("the paste", async () => /^Undo: 1 cell pasted/.test((await undo(visit)) ?? ""));
    const [pasted, , row] = await active(visit);
    assert.deepEqual([pasted, row], [copied, "3"]);
  });

  visiting(running, "rows are found, narrowed and put in another order without a change of the plan", async (visit) => {
    await visit.openSurrey();
    await openGrid(visit, "Delivery", "programmes");
    const names = () => visit.evaluate(() => [...document.querySelectorAll("[role=grid] tbody [role=row]:not(.grid__new)")].map((row) => row.cells[2].textContent));
    const asked = await names();
    const choose = (value) =>
      visit.evaluate((chosen) => {
        const select = document.getElementById("grid-order-programmes");
        select.value = chosen;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }, value);
    await choose("-1");
    const sorted = [...asked].sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? 1 : -1));
    await until("the largest first", async () => (await names()).join() === sorted.join());
    assert.equal(await visit.evaluate(() => document.querySelector("[role=grid] th[aria-sort=descending]")?.textContent), "Name");
    await visit.evaluate(() => document.querySelector("[role=grid] th[aria-sort=descending]").click());
    await until("the order of the plan", async () => (await names()).join() === asked.join());

    const word = asked.at(-1).split(" ").at(-1);
    await visit.page.focus("#grid-find-programmes");
    await visit.page.keyboard.type(word);
    await visit.page.keyboard.press("Enter");
    await until("what is found", async () => (await visit.texts(".grid [role=status]"))[0]?.includes("Found in"));
    assert.match((await active(visit))[0].toLowerCase(), new RegExp(word.toLowerCase()));
    await visit.evaluate(() => document.getElementById("grid-only-programmes").click());
    await until("fewer rows", async () => (await names()).length < asked.length);
    for (const name of await names()) assert.ok(asked.includes(name), name);
    assert.equal(await undo(visit), undefined, "nothing of the plan is changed");
  });

  visiting(
    running,
    "a table of many rows draws those in sight and counts them all",
    async (visit) => {
      await visit.openByDrop(example(20_000), "many.json");
      await visit.isOpen("Many");
      await openGrid(visit, "Delivery", "programmes");
      const drawn = await visit.evaluate(() => document.querySelectorAll("[role=grid] [role=row]").length);
      assert.ok(drawn < 60, `${drawn} rows are drawn`);
      assert.equal(await visit.evaluate(() => document.querySelector("[role=grid]").getAttribute("aria-rowcount")), "20002");
      await visit.page.keyboard.down("Control");
      await visit.page.keyboard.press("End");
      await visit.page.keyboard.up("Control");
      await until("the last row", async () => (await active(visit))[2] === "20001");
      await visit.page.keyboard.down("Control");
      await visit.page.keyboard.press("Home");
      await visit.page.keyboard.up("Control");
      await visit.page.keyboard.press("ArrowRight");
      const text = Array.from({ length: 20_000 }, (_, row) => `Name ${row}\t${row}`).join("\n");
      await paste(visit, text);
      await until("the paste", async () => /40,000 cells pasted/.test((await undo(visit)) ?? ""));
    },
    { places: ["http"] },
  );
});
