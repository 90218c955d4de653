// Word pastes the items of a list as paragraphs, each with its bullet or number, and with its
// level in a style. Here they become lists within lists.
import { markerOf, styleOf } from "./dom.js";

const NUMBER = /^\(?(\d+|[a-z]{1,2}|[ivxlc]+)(\.\w+)*[.):]$|^[\d.]*\d$/i;

export function nestLists(content) {
  let open = []; // The lists in which the last item stands, the outermost first.
  for (const paragraph of content.querySelectorAll("p")) {
    const item = takeItem(paragraph);
    if (!item) continue;
    const goesOn = paragraph.previousElementSibling === open[0]?.list;
    open = findPlace(goesOn ? open : [], item, paragraph);
    const row = document.createElement("li");
    row.append(...paragraph.childNodes);
    open.at(-1).list.append(row);
    paragraph.remove();
  }
}

// What the marker and the style of `paragraph` say, its marker taken out; nothing for prose.
function takeItem(paragraph) {
  const marker = markerOf(paragraph);
  if (!marker) return null;
  const text = marker.textContent.replace(/[\s\u00a0]+/g, "");
  marker.remove();
  const level = /level(\d)/.exec(styleOf(paragraph, "mso-list"))?.[1];
  const tag = NUMBER.test(text) ? "ol" : "ul";
  const number = tag === "ol" ? Number(/\d+(?=\D*$)/.exec(text)?.[0] ?? 0) : 0;
  return { level: Number(level ?? 1), tag, number };
}

// The open lists down to the one that takes `item`, which is begun where there is none.
function findPlace(open, item, paragraph) {
  const within = open.filter(({ level }) => level <= item.level);
  const last = within.at(-1);
  if (last?.level === item.level) {
    if (goesOnWith(last, item)) return within;
    within.pop();
  }
  return [...within, begin(item, within.at(-1), paragraph)];
}

// Another kind of marker, or the number 1 again, begins another list.
function goesOnWith({ tag }, item) {
  return tag === item.tag && item.number !== 1;
}

function begin({ level, tag, number }, outer, paragraph) {
  const list = document.createElement(tag);
  if (number > 1) list.setAttribute("start", number);
  if (outer) outer.list.lastElementChild.append(list);
  else paragraph.before(list);
  return { list, level, tag };
}
