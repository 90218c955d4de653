// Judges what was kept of a page against the page as it is now.
import { isSame, valuesOf } from "./fields.js";
import { digestOf, isAsShown, isFree, isList, putInto, rowsOf, says } from "./rows.js";

// Part the rows of `entry` into those that go `back` into `form`, those that stay `apart`, since
// somebody changed or removed what they were typed over, and those `elsewhere`, which a list does
// not show as it is filtered now. What the page says already is in none.
export function judge(entry, form) {
  const rows = form ? rowsOf(form) : [];
  const back = [];
  const apart = [];
  const elsewhere = [];
  for (const kept of entry.rows) {
    const row = kept.key && rows.find((one) => one.group === kept.group && one.key === kept.key);
    if (!row && isList(form)) {
      elsewhere.push(kept);
      continue;
    }
    const sorted = row ? sortFields(row, kept.fields) : sortRow(kept, rows, form);
    if (Object.keys(sorted.back).length) back.push({ ...kept, fields: sorted.back });
    if (Object.keys(sorted.apart).length) apart.push({ ...kept, fields: sorted.apart });
  }
  return { back, apart, elsewhere };
}

// Put what was `kept` of a row into `form`, a new row where it was one.
export function putBack(kept, form) {
  const there = (row) => row.group === kept.group && row.key === kept.key;
  let row = rowsOf(form).find(kept.key ? there : (one) => isFree(one, kept));
  if (!row) {
    document.querySelector(`#${kept.group}-group .add-row a`).click();
    row = rowsOf(form).findLast(there);
  }
  putInto(row, kept.fields);
}

function sortFields(row, fields) {
  const back = {};
  const apart = {};
  for (const [name, field] of Object.entries(fields)) {
    const controls = row.fields.get(name);
    if (controls && isSame(valuesOf(controls), field.typed)) continue;
    const isAsItWas = controls && digestOf(row, name) === field.was && isAsShown(controls);
    (isAsItWas ? back : apart)[name] = field;
  }
  return { back, apart };
}

// A new row goes back whole, unless it is there; a row that was removed since stays apart.
function sortRow(kept, rows, form) {
  const isThere = rows.some((row) => row.group === kept.group && says(row, kept));
  if (isThere) return { back: {}, apart: {} };
  const canBeAdded = form && !kept.key && document.getElementById(`${kept.group}-empty`);
  return canBeAdded ? { back: kept.fields, apart: {} } : { back: {}, apart: kept.fields };
}
