// CQUIN: what is achieved and evidenced counts at once, and the saved file says the same to the command line.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { SURREY } from "./support/setting.mjs";
import { computed } from "./support/program.mjs";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { until } from "./support/until.mjs";
import { amount, money } from "./support/words.mjs";

const VTE = "cquin.indicator.vte-risk-assessment";

/** The Surrey plan, with one indicator paid in proportion between 80 and 95, and evidence for it. */
async function graduated() {
  const text = await readFile(SURREY, "utf8");
  const from = '"weight": "0.15", "programme": "safer-care", "payment_rule": "all-or-nothing"';
  const to =
    '"weight": "0.15", "programme": "safer-care", "minimum": "80", "maximum": "95", "evidence": "yes", "payment_rule": "graduated"';
  assert.ok(text.includes(from), "the plan file has the indicator");
  return text.replace(from, to);
}

async function openCquin(visit) {
  await visit.openByDrop(await graduated());
  await visit.isOpen();
  await visit.go("CQUIN");
}

const shownAs = (visit, id, text) =>
  visit.until(
    `${id} to be ${text}`,
    (figure, wanted) =>
      [...document.querySelectorAll(`[data-figure='${figure}']`)].some((one) => one.textContent.trim() === wanted),
    id,
    text,
  );

async function type(visit, text) {
  await visit.page.click("#achieved-indicator-0", { count: 3 });
  await visit.page.keyboard.type(text);
}

inEachBrowser("CQUIN", (running, kind) => {
  visiting(running, "a number counts while it is typed, and the focus stays in the field", async (visit) => {
    await openCquin(visit);
    await shownAs(visit, `${VTE}.earned`, "0");
    await visit.page.click("#achieved-indicator-0");
    await visit.page.keyboard.type("90");
    // 90 is two thirds of the way from 80 to 95, and the indicator is worth a tenth of £7.4m.
    await shownAs(visit, `${VTE}.earned`, "493,333");
    await shownAs(visit, `${VTE}.at-risk`, "246,667");
    await shownAs(visit, "cquin.total.earned", "£0.49m");
    assert.equal(await visit.evaluate(() => document.activeElement.id), "achieved-indicator-0");
    assert.equal(await visit.evaluate(() => document.activeElement.value), "90");
    assert.ok((await visit.texts(".masthead__unsaved")).includes("Changed, not saved"));
  });

  visiting(
    running,
    "evidence counts at once, and its absence too",
    async (visit) => {
      await openCquin(visit);
      await visit.page.click("label[for='evidence-indicator-1']");
      await shownAs(visit, "cquin.indicator.responsiveness-to-needs.earned", "740,000");
      await shownAs(visit, "cquin.total.at-risk", "£6.66m");
      await visit.page.click("label[for='evidence-indicator-1']");
      await shownAs(visit, "cquin.indicator.responsiveness-to-needs.earned", "0");
      await shownAs(visit, "cquin.total.at-risk", "£7.40m");
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "a share takes its sign and lies from 0 to 100",
    async (visit) => {
      await visit.openExample();
      await visit.go("CQUIN");
      const field = "#achieved-indicator-3";
      assert.match(await visit.evaluate((at) => document.querySelector(at).closest(".number-field").textContent, field), /%/);
      await visit.page.focus(field);
      const enter = async (text) => {
        await visit.evaluate((at) => document.querySelector(at).select(), field);
        await visit.page.keyboard.type(text);
      };
      await enter("94%");
      await shownAs(visit, "cquin.indicator.vte.earned", "0");
      await enter("95%");
      await shownAs(visit, "cquin.indicator.vte.earned", "237,870");
      await enter("101");
      await visit.until("the field to be marked", (at) => document.querySelector(at).ariaInvalid === "true", field);
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "without a target there is no field that could not act",
    async (visit) => {
      await visit.openSurrey();
      await visit.go("CQUIN");
      assert.equal(await visit.evaluate(() => document.querySelector("#achieved-indicator-0")), null);
      assert.match(
        await visit.evaluate(() => document.querySelector("#evidence-indicator-0").closest("tr").textContent),
        /only the evidence counts/,
      );
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "what is no number is said in words, and the last number still counts",
    async (visit) => {
      await openCquin(visit);
      await type(visit, "95");
      await shownAs(visit, `${VTE}.earned`, "740,000");
      await type(visit, "ninety");
      await visit.until(
        "the field to be marked",
        () => document.querySelector("#achieved-indicator-0").ariaInvalid === "true",
      );
      const message = await visit.evaluate(() => {
        const field = document.querySelector("#achieved-indicator-0");
        return document.getElementById(field.getAttribute("aria-describedby")).textContent;
      });
      // "n" is no number from the first letter on, so nothing of "ninety" ever counted.
      assert.equal(message, "Enter a number, such as 92.5 or 1,200. Until then 95 still counts.");
      await shownAs(visit, `${VTE}.earned`, "740,000");
      await type(visit, "80");
      await visit.until("the mark to go", () => document.querySelector("#achieved-indicator-0").ariaInvalid !== "true");
      await shownAs(visit, `${VTE}.earned`, "0");
    },
    { places: ["http"] },
  );

  visiting(
    running,
    "the saved file gives the command line the figures of the page",
    async (visit) => {
      await openCquin(visit);
      await type(visit, "92.5");
      await shownAs(visit, `${VTE}.earned`, "616,667");
      const saved = path.join(running().downloads, "surrey-one-plan.json");
      await rm(saved, { force: true });
      await visit.evaluate(() =>
        [...document.querySelectorAll(".masthead__actions button")]
          .find((one) => one.textContent === "Save plan file")
          .click(),
      );
      await until("the download", () => existsSync(saved) && !existsSync(`${saved}.part`));
      await visit.until("the question", () => document.querySelector("#handed-title") !== null);
      await visit.evaluate(() =>
        [...document.querySelectorAll("main button")].find((one) => one.textContent === "Yes, it is saved").click(),
      );
      await visit.until(
        "the mark of unsaved changes to go",
        () => document.querySelector(".masthead__unsaved").textContent === "",
      );
      const text = await until("the whole file", async () => {
        const content = await readFile(saved, "utf8");
        return content.trimEnd().endsWith("}") && content;
      });
      const { figures } = computed(saved);
      const value = (id) => figures.get(id).value;
      assert.equal(amount(value(`${VTE}.earned`), "£", 0), "616,667");
      for (const part of ["value", "earned", "at-risk"]) {
        const id = `cquin.total.${part}`;
        assert.ok((await visit.shown(id)).includes(money(value(id), "£m", 2)), id);
      }
      const before = path.join(running().downloads, "before.json");
      await writeFile(before, await graduated());
      const unchanged = computed(before).figures;
      assert.deepEqual([...figures.keys()], [...unchanged.keys()], "nothing is lost by saving");
      const changed = [...figures.keys()].filter((id) => figures.get(id).value !== unchanged.get(id).value);
      assert.ok(changed.length > 0 && changed.every((id) => id.startsWith("cquin.")), changed.join());
      const answer = await visit.evaluate((plan) => JSON.stringify(onePlan.compute(plan)), text);
      assert.equal(
        `${answer}
`,
        computed(saved).text,
      );
    },
    { places: kind === "firefox" ? ["http"] : undefined },
  );

  visiting(
    running,
    "another plan does not take the place of changes without a question",
    async (visit) => {
      await openCquin(visit);
      await type(visit, "95");
      await shownAs(visit, `${VTE}.earned`, "740,000");
      await visit.openByDrop(await readFile(SURREY, "utf8"), "other.json");
      await visit.until("the question", () => document.activeElement.getAttribute("role") === "alertdialog");
      const choose = (words) =>
        visit.evaluate(
          (wanted) =>
            [...document.querySelectorAll("[role='alertdialog'] button")]
              .find((one) => one.textContent === wanted)
              .click(),
          words,
        );
      await choose("Stay with this plan");
      await visit.until("the question to go", () => !document.querySelector("[role='alertdialog']"));
      await shownAs(visit, `${VTE}.earned`, "740,000");
      await visit.openByDrop(await readFile(SURREY, "utf8"), "other.json");
      await visit.until("the question", () => document.activeElement.getAttribute("role") === "alertdialog");
      await choose("Open it without saving");
      await visit.heading("One Plan, NHS Surrey");
      assert.deepEqual(await visit.shown("cquin.total.earned"), ["£0"]);
    },
    { places: ["http"] },
  );
});
