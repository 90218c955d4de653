// Django's script numbers the ids, names and labels of a new row, and all again when a row
// goes, but not what refers to those ids. Give the references the number of their row.
function mendReferences(row) {
  const [, prefix, number] = row.id.match(/^(.+)-(\d+)$/);
  const anyNumber = new RegExp(`${prefix}-(\\d+|__prefix__)-`, "g");
  for (const name of ["aria-describedby", "aria-labelledby", "aria-controls"]) {
    for (const part of row.querySelectorAll(`[${name}]`)) {
      part.setAttribute(name, part.getAttribute(name).replace(anyNumber, `${prefix}-${number}-`));
    }
  }
}

document.addEventListener("formset:added", (event) => mendReferences(event.target));

// This event comes before the rows that stay are numbered again.
document.addEventListener("formset:removed", (event) => {
  const rows = `.dynamic-${event.detail.formsetName}`;
  queueMicrotask(() => document.querySelectorAll(rows).forEach(mendReferences));
});
