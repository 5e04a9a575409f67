// node structured.mjs FOLDER: what TypeScript has against the JSON-LD of a built site, by the types of schema-dts, which
// are made from schema.org's own definitions: unknown types, properties misspelt or misplaced, values of the wrong kind.
// Prints a list of {page, type, what}; one hopes for an empty list.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const HERE = createRequire(import.meta.url);
const SCHEMA = dirname(HERE.resolve("schema-dts/package.json"));
const TSC = join(dirname(HERE.resolve("typescript/package.json")), "bin", "tsc");
const BLOCK = /<script type="application\/ld\+json">(.*?)<\/script>/gs;

const [folder] = process.argv.slice(2);
const blocks = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".html"))
  .sort()
  .flatMap((page) => [...readFileSync(join(folder, page), "utf8").matchAll(BLOCK)].map(([, json]) => ({ page, json })));
if (!blocks.length) throw new Error(`no JSON-LD below ${folder}`);

console.log(JSON.stringify(faults(blocks), null, 1));

// Each block becomes a constant on a line of its own, so that the line of a complaint tells the block.
function faults(blocks) {
  const work = mkdtempSync(join(tmpdir(), "structured-"));
  try {
    const head = `import type { Thing, WithContext } from ${JSON.stringify(SCHEMA)};`;
    const lines = blocks.map(({ json }, at) => {
      const { "@type": type } = JSON.parse(json);
      return `export const block${at}: WithContext<Extract<Thing, { "@type": ${JSON.stringify(type)} }>> = ${json};`;
    });
    writeFileSync(join(work, "blocks.ts"), [head, ...lines].join("\n"));
    return complaints(work).map(({ line, what }) => {
      const { page, json } = blocks[line - 2];
      return { page, type: JSON.parse(json)["@type"], what };
    });
  } finally {
    rmSync(work, { recursive: true });
  }
}

function complaints(work) {
  try {
    execFileSync(process.execPath, [TSC, "--noEmit", "--strict", "--skipLibCheck", "--pretty", "false", "--noErrorTruncation", "blocks.ts"], {
      cwd: work,
      encoding: "utf8",
    });
    return [];
  } catch (stopped) {
    const found = [...stopped.stdout.matchAll(/^blocks\.ts\((\d+),\d+\): error (TS\d+: .*(?:\n .*)*)/gm)];
    if (!found.length) throw new Error(stopped.stdout + stopped.stderr);
    return found.map(([, line, what]) => ({ line: Number(line), what: what.slice(0, 600) }));
  }
}
