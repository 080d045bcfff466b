// The page in a frame of another page, `?embed=https://the.other.page`: it tells its height, opens a plan that it is given,
// and answers what follows from a plan. It speaks only with the window that holds the frame, only if that has an origin of
// the list, and only about plans that this window gave: what a person opens here by themselves is told to nobody.
(() => {
  const query = new URLSearchParams(location.search);
  if (!query.has("embed") || globalThis.parent === globalThis) return;
  document.documentElement.classList.add("is-framed");
  const listed = (text) => (text ?? "").split(/[\s,]+/).filter(Boolean);
  // Whoever publishes the page may say in it which origins there can be; the address then chooses among them.
  const published = listed(document.documentElement.dataset.allowedOrigins);
  const asked = listed(query.get("embed"));
  const allowed = published.length > 0 ? asked.filter((origin) => published.includes(origin)) : asked;
  let partner;
  // A page from a disk or in a sandbox has no origin that could be named.
  const say = (message) => partner && parent.postMessage(message, partner === "null" ? "*" : partner);

  let height;
  const tellHeight = () => {
    // One more for the line that only screen readers see: it stands a pixel below everything.
    const now = Math.ceil(document.body.getBoundingClientRect().height) + 1;
    if (!partner || now === height) return;
    height = now;
    say({ onePlan: "height", height });
  };
  const meet = (origin) => {
    if (partner === origin) return;
    partner = origin;
    height = undefined;
    say({ onePlan: "ready" });
    tellHeight();
  };

  const api = async () => {
    const longest = performance.now() + 30_000;
    while (!globalThis.onePlan?.check) {
      if (performance.now() > longest) throw new Error("the page did not start");
      await new Promise((later) => setTimeout(later, 30));
    }
    return globalThis.onePlan;
  };
  const PAGE = /^[a-z]+$/;
  const calls = {
    compute: async ({ plan }) => (await api()).compute(plan),
    check: async ({ plan }) => (await api()).check(plan),
    explain: async ({ plan, figure }) => (await api()).explain(plan, figure),
    go: async ({ page }) => {
      if (!PAGE.test(page)) throw new Error("go: the page must be the word of a page, such as \"savings\".");
      location.hash = `#/${page}`;
    },
    open: async ({ plan, name = "plan.json", page }) => {
      const answer = (await api()).check(plan);
      if (answer.problems) return answer;
      if (page !== undefined) await calls.go({ page });
      await globalThis.onePlanHandIn(typeof plan === "string" ? plan : JSON.stringify(plan), String(name));
      return { check: answer.check };
    },
  };

  addEventListener("message", async (event) => {
    if (event.source !== parent || !allowed.includes(event.origin)) return;
    const { onePlan: call, ticket, ...given } = Object(event.data);
    if (call === "hello") partner = undefined;
    meet(event.origin);
    if (!Object.hasOwn(calls, call)) return;
    try {
      say({ onePlan: "answer", ticket, result: await calls[call](given) });
    } catch (error) {
      say({ onePlan: "answer", ticket, error: String(error?.message ?? error) });
    }
  });
  new ResizeObserver(tellHeight).observe(document.body);

  // Whom it stands in is known where the browser says it, or where only one can be meant; otherwise the other one begins.
  const referrer = URL.canParse?.(document.referrer) ? new URL(document.referrer).origin : undefined;
  const first = location.ancestorOrigins?.[0] ?? referrer ?? (allowed.length === 1 ? allowed[0] : undefined);
  if (allowed.includes(first)) api().then(() => meet(first), () => {});
})();
