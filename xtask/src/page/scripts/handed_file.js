// A plan that comes neither by the file chooser nor by a drop takes the same way as a file that is chosen: it is read,
// questioned and refused in the same words.
globalThis.onePlanHandIn ??= async (text, name) => {
  const longest = performance.now() + 30_000;
  let field;
  while (!(field = document.getElementById("plan-file"))) {
    if (performance.now() > longest) throw new Error("the page did not start");
    await new Promise((later) => setTimeout(later, 30));
  }
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: "application/json" }));
  field.files = files.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};
