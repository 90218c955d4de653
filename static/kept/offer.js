// Offers what earlier visits typed and did not save, one after the other: to put it back, or to
// throw it away. What has changed since is never written over: it is shown, to be copied.
import { judge, putBack } from "./judge.js";
import { forget, keep, read } from "./store.js";

const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/London" };
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/London" };

// Offer in `place` the first of the entries `keys` that says more than the page, below what was
// `done` with the one before.
export function offer(place, keys, form, done = []) {
  const judged = new Map(keys.map((key) => [key, judge(read(key), form)]));
  const saysMore = (key) => Object.values(judged.get(key)).some((rows) => rows.length);
  const saying = keys.filter(saysMore);
  keys.filter((key) => !saysMore(key)).forEach(forget);
  const [key, ...others] = hereFirst(saying, judged);
  place.replaceChildren(...done);
  if (!key) return;
  const entry = read(key);
  const goOn = (rest, sentence) => {
    offer(place, rest, form, [copyOf(sentence)]);
    place.focus();
  };
  place.append(noticeOf(entry.at, judged.get(key), others.length));
  onClick(place, "[data-put]", () => {
    // Something may have been typed meanwhile.
    const { back, apart, elsewhere } = judge(entry, form);
    const left = [...apart, ...elsewhere];
    back.forEach((row) => putBack(row, form));
    document.dispatchEvent(new CustomEvent("kept:back"));
    if (left.length) keep(key, { ...entry, rows: left });
    else forget(key);
    goOn(left.length ? saying : others, back.length ? "kept-is-back" : "kept-stays");
  });
  onClick(place, "[data-throw]", () => {
    forget(key);
    goOn(others, "kept-is-gone");
  });
}

// `keys`, those first whose entries, as they are `judged`, were typed into what the page shows.
function hereFirst(keys, judged) {
  const isHere = (key) => judged.get(key).back.length > 0 || judged.get(key).apart.length > 0;
  return [...keys.filter(isHere), ...keys.filter((key) => !isHere(key))];
}

// The notice of an entry of the time `at`, after which so many `more` are offered.
function noticeOf(at, { back, apart, elsewhere }, more) {
  const notice = copyOf("kept-notice");
  notice.querySelector("[data-when]").textContent = inWords(new Date(at));
  fillOrRemove(notice, "[data-back]", linesOf(back));
  fillOrRemove(notice, "[data-apart]", apart.flatMap(textsOf));
  fillOrRemove(notice, "[data-elsewhere]", linesOf(elsewhere));
  if (!back.length) notice.querySelector("[data-put]").remove();
  const line = notice.querySelector("[data-more]");
  if (more) line.firstElementChild.textContent = more;
  else line.remove();
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
