// What stands on the sheets of a PDF, and where.

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Every sheet: its size in points, its text, and each piece of text with where it begins and ends from the left. */
export async function textsOf(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const sheets = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left, bottom, right, top] = page.view;
    const { items } = await page.getTextContent();
    const words = items
      .filter(({ str }) => str?.trim())
      .map(({ str, transform, width }) => ({ text: str, from: transform[4], to: transform[4] + Math.abs(width) }));
    sheets.push({ width: right - left, height: top - bottom, words, text: items.map(({ str }) => str).join(" ") });
  }
  await document.destroy();
  return sheets;
}
