// What is pressed and needs no model: a button names what it does in `data-press`, and one listener finds who does it. It
// also hears buttons inside an open shadow root.
globalThis.onePlanPresses ??= (() => {
  const doers = new Map();
  document.addEventListener("click", (event) => {
    const pressed = event.composedPath()[0];
    const button = pressed instanceof Element ? pressed.closest("[data-press]") : undefined;
    if (button) doers.get(button.dataset.press)?.(button);
  });
  doers.set("print", () => print());
  return doers;
})();
