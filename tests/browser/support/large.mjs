// In the page: a large plan file is dropped, and it is watched whether the page goes on meanwhile.

/**
 * Opens a file as a person does. Answers with the milliseconds until it is open; the longest standstill of the page before,
 * and from then on, when the plan is drawn and kept; the words about its progress; and whether the plan that was open
 * before stayed until then.
 */
export async function measureOpening(address, wanted) {
  const content = await (await fetch(address)).blob();
  const open = () => document.querySelector(".masthead__plan")?.textContent ?? "";
  const before = open();
  const progress = new Set();
  let longest = 0;
  let afterwards = 0;
  let stayed = true;
  let opened;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    const still = now - last;
    last = now;
    const words = document.querySelector(".notice__progress")?.textContent;
    if (words) progress.add(words);
    if (open().includes(wanted)) opened ??= now;
    else stayed &&= open() === before;
    if (opened) afterwards = Math.max(afterwards, still);
    else longest = Math.max(longest, still);
  };
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], "large.json"));
  const begun = performance.now();
  last = begun;
  const watching = setInterval(look, 5);
  for (const kind of ["dragover", "drop"]) {
    const event = { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer };
    document.querySelector("main").dispatchEvent(new DragEvent(kind, event));
  }
  const AFTERWARDS = 500;
  while (!opened || performance.now() < opened + AFTERWARDS) {
    if (performance.now() > begun + 300_000) throw new Error("the file was not opened");
    await new Promise((done) => setTimeout(done, 20));
  }
  clearInterval(watching);
  return { taken: opened - begun, longest, afterwards, progress: [...progress], stayed };
}
