// The rows of a form: the row of the page itself, its parts, and
// the rows of a table in it. A new part has no key.
import { fill, inWords, isBlank, isSame, isText, nameOf, shownIn, valuesOf } from "./fields.js";

const BEGINNING = 80; // Letters of a new part's first field, which name it.

export function rowsOf(form) {
  const controls = [...form.elements].filter(isText);
  const parts = [...form.querySelectorAll(".inline-related:not(.empty-form), .table-row")];
  return [rowOf(form, form, controls), ...parts.map((part) => rowOf(form, part, controls))];
}

function rowOf(form, element, controls) {
  const isPart = element !== form;
  const prefix = isPart ? `${element.id}-` : "";
  const row = ".inline-related, .table-row, form";
  const own = controls.filter((control) => control.closest(row) === element);
  const fields = new Map();
  for (const control of own) {
    const name = control.name.slice(prefix.length);
    fields.set(name, [...(fields.get(name) ?? []), control]);
  }
  const key = isPart ? (form.elements[`${prefix}id`]?.value ?? "") : "page";
  const digests = new URLSearchParams(form.elements[`${prefix}shown`]?.value ?? "");
  return { element, group: element.id.replace(/-\d+$/, ""), key, digests, fields };
}

// Whether `form`, if any, is a list, which may show other rows whenever it is opened.
export function isList(form) {
  return form?.id === "changelist-form";
}

// The name of a part; of a new one, which has only a number, with what its first field says.
function titleOf({ element, key, fields }) {
  const title = element.querySelector(":scope > details .inline_label")?.textContent.trim() ?? "";
  const [controls] = fields.values();
  const begins = !key && controls ? inWords(controls, valuesOf(controls)).slice(0, BEGINNING) : "";
  return begins ? `${title} (${begins.replaceAll("\n", "; ")})` : title;
}

// The digest of what the page showed of the control `name`; a field may have several controls.
// Where the server gives none, it is the text itself.
export function digestOf(row, name) {
  return givenDigestOf(row, name) ?? JSON.stringify(shownIn(row.fields.get(name)));
}

function givenDigestOf({ digests }, name) {
  const field = [...digests.keys()].find((one) => name === one || name.startsWith(`${one}_`));
  return digests.get(digests.has(name) ? name : field);
}

// A page that came back with errors shows what was typed: what was there before is known from then.
function digestBefore(row, name, before) {
  return givenDigestOf(row, name) ?? before?.fields[name]?.was ?? digestOf(row, name);
}

// What was typed into `row` and is not saved, as it is kept; nothing where there is none.
// `before` is what was kept of it before this page came back with errors.
export function typedInto(row, before) {
  const names = row.key ? changedOf(row, before) : filledOf(row, before);
  if (!names.length) return null;
  const fields = {};
  for (const name of names) {
    const controls = row.fields.get(name);
    const typed = valuesOf(controls);
    const words = inWords(controls, typed);
    fields[name] = { label: nameOf(controls), was: digestBefore(row, name, before), typed, words };
  }
  return { group: row.group, key: row.key, title: titleOf(row), fields };
}

function changedOf(row, before) {
  const wasTyped = (name) => before && name in before.fields;
  return [...row.fields.keys()].filter(
    (name) => wasTyped(name) || !isAsShown(row.fields.get(name)),
  );
}

function filledOf(row, before) {
  const controls = [...row.fields.values()];
  if (!before && controls.every(isAsShown)) return [];
  return [...row.fields.keys()].filter((name) => !isBlank(valuesOf(row.fields.get(name))));
}

export function isAsShown(controls) {
  return isSame(valuesOf(controls), shownIn(controls));
}

// Whether `row` says all that was `kept` of a row.
export function says(row, kept) {
  return Object.entries(kept.fields).every(([name, { typed }]) => {
    const controls = row.fields.get(name);
    return controls && isSame(valuesOf(controls), typed);
  });
}

// Whether `row` is a new one into which nothing was typed but what the page put there itself,
// so that it can take what was `kept` of a new row.
export function isFree(row, kept) {
  const isFitting = ([name, controls]) => {
    const isLeft = isBlank(valuesOf(controls)) || controls[0].localName === "select";
    return isAsShown(controls) && (isLeft || isSame(valuesOf(controls), kept.fields[name]?.typed ?? []));
  };
  return row.group === kept.group && !row.key && [...row.fields].every(isFitting);
}

export function putInto(row, fields) {
  for (const [name, { typed }] of Object.entries(fields)) {
    if (row.fields.has(name)) fill(row.fields.get(name), typed);
  }
  const part = row.element.querySelector(":scope > details");
  if (part) part.open = true;
}
