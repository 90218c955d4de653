// Puts the cursor where somebody means to write: into a new part once it is there, and into the
// field to which a link leads, also where a visual editor stands in its place. Where a part is
// taken away again, the focus goes to what adds one.
import { editorOf, isRich } from "./rich-text.js";

const FIELDS = "input:not([type=hidden]), select, textarea";
const TEXTS = "input:is([type=text], [type=url]), textarea";

document.addEventListener("formset:added", ({ target }) => enter(target, FIELDS));
document.addEventListener("formset:removed", ({ detail }) => {
  document.querySelector(`#${detail.formsetName}-group .add-row a`)?.focus();
});

// To go to a place in the page would take the focus away again, and to load it once more would
// take what is typed.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href*='#']");
  if (!link || withoutQuery(link) !== withoutQuery(location)) return;
  const asked = new URLSearchParams(link.search).get("answer");
  const isHere = !link.search || link.search === location.search;
  if ((asked && answer(asked)) || (isHere && arriveAt(link.hash.slice(1)))) event.preventDefault();
});

// After Django's own script has given the parts their links. A page that has something to say
// begins with that.
window.django.jQuery(() => {
  if (!document.querySelector(".errornote, .messagelist, #kept > *")) arriveAt(location.hash.slice(1));
});

function withoutQuery({ origin, pathname }) {
  return origin + pathname;
}

// Enter the answer to the finding `asked` that stands here already, or open a new one to it.
// Returns whether the page has the finding.
function answer(asked) {
  const rating = document.querySelector(`.table-row[data-finding="${CSS.escape(asked)}"]`);
  const empty = document.getElementById("answers-empty");
  if (!rating || !empty) return false;
  const itself = `[name$="-findings"][value="${rating.dataset.key}"]`;
  let part = empty.parentElement.querySelector(`.inline-related:has(${itself}:checked)`);
  if (!part) {
    empty.parentElement.querySelector(".add-row a").click();
    part = empty.previousElementSibling;
    beginWith(part, part.querySelector(itself));
  }
  enter(part, TEXTS);
  return true;
}

// Let `part`, a new answer, begin with the `tick` that the page gives it: of it nothing is typed yet.
function beginWith(part, tick) {
  tick.click();
  tick.defaultChecked = true;
  part.querySelector('[name$="-asked"]').value = tick.value;
}

// Enter what has the `id`: a field, a part, or a new part of a group, opened where there is none.
// Returns whether it is one of these.
function arriveAt(id) {
  const place = id && document.getElementById(id);
  if (!place) return false;
  if (place.matches(".parts > fieldset")) openNew(place);
  else if (place.matches(".inline-related")) enter(place, TEXTS);
  else if (place.closest(".form-row, td")) enter(place.parentElement, FIELDS);
  else return false;
  return true;
}

function openNew(group) {
  const part = group.querySelector(".inline-related:not(.has_original, .empty-form)");
  if (part) enter(part, TEXTS);
  else group.querySelector(".add-row a")?.click();
}

// Unfold `place`, and put the cursor into the first of its fields of these `kinds`.
function enter(place, kinds) {
  for (const part of [place.querySelector(":scope > details"), place.closest("details")]) {
    if (part) part.open = true;
  }
  const field = [...place.querySelectorAll(kinds)].find(isToFill);
  if (!field) return;
  field.closest(".form-row, td").scrollIntoView({ block: "center" });
  const editor = editorOf(field);
  if (editor) editor.commands.focus();
  else if (!isRich(field)) field.focus();
  else field.addEventListener("prose-editor:ready", focusEditor, { once: true });
}

function focusEditor({ detail: { editor } }) {
  editor.commands.focus();
}

function isToFill(field) {
  return !field.disabled && (isRich(field) || field.checkVisibility());
}
