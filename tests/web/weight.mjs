// node weight.mjs SITE PATH…: what a browser that knows nothing yet fetches for each page. Prints a list of
// {page, address, kind, bytes}, one for each request; bytes are those on the wire, headers and all, compressed as the server does.
import { report, settled } from "./browser.mjs";

const [site, ...paths] = process.argv.slice(2);

await report(async (browser) => {
  const fetched = [];
  for (const path of paths) fetched.push(...(await requests(browser, path)));
  return fetched;
});

async function requests(browser, path) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  const made = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    made.set(requestId, { page: path, address: request.url, kind: type, bytes: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    made.get(requestId).bytes = encodedDataLength;
  });
  await session.send("Network.enable");
  await page.goto(site + path, { waitUntil: "load" });
  await page.evaluate(settled);
  await page.waitForNetworkIdle({ idleTime: 200 });
  await context.close();
  return [...made.values()];
}
