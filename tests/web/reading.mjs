// node reading.mjs SITE PATH: a reader follows marks of a fact-check with real keys, pointer and finger, at 1280 and 320 px, and
// without JavaScript. Prints a list of {who, step, fault}, one for each expectation that failed; one hopes for an empty list.
import { report, visit } from "./browser.mjs";

const [site, path] = process.argv.slice(2);
const MARK = '.body a[role="doc-biblioref"]';

await report(async (browser) => {
  const faults = [];
  for (const width of [1280, 320]) {
    await visit(browser, { width }, [site + path], async (page, _, troubles) => {
      const expect = expecting(faults, `keys, ${width} px`);
      await byKeys(page, expect);
      for (const { rule, what } of troubles()) expect("no trouble", false, `${rule}: ${what}`);
    });
  }
  await visit(browser, { width: 1280 }, [site + path], (page) => byPointer(page, expecting(faults, "pointer")));
  await byFinger(browser, expecting(faults, "finger"));
  await withoutScript(browser, expecting(faults, "without JavaScript"));
  return faults;
});

function expecting(faults, who) {
  return (step, held, fault = "not so") => held || faults.push({ who, step, fault });
}

// What the page shows of the note, and where the focus is.
function state() {
  const note = document.querySelector(".note:popover-open");
  const box = note?.getBoundingClientRect();
  const active = document.activeElement;
  return {
    open: Boolean(note),
    text: note?.textContent.replace(/\s+/g, " ") ?? "",
    fits: !box || (box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 0.5 && box.bottom <= innerHeight + 0.5),
    apart: !box || !overlaps(box, document.querySelector("[aria-describedby=note]").getBoundingClientRect()),
    inside: Boolean(note?.contains(active)),
    active: active?.id || active?.textContent.trim().slice(0, 40),
    described: active?.getAttribute("aria-describedby") === "note",
    hash: decodeURIComponent(location.hash),
  };
  function overlaps(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }
}

async function byKeys(page, expect) {
  const mark = await third(page);
  await tabTo(page, mark.id);
  let now = await page.evaluate(state);
  expect("reach the mark by Tab", now.active === mark.id, `the focus is on ${now.active}`);
  expect("focus shows the note", now.open && now.described);
  expect("the note says what the entry says", mark.words.every((word) => now.text.includes(word)), now.text);
  expect("the note fits the window", now.fits);
  expect("the note leaves its mark free", now.apart);

  await page.keyboard.press("Escape");
  now = await page.evaluate(state);
  expect("Escape closes the preview", !now.open && now.active === mark.id);

  await page.keyboard.press("Enter");
  now = await page.evaluate(state);
  expect("Enter goes into the note", now.open && now.inside, `the focus is on ${now.active}`);
  expect("Enter does not leave the sentence", now.hash === "");
  await page.keyboard.press("Escape");
  now = await page.evaluate(state);
  expect("Escape leads back to the mark", !now.open && now.active === mark.id, `the focus is on ${now.active}`);

  await page.keyboard.press("Enter");
  await tabWithin(page, (now) => now.active.startsWith(mark.list));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.startsWith("#src-"));
  await page.waitForFunction(() => !document.querySelector(".note")); // it closes behind the reader, a moment later
  now = await page.evaluate(state);
  expect("the note leads to the list", now.hash === mark.hash, now.hash);
  await tabTo(page, "", mark.back);
  await page.keyboard.press("Enter");
  await page.waitForFunction((id) => location.hash === `#${id}`, {}, mark.id);
  expect("the entry leads back to the same mark", (await page.evaluate(state)).hash === `#${mark.id}`);

  await tabTo(page, mark.id);
  await page.keyboard.press("Tab");
  now = await page.evaluate(state);
  expect("Tab goes on in the text, past the note", !now.inside && now.active !== mark.id, `the focus is on ${now.active}`);
}

async function byPointer(page, expect) {
  const mark = await page.$$(MARK).then((marks) => marks[2]);
  await mark.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await mark.hover();
  await page.waitForSelector(".note:popover-open");
  const link = await page.$(".note .source-title a, .note .note-foot a");
  await link.hover();
  await new Promise((done) => setTimeout(done, 600)); // longer than the note waits before it goes
  expect("the pointer can go onto the note (WCAG 1.4.13)", (await page.evaluate(state)).open);
  await page.keyboard.press("Escape");
  expect("Escape closes it without moving the pointer", !(await page.evaluate(state)).open);
  await page.mouse.move(5, 5);
  await mark.hover();
  await page.waitForSelector(".note:popover-open");
  await page.mouse.move(5, 5);
  await page.waitForFunction(() => !document.querySelector(".note"));
  await mark.click();
  await page.mouse.move(5, 5);
  await new Promise((done) => setTimeout(done, 600));
  expect("a click holds it open", (await page.evaluate(state)).open);
  await page.mouse.click(5, 5);
  expect("a click elsewhere closes it", !(await page.evaluate(state)).open);
}

async function byFinger(browser, expect) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  await page.goto(site + path, { waitUntil: "load" });
  const mark = (await page.$$(MARK))[2];
  await mark.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const before = await page.evaluate(() => scrollY);
  await mark.tap();
  await page.waitForSelector(".note:popover-open");
  const now = await page.evaluate(state);
  expect("a tap opens the note where the reader is", now.open && Math.abs((await page.evaluate(() => scrollY)) - before) < 2);
  expect("the note fits the window", now.fits);
  await (await page.$(".note button")).tap();
  expect("its button closes it", !(await page.evaluate(state)).open);
  await context.close();
}

async function withoutScript(browser, expect) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(site + path, { waitUntil: "load" });
  const mark = (await page.$$(MARK))[2];
  const { hash, id } = await mark.evaluate((element) => ({ hash: decodeURIComponent(element.hash), id: element.id }));
  await mark.click();
  await page.waitForFunction(() => document.querySelector(":target"));
  const entry = await page.evaluate(() => {
    const target = document.querySelector(":target");
    const item = target.closest("li");
    const box = target.getBoundingClientRect();
    return {
      id: `#${target.id}`,
      seen: box.top >= 0 && box.top < innerHeight,
      lit: getComputedStyle(target).backgroundColor,
      plain: getComputedStyle(document.body).backgroundColor,
      title: item.querySelector(".source-title")?.textContent.trim(),
      backs: [...item.querySelectorAll('a[role="doc-backlink"]')].map((link) => decodeURIComponent(link.hash)),
    };
  });
  expect("the mark leads to its entry", entry.id === hash && entry.seen, entry.id);
  expect("the entry is lit", entry.lit !== entry.plain);
  expect("the entry says what it is", Boolean(entry.title));
  expect("the entry knows the way back", entry.backs.includes(`#${id}`));
  await page.click(`a[role="doc-backlink"][href="#${id}"]`);
  await page.waitForFunction((id) => document.querySelector(":target")?.id === id, {}, id);
  const lit = await page.evaluate(() => getComputedStyle(document.querySelector(":target")).outlineStyle);
  expect("the mark is lit on the way back", lit !== "none");
  await context.close();
}

function third(page) {
  return page.evaluate((selector) => {
    const mark = document.querySelectorAll(selector)[2];
    const entry = document.getElementById(decodeURIComponent(mark.hash.slice(1))).closest("li");
    return {
      id: mark.id,
      hash: decodeURIComponent(mark.hash),
      back: `#${mark.id}`,
      list: document.getElementById("note_foot").content.querySelector("a").textContent,
      words: [".source-title", ".publisher", ".quote span"]
        .map((one) => entry.querySelector(one)?.textContent.replace(/\s+/g, " ").trim())
        .filter(Boolean),
    };
  }, MARK);
}

// Presses Tab until the focus is on an element with an id, or on a link to an anchor; gives up after 400 presses.
async function tabTo(page, id, hash = "") {
  for (let presses = 0; presses < 400; presses++) {
    const there = await page.evaluate(
      (id, hash) => {
        const active = document.activeElement;
        return id ? active.id === id : active.matches('[role="doc-backlink"]') && active.hash === hash;
      },
      id, hash,
    );
    if (there) return;
    await page.keyboard.press("Tab");
  }
}

async function tabWithin(page, there) {
  for (let presses = 0; presses < 20 && !there(await page.evaluate(state)); presses++) await page.keyboard.press("Tab");
}
