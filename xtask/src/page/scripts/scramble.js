// For a screenshot of how the page looks without what a plan says: every digit that is shown becomes another one. Nothing of
// the plan changes, and the page says all the time that its numbers are not real.
(() => {
  const YEARS = /\b(?:19|20)\d\d(?:\/\d\d)?\b/g;
  let real;
  let watching;
  let root;
  let told;
  const scrambled = (text) => {
    const years = [...text.matchAll(YEARS)].map(({ index, 0: year }) => [index, index + year.length]);
    return text.replace(/\d/g, (digit, at) => {
      if (years.some(([from, to]) => at >= from && at < to)) return digit;
      return String(1 + Math.floor(Math.random() * 9));
    });
  };
  const change = (node) => {
    if (!/\d/.test(node.data) || node.parentElement?.closest("script, style, input, textarea")) return;
    if (real.get(node)?.shown === node.data) return;
    const shown = scrambled(node.data);
    real.set(node, { text: node.data, shown });
    node.data = shown;
  };
  const all = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return change(root);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) change(texts.currentNode);
  };
  const stop = () => {
    watching.disconnect();
    for (const [node, { text, shown }] of real) if (node.data === shown) node.data = text;
    told.remove();
    root.classList.remove("is-scrambled");
    real = watching = undefined;
  };
  const start = (button) => {
    const made = globalThis.onePlanMade;
    real = new Map();
    root = button.closest(".one-plan");
    root.classList.add("is-scrambled");
    const words = made("span", { role: "status" });
    const back = { type: "button", class: "button button--small", "data-press": "scramble" };
    told = made("aside", { class: "told scrambled", "aria-label": "Numbers that are not real" });
    told.append(made("div", { class: "told__inner" }, words, made("button", back, "Show the real numbers")));
    root.before(told);
    words.textContent =
      "The numbers on this page are not real: every digit is replaced, for a screenshot. Lengths in pictures and words are as they are.";
    all(root);
    watching = new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === "characterData") change(target);
        else addedNodes.forEach(all);
      }
    });
    watching.observe(root, { subtree: true, childList: true, characterData: true });
  };
  globalThis.onePlanPresses.set("scramble", (button) => (watching ? stop() : start(button)));
})();
