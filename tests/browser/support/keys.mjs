// The keyboard: where the focus is, and how it gets elsewhere.

/** What has the focus, and whether that is seen. */
export const focused = (visit) =>
  visit.evaluate(() => {
    const { activeElement } = document;
    const { outlineStyle, boxShadow } = getComputedStyle(activeElement);
    return {
      text: activeElement.textContent.trim(),
      figure: activeElement.dataset.figure,
      seen: outlineStyle !== "none" || boxShadow !== "none",
    };
  });

/** Presses Tab, forwards or backwards, until the focus is on what is wanted. */
export async function tabTo(visit, what, wanted, { backwards = false, most = 20 } = {}) {
  const { keyboard } = visit.page;
  for (let presses = 0; presses < most; presses += 1) {
    if (backwards) await keyboard.down("Shift");
    await keyboard.press("Tab");
    if (backwards) await keyboard.up("Shift");
    const now = await focused(visit);
    if (wanted(now)) return now;
  }
  throw new Error(`${most} times Tab did not lead to ${what}`);
}

/** Tabs to a link, which must be seen to have the focus, and presses Enter. */
export async function enter(visit, name, options) {
  const link = await tabTo(visit, `the link to ${name}`, ({ text }) => text === name, options);
  if (!link.seen) throw new Error(`the focus on ${name} is not seen`);
  await visit.page.keyboard.press("Enter");
}
