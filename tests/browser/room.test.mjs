// With letters of twice their size, and on a screen of 3840 × 2160, nothing is cut, nothing lies over anything else, and
// nothing has to be scrolled sideways but tables.

import assert from "node:assert/strict";
import { inEachBrowser, visiting } from "./support/suite.mjs";
import { PAGES } from "./support/visit.mjs";

/** What is cut or lies over something else: words that do not fit into their own box, and controls that overlap. */
const faults = (visit) =>
  visit.evaluate(() => {
    const found = [];
    const name = (one) => `${one.localName}.${one.className} "${one.textContent.trim().slice(0, 40)}"`;
    const isSeen = (one) => {
      const { width, height } = one.getBoundingClientRect();
      return width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true }) && !one.closest(".visually-hidden, .status__more");
    };
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
    // A name that is cut on purpose says so with three points, and has the whole of it at hand.
    const isShortened = (one) => ["ellipsis"].includes(getComputedStyle(one).textOverflow) || one.closest(".masthead__plan");
    for (const one of document.querySelectorAll(".one-plan :is(h1, h2, h3, p, dt, dd, li, label, .button, .status, a, summary, figcaption)")) {
      if (!isSeen(one) || isShortened(one) || getComputedStyle(one).overflow === "visible") continue;
      if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) found.push(`cut: ${name(one)}`);
    }
    for (const one of document.querySelectorAll(".one-plan :is(.button, .input, .select, .status, .menu__switch)")) {
      const box = one.getBoundingClientRect();
      if (isSeen(one) && !one.closest(".table-scroll") && (box.right > clientWidth + 1 || box.left < -1)) found.push(`beside the screen: ${name(one)}`);
    }
    const controls = [...document.querySelectorAll(".one-plan :is(.button, .input, .select, .menu__switch, .tabs a, h1, h2)")].filter(isSeen);
    const boxes = controls.map((one) => one.getBoundingClientRect());
    for (const [at, one] of boxes.entries()) {
      for (let next = at + 1; next < boxes.length; next += 1) {
        const other = boxes[next];
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const nested = controls[at].contains(controls[next]) || controls[next].contains(controls[at]);
        if (across > 1 && down > 1 && !nested) found.push(`${name(controls[at])} lies over ${name(controls[next])}`);
      }
    }
    return found.slice(0, 8);
  });

const ASIDE = [["help", "Help and glossary"], ["pack", "Board pack"]];

inEachBrowser("room", (running) => {
  for (const [words, options, letters] of [
    ["letters of twice their size", { viewport: { width: 1280, height: 900 } }, "200%"],
    ["letters of twice their size on a phone", { viewport: { width: 390, height: 844 } }, "200%"],
    ["a screen of 3840 × 2160", { viewport: { width: 3840, height: 2160 } }, ""],
  ]) {
    visiting(
      running,
      words,
      async (visit) => {
        await visit.openSurrey();
        // What a person sets in the browser: every size of the page is one of its letters.
        await visit.evaluate((size) => document.documentElement.style.setProperty("font-size", size), letters);
        const found = [];
        for (const [word, name] of [...PAGES, ...ASIDE]) {
          await visit.evaluate((hash) => (location.hash = `#/${hash}`), word);
          await visit.until(name, (hash) => location.hash.startsWith(`#/${hash}`) && document.querySelector("main h1") !== null, word);
          await visit.until("the page to rest", () => document.querySelector(".page__body").textContent.length > 200);
          for (const fault of await faults(visit)) found.push(`${name}: ${fault}`);
        }
        assert.deepEqual(found, []);
        if (letters === "") {
          const width = await visit.evaluate(() => document.querySelector("main").getBoundingClientRect().width);
          assert.ok(width > 1_100, `the page uses ${width} px of 3840`);
        }
      },
      { places: ["http"], ...options },
    );
  }
});
