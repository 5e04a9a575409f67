// node axe.mjs SITE PATH…: what axe-core and the browser itself have against these pages, by light and in the dark, wide and
// narrow. Prints a list of {page, mode, rule, what, where}; one hopes for an empty list.
//
// The page's policy stays in force: axe-core enters as the debugger does, not as a script of the page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { report, visit } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const MODES = ["light", "dark"].flatMap((scheme) => [1280, 320].map((width) => ({ scheme, width })));
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const OPTIONS = {
  runOnly: { type: "tag", values: TAGS },
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

const [site, ...paths] = process.argv.slice(2);

await report(async (browser) => {
  const findings = [];
  for (const mode of MODES) {
    await visit(browser, mode, paths.map((path) => site + path), async (page, address, troubles) => {
      const found = [...(await faults(page)), ...troubles()];
      const where = { page: address.slice(site.length), mode: `${mode.scheme}, ${mode.width} px` };
      findings.push(...found.map((one) => ({ ...where, ...one })));
    });
  }
  return findings;
});

async function faults(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), OPTIONS);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => ({ rule: id, what: help, where: node.target.flat().join(" ") })),
  );
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (excess > 0) found.push({ rule: "reflow", what: `${excess} px wider than the window (WCAG 1.4.10)` });
  return found;
}
