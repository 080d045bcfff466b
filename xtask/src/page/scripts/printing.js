// Before the page is printed: no table may lose a column, and every sheet says which plan it is, with what check, and its
// number.
(() => {
  // What a landscape A4 sheet has between its margins, in CSS pixels.
  const WIDTH = 1_020;
  const LARGEST = 9;
  const SMALLEST = 5;

  /** Gives each table the largest size of letters at which it fits; below the smallest its rows become blocks. */
  const fit = (tables) => {
    document.documentElement.classList.add("is-measured-for-print");
    const widths = tables.map((table) => table.offsetWidth);
    document.documentElement.classList.remove("is-measured-for-print");
    tables.forEach((table, at) => {
      const size = Math.floor((2 * LARGEST * WIDTH) / Math.max(widths[at], 1)) / 2;
      if (size >= LARGEST) table.removeAttribute("data-print-size");
      else table.dataset.printSize = size < SMALLEST ? "blocks" : String(size).replace(".", "-");
    });
  };

  /** A text as CSS writes one. */
  const quoted = (text) => `"${text.replace(/["\\\n]/g, " ").trim()}"`;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const foot = () => {
    const about = document.querySelector("[data-print-foot]")?.textContent ?? "";
    const style = "font: 8pt Arial, sans-serif; color: #52606d;";
    sheet.replaceSync(
      `@page { @bottom-left { content: ${quoted(about)}; ${style} }
               @bottom-right { content: counter(page) " / " counter(pages); ${style} } }`,
    );
    // A browser without boxes in the margins drops them from the rule.
    const known = /@bottom-left/.test(sheet.cssRules[0]?.cssText ?? "");
    document.documentElement.classList.toggle("has-margin-boxes", known);
  };

  addEventListener("beforeprint", () => {
    fit([...document.querySelectorAll(".one-plan .table")]);
    foot();
  });
})();
