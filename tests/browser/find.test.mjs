// One field finds everything: by keyboard alone, to the place and back.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";

const groups = (visit) =>
  visit.evaluate(() =>
    [...document.querySelectorAll(".find__group")].map((one) => one.textContent.replace(/ \(.*/, "")),
  );

inEachBrowser("find", (running) => {
  visiting(running, "the key / leads to the field, arrows to what is found, Enter goes there", async (visit) => {
    await visit.openSurrey();
    const { keyboard } = visit.page;
    await visit.page.focus("main h1").catch(() => undefined);
    await keyboard.press("/");
    await visit.focusOn("#find");
    await keyboard.type("ambulatory");
    await visit.until("what is found for all of it", () => Boolean(document.querySelector("[data-found-for='ambulatory']")));
    assert.deepEqual(await groups(visit), ["Figures", "Findings", "Rows of tables"]);
    await keyboard.press("ArrowDown");
    const first = await visit.evaluate(() => document.activeElement.getAttribute("href"));
    assert.match(first, /explain=/);
    await keyboard.press("Enter");
    await visit.until("the explanation", () => Boolean(document.querySelector("[data-explained]")));
    assert.equal(await visit.evaluate(() => document.querySelectorAll(".find__results").length), 0);
  });

  visiting(running, "a row is found by a number, a finding by its words, and help by a term", async (visit) => {
    await visit.openSurrey();
    const going = async (words, group) => {
      await visit.page.click("#find", { count: 3 });
      await visit.page.type("#find", words);
      await visit.until("what is found for all of it", (typed) => Boolean(document.querySelector(`[data-found-for='${typed}']`)), words);
      await visit.until(
        `${group} for ${words}`,
        (wanted) => [...document.querySelectorAll(".find__group")].some((one) => one.textContent.startsWith(wanted)),
        group,
      );
      await visit.evaluate((wanted) => {
        const heading = [...document.querySelectorAll(".find__group")].find((one) => one.textContent.startsWith(wanted));
        heading.parentElement.querySelector("a").click();
      }, group);
    };
    await going("6192", "Rows of tables");
    await visit.until("the row", () => /, row \d+/.test(document.querySelector("h1").textContent));
    assert.match((await visit.texts("main dd")).join(), /6,?192/);
    await going("sum of weights", "Findings");
    await visit.until("the finding, open", () => Boolean(document.querySelector(".finding[open] .finding__advice")));
    await going("dead band", "Help");
    await visit.until("the help", () => document.querySelector("#help-words")?.value === "dead band");
    assert.match((await visit.texts("main dl")).join(), /tolerance of the base/);
    await visit.page.goBack();
    await visit.until("the finding again", () => Boolean(document.querySelector(".finding[open]")));
  });

  visiting(running, "what is not named at first is named when it is asked for", async (visit) => {
    await visit.openSurrey();
    await visit.page.type("#find", "saving");
    await visit.until("what is found", () => Boolean(document.querySelector("[data-more='Figures']")));
    const named = (count) =>
      visit.until(
        `${count} figures`,
        (wanted) => {
          const heading = [...document.querySelectorAll(".find__group")].find((one) => one.textContent.startsWith("Figures"));
          return heading.parentElement.querySelectorAll("a").length === wanted;
        },
        count,
      );
    await named(6);
    await visit.evaluate(() => document.querySelector("[data-more='Figures']").click());
    await named(56);
  });

  visiting(running, "Escape closes it and gives the focus to the field", async (visit) => {
    await visit.openSurrey();
    await visit.page.type("#find", "risk");
    await visit.until("what is found", () => Boolean(document.querySelector(".find__results a")));
    await visit.page.keyboard.press("ArrowDown");
    await visit.page.keyboard.press("Escape");
    await visit.until("nothing more", () => !document.querySelector(".find__results"));
    await visit.focusOn("#find");
  });
});
