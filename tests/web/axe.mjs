// node axe.mjs [--anew] SITE PATH…: what axe-core and the browser itself have against these pages, by light and in the dark,
// wide and narrow. Prints a list of {page, mode, rule, what, where}; one hopes for an empty list.
//
// A page is loaded once and then shown as every reader sees it; in the dark, where only colours are others, axe-core is asked
// about colours alone. With --anew it is loaded again for every reader, and asked about everything.
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

const COLOURS = { ...OPTIONS, runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, rules: {} };

const anew = process.argv[2] === "--anew";
const [site, ...paths] = process.argv.slice(anew ? 3 : 2);

await report(async (browser) => {
  const findings = [];
  const together = anew ? MODES.map((mode) => [mode]) : [MODES];
  for (const [first, ...others] of together) {
    await visit(browser, first, paths.map((path) => site + path), async (page, address, troubles, show) => {
      await page.evaluate(AXE);
      for (const mode of [first, ...others]) {
        if (mode !== first) await show(mode);
        const asked = !anew && mode.scheme === "dark" ? COLOURS : OPTIONS;
        const found = [...(await faults(page, asked)), ...troubles()];
        const where = { page: address.slice(site.length), mode: `${mode.scheme}, ${mode.width} px` };
        findings.push(...found.map((one) => ({ ...where, ...one })));
      }
    });
  }
  return findings;
});

async function faults(page, asked) {
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), asked);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => ({ rule: id, what: help, where: node.target.flat().join(" ") })),
  );
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (excess > 0) found.push({ rule: "reflow", what: `${excess} px wider than the window (WCAG 1.4.10)` });
  return found;
}
