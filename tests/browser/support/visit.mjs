// A visit to the page: what a person sees and does, and what the page must not do meanwhile.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { ARDEN, EXAMPLE, SITE, SINGLE_FILE, SURREY } from "./setting.mjs";
import { serve } from "./server.mjs";
import { until } from "./until.mjs";

/** Where the page is opened from. */
export const PLACES = ["http", "file"];

/** The pages of a plan: the word in the address and the name in the navigation. */
export const PAGES = [
  ["overview", "Overview"],
  ["savings", "Savings"],
  ["activity", "Activity"],
  ["cquin", "CQUIN"],
  ["contracts", "Contracts"],
  ["finance", "Finance"],
  ["providers", "Providers"],
  ["workforce", "Workforce and capacity"],
  ["delivery", "Delivery"],
  ["risks", "Risks"],
  ["checks", "Checks"],
  ["scenarios", "Scenarios"],
  ["data", "Data"],
];

/** The pages that hold tables of the plan as they are given. */
export const PARTS = PAGES.filter(([word]) => !["overview", "savings", "checks"].includes(word));

const WIDE = { width: 1280, height: 900 };

/** Notes what the security policy refuses, from before the page's first script. */
function noteRefusals() {
  globalThis.refusals = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.refusals.push(`${event.violatedDirective}: ${event.blockedURI}`);
  });
}

/**
 * Takes every drawing for a long one, after which yew gives way to the browser before it goes on: a test that looks or
 * presses too early then fails at once, and not once in a hundred times.
 */
function giveWay() {
  const now = Date.now.bind(Date);
  let calls = 0;
  Date.now = () => now() + (calls++ % 2) * 20;
}

export class Visit {
  #page;
  #server;
  #start;
  #requests = [];
  #complaints = [];

  constructor(page, start, server) {
    this.#page = page;
    this.#start = start;
    this.#server = server;
    page.on("request", (request) => this.#requests.push(request.url()));
    page.on("pageerror", (error) => this.#complaints.push(`uncaught: ${error}`));
    page.on("console", (message) => {
      if (["error", "warn", "warning"].includes(message.type())) {
        this.#complaints.push(`${message.type()}: ${message.text()}`);
      }
    });
  }

  /** Opens the page in a new tab, from the disk, or from a server: its own, or one that also has what a test needs. */
  static async begin({ browser }, place, { hash = "", viewport = WIDE, server: given } = {}) {
    const server = given ?? (place === "http" ? await serve(SITE) : undefined);
    const start = server ? `${server.origin}/` : SINGLE_FILE;
    const page = await browser.newPage();
    const visit = new Visit(page, start, server);
    await page.setViewport(viewport);
    if (process.env.ONE_PLAN_GIVES_WAY) await page.evaluateOnNewDocument(giveWay);
    await page.evaluateOnNewDocument(noteRefusals);
    await page.goto(start + hash);
    await visit.heading("Open a plan");
    return visit;
  }

  /** A visit in a tab that a test opened itself. */
  static of(page, start) {
    return new Visit(page, start);
  }

  get page() {
    return this.#page;
  }

  /**
   * From here on there is no network: the server is gone and the browser is told that it is offline. Before, the browser
   * has what the site keeps in it: it complains by itself of a load that breaks off.
   */
  async goOffline() {
    if (this.#server) {
      await this.until("the site to be kept", async () =>
        Boolean((await navigator.serviceWorker.getRegistration())?.active),
      );
    }
    await this.#server?.stop();
    await this.#page.setOfflineMode(true);
  }

  async end() {
    // A tab with changes that are not saved would ask before it closes.
    await this.#page.close({ runBeforeUnload: false });
    await this.#server?.stop();
  }

  /** Fails if the page asked for anything but its own files, complained, or broke its own policy. */
  async assertClean() {
    const own = (address) =>
      address.split("#")[0] === this.#start ||
      (this.#server && address.startsWith(this.#start)) ||
      address.startsWith("data:") ||
      address.startsWith("blob:");
    assert.ok(this.#requests.length > 0, "not even the page itself was asked for: requests are not seen");
    assert.deepEqual(
      this.#requests.filter((address) => !own(address)),
      [],
      "requests to other places",
    );
    assert.deepEqual(this.#complaints, [], "complaints on the console");
    assert.deepEqual(await this.#page.evaluate(() => globalThis.refusals), [], "refused by the security policy");
  }

  /** What was asked for so far. */
  get requests() {
    return [...this.#requests];
  }

  evaluate(what, ...given) {
    return this.#page.evaluate(what, ...given);
  }

  /** Waits until a function of the page answers with something. */
  until(what, condition, ...given) {
    return until(what, () => this.#page.evaluate(condition, ...given));
  }

  /** Waits for the main heading, and for what stands below it. */
  async heading(words) {
    await this.until(
      `the heading "${words}"`,
      (wanted) => document.querySelector("main h1")?.textContent === wanted,
      words,
    );
    await this.drawn();
  }

  /** Waits until the page is drawn down to its end, and idle: its lower parts and its pictures come in turns of their own. */
  async drawn() {
    await this.until(
      "everything to be drawn",
      () => ![...document.querySelectorAll("main [data-undrawn]")].some((part) => part.checkVisibility()),
    );
    await this.idle();
  }

  /** Waits until nothing waits on the page for its turn: what is drawn may be listened to only in the turn after. */
  idle() {
    return this.evaluate(() => new Promise((done) => requestIdleCallback(() => done(), { timeout: 500 })));
  }

  /** Waits for the focus: the page may draw first, and give the focus in its next turn. */
  focusOn(selector, what = selector) {
    return this.until(`the focus on ${what}`, (wanted) => document.activeElement?.matches(wanted), selector);
  }

  /** The texts of all elements that a selector finds. */
  texts(selector) {
    return this.evaluate(
      (wanted) => [...document.querySelectorAll(wanted)].map((element) => element.textContent.trim()),
      selector,
    );
  }

  /** Waits until the page is open for a plan whose title holds the words. */
  async isOpen(words = "NHS Surrey") {
    await this.until(
      `the plan of ${words}`,
      (wanted) => document.querySelector(".masthead__plan")?.textContent.includes(wanted),
      words,
    );
    await this.drawn();
  }

  /** Chooses a file with the field of the start page, through the browser's own file chooser. */
  async openByButton(file = SURREY, selector = "#plan-file-start") {
    const [chooser] = await Promise.all([
      this.#page.waitForFileChooser(),
      this.evaluate((wanted) => document.querySelector(wanted).scrollIntoView(), selector).then(() =>
        this.#page.click(selector),
      ),
    ]);
    await chooser.accept([file]);
  }

  /** Drops a file on the page. The content is a text or a Buffer. */
  async openByDrop(content, name = "surrey-one-plan.json") {
    await this.evaluate(
      (packed, given) => {
        const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], given));
        const target = document.querySelector("main");
        for (const kind of ["dragenter", "dragover", "drop"]) {
          target.dispatchEvent(
            new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer }),
          );
        }
      },
      Buffer.from(content).toString("base64"),
      name,
    );
  }

  /** Opens a plan file in the quickest way. */
  async #open(file, words) {
    await this.openByDrop(await readFile(file, "utf8"), path.basename(file));
    await this.isOpen(words);
  }

  openSurrey() {
    return this.#open(SURREY, "NHS Surrey");
  }

  openArden() {
    return this.#open(ARDEN, "Arden");
  }

  openExample() {
    return this.#open(EXAMPLE, "Example Valley");
  }

  /** Presses a link that has this text. */
  follow(selector, name) {
    return this.evaluate(
      (within, wanted) => {
        const links = [...document.querySelectorAll(within)];
        links.find((link) => link.textContent === wanted).click();
      },
      selector,
      name,
    );
  }

  /** Follows the navigation to a page. */
  async go(name) {
    await this.follow("nav.tabs a", name);
    await this.until(
      `the page ${name}`,
      (wanted) => document.querySelector("nav.tabs a[aria-current='page']")?.textContent === wanted,
      name,
    );
    await this.drawn();
  }

  /** Goes to a page that holds tables, and opens all of them. */
  async goToPart(name) {
    await this.go(name);
    await this.heading(name);
    await this.openTables();
  }

  /** Opens every table of the page. */
  async openTables() {
    await this.evaluate(() => {
      const button = document.querySelector("main .contents__all");
      if (button?.textContent === "Open all") button.click();
    });
    await this.until(
      "every table to be open",
      () => !document.querySelector("main [data-opens][aria-expanded='false']"),
    );
  }

  /** Asks for more wherever a selector finds a place that does not show everything, until everything is shown. */
  async showAll(selector = "main section") {
    const pressed = () =>
      this.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll(`:is(${wanted}) .toolbar button`)];
        const more = buttons.find((button) => /^Show \d+ more$/.test(button.textContent));
        more?.click();
        return more?.parentElement.textContent;
      }, selector);
    const still = (words) =>
      this.evaluate(
        (wanted, before) =>
          [...document.querySelectorAll(`:is(${wanted}) .toolbar`)].some((place) => place.textContent === before),
        selector,
        words,
      );
    for (let words = await pressed(); words; words = await pressed()) {
      await until(`more than "${words}"`, async () => !(await still(words)));
    }
  }

  /** Waits until nothing on the page is still being worked out. */
  async workedOut() {
    await this.drawn();
    await this.until("everything to be worked out", () => document.querySelector("main [aria-busy='true']") === null);
  }

  /** Waits until nothing on the page is still changing its colour or its place. */
  async stillness() {
    await this.drawn();
    await this.until("the page to be still", () => document.getAnimations().length === 0);
  }

  /** Each figure that the page shows as a button: id and text. */
  figures() {
    return this.evaluate(() =>
      [...document.querySelectorAll("button[data-figure]")].map((button) => [
        button.dataset.figure,
        button.textContent.trim(),
      ]),
    );
  }

  /** The texts under which the page shows one figure. */
  async shown(id) {
    const all = await this.figures();
    return all.filter(([figure]) => figure === id).map(([, text]) => text);
  }
}
