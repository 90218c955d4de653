// Makes plain HTML of what Word, Google Docs and others put on the clipboard. Much of what they
// mean, they say by styles, which the page's policy and the register do without.
import { isBlank, markerOf, rename, styleOf, unwrap, wrapContent } from "./dom.js";
import { nestLists } from "./lists.js";

const NEVER_TEXT = "script, style, title, meta, link, xml, iframe, object, svg, math, video, audio";
const WORD_COMMENTS = ".msocomtxt, .msocomanchor, .msocomoff";
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, table, div";
const KEPT = { a: ["href"], ol: ["start"], td: ["colspan", "rowspan"], th: ["colspan", "rowspan"] };
const LEVEL_OF = { msotitle: 1, msosubtitle: 2 };

// Change `content`, a fragment, to the tags that the editor knows.
export function makePlain(content) {
  each(content, `${NEVER_TEXT}, ${WORD_COMMENTS}`, (element) => element.remove());
  each(content, "b, strong, i, em, span, font", markByStyle);
  mendSpaces(content);
  levelHeadings(content);
  each(content, "p", (element) => isBlank(element) && element.remove());
  nestLists(content);
  markHeaderCells(content);
  each(content, "a:not([href]), a[href^='#']", unwrap); // Bookmarks within the document.
  each(content, "*", keepAttributes);
}

function each(content, selector, change) {
  content.querySelectorAll(selector).forEach(change);
}

// Bold and slanted as the style says, whatever the tag: Google Docs wraps all in a light <b>.
function markByStyle(element) {
  const weight = styleOf(element, "font-weight");
  const slant = styleOf(element, "font-style");
  const isBold = /^(bold|bolder|[6-9]00)$/.test(weight);
  const isSlanted = /^(italic|oblique)/.test(slant);
  if (isBold && !element.matches("b, strong")) wrapContent(element, "strong");
  if (isSlanted && !element.matches("i, em")) wrapContent(element, "em");
  const isDenied = element.matches("b, strong") ? weight && !isBold : slant && !isSlanted;
  if (isDenied && !element.matches("span, font")) unwrap(element);
}

function mendSpaces(content) {
  each(content, "o\\:p", (element) => (isBlank(element) ? element.remove() : unwrap(element)));
  each(content, "span", (element) => {
    const isSpace = styleOf(element, "mso-spacerun") || styleOf(element, "mso-tab-count");
    if (isSpace) element.textContent = " ";
  });
  each(content, "br", (element) => {
    const beside = [element.previousElementSibling, element.nextElementSibling];
    if (beside.some((other) => other?.matches(BLOCKS))) element.remove();
  });
}

// The highest headings become h3, those below them h4.
function levelHeadings(content) {
  const found = [...content.querySelectorAll("h1, h2, h3, h4, h5, h6, p")]
    .map((element) => ({ element, level: levelOf(element) }))
    .filter(({ level }) => level);
  const highest = Math.min(3, ...found.map(({ level }) => level));
  for (const { element, level } of found) {
    if (isBlank(element)) {
      element.remove();
      continue;
    }
    each(element, "b, strong", unwrap);
    const marker = markerOf(element);
    if (marker) marker.textContent = `${marker.textContent.replace(/[\s\u00a0]+/g, "")} `;
    rename(element, level === highest ? "h3" : "h4");
  }
}

function levelOf(element) {
  const [, level] = /^h([1-6])$/.exec(element.localName) ?? [];
  const [, ofClass] = /^MsoHeading(\d)/.exec(element.className) ?? [];
  const [, ofOutline] = /^(\d)$/.exec(styleOf(element, "mso-outline-level")) ?? [];
  return Number(level ?? ofClass ?? ofOutline ?? LEVEL_OF[element.className.toLowerCase()] ?? 0);
}

// Word marks a table's header by a head, or by counting its first row as none.
function markHeaderCells(content) {
  for (const row of content.querySelectorAll("tr")) {
    const isHeader = row.parentNode.localName === "thead" || styleOf(row, "mso-yfti-irow") === "-1";
    if (isHeader) each(row, "td", (cell) => cell.closest("tr") === row && rename(cell, "th"));
  }
}

function keepAttributes(element) {
  const kept = KEPT[element.localName] ?? [];
  for (const name of element.getAttributeNames()) {
    if (!kept.includes(name)) element.removeAttribute(name);
  }
}
