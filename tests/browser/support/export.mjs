// In the page: a plan is taken away as a workbook, which is then opened, through the buttons and the drop of a person.

/** Milliseconds to export a plan file as a workbook and to open that workbook, and how large it is. */
export async function measureExport(address) {
  const wait = async (what, condition) => {
    const until = performance.now() + 300_000;
    for (;;) {
      const found = condition();
      if (found) return found;
      if (performance.now() > until) throw new Error(`waited in vain for ${what}`);
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  const saved = [];
  const makeAddress = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    saved.push(blob);
    return makeAddress.call(URL, blob);
  };
  const drop = (file) => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    for (const kind of ["dragover", "drop"]) {
      const event = { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer };
      document.querySelector("main").dispatchEvent(new DragEvent(kind, event));
    }
  };
  const isOpen = () => location.hash === "#/overview" && document.querySelector(".masthead__plan strong");
  drop(new File([await (await fetch(address)).text()], "made-up.json"));
  await wait("the plan", isOpen);
  location.hash = "#/data";
  const button = await wait("the button", () =>
    [...document.querySelectorAll("main button")].find((one) => one.textContent === "Excel workbook"),
  );
  const files = saved.length;
  const begun = performance.now();
  button.click();
  // The worker is made of a blob too: the workbook is what comes last.
  await wait("the workbook", () =>
    [...document.querySelectorAll("main p[role='status']")].some((one) => /was handed to/.test(one.textContent)),
  );
  const exported = performance.now() - begun;
  const workbook = saved.slice(files).at(-1);
  const from = performance.now();
  drop(new File([workbook], "again.xlsx"));
  await wait("the plan of the workbook", isOpen);
  return { exported, opened: performance.now() - from, bytes: workbook.size };
}

/**
 * In the page, where a large plan is open and its data are shown: a workbook is begun, and stopped when its first sheets are
 * written. Answers with the words about its progress, with how long the page stood still at most, and what it says then.
 */
export async function stopExport() {
  const buttons = () => [...document.querySelectorAll("main button")];
  const named = (words) => buttons().find((one) => one.textContent === words);
  const progress = new Set();
  let longest = 0;
  const begun = performance.now();
  let last = begun;
  named("Excel workbook").click();
  for (;;) {
    await new Promise((done) => setTimeout(done, 5));
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    const words = document.querySelector("main .notice__progress")?.textContent;
    if (words) progress.add(words);
    if (/^Sheet [2-9]/.test(words)) break;
    if (now > begun + 300_000) throw new Error(`the workbook was not begun: ${[...progress].join("; ")}`);
  }
  const taken = last - begun;
  named("Stop writing").click();
  while (named("Stop writing")) await new Promise((done) => setTimeout(done, 5));
  const said = [...document.querySelectorAll("main p[role='status']")].map((one) => one.textContent).join(" ");
  return { progress: [...progress], longest, taken, said };
}
