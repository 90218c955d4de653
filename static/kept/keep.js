// Keeps what is typed into the form of a page, or into the rows of a list, until it is saved,
// through a lost session, a crash or a closed tab. What an earlier visit left is offered by offer.js.
import { offer } from "./offer.js";
import { isList, rowsOf, typedInto } from "./rows.js";
import { dropOld, forget, forgetSaved, keep, keyOf, keysOf, lastSent, read } from "./store.js";

const LEAVE =
  "What you typed on this page is not saved, and is no part of what comes next. Go on without it? " +
  "It is kept in this browser, and offered when you come back.";
const SOON = 400; // Milliseconds without typing, after which it is kept.

const { user } = document.querySelector("script[data-user]").dataset;

dropOld();
forgetSaved(user);
const place = document.getElementById("kept");
const form = place && document.querySelector("#content form[method=post]");
const path = pathOf(form);
const visit = form ? keepFrom(form) : "";
if (place) {
  const earlier = keysOf(user, path).filter((key) => key !== keyOf(user, path, visit));
  offer(place, earlier, form);
  // Whoever comes back to a row of the page would not see what is offered above it.
  if (window.location.hash && place.childElementCount) {
    window.addEventListener("load", () => place.focus());
  }
}

// The address by which what is typed here is found again. One page asks about other rows by its
// query: it is part of the address, unless the row that the page shows says what it is about.
function pathOf(form) {
  const { pathname, search } = window.location;
  if (!form || form.elements.shown || isList(form)) return pathname;
  const query = new URLSearchParams(search);
  query.delete("_changelist_filters");
  return query.size ? `${pathname}?${query}` : pathname;
}

// Keep what is typed into `form` from now on; returns the name of this visit.
function keepFrom(form) {
  const sent = document.querySelector(".errornote") && lastSent.get(path);
  const visit = sent || Date.now().toString(36) + Math.random().toString(36).slice(2);
  const key = keyOf(user, path, visit);
  const before = (sent && read(key)?.rows) || [];
  let timer = 0;
  let isKept = true;
  let isSent = false;

  function keepNow({ sent = isSent } = {}) {
    clearTimeout(timer);
    timer = 0;
    isSent = sent;
    const rows = typedNow(form, before);
    if (rows.length) isKept = keep(key, { at: Date.now(), sent, rows });
    else {
      forget(key);
      isKept = true;
    }
  }

  function keepSoon() {
    clearTimeout(timer);
    isSent = false;
    timer = setTimeout(keepNow, SOON);
  }

  form.addEventListener("input", keepSoon);
  form.addEventListener("change", keepSoon);
  document.addEventListener("formset:removed", keepSoon);
  form.addEventListener("submit", () => {
    nameVisit(form, visit);
    lastSent.set(path, visit);
    keepNow({ sent: true });
  });
  // After the page's own scripts, which take the clicks that stay in it. A list asks by itself.
  window.addEventListener("click", (event) => {
    const isToAsk = !isList(form) && leaves(event) && typedNow(form, before).length;
    if (isToAsk && !window.confirm(LEAVE)) event.preventDefault();
  });
  document.addEventListener("kept:now", () => timer && keepNow());
  window.addEventListener("pagehide", () => timer && keepNow());
  window.addEventListener("beforeunload", (event) => {
    if (timer) keepNow();
    // On a list every filter, heading and page number is a way out.
    const isUnsaved = !isKept || (isList(form) && read(key));
    if (isUnsaved && !isSent) event.preventDefault();
  });
  if (before.length) keepNow();
  return visit;
}

// Whether `event`, a click, follows a link to another page; to see it in a window of its own too.
function leaves({ target, defaultPrevented }) {
  const link = target.closest("a[href]");
  if (!link || defaultPrevented || link.isContentEditable) return false;
  const [here, there] = [window.location.href, link.href].map((address) => address.split("#")[0]);
  return here !== there || !link.href.includes("#");
}

// Tell the server which visit it saves, so that it can tell the next page.
function nameVisit(form, visit) {
  const control = form.elements.visit ?? document.createElement("input");
  Object.assign(control, { type: "hidden", name: "visit", value: visit });
  form.append(control);
}

// What stands typed in `form`. After errors the page shows it as if it had been there: what was
// kept `before` says what was typed.
function typedNow(form, before) {
  const rows = rowsOf(form);
  const keys = rows.map((row) => row.group + row.key);
  return rows.map((row) => typedInto(row, keptOf(row, before, keys))).filter(Boolean);
}

// What was kept of `row`; of a new one, whatever of its kind is not on the page by its key.
function keptOf(row, before, keys) {
  return before.find((kept) =>
    row.key
      ? kept.group === row.group && kept.key === row.key
      : kept.group === row.group && (!kept.key || !keys.includes(kept.group + kept.key)),
  );
}
