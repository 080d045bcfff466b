// A button that goes away when it is pressed takes the focus with it: whoever works by keyboard would begin again at the top of
// the page. The focus then goes to the heading of what the button stood in. What leads the focus elsewhere comes first.
(() => {
  const PLACES = "section, form, figure, details, [role='group'], [role='dialog'], main";
  const HEADINGS = "h1, h2, h3, h4, legend, summary";
  // What the page does itself after a press is done by then.
  const AFTER = 60;

  let last;
  let places = [];
  let byPointer = false;
  let waits;

  const isThere = (element) => element.isConnected && !element.disabled && !element.closest("[hidden]");

  const lead = () => {
    waits = undefined;
    if (!last || isThere(last)) return;
    const place = places.find((one) => isThere(one) && one.getClientRects().length > 0);
    const focused = place?.getRootNode().activeElement;
    last = undefined;
    if (!place || (focused && focused !== document.body)) return;
    const heading = [...place.querySelectorAll(HEADINGS)].find((one) => one.getClientRects().length > 0) ?? place;
    if (heading.tabIndex < 0 && !heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    heading.focus({ preventScroll: byPointer });
  };

  const observer = new MutationObserver(() => {
    if (last && !isThere(last)) waits ??= setTimeout(lead, AFTER);
  });
  const WATCHED = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "hidden"] };

  addEventListener("focusin", (event) => {
    const path = event.composedPath().filter((one) => one instanceof Element);
    const root = path.find((one) => one.matches(".one-plan"));
    if (!root) return;
    [last] = path;
    places = path.slice(1).filter((one) => root.contains(one) && one.matches(PLACES));
    observer.observe(root, WATCHED);
  });
  // Who presses where nothing takes the focus has put it away.
  addEventListener(
    "pointerdown",
    (event) => {
      byPointer = true;
      const path = event.composedPath().filter((one) => one instanceof Element);
      if (!path.some((one) => one.tabIndex >= 0)) last = undefined;
    },
    true,
  );
  addEventListener("keydown", () => (byPointer = false), true);
})();
