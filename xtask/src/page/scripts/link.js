// A plan in an address: `#plan=` and the plan, compressed. Of a plan that the page carries inside itself only what was
// changed stands there. What follows from a plan is never in it: it is computed again where the address is opened.
(() => {
  const BEGINNING = "#plan=";
  const MOST_BYTES = 128 * 1024 * 1024;
  // What many programs that carry addresses take, and what hardly one of them does.
  const LONG = 2_000;
  const TOO_LONG = 8_000;

  const through = async (bytes, stream, most = Infinity) => {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > most) throw new Error("more than is opened");
      parts.push(part.value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  const packed = async (value) => {
    const bytes = await through(JSON.stringify(value), new CompressionStream("deflate-raw"));
    let letters = "";
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  };
  const unpacked = async (letters) => {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream("deflate-raw"), MOST_BYTES);
    return JSON.parse(new TextDecoder().decode(text));
  };

  /** The plan that the page carries under a name. */
  const example = async (element) => {
    const bytes = Uint8Array.from(atob(element.textContent.trim()), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(await through(bytes, new DecompressionStream("gzip"), MOST_BYTES));
  };
  /** A short number that another text hardly has: whether two versions of the page carry the same plan. */
  const mark = (text) => {
    let hash = 0;
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    return hash;
  };

  /** What turns one plan into another: single cells where a table has as many rows as before, else the whole table. */
  const changes = (before, after) => {
    const set = [];
    const tables = {};
    for (const table of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [old, now] = [before[table], after[table]];
      if (JSON.stringify(old) === JSON.stringify(now)) continue;
      if (!Array.isArray(old) || !Array.isArray(now) || old.length !== now.length) {
        tables[table] = now ?? null;
        continue;
      }
      now.forEach((row, at) => {
        for (const column of new Set([...Object.keys(old[at]), ...Object.keys(row)])) {
          if (old[at][column] !== row[column]) set.push([table, at, column, row[column] ?? null]);
        }
      });
    }
    return { set, tables };
  };
  const changed = (plan, { set, tables }) => {
    for (const [table, at, column, value] of set) {
      if (value === null) delete plan[table][at][column];
      else plan[table][at][column] = value;
    }
    for (const [table, rows] of Object.entries(tables)) {
      if (rows === null) delete plan[table];
      else plan[table] = rows;
    }
    return plan;
  };

  /** The shortest address for a plan. */
  const addressOf = async (text, name) => {
    const plan = JSON.parse(text);
    let shortest = await packed({ name, plan });
    for (const element of document.querySelectorAll("script[data-plan]")) {
      const own = await example(element);
      const of = element.dataset.plan;
      const letters = await packed({ name, of, mark: mark(own), ...changes(JSON.parse(own), plan) });
      if (letters.length < shortest.length) shortest = letters;
    }
    return `${location.href.split("#")[0]}${BEGINNING}${shortest}`;
  };

  const inWords = (letters) => {
    const count = letters.toLocaleString("en-GB");
    if (letters > TOO_LONG) {
      return `The link has ${count} letters. Most programs for mail and messages cut one as long as that: send the plan file instead.`;
    }
    if (letters > LONG) {
      return `The link has ${count} letters. Some programs cut a link as long as that: try whether it arrives whole, or send the plan file.`;
    }
    return `The link has ${count} letters, which every program takes.`;
  };

  /** Makes a link to a plan, shows it in an element, and answers with what is to be said. */
  globalThis.onePlanShare = async (text, name) => {
    const address = await addressOf(text, name);
    const words = inWords(address.length);
    const place = document.querySelector("[data-link]");
    const made = globalThis.onePlanMade;
    const field = made("input", { class: "input", id: "plan-link", readonly: "", value: address });
    const copy = made("button", { type: "button", class: "button button--secondary button--small" }, "Copy the link");
    copy.addEventListener("click", async () => {
      await globalThis.onePlanCopy(address).catch(() => field.select());
      copy.textContent = "Copied";
    });
    place.replaceChildren(made("label", { class: "field__label", for: "plan-link" }, "Link to this plan"), field, copy);
    const disk = location.protocol === "file:";
    const where = disk ? " It leads to this page on the disk of this computer: for others open the page from a place that they reach, or send them the plan file." : "";
    return `${words} Whoever has it can read the whole plan in it.${where}`;
  };

  /** Says why a link is not opened, once the page is there to show it. */
  const refuse = async (what, expected) => {
    const longest = performance.now() + 30_000;
    while (!document.getElementById("plan-file") && performance.now() < longest) {
      await new Promise((later) => setTimeout(later, 30));
    }
    document.dispatchEvent(new CustomEvent("one-plan-link-refused", { detail: { what, expected } }));
  };

  const openFrom = async (hash) => {
    if (!hash.startsWith(BEGINNING)) return;
    // The address must not keep the plan: a press on Back or a bookmark would open it again over what is done since.
    history.replaceState(null, "", `${location.href.split("#")[0]}#/`);
    let text;
    let name = "shared-plan.json";
    try {
      const { name: given, plan, of, mark: marked, set, tables } = await unpacked(hash.slice(BEGINNING.length));
      if (/^[\w .()-]+\.json$/.test(given)) name = given;
      if (of === undefined) {
        text = JSON.stringify(plan);
      } else {
        const element = [...document.querySelectorAll("script[data-plan]")].find((one) => one.dataset.plan === of);
        const own = element && (await example(element));
        if (!own || mark(own) !== marked) {
          return await refuse(
            "it changes the example of another version of One Plan",
            "a link that this version made; or ask for the plan file, which every version opens",
          );
        }
        text = JSON.stringify(changed(JSON.parse(own), { set, tables }));
      }
    } catch {
      return await refuse(
        "the link is not whole: something of it was lost or changed on its way, as happens to long links in mails",
        "all of it, from its beginning to the last letter; or ask for the plan file",
      );
    }
    await globalThis.onePlanHandIn(text, name);
  };
  openFrom(location.hash);
  addEventListener("hashchange", () => openFrom(location.hash));
})();
