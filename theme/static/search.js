// Asks the index that lies beside the pages, and draws what it finds. Nothing is fetched before somebody searches.
// Every word that is shown stands in the page or comes from the index, and is set as text, never as HTML.

const form = document.getElementById("search");
const [status, hits, more] = ["status", "hits", "more"].map((id) => document.getElementById(id));
const [hit, verdicts] = ["hit", "verdicts"].map((id) => document.getElementById(id).content);
const PAGE = 10;
const PAUSE = 250; // milliseconds without a key before what is typed is searched

let engine; // a promise of Pagefind, once somebody searches
let turn = 0; // what was asked last; answers to anything before are let go
let found = [];

function load() {
  engine ??= import(form.dataset.engine).then(async (pagefind) => {
    await pagefind.options({ noWorker: true }); // so that this page alone needs leave to compile
    return pagefind;
  });
  return engine;
}

/* ---- What is asked stands in the form and in the address ---- */

function asked() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
}

function fill() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}

function remember(query) {
  const search = query.size ? `?${query}` : "";
  history.replaceState(null, "", location.pathname + search);
  for (const link of document.querySelectorAll("a[hreflang]")) link.search = search;
}

async function search(pause) {
  const mine = ++turn;
  const query = asked();
  remember(query);
  if (!query.size) return show([], "");
  const { q = null, order, ...filters } = Object.fromEntries(query);
  try {
    if (!engine) status.textContent = form.dataset.busy;
    const pagefind = await load();
    const sort = order ? { order: "desc" } : {};
    const answer = await pagefind.debouncedSearch(q, { filters, sort }, pause);
    if (answer && mine === turn) {
      const { found: some, none } = form.dataset;
      const number = answer.results.length.toLocaleString(document.documentElement.lang);
      await show(answer.results, answer.results.length ? some.replace("{n}", number) : none);
    }
  } catch (error) {
    if (mine === turn) show([], form.dataset.failed);
    console.warn(error);
  }
}

/* ---- What is found ---- */

async function show(results, words) {
  const mine = turn;
  const first = await Promise.all(results.slice(0, PAGE).map(drawn));
  if (mine !== turn) return;
  found = results;
  hits.replaceChildren(...first);
  more.hidden = found.length <= PAGE;
  status.textContent = words;
}

async function showMore() {
  const mine = turn;
  const next = await Promise.all(found.slice(hits.children.length, hits.children.length + PAGE).map(drawn));
  if (mine !== turn) return;
  hits.append(...next);
  more.hidden = hits.children.length >= found.length;
  next[0]?.querySelector("a").focus();
}

async function drawn(result) {
  const { url, excerpt, meta, filters } = await result.data();
  const item = hit.firstElementChild.cloneNode(true);
  const part = (selector) => item.querySelector(selector);
  part("a").href = url;
  part("a").textContent = meta.title;
  part(".excerpt").append(...marked(excerpt));
  part(".kind").textContent = [...form.elements.kind.options].find(({ value }) => value === filters.kind?.[0])?.text;
  if (meta.date) part(".day").append(day(meta));
  for (const one of filters.verdict ?? []) {
    const verdict = verdicts.querySelector(`[data-id="${CSS.escape(one)}"]`);
    if (verdict) part(".verdicts").append(verdict.firstElementChild.cloneNode(true), " ");
  }
  for (const one of item.querySelectorAll("p, .facts > *")) if (!one.textContent.trim()) one.remove();
  return item;
}

function day({ date, day: words }) {
  const time = document.createElement("time");
  time.dateTime = date;
  time.textContent = words;
  return time;
}

// An excerpt is text in which < and > are written as in HTML, and the words that were found stand in <mark>.
function marked(excerpt) {
  return excerpt.split(/<\/?mark>/).map((piece, place) => {
    const text = piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (place % 2 === 0) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search(0);
});
form.addEventListener("input", (event) => search(event.target.name === "q" ? PAUSE : 0));
more.addEventListener("click", showMore);
fill();
if (asked().size) search(0);
