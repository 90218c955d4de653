// What was typed and is not saved, kept in this browser: an entry for each visit to a page.

const START = "kept";
const DAYS = 14;
const LARGEST = 1_000_000; // Letters of one entry: a response's whole text ten times over.

export function keyOf(user, path, visit) {
  return [START, user, path, visit].join(" ");
}

let isOver = false;

// Keep `entry` under `key`; returns whether it is kept: not where the browser has no room for
// it, or keeps nothing at all. Once all was thrown away, there is nothing to keep any more.
export function keep(key, entry) {
  if (isOver) return true;
  const text = JSON.stringify(entry);
  if (text.length > LARGEST) return false;
  return tried(() => localStorage.setItem(key, text) ?? true, false);
}

export function read(key) {
  return tried(() => JSON.parse(localStorage.getItem(key)), null);
}

export function forget(key) {
  tried(() => localStorage.removeItem(key));
}

// The keys of the entries of `user`, on all pages or of the page at `path`, the newest first.
export function keysOf(user, path) {
  const mine = path ? keyOf(user, path, "") : [START, user, ""].join(" ");
  const entries = keys().filter((key) => key.startsWith(mine)).map((key) => [key, read(key)]);
  return entries
    .filter(([, entry]) => entry)
    .sort(([, one], [, other]) => other.at - one.at)
    .map(([key]) => key);
}

// Throw away all that is kept of `user`, for as long as this page stays.
export function throwAway(user) {
  isOver = true;
  keysOf(user).forEach(forget);
}

// Whether anything is kept here, whoever typed it.
export function anybodysKept() {
  return keys().length > 0;
}

// Forget what is older than 14 days, whoever typed it, and what cannot be read.
export function dropOld(now = Date.now()) {
  const oldest = now - DAYS * 24 * 60 * 60 * 1000;
  for (const key of keys()) {
    if (!(read(key)?.at > oldest)) forget(key);
  }
}

// Forget what the server says it saved, unless something was typed after it was sent.
export function forgetSaved(user) {
  const visit = /(?:^|; )saved=([\w-]+)/.exec(document.cookie)?.[1];
  if (!visit) return;
  for (const key of keysOf(user)) {
    if (key.endsWith(` ${visit}`) && read(key).sent) forget(key);
  }
}

// The visit from which this tab last sent a form of this page, and the place to note it.
export const lastSent = {
  get: (path) => tried(() => sessionStorage.getItem(`sent ${path}`), null),
  set: (path, visit) => tried(() => sessionStorage.setItem(`sent ${path}`, visit)),
};

function keys() {
  return tried(() => Object.keys(localStorage), []).filter((key) => key.startsWith(`${START} `));
}

// A browser that keeps nothing refuses even the question.
function tried(action, otherwise) {
  try {
    return action();
  } catch {
    return otherwise;
  }
}
