// Marks open their source in place; notes stand in a wide margin; the contents follow; texts are copied.
// Without this script a mark leads to the list of sources, and the contents are links.

const find = (id) => document.getElementById(decodeURIComponent(id.slice(1)));
const part = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const marks = [...document.querySelectorAll('a[role="doc-biblioref"]')];

/* ---- The source that a mark stands for ---- */

function sourceOf(mark) {
  const target = find(mark.hash);
  const entry = target?.closest("li");
  return entry && { entry, quote: target.matches(".quote") ? target : entry.querySelector(".quote") };
}

function copied(node, reach) {
  const copy = node.cloneNode(true);
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  for (const link of copy.querySelectorAll("a")) link.tabIndex = reach;
  return copy;
}

// Anchor positioning is newer than the checkers of style sheets, so it is set here; without it a note lies at the foot
// of the window, as it does on a phone, and a rating's meaning in the middle.
const roomy = matchMedia("(min-width: 40.01rem)");

function beside(box, placed) {
  const can = roomy.matches && CSS.supports("position-area: block-end");
  box.classList.toggle("beside", can);
  for (const [name, value] of Object.entries(placed)) box.style.setProperty(name, can ? value : "");
}

for (const meaning of document.querySelectorAll(".meaning-note")) {
  const placed = { "position-area": "block-end span-inline-end", "position-try-fallbacks": "flip-inline" };
  meaning.addEventListener("beforetoggle", () => beside(meaning, placed));
}

/* ---- A note opens at a mark: by pointer or focus to look at, by click or Enter to go into ---- */

let open = null; // { mark, note, held }
let timer = 0;

function show(mark, held) {
  clearTimeout(timer);
  if (open?.mark === mark && open.held >= held) return;
  hide();
  const source = sourceOf(mark);
  if (!source) return;
  const note = document.createElement("div");
  note.id = "note";
  note.className = "note";
  note.popover = "manual";
  note.classList.toggle("above", mark.getBoundingClientRect().top > innerHeight / 2); // never over the mark itself
  note.setAttribute("role", "group");
  note.setAttribute("aria-label", mark.getAttribute("aria-label"));
  const reach = held ? 0 : -1;
  for (const kind of [".source-title", ".facts", ".source-warning"]) {
    const found = source.entry.querySelector(kind);
    if (found) note.append(copied(found, reach));
  }
  if (source.quote) note.append(copied(source.quote, reach));
  const foot = part("note_foot");
  const [list, close] = [foot.querySelector("a"), foot.querySelector("button")];
  list.href = mark.hash;
  list.tabIndex = close.tabIndex = reach;
  list.onclick = () => setTimeout(hide);
  close.onclick = () => dismiss();
  note.append(foot);
  note.onpointerenter = () => clearTimeout(timer);
  note.onpointerleave = (event) => leave(event);
  note.onfocusout = (event) => note.contains(event.relatedTarget) || hide();
  mark.after(note);
  mark.style.setProperty("anchor-name", "--mark");
  beside(note, {
    "position-anchor": "--mark",
    "position-area": "block-end span-all",
    "justify-self": "anchor-center",
    "position-try-fallbacks": "flip-block",
  });
  mark.setAttribute("aria-describedby", "note");
  mark.setAttribute("aria-expanded", "true");
  open = { mark, note, held };
  note.showPopover();
  if (held) (note.querySelector("a") ?? close).focus();
}

function hide() {
  clearTimeout(timer);
  if (!open) return;
  const { mark, note } = open;
  open = null;
  note.remove();
  mark.style.removeProperty("anchor-name");
  mark.removeAttribute("aria-describedby");
  mark.setAttribute("aria-expanded", "false");
}

let silent = false; // the focus comes back to a mark whose note was just closed

function dismiss() {
  const { mark, held } = open;
  hide();
  if (!held) return;
  silent = true;
  mark.focus();
  silent = false;
}

function leave(event) {
  if (event.pointerType === "touch" || open?.held || open?.mark === document.activeElement) return;
  timer = setTimeout(hide, 300);
}

for (const mark of marks) {
  mark.setAttribute("aria-expanded", "false");
  mark.onpointerenter = (event) => {
    if (event.pointerType === "touch" || open?.held) return;
    clearTimeout(timer);
    timer = setTimeout(() => show(mark, false), open ? 0 : 150);
  };
  mark.onpointerleave = leave;
  mark.onfocus = () => silent || show(mark, false);
  mark.onblur = (event) => open?.mark === mark && !open.note.contains(event.relatedTarget) && hide();
  mark.onclick = (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(mark, true);
  };
}

addEventListener("keydown", (event) => event.key === "Escape" && open && dismiss());
addEventListener("pointerdown", (event) => {
  if (open && !open.note.contains(event.target) && !open.mark.contains(event.target)) hide();
});

/* ---- In a wide window the same notes stand in the margin, beside the paragraph that first needs them ---- */

const wide = matchMedia("(min-width: 84rem)");
const body = document.querySelector(".body");
const margin = [];

function fillMargin() {
  let seen = new Set();
  for (const block of body.children) {
    if (/^H[1-3]$/.test(block.tagName)) seen = new Set();
    for (const mark of block.querySelectorAll('a[role="doc-biblioref"]')) {
      const source = seen.has(mark.hash) ? null : sourceOf(mark);
      if (!source) continue;
      seen.add(mark.hash);
      const note = document.createElement("p");
      note.className = "margin-note";
      note.setAttribute("aria-hidden", "true");
      const number = document.createElement("b");
      number.textContent = source.entry.value;
      const facts = [".publisher", ".published time"].map((kind) => source.entry.querySelector(kind)?.textContent);
      note.append(number, " ", facts.filter(Boolean).join(", "));
      const words = source.quote?.querySelector("span") ?? source.entry.querySelector(".source-title");
      const said = document.createElement("span");
      said.textContent = words.textContent.trim();
      note.append(said);
      margin.push([block, note]);
    }
  }
  body.append(...margin.map(([, note]) => note));
}

function layMargin() {
  if (!wide.matches || !body) return;
  if (!margin.length) fillMargin();
  let below = 0;
  for (const [block, note] of margin) {
    const top = Math.max(block.offsetTop, below);
    note.style.insetBlockStart = `${top}px`;
    below = top + note.offsetHeight + 14;
  }
}

wide.addEventListener("change", layMargin);
addEventListener("resize", layMargin);
addEventListener("load", layMargin);
layMargin();

/* ---- The contents follow ---- */

const links = [...document.querySelectorAll(".contents a")];
const headings = links.map((link) => find(link.hash));
let waiting = false;

function follow() {
  waiting = false;
  const line = innerHeight / 3;
  const passed = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < line);
  links.forEach((link, place) => {
    if (place === passed) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
}

if (links.length) {
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(follow);
    waiting = true;
  }, { passive: true });
  follow();
}

/* ---- Texts to copy ---- */

for (const text of navigator.clipboard ? document.querySelectorAll(".copyable") : []) {
  const button = part("copy_button");
  const name = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.onclick = async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = name), 2000);
  };
  text.after(button);
}
