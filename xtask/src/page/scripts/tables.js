// A table of the page, copied or saved as it is shown: its numbers are numbers again, and what a spreadsheet would run as a
// formula is text.
(() => {
  const HIDDEN = '[aria-hidden="true"], .visually-hidden, .not-given';
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(HIDDEN)) return "";
    const inside = [...node.childNodes].map(words).join("");
    return getComputedStyle(node).display.startsWith("inline") ? inside : ` ${inside} `;
  };
  const NUMBER = /^-?\d+(\.\d+)?%?$/;
  const read = (element) => words(element).replace(/\s+/g, " ").trim();
  const cellText = (cell) => {
    const text = read(cell);
    const number = text.replace(/^−/, "-").replace(/^(-?)£/, "$1").replaceAll(",", "");
    return cell.matches(".num") && NUMBER.test(number) ? number : text;
  };
  const safe = (text) => (/^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text);

  /** The table as rows of texts; a cell that is wider than one column is followed by empty ones. */
  const rowsOf = (table) =>
    [...table.rows].map((row) =>
      [...row.cells].flatMap((cell) => [cellText(cell), ...Array(Math.max(0, cell.colSpan - 1)).fill("")]).map(safe),
    );

  const blockOf = (button) => button.closest(".table-block");
  const say = (button, text) => {
    blockOf(button).querySelector("[role='status']").textContent = text;
  };
  const inRoot = (button, selector) => {
    const found = button.closest(".one-plan")?.querySelector(selector);
    return found ? read(found) : "";
  };
  /** A long table shows its first rows only; that is said wherever it goes. */
  const partOf = (button) => {
    const section = button.closest("section") ?? blockOf(button);
    const place = [...section.querySelectorAll(".toolbar")].find((one) => /^Show \d+ more/.test(one.textContent));
    return place ? place.textContent.replace(/^Show \d+ more/, "").trim() : "";
  };
  const counted = (table) => {
    const rows = [...table.tBodies].reduce((sum, body) => sum + body.rows.length, 0);
    return `${rows} ${rows === 1 ? "row" : "rows"}`;
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without HTTPS, or in a frame that may not, there is only the older way.
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "visually-hidden";
      document.body.append(field);
      const before = document.activeElement;
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      before?.focus?.();
      if (!done) throw new Error("the browser does not allow it");
    }
  };
  globalThis.onePlanCopy = copied;

  const save = (name, text) => {
    const link = document.createElement("a");
    // The mark at the beginning tells Excel that the letters are UTF-8.
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  globalThis.onePlanPresses.set("copy-table", async (button) => {
    const table = blockOf(button).querySelector("table");
    const text = rowsOf(table).map((row) => row.map((cell) => cell.replaceAll("\t", " ")).join("\t")).join("\r\n");
    try {
      await copied(text);
      say(button, `Copied: ${counted(table)} with their headings. ${partOf(button)}`);
    } catch (error) {
      say(button, `Not copied: ${error.message ?? error}. Save the table as CSV instead.`);
    }
  });

  // A table with more columns than fit says so beside it, and not only by a shade at its edge. It is looked for when what is
  // shown has changed and rests: in the document, and in each shadow root in which the page was put, as neither a search nor
  // an observer goes into one by itself.
  const roots = new Set([document]);
  const isWide = (region) => region.scrollWidth > region.clientWidth + 1;
  const isAtEnd = (region) => region.scrollLeft + region.clientWidth >= region.scrollWidth - 2;
  const markOne = (region) => {
    const block = region.closest(".table-block");
    block?.toggleAttribute("data-wide", isWide(region));
    block?.toggleAttribute("data-at-end", isWide(region) && isAtEnd(region));
  };
  const mark = () => {
    for (const root of roots) {
      if (!root.isConnected) roots.delete(root);
      root.querySelectorAll(".table-scroll").forEach(markOne);
    }
  };
  let resting;
  const marking = () => {
    clearTimeout(resting);
    resting = setTimeout(mark, 200);
  };
  const observer = new MutationObserver(marking);
  const watch = (root) => {
    observer.observe(root, { childList: true, subtree: true });
    // Styles that come late, as those of an element, and what is unfolded change how wide a table is, and no node.
    for (const kind of ["load", "toggle"]) root.addEventListener(kind, marking, true);
    root.addEventListener("scroll", ({ target }) => target.matches?.(".table-scroll") && markOne(target), true);
  };
  watch(document);
  addEventListener("one-plan-mounted", (event) => {
    const root = event.composedPath()[0].getRootNode();
    if (!roots.has(root)) watch(root);
    roots.add(root);
    marking();
  });
  addEventListener("resize", marking);
  // Goes on to the columns at the right, and from the last ones back to the first.
  globalThis.onePlanPresses.set("scroll-table", (button) => {
    const region = blockOf(button).querySelector(".table-scroll");
    region.scrollLeft = isAtEnd(region) ? 0 : region.scrollLeft + region.clientWidth / 2;
  });

  globalThis.onePlanPresses.set("save-table", (button) => {
    const table = blockOf(button).querySelector("table");
    const part = partOf(button);
    const about = [
      ["Table", cellText(table.caption)],
      ["Plan", inRoot(button, ".masthead__plan")],
      ["Check", inRoot(button, ".masthead__status")],
      ["Rows", part || counted(table)],
    ];
    const quoted = (cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const lines = [...rowsOf(table), [], ...about.map((row) => row.map(safe))];
    const name = `${table.id || "table"}.csv`;
    save(name, `${lines.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`);
    say(button, `${name} was handed to your browser to save: ${counted(table)}. ${part}`);
  });
})();
