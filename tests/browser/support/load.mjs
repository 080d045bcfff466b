// Files that a person opens: the dialog before they are opened, and what is taken away.

import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { until } from "./until.mjs";

/** Drops several files at once: names with texts or Buffers. */
export const dropTogether = (visit, files) =>
  visit.evaluate(
    (given) => {
      const transfer = new DataTransfer();
      for (const [name, packed] of given) {
        const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      for (const kind of ["dragover", "drop"]) {
        const event = { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer };
        document.querySelector("main").dispatchEvent(new DragEvent(kind, event));
      }
    },
    files.map(([name, content]) => [name, Buffer.from(content).toString("base64")]),
  );

/** The dialog before files are opened: its text, its problems, its questions by their labels. */
export const question = (visit) =>
  visit.until("the question", () => {
    const found = document.querySelector("[aria-labelledby='load-question-title']");
    return (
      found && {
        text: found.textContent,
        items: [...found.querySelectorAll("ol > li")].map((item) => item.textContent),
        asked: [...found.querySelectorAll(".field label[for^='load-question'], .field label[for^='load-months']")].map(
          (label) => [label.htmlFor, label.textContent],
        ),
      }
    );
  });

/** Waits until the dialog is another one, or gone. */
export const questionIsGone = (visit) =>
  visit.until("the question to go", () => !document.querySelector("[aria-labelledby='load-question-title']"));

/** Answers the question whose label holds some words. */
export async function answer(visit, words, value) {
  const { asked } = await question(visit);
  const found = asked.find(([, label]) => label.includes(words));
  if (!found) throw new Error(`nothing asks for "${words}", only ${asked.map(([, label]) => label).join("; ")}`);
  await visit.page.select(`#${found[0]}`, value);
}

/** Says what the column of a tracker is that has a heading. */
export async function sayColumn(visit, heading, field) {
  const id = await visit.evaluate((wanted) => {
    const rows = [...document.querySelectorAll("[id^='load-reading'] tbody tr")];
    const row = rows.find((row) => row.querySelector("th").textContent.includes(`\u201c${wanted}\u201d`));
    return row?.querySelector("select").id;
  }, heading);
  if (!id) throw new Error(`no column has the heading "${heading}"`);
  await visit.page.select(`#${id}`, field);
}

/** Presses the button with these words. */
export const press = (visit, words) =>
  visit.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll("button")];
    buttons.find((button) => button.textContent === wanted).click();
  }, words);

/** The control totals as rows of texts. */
export const controlTotals = (visit) =>
  visit.evaluate(() =>
    [...document.querySelectorAll("#control-totals tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    ),
  );

/** Presses a button and gives what is saved. */
export async function taken(visit, running, words, name) {
  const saved = path.join(running().downloads, name);
  await rm(saved, { force: true });
  await press(visit, words);
  await until(`${name} to be saved`, () => existsSync(saved) && !existsSync(`${saved}.part`));
  return until(`all of ${name}`, async () => {
    const content = await readFile(saved);
    return content.length > 0 && content;
  });
}
