// node pictures.mjs SITE FOLDER NAME=PATH…: pictures of pages as different readers see them, FOLDER/NAME/MODE.png, and print.pdf.
// Prints the names of the files. A page too tall for one picture is cut into several.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { report, visit } from "./browser.mjs";

const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`; // WCAG 1.4.12
const MODES = {
  "desktop-light": { width: 1280 },
  "desktop-dark": { width: 1280, scheme: "dark" },
  "phone-light": { width: 390, height: 844 },
  "phone-dark": { width: 390, height: 844, scheme: "dark" },
  narrow: { width: 320, height: 640 },
  spaced: { width: 1280, style: SPACED },
  "spaced-narrow": { width: 320, height: 640, style: SPACED },
  "forced-colours": { width: 1280, scheme: "dark", forced: true },
  "zoom-400": { width: 320, height: 256, zoom: 4, window: true }, // a window of 1280 × 1024, as a reader sees it
};
const TALLEST = 12_000; // Chromium repeats itself in pictures beyond 16,384 pixels
const MARGIN = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" }; // as browsers print

const [site, folder, ...named] = process.argv.slice(2);
const names = new Map(named.map((one) => [site + one.slice(one.indexOf("=") + 1), one.slice(0, one.indexOf("="))]));

await report(async (browser) => {
  const files = [];
  const place = async (address, file) => {
    await mkdir(join(folder, names.get(address)), { recursive: true });
    files.push(join(names.get(address), file));
    return join(folder, names.get(address), file);
  };
  for (const [name, mode] of Object.entries(MODES)) {
    await visit(browser, mode, [...names.keys()], async (page, address) => {
      if (mode.style) await page.evaluate(dress, mode.style);
      for (const [part, clip] of (await parts(page, mode)).entries()) {
        const path = await place(address, `${name}${part ? `-${part + 1}` : ""}.png`);
        await page.screenshot({ path, clip, captureBeyondViewport: !mode.window });
      }
    });
  }
  await visit(browser, {}, [...names.keys()], async (page, address) => {
    await page.pdf({ path: await place(address, "print.pdf"), format: "A4", margin: MARGIN });
  });
  return files;
});

// Where the pictures of a page are cut.
async function parts(page, { width, height, window }) {
  if (window) return [{ x: 0, y: 0, width, height }];
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const tops = Array.from({ length: Math.ceil(tall / TALLEST) }, (_, part) => part * TALLEST);
  return tops.map((y) => ({ x: 0, y, width, height: Math.min(TALLEST, tall - y) }));
}

// In the page: adds a style sheet in the one way that its policy leaves to a debugger.
function dress(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
