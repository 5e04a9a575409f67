// node subscribe.mjs ADDRESS …: what rss-parser and feedsmith make of each feed, as JSON on standard output.
import { parseFeed } from "feedsmith";
import RssParser from "rss-parser";

const first = (...values) => values.find((value) => value !== undefined && value !== null && value !== "") ?? "";
const nameOf = (one) => (typeof one === "string" ? one : first(one?.name));

function ofFeedsmith(item) {
  return {
    id: first(item.guid?.value, item.id),
    title: first(item.title?.value, item.title),
    author: nameOf(first(item.dc?.creators?.[0], item.dc?.creator, item.authors?.[0], item.author)),
    day: first(item.pubDate, item.published, item.date_published).toString(),
    link: first(item.link, item.url, item.links?.[0]?.href),
    text: first(item.content?.encoded, item.content_html, item.content?.value, item.content),
  };
}

function ofRssParser(item) {
  return {
    id: first(item.guid, item.id),
    title: item.title,
    author: first(item.creator, item.author),
    day: first(item.pubDate, item.isoDate),
    link: item.link,
    text: first(item["content:encoded"], item.content),
  };
}

const found = {};
for (const address of process.argv.slice(2)) {
  const { feed } = parseFeed(await (await fetch(address)).text());
  found[address] = { feedsmith: (feed.items ?? feed.entries).map(ofFeedsmith) };
  if (!address.endsWith(".json")) {
    found[address]["rss-parser"] = (await new RssParser().parseURL(address)).items.map(ofRssParser);
  }
}
process.stdout.write(JSON.stringify(found));
