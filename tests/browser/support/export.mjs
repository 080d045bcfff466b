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
