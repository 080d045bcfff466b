// The page of checks: what the command line finds is there, and can be narrowed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { SURREY } from "./support/setting.mjs";
import { headsOf, onePlan } from "./support/program.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { count } from "./support/words.mjs";

const printed = onePlan("check", SURREY).stdout;
const findings = headsOf(printed);
const [, exact, rounding, unlikely, differ, missing] =
  /Printed figures: (\d+) exact, (\d+) rounding, (\d+) unlikely, (\d+) differ, (\d+) not computed\./.exec(printed).map(Number);
const [, warnings] = /Check: (\d+) findings: \d+ open, \d+ settled\./.exec(printed);
const [, counts] = /Check: \d+ findings: (\d+ open, \d+ settled)\./.exec(printed);
/** As the page says it: the owner needs no word of its own beside the state. */
const known = findings.map((finding) => finding.known.map((one) => one.replace(", owner: ", ", ")));

/** What stands in a line of the page where the command line writes an id and what has become of it: plain words first. */
function mark(words) {
  const [id, ...state] = words.split(" ");
  if (state.length === 0) return `See also ${id}`;
  const said = state.join(" ");
  return `${said[0].toUpperCase()}${said.slice(1)} (${id})`;
}
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

/** The light in the masthead. */
const light = async (visit) => (await visit.texts("[data-check]"))[0];

/** The findings on the page that is shown. */
const lines = (visit) =>
  visit.evaluate(() =>
    [...document.querySelectorAll(".finding")].map((one) => ({
      code: one.dataset.code,
      known: [...one.querySelectorAll(".finding__marks .tag")].map((tag) => tag.textContent),
      message: one.querySelector(".finding__message").textContent,
      pounds: one.querySelector(".finding__pounds").textContent,
    })),
  );

/** Opens the only finding of Surrey's plan that holds some words. */
async function openFinding(visit, words) {
  await visit.openSurrey();
  await visit.go("Checks");
  await visit.page.type("#findings-words", words);
  await visit.until(`the finding "${words}"`, () => document.querySelectorAll(".finding").length === 1);
  await visit.page.click(".finding summary");
}

/** Turns to the next page of a list; whether there is one. */
async function turn(visit) {
  const words = () => visit.evaluate(() => document.querySelector("main nav [role='status']")?.textContent);
  const before = await words();
  const turns = await visit.evaluate(() => {
    const next = [...document.querySelectorAll("main nav button")].find((button) => button.textContent === "Next");
    if (!next || next.getAttribute("aria-disabled")) return false;
    next.click();
    return true;
  });
  if (turns) {
    await visit.until(
      "the next page",
      (old) => document.querySelector("main nav [role='status']").textContent !== old,
      before,
    );
  }
  return turns;
}

inEachBrowser("checks", (running) => {
  visiting(running, "the light and the counts are those of the command line", async (visit) => {
    await visit.openSurrey();
    assert.deepEqual(
      await visit.evaluate(() => document.querySelector("[data-master-check]").dataset.masterCheck),
      "findings",
    );
    assert.match((await visit.texts("[data-check]"))[0], new RegExp(`${warnings} things to look at`));
    const found = await facts(visit);
    assert.deepEqual(
      [found.Exact, found.Rounding, found.Unlikely, found.Differ, found["Not computed"]],
      [exact, rounding, unlikely, differ, missing],
    );
    // What is only missing, in doubt or late is no disagreement: both together are what the light counts.
    assert.ok(found["Things that do not agree"] > 0);
    assert.equal(found["Things that do not agree"] + found["Things to ask or to act on"], Number(warnings));
  });

  visiting(running, "every finding of the command line is there in its words, 25 a page", async (visit) => {
    await visit.openSurrey();
    await visit.go("Checks");
    const shown = [];
    for (;;) {
      const page = await lines(visit);
      assert.ok(page.length <= 25, `${page.length} on one page`);
      shown.push(...page);
      if (!(await turn(visit))) break;
    }
    const byMessage = (left, right) => (left.message < right.message ? -1 : 1);
    assert.deepEqual(
      shown.map(({ code, known, message }) => ({ code, known, message })).sort(byMessage),
      findings.map(({ code, message }, at) => ({ code, known: known[at].map(mark), message })).sort(byMessage),
    );
    assert.ok(
      shown.some((one) => one.known.length > 0),
      "some findings are known by an id",
    );
  });

  visiting(running, "the most pounds apart come first, and the page is not long", async (visit) => {
    await visit.openSurrey();
    await visit.go("Checks");
    const [first] = await lines(visit);
    assert.match(first.message, /£89,000,000 apart/);
    assert.equal(first.pounds, "£89.0m");
    const most = await visit.texts(".cause__note");
    const pounds = most.map((note) => /£([\d.]+)(m|k)? apart/.exec(note)).filter(Boolean);
    const amounts = pounds.map(([, digits, unit]) => Number(digits) * { m: 1e6, k: 1e3 }[unit ?? "m"]);
    assert.deepEqual(amounts, [...amounts].sort((left, right) => right - left));
    assert.ok((await visit.evaluate(() => document.documentElement.scrollHeight)) < 8_000);
  });

  visiting(running, "of a finding with many cells the first are shown, the others on demand", async (visit) => {
    await openFinding(visit, "18 schemes give no saving");
    await visit.until("its cells", () => Boolean(document.querySelector(".finding .cell-places a")));
    const shown = () => visit.evaluate(() => [...document.querySelectorAll(".finding .cell-places a")].filter((one) => one.checkVisibility()).length);
    assert.equal(await shown(), 12);
    assert.deepEqual(await visit.texts(".finding .disclosure summary"), ["6 more"]);
    await visit.page.focus(".finding .disclosure summary");
    await visit.page.keyboard.press("Enter");
    await visit.until("all cells", () => document.querySelector(".finding .disclosure").open);
    assert.equal(await shown(), 18);
    const rows = await visit.evaluate(() => [...document.querySelectorAll(".finding .cell-places a")].map((one) => one.hash));
    assert.equal(new Set(rows).size, 18);
  });

  visiting(running, "a finding opens, leads to its row and its line, and Back returns to it", async (visit) => {
    await openFinding(visit, "sum of weights");
    await visit.until("what is in it", () => Boolean(document.querySelector(".finding .cell-places a")));
    assert.match((await visit.texts(".finding .cell-places"))[0], /line 1051 of the document/);
    await visit.page.click(".finding .cell-places a");
    await visit.until("the row", () => /^Stated, row/.test(document.querySelector("h1").textContent));
    assert.match((await visit.texts("#row-findings ~ ul"))[0], /sum of weights/);
    await visit.page.goBack();
    await visit.until("the finding, open", () => Boolean(document.querySelector(".finding[open] .cell-places a")));
    assert.equal(await visit.evaluate(() => document.querySelector("#findings-words").value), "sum of weights");
    const link = await visit.evaluate(() => location.hash);
    assert.match(link, /find=sum%20of%20weights/);
    assert.match(link, /finding=printed-differs:cquin/);
  });

  visiting(running, "owner and note follow what the plan knows, also when it is taken back", async (visit) => {
    await visit.openSurrey();
    await visit.go("Checks");
    const { message } = findings.find((finding, at) => finding.severity === "warning" && known[at].length === 0);
    await visit.page.type("#findings-words", message);
    await visit.until("it alone", (wanted) => {
      const messages = [...document.querySelectorAll(".finding__message")].map((one) => one.textContent);
      return messages.length === 1 && messages[0] === wanted;
    }, message);
    await visit.page.click(".finding summary");
    await visit.until("its form", () => Boolean(document.querySelector(".settle input")));
    const written = () => visit.evaluate(() => [...document.querySelectorAll(".settle input")].map((field) => field.value));
    await visit.page.type(".settle .field:nth-of-type(1) input", "Head of finance");
    await visit.page.type(".settle .field:nth-of-type(2) input", "Two ways to count");
    await visit.page.click(".settle .button");
    await until("the decision", async () => /Accepted, Head of finance/.test((await visit.texts(".finding__marks"))[0] ?? ""));
    assert.deepEqual(await written(), ["Head of finance", "Two ways to count"]);
    await visit.evaluate(() => document.querySelector(".masthead__change").click());
    await until("what was there", async () => (await written()).join("") === "");
  });

  visiting(running, "what is settled is kept in the plan, and counted alike everywhere", async (visit) => {
    await visit.openSurrey();
    await visit.go("Checks");
    const before = await light(visit);
    assert.ok(before.endsWith(counts), `${before} is not ${counts}`);
    const [open, settled] = counts.match(/\d+/g).map(Number);
    // One that nobody knows yet.
    const { message } = findings.find((finding, at) => finding.severity === "warning" && known[at].length === 0);
    await visit.page.select("#findings-severity", "open");
    await visit.page.type("#findings-words", message);
    await visit.until("it alone", (wanted) => {
      const messages = [...document.querySelectorAll(".finding__message")].map((one) => one.textContent);
      return messages.length === 1 && messages[0] === wanted;
    }, message);
    const unknown = await visit.evaluate(() => {
      const one = document.querySelector(".finding");
      one.querySelector("summary").click();
      return one.id;
    });
    const within = (selector) => `[id='${unknown}'] ${selector}`;
    await visit.until("its form", (wanted) => Boolean(document.querySelector(wanted)), within(".settle input"));
    await visit.page.type(within(".settle .field:nth-of-type(1) input"), "Head of finance");
    await visit.page.type(within(".settle .field:nth-of-type(2) input"), "Two ways to count");
    await visit.page.click(within(".settle .button"));
    const now = `${open - 1} open, ${settled + 1} settled`;
    await visit.until(
      "the new count",
      (wanted) => document.querySelector("[data-check]").textContent.endsWith(wanted),
      now,
    );
    assert.ok((await visit.texts(".page__lead"))[0].includes(now));
    await visit.page.select("#findings-severity", "settled");
    await visit.until("it among the settled", (id) => Boolean(document.getElementById(id)), unknown);
    assert.match((await visit.texts(within(".finding__marks")))[0], /Accepted, Head of finance/);
    await visit.page.click(within("summary"));
    await visit.until("its form again", (wanted) => Boolean(document.querySelector(wanted)), within(".settle .button"));
    await visit.evaluate((wanted) => {
      [...document.querySelectorAll(wanted)].find((button) => button.textContent === "Reopen").click();
    }, within(".settle .button"));
    await visit.until(
      "the count of before",
      (wanted) => document.querySelector("[data-check]").textContent.endsWith(wanted),
      counts,
    );
  });

  visiting(
    running,
    "nothing is settled without a note, an owner is asked for, and each lack is said at its field",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Checks");
      await visit.page.select("#findings-severity", "open");
      // One that nobody knows yet: its fields are empty.
      const { message } = findings.find((finding, at) => finding.severity === "warning" && known[at].length === 0);
      await visit.page.type("#findings-words", message);
      await visit.until("it alone", () => document.querySelectorAll(".finding").length === 1);
      const one = await visit.evaluate(() => {
        const line = document.querySelector(".finding");
        line.querySelector("summary").click();
        return line.id;
      });
      const within = (selector) => `[id='${one}'] ${selector}`;
      await visit.until("its form", (wanted) => Boolean(document.querySelector(wanted)), within(".settle .button"));
      const before = await light(visit);
      const press = (words) =>
        visit.evaluate((wanted, name) => {
          [...document.querySelectorAll(wanted)].find((button) => button.textContent === name).click();
        }, within(".settle .button"), words);
      // What is wrong with the field that has the focus, as it is read aloud with it.
      const lacking = (kind) =>
        visit.until(`the focus on the ${kind} and what it lacks`, (wanted) => {
          const field = document.activeElement;
          const said = (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
          return field.id.startsWith(`${wanted}-`) && field.getAttribute("aria-invalid") === "true" && said.join(" ");
        }, kind);
      for (const words of ["Accept", "Mark as explained"]) {
        await press(words);
        assert.match(await lacking("note"), /Write down why before it is settled/);
      }
      assert.equal(await light(visit), before, "nothing is settled");
      await visit.page.keyboard.type("Two ways to count");
      await press("Accept");
      assert.match(await lacking("owner"), /Name the post that answers for it/);
      assert.equal(await light(visit), before, "nothing is settled yet");
      // Whoever says so again has no owner, and that is seen.
      await press("Accept");
      await visit.until("another count", (was) => document.querySelector("[data-check]").textContent !== was, before);
      await visit.page.select("#findings-severity", "settled");
      await visit.until("it among the settled", (id) => Boolean(document.getElementById(id)), one);
      assert.match((await visit.texts(within(".finding__marks")))[0], /^Accepted, no owner/);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "what is decided about one finding is decided about no other of the same id",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Checks");
      await visit.page.select("#findings-severity", "open");
      const [open, settled] = counts.match(/\d+/g).map(Number);
      // Two that the plan knows by one id, which is open.
      const [one, other] = await visit.evaluate(() => {
        const byMark = Map.groupBy(document.querySelectorAll(".finding"), (line) => line.querySelector(".finding__marks").textContent);
        const [, [first, second]] = [...byMark].find(([mark, lines]) => /^Open.* \(S-\d+\)/.test(mark) && lines.length > 1);
        first.querySelector("summary").click();
        return [first.id, second.id];
      });
      const within = (selector) => `[id='${one}'] ${selector}`;
      await visit.until("its form", (wanted) => Boolean(document.querySelector(wanted)), within(".settle .button"));
      await visit.evaluate((wanted) => {
        for (const field of document.querySelectorAll(wanted)) {
          field.value = "Counted once";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
      }, within(".settle input"));
      await visit.page.click(within(".settle .button"));
      const now = `${open - 1} open, ${settled + 1} settled`;
      await visit.until("one less", (wanted) => document.querySelector("[data-check]").textContent.endsWith(wanted), now);
      await visit.until("it gone from the open ones", (id) => document.getElementById(id) === null, one);
      assert.ok(await visit.evaluate((id) => document.getElementById(id) !== null, other), "the other is open still");
      // The line that had the button is gone: the focus is on what stood around it.
      await visit.until("the focus on the heading", () => document.activeElement.id === "findings-title");
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "no line of a finding ends between the sign of an amount and its digits",
    async (visit) => {
      await visit.openExample();
      await visit.go("Checks");
      for (let width = 330; width <= 430; width += 10) {
        await visit.page.setViewport({ width, height: 900 });
        const lines = await visit.evaluate(() => {
          const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
          const found = [];
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const at = text.data.indexOf("−£");
            if (at < 0 || !text.parentElement.checkVisibility()) continue;
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 3);
            const tops = [...range.getClientRects()].map((rect) => Math.round(rect.top));
            found.push(new Set(tops).size);
          }
          return found;
        });
        assert.ok(lines.length > 3, "there are amounts below nothing");
        assert.deepEqual([...new Set(lines)], [1], `${width} px wide`);
      }
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "the money of a column of printed and computed figures has one form",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Checks");
      await visit.page.click("#checks-tab-1");
      await visit.until("the printed figures", () => document.querySelector("#comparisons") !== null);
      for (const columns of [["Printed", "Computed", "Difference"], ["Rounding explains"]]) {
        const money = await visit.evaluate(
          (wanted) =>
            [...document.querySelectorAll("#comparisons td.num")]
              .filter((cell) => wanted.includes(cell.dataset.label) && cell.textContent.includes("£"))
              .map((cell) => cell.textContent.split(".")[1]?.length ?? 0),
          columns,
        );
        assert.ok(money.length > 10, `money in ${columns.join(", ")}`);
        assert.equal(new Set(money).size, 1, columns.join(", "));
      }
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "narrowed by verdict, by gravity and by words",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("Checks");
      await visit.page.click("#checks-tab-1");
      await visit.until("the printed figures", () => Boolean(document.querySelector("#comparisons-verdict")));
      await visit.page.goBack();
      await visit.until("the findings", () => Boolean(document.querySelector("#findings-severity")));
      await visit.page.goForward();
      await visit.until("the printed figures", () => Boolean(document.querySelector("#comparisons-verdict")));
      const narrowed = (section, what, number, of) =>
        visit.until(
          what,
          (within, wanted) => document.querySelector(`${within} .filters__count`).textContent === wanted,
          section,
          `${count(String(number))} of ${count(String(of))}`,
        );
      const verdicts = () =>
        visit.evaluate(() => [...document.querySelectorAll("tr[data-verdict]")].map((row) => row.dataset.verdict));
      const everyPage = async () => {
        const all = [];
        do all.push(...(await verdicts()));
        while (await turn(visit));
        return all;
      };
      const total = exact + rounding + unlikely + differ + missing;
      for (const [verdict, number] of Object.entries(BY_VERDICT)) {
        await visit.page.select("#comparisons-verdict", verdict);
        await narrowed(COMPARISONS, `${number} figures that are ${verdict}`, number, total);
        assert.deepEqual(await everyPage(), Array(number).fill(verdict));
      }
      await visit.page.select("#comparisons-verdict", "");
      await narrowed(COMPARISONS, "all figures", total, total);
      assert.equal((await verdicts())[0], "differs");
      assert.equal((await everyPage()).length, total);

      await visit.page.click("#checks-tab-0");
      await visit.until("the findings", () => Boolean(document.querySelector("#findings-severity")));
      await visit.page.select("#findings-severity", "warning");
      await narrowed(FINDINGS, "the warnings alone", warnings, findings.length);
      const alone = [];
      do alone.push(...(await lines(visit)));
      while (await turn(visit));
      assert.equal(alone.length, Number(warnings));
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
        const fitting = findings.filter((finding, at) => known[at].some((one) => one.startsWith(words)));
        assert.ok(fitting.length > 0, `the command line finds nothing that is ${words}`);
        await visit.page.click("#findings-words", { count: 3 });
        await visit.page.type("#findings-words", words);
        await visit.until(
          `the findings that are ${words}`,
          (wanted) => {
            const messages = [...document.querySelectorAll(".finding__message")].map((one) => one.textContent);
            return JSON.stringify(messages.sort()) === wanted;
          },
          JSON.stringify(fitting.map(({ message }) => message).sort()),
        );
        await visit.evaluate(() => {
          for (const line of document.querySelectorAll(".finding:not([open]) > summary")) line.click();
        });
        await visit.until(
          "what each means",
          () => document.querySelectorAll(".finding").length === document.querySelectorAll(".finding:has(.finding__known)").length,
        );
        const shown = await visit.evaluate(() =>
          [...document.querySelectorAll(".finding")].map((one) => ({
            ids: [...one.querySelectorAll(".finding__marks .tag")].map((tag) => tag.textContent.match(/[A-Z]+-\d+/)[0].toLowerCase()),
            meanings: [...one.querySelectorAll(".finding__known")].map((known) => known.textContent),
          })),
        );
        for (const { ids, meanings } of shown) assert.deepEqual(meanings, ids.map((id) => meaning.get(id)));
      }
    },
    { places: ["http"] },
  );
});
