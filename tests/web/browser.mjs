// What the scripts share: one browser, and pages that note whatever goes wrong on them.
import puppeteer from "puppeteer-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb",
  // Whatever lies beyond this machine has no address, so a page that calls out fails at once.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

const LOOPBACK = /^http:\/\/127\.0\.0\.1[:/]/;

// Does something with a browser, and prints what it gives as JSON; the browser ends whatever happens.
export async function report(work) {
  // Told through a pipe, so that it ends with us even if we are killed.
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: FLAGS, pipe: true });
  try {
    console.log(JSON.stringify(await work(browser)));
  } finally {
    await browser.close();
  }
}

// Opens addresses one after the other in a context of its own, as one kind of reader sees them; does the work on each, and
// hands it what went wrong on that page, and what shows the page to another reader without loading it again.
export async function visit(browser, mode, addresses, work) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const troubles = listen(page);
    const session = await page.createCDPSession();
    await emulate(page, session, mode);
    for (const address of addresses) {
      await page.goto(address, { waitUntil: "load" });
      await page.evaluate(settled);
      await work(page, address, () => troubles.splice(0), async (other) => {
        await emulate(page, session, other);
        await page.evaluate(settled);
      });
    }
  } finally {
    await context.close();
  }
}

async function emulate(page, session, { width = 1280, height = 900, zoom = 1, scheme = "light", forced = false }) {
  await page.setViewport({ width, height, deviceScaleFactor: zoom });
  const features = [
    { name: "prefers-color-scheme", value: scheme },
    { name: "forced-colors", value: forced ? "active" : "none" },
  ];
  await session.send("Emulation.setEmulatedMedia", { features });
}

// Notes what a page must not do, in a list that grows while the page lives.
function listen(page) {
  const troubles = [];
  const note = (rule, what) => troubles.push({ rule, what });
  page.on("request", (request) => {
    if (!LOOPBACK.test(request.url())) note("request elsewhere", request.url());
  });
  page.on("requestfailed", (request) => note("failed request", `${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (answer) => {
    if (answer.status() >= 400) note("failed request", `${answer.url()}: ${answer.status()}`);
  });
  page.on("pageerror", (error) => note("page error", String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") note("console error", message.text());
  });
  page.on("dialog", (dialog) => {
    note("dialog", dialog.message());
    return dialog.dismiss();
  });
  return troubles;
}

// In the page: fonts and all pictures stand, those further down too, and two frames were painted.
export async function settled() {
  for (const image of document.images) image.loading = "eager";
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
