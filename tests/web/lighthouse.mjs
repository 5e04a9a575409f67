// node lighthouse.mjs SITE PATH…: what Lighthouse gives these pages on a slow telephone. Prints a list of {page, runs, scores, shift,
// failed}: scores from 0 to 100, the shift of the layout (CLS), and the audits that a page fails.
//
// A page is run once more, up to three times, only while a score is below 100: the time that a busy machine takes is no
// fault of the page. Of several runs each score is the median. No audit is skipped: all of them hold on a loopback address.
import lighthouse from "lighthouse";
import { report } from "./browser.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3;
const [site, ...paths] = process.argv.slice(2);

await report(async (browser) => {
  const verdicts = [];
  for (const path of paths) verdicts.push(await judge(browser, path));
  return verdicts;
});

async function judge(browser, path) {
  const runs = [];
  do {
    runs.push(await run(browser, site + path));
  } while (runs.length < RUNS && Object.values(scores(runs)).some((score) => score < 100));
  const failed = [...new Set(runs.flatMap((one) => one.failed))];
  return { page: path, runs: runs.length, scores: scores(runs), shift: median(runs.map((one) => one.shift)), failed };
}

async function run(browser, address) {
  const context = await browser.createBrowserContext();
  try {
    const flags = { logLevel: "error", onlyCategories: CATEGORIES };
    const { lhr } = await lighthouse(address, flags, undefined, await context.newPage());
    return { categories: lhr.categories, shift: lhr.audits["cumulative-layout-shift"].numericValue, failed: failures(lhr) };
  } finally {
    await context.close();
  }
}

// The audits that lower a score, and those that broke down.
function failures({ categories, audits }) {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return [...new Set(counted.map(({ id }) => id))]
    .map((id) => audits[id])
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "error" || (score !== null && score < 1))
    .map(({ id, title, displayValue, errorMessage }) => [id, title, displayValue, errorMessage].filter(Boolean).join(": "));
}

function scores(runs) {
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round(100 * median(runs.map(({ categories }) => categories[name].score ?? 0)))]),
  );
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
