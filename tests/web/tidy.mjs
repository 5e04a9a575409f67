// node tidy.mjs: makes the lock say the same on every day and in every place, after `npm install --package-lock-only`.
//
// Whoever wants the "latest" of a package gets the version that the lock holds, and no address of a page is kept. Without this
// `npm ci` cannot tell that a lock without addresses of packages is complete.
import { readFileSync, writeFileSync } from "node:fs";

const LOCK = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(LOCK, "utf8"));

for (const held of Object.values(lock.packages)) {
  delete held.funding;
  delete held.resolved;
  for (const [name, wanted] of Object.entries(held.dependencies ?? {})) {
    if (wanted === "latest") held.dependencies[name] = lock.packages[`node_modules/${name}`].version;
  }
}
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
