// Offers what earlier visits typed and did not save, one after the other: to put it back, or to
// throw it away. What has changed since is never written over: it is shown, to be copied.
import { judge, putBack } from "./judge.js";
import { forget, keep, read } from "./store.js";

const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/London" };
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/London" };

// Offer in `place` the first of the entries `keys` that says more than the page, below what was
// `done` with the one before.
export function offer(place, keys, form, done = []) {
  const [key, ...others] = keys;
  place.replaceChildren(...done);
  if (!key) return;
  const entry = read(key);
  const { back, apart } = judge(entry, form);
  if (!back.length && !apart.length) {
    forget(key);
    offer(place, others, form, done);
    return;
  }
  const goOn = (rest, sentence) => {
    offer(place, rest, form, [copyOf(sentence)]);
    place.focus();
  };
  place.append(noticeOf(entry.at, back, apart));
  onClick(place, "[data-put]", () => {
    const { back, apart } = judge(entry, form); // Something may have been typed meanwhile.
    back.forEach((row) => putBack(row, form));
    document.dispatchEvent(new CustomEvent("kept:back"));
    if (apart.length) keep(key, { ...entry, rows: apart });
    else forget(key);
    goOn(apart.length ? keys : others, back.length ? "kept-is-back" : "kept-stays");
  });
  onClick(place, "[data-throw]", () => {
    forget(key);
    goOn(others, "kept-is-gone");
  });
}

function noticeOf(at, back, apart) {
  const notice = copyOf("kept-notice");
  notice.querySelector("[data-when]").textContent = inWords(new Date(at));
  fillOrRemove(notice, "[data-back]", back.flatMap(namesOf).map((name) => item("li", name)));
  fillOrRemove(notice, "[data-apart]", apart.flatMap(textsOf));
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
