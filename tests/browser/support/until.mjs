// Waiting for a condition. Puppeteer's own `waitForFunction` makes its function from text inside the page, which the
// page's security policy rightly forbids.

const LONGEST = 15_000;
const PAUSE = 15;

/** Waits until `condition` answers with something; answers with it. `what` is named if it never does. */
export async function until(what, condition, longest = LONGEST) {
  const end = performance.now() + longest;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${longest / 1000} s in vain for ${what}`);
    await new Promise((later) => setTimeout(later, PAUSE));
  }
}
