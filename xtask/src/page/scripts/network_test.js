// The page tries to reach the network, in every way that a page has, and shows that its own security policy refuses each
// before anything is sent. The address can belong to nobody (RFC 2606): even where nothing refused it, nobody would hear it.
(() => {
  const NOBODY = "one-plan.invalid";
  const TIME_TO_REFUSE = 1_500;
  // Each way has a host of its own: of some ways a browser tells no more than the origin that was refused.
  const address = (way, scheme = "https") => `${scheme}://${way}.${NOBODY}/`;
  const inPage = (name, attributes) => () => {
    const element = Object.assign(document.createElement(name), attributes);
    // What is not drawn at all, a browser may not even begin to load.
    element.className = "visually-hidden";
    document.body.append(element);
    setTimeout(() => element.remove(), TIME_TO_REFUSE);
  };
  const WAYS = [
    ["fetch", "Ask for data (fetch)", () => fetch(address("fetch"), { method: "POST", body: "a" })],
    ["xhr", "Ask for data (XMLHttpRequest)", () => {
      const request = new XMLHttpRequest();
      request.open("POST", address("xhr"));
      request.send("a");
    }],
    ["beacon", "Send on leaving (sendBeacon)", () => navigator.sendBeacon(address("beacon"), "a")],
    ["socket", "Open a lasting connection (WebSocket)", () => void new WebSocket(address("socket", "wss"))],
    ["events", "Listen to a server (EventSource)", () => void new EventSource(address("events"))],
    ["image", "Load a picture", () => void (new Image().src = address("image"))],
    ["script", "Load a script", inPage("script", { src: address("script") })],
    ["import", "Load a module (import)", () => import(address("import"))],
    ["style", "Load a style sheet", inPage("link", { rel: "stylesheet", href: address("style") })],
    ["font", "Load a font", () => new FontFace("nobody", `url(${address("font")})`).load()],
    ["media", "Load a sound", () => void (new Audio(address("media")).preload = "auto")],
    ["frame", "Open a frame", inPage("iframe", { src: address("frame") })],
    ["object", "Load an object", inPage("object", { data: address("object") })],
    ["form", "Send a form", () => {
      // A form is sent into a frame, so that a form which nothing refuses does not take this page away.
      const target = "one-plan-nobody";
      inPage("iframe", { name: target })();
      inPage("form", { action: address("form"), method: "post", target, id: target })();
      document.getElementById(target).submit();
    }],
  ];

  /** Tries all ways; answers with how each ended. */
  const tryAll = async () => {
    const refused = new Map();
    const note = (event) => {
      for (const [way] of WAYS) {
        if (!refused.has(way) && event.blockedURI.includes(`//${way}.${NOBODY}`)) refused.set(way, event.effectiveDirective);
      }
    };
    document.addEventListener("securitypolicyviolation", note);
    const ended = new Map();
    for (const [way, , act] of WAYS) {
      try {
        // What answers at all was not refused; most ways only act, and the policy tells of them.
        Promise.resolve(act()).then(
          (answer) => answer && ended.set(way, "Nothing refused it"),
          () => {},
        );
      } catch {
        // Some ways say at once that they are refused; the policy has told it as well.
      }
    }
    await new Promise((later) => setTimeout(later, TIME_TO_REFUSE));
    document.removeEventListener("securitypolicyviolation", note);
    return WAYS.map(([way, words]) => ({ way, words, rule: refused.get(way), ended: ended.get(way) }));
  };

  const made = globalThis.onePlanMade;
  globalThis.onePlanPresses.set("network-test", async (button) => {
    const place = button.parentElement.querySelector("[data-network-test]");
    button.disabled = true;
    place.replaceChildren(made("p", {}, "Trying …"));
    const results = await tryAll();
    const refused = results.filter(({ rule }) => rule).length;
    const all = refused === results.length;
    const words = all
      ? `Tried ${results.length} ways to reach another computer: the browser refused all ${refused}, by the policy of this page, before anything was sent.`
      : `Tried ${results.length} ways to reach another computer: ${refused} were refused by the policy of this page, ${results.length - refused} were not. The page stands where another policy rules; ask who publishes it here.`;
    const headings = ["Way", "What became of it", "Rule of the policy"].map((heading) => made("th", { scope: "col" }, heading));
    const rows = results.map(({ words: way, rule, ended }) =>
      made(
        "tr",
        {},
        made("th", { scope: "row" }, way),
        made("td", {}, rule ? "✓ Refused before anything was sent" : `✕ ${ended ?? "Failed, but not by the policy"}`),
        made("td", {}, rule ?? "–"),
      ),
    );
    const table = made(
      "table",
      { class: "table", id: "network-test" },
      made("caption", { id: "network-test-caption" }, "Each way to reach the network, and what became of it"),
      made("thead", {}, made("tr", {}, ...headings)),
      made("tbody", {}, ...rows),
    );
    const region = { class: "table-scroll", role: "region", tabindex: "0", "aria-labelledby": "network-test-caption" };
    place.replaceChildren(
      made("p", { class: all ? "notice notice--good" : "notice notice--warn" }, words),
      made("div", region, table),
    );
    button.disabled = false;
  });
})();
