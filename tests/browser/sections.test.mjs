// Each section answers before it lists: a sentence with its numbers, and tables of which no column is out of sight.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES } from "./support/visit.mjs";

/** A plan of which little is known: beds of one trust, and one scheme. */
const SMALL = JSON.stringify({
  format: "one-plan/1",
  plan: [{ title: "Little", system: "Small place", first_year: "2026/27", last_year: "2026/27", base_year: "2025/26" }],
  organisations: [{ id: "t", name: "Trust", kind: "nhs-trust" }],
  beds: [{ provider: "t", now: "100", plan: "90" }],
  scheme_lists: [{ id: "l", name: "List", year: "2026/27" }],
  schemes: [{ id: "s", name: "A scheme", list: "l", gross: "200", unit: "£000" }],
});

/** What each section of the example says first. */
const ANSWERS = [
  ["Contracts", /^The contracts of 2026\/27 begin from base values of £513\.45m \(6 of 7 give one\)\. £169\.67m is due by the 2 of 7 contracts .* With the forecast of 5 others, all come to £525\.80m\.$/],
  ["Finance", /^In 2026\/27 the plan spends £1,102\.30m of a resource limit of £1,104\.00m: it leaves a surplus of £1\.70m\./],
  ["Providers", /^2 organisations give a forecast surplus for 2026\/27: none has a deficit\. Less the costs that stay with them when the schemes take income out: 1 in deficit/],
  ["Workforce and capacity", /^Staff fall from 8,674 now to 8,541 whole-time equivalents by the plan: a change of −133 \(−1\.5%\)\./],
  ["Delivery", /^By October 2026 £30\.25m of £32\.76m planned to date was saved, £2\.51m less; the year is forecast to bring £58\.18m of £62\.00m\.$/],
  ["Risks", /^Of 10 risks, 3 are red and 7 are amber\. After what is done about them, none is red and 7 are amber\.$/],
];

const first = async (visit) => (await visit.texts("main .answer"))[0];

inEachBrowser("the sections", (running) => {
  visiting(
    running,
    "say first what a board asks of them, with their numbers",
    async (visit) => {
      await visit.openExample();
      for (const [name, said] of ANSWERS) {
        await visit.go(name);
        assert.match(await first(visit), said, name);
        const above = await visit.evaluate(() => {
          const [answer, tables] = ["main .answer", "main [data-tables]"].map((one) => document.querySelector(one));
          return Boolean(answer.compareDocumentPosition(tables) & Node.DOCUMENT_POSITION_FOLLOWING);
        });
        assert.ok(above, `${name}: above its tables`);
      }
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "say what lacks where a plan gives little of them, and never end in tables alone",
    async (visit) => {
      await visit.openByDrop(SMALL, "small.json");
      await visit.isOpen("Small place");
      const named = PAGES.map(([, name]) => name).filter((name) => !["Checks", "Scenarios", "Data"].includes(name));
      for (const name of named) {
        await visit.go(name);
        const says = await visit.evaluate(() => document.querySelector("main .answer, main .picture-needs, main .page__lead") !== null);
        assert.ok(says, name);
      }
      await visit.go("Workforce and capacity");
      assert.match(await first(visit), /^Beds fall from 100 now to 90 beds by the plan: a change of −10 \(−10\.0%\)\.$/);
      assert.match((await visit.texts(".picture-needs"))[0], /^Staff: give groups of staff/);
      await visit.go("Overview");
      const [, , adds] = await visit.texts("main .answer");
      assert.match(adds, /^Checked: 5 rows keep the rules of their tables, and \d+ figures follow without a contradiction\. Nothing could be compared yet/);
      assert.match((await visit.texts("[data-check]"))[0], /No fault found: nothing to compare yet$/);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "have the three numbers of the contracts in one table, which sums",
    async (visit) => {
      await visit.openExample();
      await visit.go("Contracts");
      const rows = await visit.evaluate(() =>
        [...document.querySelectorAll("#contracts-total-table-2026 tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
      );
      const amount = (text) => (/\d/.test(text) ? Math.round(Number(text.replace("−", "-").replaceAll(",", "")) * 100) : 0);
      const total = rows.pop();
      assert.deepEqual(total.slice(0, 4), ["All contracts", "513.45", "169.67", "525.80"]);
      for (const column of [1, 2, 3, 4]) {
        const sum = rows.reduce((before, row) => before + amount(row[column]), 0);
        // Each cell is rounded for itself.
        assert.ok(Math.abs(sum - amount(total[column])) <= rows.length, `${total[column]} is not the sum of column ${column}`);
      }
    },
    { places: ["http"] },
  );

  for (const open of ["openSurrey", "openArden", "openExample"]) {
    visiting(
      running,
      `${open}: no table of its own is wider than the page, and a register that is keeps its first column and can be scrolled`,
      async (visit) => {
        await visit[open]();
        for (const [word, name] of PAGES) {
          await visit.go(name);
          await visit.openTables();
          await visit.workedOut();
          const [own, registers] = await visit.evaluate(() => {
            const wide = [...document.querySelectorAll("main .table-scroll")].filter((box) => box.scrollWidth > box.clientWidth + 1);
            const isRegister = (box) => box.querySelector("table").id.startsWith("rows-");
            const stays = (box) => {
              box.scrollLeft = 200;
              const heading = box.querySelector("tbody th");
              return box.scrollLeft > 0 && box.tabIndex === 0 && Math.abs(heading.getBoundingClientRect().left - box.getBoundingClientRect().left) < 2;
            };
            const id = (box) => box.querySelector("table").id;
            // A little more than a page is no way to scroll far.
            const far = wide.filter((box) => isRegister(box) && box.scrollWidth > box.clientWidth + 250);
            return [wide.filter((box) => !isRegister(box)).map(id), far.filter((box) => !stays(box)).map(id)];
          });
          assert.deepEqual([word, own, registers], [word, [], []]);
        }
      },
      { places: ["http"] },
    );
  }

  visiting(
    running,
    "show in the pictures of delivery what is worse than planned, and a block contract as a level line in the middle",
    async (visit) => {
      await visit.openExample();
      await visit.go("Delivery");
      const looks = await visit.evaluate(() =>
        ["delivery-to-date", "delivery-forecast"].map((id) => {
          const figure = document.getElementById(`${id}-heading`).closest("figure");
          const drawn = (look) => figure.querySelector(".figure__chart--wide svg, svg").querySelectorAll(`.part.${look}`).length;
          return [drawn("good"), drawn("worse")];
        }),
      );
      assert.deepEqual(looks, [[3, 4], [3, 4]]);
      await visit.go("Contracts");
      await visit.workedOut();
      const share = await visit.evaluate(() => {
        const card = [...document.querySelectorAll("main section")].find((one) => one.querySelector("h2")?.textContent.startsWith("Low-volume"));
        const svg = card.querySelector("svg");
        const heights = [...svg.querySelectorAll(".corner")].map((corner) => corner.getBoundingClientRect().top);
        const lines = [...svg.querySelectorAll(".grid")].map((line) => line.getBoundingClientRect().top);
        const [top, bottom] = [Math.min(...lines), Math.max(...lines)];
        return [Math.max(...heights) - Math.min(...heights), (heights[0] - top) / (bottom - top)];
      });
      assert.ok(share[0] < 1, "it pays the same for everything");
      assert.ok(share[1] > 0.25 && share[1] < 0.75, `it stands at ${share[1]}`);
    },
    { places: ["http"] },
  );
});
