// Offers what earlier visits typed and did not save, one after the other: to put it back, or to
// throw it away. What has changed since is never written over: it is shown, to be copied.
import { judge, putBack } from "./judge.js";
import { forget, keep, read } from "./store.js";

const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/London" };
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/London" };

// Offer in `place` the first of the entries `keys` that says more than the page, below what was
// `done` with the one before.
export function offer(place, keys, form, done = []) {
  const [key, ...others] = hereFirst(keys, form);
  place.replaceChildren(...done);
  if (!key) return;
  const entry = read(key);
  const judged = judge(entry, form);
  if (Object.values(judged).every((rows) => !rows.length)) {
    forget(key);
    offer(place, others, form, done);
    return;
  }
  const goOn = (rest, sentence) => {
    offer(place, rest, form, [copyOf(sentence)]);
    place.focus();
  };
  place.append(noticeOf(entry.at, judged));
  onClick(place, "[data-put]", () => {
    // Something may have been typed meanwhile.
    const { back, apart, elsewhere } = judge(entry, form);
    const left = [...apart, ...elsewhere];
    back.forEach((row) => putBack(row, form));
    document.dispatchEvent(new CustomEvent("kept:back"));
    if (left.length) keep(key, { ...entry, rows: left });
    else forget(key);
    goOn(left.length ? keys : others, back.length ? "kept-is-back" : "kept-stays");
  });
  onClick(place, "[data-throw]", () => {
    forget(key);
    goOn(others, "kept-is-gone");
  });
}

// `keys`, those first whose entries were typed into what the page shows.
function hereFirst(keys, form) {
  const isHere = (key) => {
    const { back, apart } = judge(read(key), form);
    return back.length > 0 || apart.length > 0;
  };
  return [...keys.filter(isHere), ...keys.filter((key) => !isHere(key))];
}

function noticeOf(at, { back, apart, elsewhere }) {
  const notice = copyOf("kept-notice");
  notice.querySelector("[data-when]").textContent = inWords(new Date(at));
  fillOrRemove(notice, "[data-back]", linesOf(back));
  fillOrRemove(notice, "[data-apart]", apart.flatMap(textsOf));
  fillOrRemove(notice, "[data-elsewhere]", linesOf(elsewhere));
  if (!back.length) notice.querySelector("[data-put]").remove();
  return notice;
}

function fillOrRemove(notice, part, items) {
  const block = notice.querySelector(part);
  if (items.length) block.querySelector("ul, dl").append(...items);
  else block.remove();
}

function namesOf({ title, fields }) {
  return Object.values(fields).map(({ label }) => [title, label].filter(Boolean).join(": "));
}

function linesOf(rows) {
  return rows.flatMap(namesOf).map((name) => item("li", name));
}

function textsOf(row) {
  const words = Object.values(row.fields).map((field) => field.words || "Blank");
  return namesOf(row).map((name, place) => {
    const text = document.createElement("div");
    text.append(item("dt", name), item("dd", words[place]));
    return text;
  });
}

function item(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function inWords(time) {
  return `${time.toLocaleDateString("en-GB", DAY)} at ${time.toLocaleTimeString("en-GB", TIME)}`;
}

function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

function onClick(place, button, action) {
  place.querySelector(button)?.addEventListener("click", action);
}
