// What is pasted into the visual editor: made plain, and what that leaves out told below it.
import { Extension } from "django-prose-editor/editor";
import { makePlain } from "./plain.js";

// A start tag, and in it what is quoted, or the name of a style or of an event handler.
const TAG = /<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
const QUOTED_OR_NAME = /"[^"]*"|'[^']*'|(?<=[\s"'/])(?:style|on\w+)(?=\s*=)/gi;

export const Paste = Extension.create({
  name: "plainPaste", // The editor itself has one of the name paste.

  addOptions() {
    return { kinds: [], command: [], link: [], schemes: [] };
  },

  addStorage() {
    const note = document.createElement("p");
    note.className = "pasted";
    note.setAttribute("role", "status");
    return { note };
  },

  onCreate() {
    this.editor.options.element.append(this.storage.note);
  },

  transformPastedHTML(html) {
    if (html.includes("data-pm-slice")) return html; // Copied from such an editor.
    const pasted = read(html);
    this.storage.note.textContent = inWords(leftOut(pasted.content, this.options));
    makePlain(pasted.content);
    return pasted.innerHTML;
  },
});

// Parse without running anything. Even so the browser would report each style and handler
// against the page's policy: they get other names first.
function read(html) {
  const pasted = document.createElement("template");
  pasted.innerHTML = html.replace(TAG, (tag) =>
    tag.replace(QUOTED_OR_NAME, (part) => (/^["']/.test(part) ? part : `data-was-${part}`)),
  );
  return pasted;
}

// Say what a person would miss. Styles are not told of: all that is pasted is full of them.
function leftOut(content, { kinds, command, link, schemes }) {
  const parts = kinds.map(([selector, one, many]) =>
    counted([...content.querySelectorAll(selector)].filter(isMissed).length, one, many),
  );
  parts.push(counted(handlers(content), ...command));
  for (const [scheme, number] of refused(content, schemes)) {
    parts.push(counted(number, ...link.map((words) => words.replace("{}", scheme))));
  }
  return parts.filter(Boolean);
}

// Raised letters, as in 16th, read as well flat; raised figures do not.
function isMissed(element) {
  return !element.matches("sup, sub") || /\d/.test(element.textContent);
}

// Commands that would run on a click and the like, but for those of Word's own comments.
function handlers(content) {
  const elements = [...content.querySelectorAll(":not(.msocomtxt, .msocomanchor)")];
  const names = elements.flatMap((element) => element.getAttributeNames());
  return names.filter((name) => name.startsWith("data-was-on")).length;
}

// How many links lead to an address of each scheme that is not allowed.
function refused(content, schemes) {
  const numbers = new Map();
  for (const { protocol = ":" } of content.querySelectorAll("a[href]:not([href=''], [href^='#'])")) {
    const isRelative = protocol === ":"; // Or a link within a drawing.
    if (isRelative || schemes.includes(protocol.slice(0, -1))) continue;
    numbers.set(protocol, (numbers.get(protocol) ?? 0) + 1);
  }
  return numbers;
}

function counted(number, one, many) {
  if (number > 1) return `${number} ${many}`;
  return number ? one : "";
}

function inWords(parts) {
  if (!parts.length) return "";
  const words = [parts.slice(0, -1).join(", "), parts.at(-1)].filter(Boolean).join(" and ");
  return `Left out of what you pasted: ${words}. The rest of the text stayed.`;
}
