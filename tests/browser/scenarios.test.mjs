// Scenarios: what is tried, kept, split, sought and drawn on the page is what the program says of the same plan.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onePlan } from "./support/program.mjs";
import { EXAMPLE, SURREY } from "./support/setting.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { roundedAlike } from "./support/words.mjs";

const NAME = "Four fifths";

/** The rows of a table: for each the texts of its cells. */
const rows = (visit, id) =>
  visit.evaluate(
    (table) =>
      [...document.querySelectorAll(`#${table} tbody tr`)].map((row) =>
        [...row.cells].map((cell) => (cell.querySelector("div") ?? cell).textContent.trim()),
      ),
    id,
  );

const headings = (visit, id) => visit.texts(`#${id} thead th`);

/** What the program prints for a scenario of a plan, by the label of each figure. */
function comparedByProgram(file, name) {
  const { status, stdout, stderr } = onePlan("scenario", "compare", file);
  assert.equal(status, 0, stderr);
  const found = new Map();
  let label;
  for (const line of stdout.trimEnd().split("\n")) {
    if (!line.startsWith(" ")) label = line;
    else if (line.startsWith(`    ${name}: `)) found.set(label, line.slice(name.length + 6).replace(/ \(.*\)$/, ""));
  }
  return found;
}

/** The figures in the column of a scenario on the page, by their labels. */
async function comparedOnPage(visit, name) {
  const at = (await headings(visit, "compared")).indexOf(name);
  assert.ok(at > 0, `a column for ${name}`);
  return new Map((await rows(visit, "compared")).map((cells) => [cells[0], cells[at]]));
}

/** Words of money in pence. */
function pence(words) {
  if (["no change", "no change: not linked"].includes(words)) return 0n;
  return BigInt(Math.round(Number(words.replace("−", "-").replaceAll(/[£,+]/g, "")) * 100));
}

/** Presses the button of the page that has these words. */
const press = (visit, words) =>
  visit.evaluate((wanted) => {
    [...document.querySelectorAll("main button")].find((button) => button.textContent === wanted).click();
  }, words);

/** Chooses the option with these words. */
async function choose(visit, id, words) {
  const value = await visit.evaluate(
    (field, wanted) =>
      [...document.querySelectorAll(`#${field} option`)].find((option) => option.textContent === wanted)?.value,
    id,
    words,
  );
  assert.ok(value !== undefined, `${words} can be chosen in ${id}`);
  await visit.page.select(`#${id}`, value);
}

async function tryFourFifths(visit) {
  await visit.go("Scenarios");
  await visit.page.type("#lever-delivery", "80");
  await until("a column for what is tried", async () =>
    (await headings(visit, "compared")).includes("What you try"),
  );
}

inEachBrowser("scenarios", (running) => {
  visiting(
    running,
    "what is tried is kept, is what the program says, is split to the penny, and is taken back",
    async (visit) => {
      await visit.openExample();
      await tryFourFifths(visit);
      const before = await headings(visit, "compared");
      await visit.page.type("#scenario-name", NAME);
      await visit.until(
        "the name to be taken",
        (name) => {
          const button = [...document.querySelectorAll("main button")].find((one) => one.textContent === "Keep what you try");
          return document.querySelector("#scenario-name").value === name && button.ariaDisabled !== "true";
        },
        NAME,
      );
      await press(visit, "Keep what you try");
      await until("a column for it", async () => (await headings(visit, "compared")).includes(NAME));
      // The button did what it says: whoever pressed it goes on with the name in the list.
      await visit.until("the focus on its name", () => /^scenario-name-\d+$/.test(document.activeElement.id));

      const folder = await mkdtemp(path.join(tmpdir(), "one-plan-scenario-"));
      const file = path.join(folder, "plan.json");
      const plan = JSON.parse(await readFile(EXAMPLE, "utf8"));
      plan.scenarios.push({ id: "four-fifths", name: NAME });
      plan.scenario_levers.push({ scenario: "four-fifths", lever: "delivery", setting: "80%" });
      await writeFile(file, JSON.stringify(plan));
      const said = comparedByProgram(file, NAME);
      await rm(folder, { recursive: true });
      const kept = await comparedOnPage(visit, NAME);
      // The table compares in whole pounds, as the other pages do; the program prints pence.
      const inPounds = (words) => Math.sign(Number(pence(words))) * Math.round(Math.abs(Number(pence(words))) / 100) || 0;
      const inWholePounds = (all) => new Map([...all].map(([label, words]) => [label, inPounds(words)]));
      assert.deepEqual(inWholePounds(kept), inWholePounds(said));
      assert.ok([...kept.values()].every((words) => !/\.\d\d$/.test(words)), [...kept.values()].join("; "));
      const asPlanned = await comparedOnPage(visit, "The plan");
      const moved = [...kept].filter(([label, value]) => asPlanned.get(label) !== value);
      assert.ok(moved.length > 3, `${moved.length} figures are otherwise`);

      await choose(visit, "bridge-from", "A busy winter");
      await choose(visit, "bridge-to", NAME);
      await until("its bridge", async () => (await rows(visit, "bridge")).length > 3);
      const amounts = (await rows(visit, "bridge")).map((cells) => pence(cells[1]));
      const [first, last] = [amounts[0], amounts.at(-1)];
      const parts = amounts.slice(1, -1).reduce((sum, part) => sum + part, 0n);
      assert.notEqual(first, last);
      assert.equal(first + parts, last, "nothing is left over");
      assert.equal((await visit.texts("#bridge-drawing-heading")).length, 1, "and it is drawn");

      await visit.evaluate(() => document.querySelector(".masthead__change").click());
      await until("it to be gone", async () => !(await headings(visit, "compared")).includes(NAME));
      assert.deepEqual(await headings(visit, "compared"), before);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "on a narrow screen a difference from the plan stands below its number, not below its label",
    async (visit) => {
      await visit.openExample();
      await visit.go("Scenarios");
      await visit.workedOut();
      const places = await visit.evaluate(() =>
        [...document.querySelectorAll("#compared td:has(.note:not(:empty))")].map((cell) => {
          const [number, difference] = [...cell.children].map((part) => part.getBoundingClientRect());
          return [Math.abs(number.left - difference.left) < 1, difference.top > number.top];
        }),
      );
      assert.ok(places.length > 5, "there are differences");
      assert.ok(places.flat().every(Boolean));
    },
    { places: ["http"], viewport: { width: 390, height: 900 } },
  );

  visiting(
    running,
    "a goal is reached at the setting that the program finds, and looking for what flips can be stopped",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Scenarios");
      const goal = await until("the goal", async () => {
        const said = (await visit.texts("main .filters__count")).join(" ");
        return !said.includes("Being worked out.") && said;
      });
      const id = "framework.planned-surplus.2011-12";
      const { status, stdout, stderr } = onePlan("scenario", "seek", SURREY, "delivery", id, "0");
      assert.equal(status, 0, stderr);
      const words = stdout.split("\n")[0].replace(/\.$/, "");
      assert.match(words, /97\.8521%/);
      assert.ok(goal.includes(words), `${words} in ${goal}`);

      const look = "Show where checks and payments change with this lever";
      await press(visit, look);
      await visit.until("how far it is", () => /\d0?% of the settings/.test(document.querySelector("main").textContent));
      await press(visit, "Stop looking");
      await until("the button as before", async () => (await visit.texts("main button")).includes(look));
      assert.deepEqual(await rows(visit, "flips"), []);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "where the balance and payments flip comes first, and what only rounding changes is folded",
    async (visit) => {
      await visit.openExample();
      await visit.go("Scenarios");
      await visit.workedOut();
      await press(visit, "Show where checks and payments change with this lever");
      await until("what flips", async () => (await visit.texts("main")).join().includes("All settings are looked through."), 60_000);
      const money = await rows(visit, "flips");
      assert.ok(money.length > 0 && money.length < 30, `${money.length} rows are not few`);
      assert.ok(money.some(([what, at, below, above]) => /surplus/i.test(what) && /99\.27/.test(at) && below === "below £0" && above === "£0 or more"), JSON.stringify(money));
      // Of what matters as much, what is nearest to the plan comes first: two surpluses have nothing to spare.
      assert.match(money[0].join(), /surplus.*100%/i, JSON.stringify(money.slice(0, 3)));
      const away = money.filter(([what]) => /surplus/i.test(what)).map(([, at]) => Math.abs(Number.parseFloat(at.replace(",", "")) - 100));
      assert.deepEqual(away, away.toSorted((one, other) => one - other), JSON.stringify(money));
      const [folded] = await visit.evaluate(() => [...document.querySelectorAll("#flips-rounding")].map((table) => {
        const details = table.closest("details");
        return [details.open, details.querySelector("summary").textContent, table.querySelectorAll("tbody tr").length];
      }));
      assert.equal(folded[0], false);
      assert.match(folded[1], new RegExp(`^${folded[2]} more say only whether rounding`));
      const checks = await rows(visit, "flips-checks");
      assert.ok(checks.length > 0);
      for (const [what] of checks) assert.doesNotMatch(what, /unlikely rounding/i);
      const summaries = await visit.texts("#goal-title ~ * details > summary, section[aria-labelledby=goal-title] details > summary");
      assert.ok(summaries.includes(`${checks.length} checks begin or stop to report something on the way`), summaries.join("; "));
    },
    { places: ["http"] },
  );

  visiting(running, "two that are chosen at once both count, and flips belong to their lever", async (visit) => {
    await visit.openExample();
    await visit.go("Scenarios");
    await visit.workedOut();
    const chosen = await visit.evaluate(() => {
      for (const [id, at] of [["bridge-from", 1], ["bridge-to", 2], ["goal-figure", 1], ["goal-lever", 1]]) {
        const field = document.getElementById(id);
        field.selectedIndex = at;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
      return true;
    });
    assert.ok(chosen);
    await visit.workedOut();
    const places = () => visit.evaluate(() => ["bridge-from", "bridge-to", "goal-figure", "goal-lever"].map((id) => document.getElementById(id).selectedIndex));
    assert.deepEqual(await places(), [1, 2, 1, 1]);
    await visit.page.select("#goal-lever", "0");
    await press(visit, "Show where checks and payments change with this lever");
    await until("what flips", async () => (await visit.texts("main")).join().includes("All settings are looked through."), 60_000);
    assert.ok((await rows(visit, "flips")).length > 0);
    await visit.page.select("#goal-lever", "1");
    await until("nothing of the other lever", async () => (await rows(visit, "flips")).length === 0);
  }, { places: ["http"] });

  visiting(running, "a lever refuses what it cannot be, says why, and the number before still counts", async (visit) => {
    await visit.openExample();
    await visit.go("Scenarios");
    await visit.workedOut();
    const type = async (lever, text) => {
      await visit.page.locator(`#lever-${lever}`).fill("");
      await visit.page.focus(`#lever-${lever}`);
      await visit.page.keyboard.type(text);
    };
    const said = async (lever) => (await visit.texts(`#lever-${lever}-error`))[0];
    for (const [lever, text, words] of [
      ["delivery", "-10", "This goes from 0% to 200%."],
      ["delivery", "80000", "This goes from 0% to 200%. Until then 80% still counts."],
      ["growth", "1,5", "Enter a percentage, such as 80 or 80%. Until then 1% still counts."],
      ["delay", "1.5", "Enter a whole number of months, such as 3. Until then 1 month still counts."],
      ["delay", "13", "This goes from 0 months to 12 months. Until then 1 month still counts."],
    ]) {
      await type(lever, text);
      await until(`${text} to be refused`, async () => (await said(lever)).startsWith(words));
      await type(lever, "");
    }
  });

  visiting(running, "of what moves a figure no two have the same name", async (visit) => {
    await visit.openExample();
    await visit.go("Scenarios");
    await visit.workedOut();
    await press(visit, "Show what moves this figure");
    await visit.until("what moves it", () => document.querySelector("#swings tbody tr") !== null);
    const names = (await rows(visit, "swings")).map(([name]) => name);
    assert.equal(new Set(names).size, names.length, names.join("; "));
    assert.ok(names.some((name) => /Prescribing: gross, .+/.test(name)), names.join("; "));
    // The picture beside the table is of the first of them, and its own table says so.
    // The picture comes in a turn of its own.
    await visit.drawn();
    await visit.evaluate(() => document.querySelector("section[aria-labelledby=swings-title] figure summary").click());
    await visit.until("its table", () => document.querySelector("section[aria-labelledby=swings-title] figure tbody tr") !== null);
    const drawn = await visit.evaluate(() => {
      const section = document.querySelector("section[aria-labelledby=swings-title]");
      return [...section.querySelectorAll("figure table tbody tr")].map((row) => row.cells[0].textContent);
    });
    assert.deepEqual(drawn, names.slice(0, 12));
    assert.ok(await visit.evaluate(() => document.querySelector("section[aria-labelledby=swings-title] figure svg .part") !== null));
  });

  visiting(running, "what is tried is remembered while the plan is open, and not with another one", async (visit) => {
    await visit.openExample();
    await tryFourFifths(visit);
    await visit.go("Savings");
    await visit.go("Scenarios");
    await until("what was tried", async () => (await headings(visit, "compared")).includes("What you try"));
    assert.equal(await visit.evaluate(() => document.querySelector("#lever-delivery").value), "80");
    await visit.openSurrey();
    await visit.go("Scenarios");
    await until("the other plan", async () => (await headings(visit, "compared")).length > 0);
    assert.ok(!(await headings(visit, "compared")).includes("What you try"));
  });

  visiting(
    running,
    "runs with a seed give the same twice, and what the program says",
    async (visit) => {
      await visit.openExample();
      await visit.go("Scenarios");
      await choose(visit, "ranges-of", "As uncertain as it is");
      const middles = async () => {
        await press(visit, "Run 10,000 times");
        await visit.until("all runs", () => /10,000 runs from start number 1 are made/.test(document.body.textContent));
        return new Map((await rows(visit, "ranges")).map((cells) => [cells[0], cells[2]]));
      };
      const once = await middles();
      assert.deepEqual(await middles(), once);
      const { status, stdout, stderr } = onePlan("scenario", "simulate", EXAMPLE, "uncertain");
      assert.equal(status, 0, stderr);
      const said = [...stdout.matchAll(/^(.*): p10 .*, p50 (.*), p90 /gm)].map(([, label, middle]) => [label, middle]);
      assert.deepEqual([...once.keys()], said.map(([label]) => label));
      for (const [label, exact] of said) assert.ok(roundedAlike(once.get(label), exact), `${label}: ${once.get(label)}, ${exact}`);
      // The main result is a sentence, and its numbers are those of the table.
      const [sentence] = await visit.texts("section[aria-labelledby=ranges-title] .answer");
      const balance = /^(.*?): in eight of ten runs it lies between (.*) and (.*), in half of them above (.*?)\. It is nothing or more in ([\d,]+) of 10,000 runs/;
      const [, label, ...ends] = balance.exec(sentence) ?? assert.fail(sentence);
      const row = (await rows(visit, "ranges")).find(([name]) => name === label);
      assert.ok(row, label);
      assert.equal(row[4], `${ends[3]} of 10,000 runs`);
      assert.match(sentence, /The plan itself says £0\.20m\.$/);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a plan without ranges is drawn with what is assumed of its savings, which stands in fields",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Scenarios");
      await press(visit, "Run 10,000 times");
      const made = () => /10,000 runs from start number 1 are made/.test(document.body.textContent);
      await until("all runs", () => visit.evaluate(made), 90_000);
      const drawn = new Map((await rows(visit, "ranges")).map((cells) => [cells[0], cells[2]]));
      const { status, stdout, stderr } = onePlan("scenario", "simulate", SURREY, "plan", "--delivery", "90-110");
      assert.equal(status, 0, stderr);
      const said = [...stdout.matchAll(/^(.*): p10 .*, p50 (.*), p90 /gm)].map(([, label, middle]) => [label, middle]);
      assert.deepEqual([...drawn.keys()], said.map(([label]) => label));
      for (const [label, exact] of said) assert.ok(roundedAlike(drawn.get(label), exact), `${label}: ${drawn.get(label)}, ${exact}`);
      await visit.page.locator("#ranges-to").fill("80%");
      await visit.until("the fields are refused", () => /nothing lies between them/.test(document.body.textContent));
    },
    { places: ["http"] },
  );
});
