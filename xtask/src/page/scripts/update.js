// The site keeps itself in the browser, so that it opens without a network, and says when a newer version is there.
globalThis.onePlanKeepOffline = async (script) => {
  if (!("serviceWorker" in navigator)) return;
  const told = document.getElementById("one-plan-told");
  let pressed = false;
  const say = (words, label, act) => {
    const made = globalThis.onePlanMade;
    const button = made("button", { type: "button", class: "button button--small" }, label);
    button.addEventListener("click", act);
    told.parentElement.hidden = false;
    told.replaceChildren(made("span", {}, words), button);
  };
  const offer = (waiting) =>
    say("A new version of One Plan is there. Save your plan file first if you have changed it.", "Load the new version", () => {
      pressed = true;
      waiting.postMessage("take over");
    });
  // Without one there was no older version: nothing is replaced.
  const replaces = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (pressed) return location.reload();
    if (!replaces) return;
    say("A new version of One Plan was loaded in another tab. Save your plan file, then load this page again.", "Load again", () =>
      location.reload(),
    );
  });
  const registration = await navigator.serviceWorker.register(script);
  const follow = (worker) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
    });
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
};
