// The controls of one name in a form: what they say, what the page said, and how to fill them.
import { editorOf, isRich } from "../rich-text.js";

const NEVER = ["hidden", "password", "file", "submit", "button", "reset", "image"];

// Whether what `control` says is text of the person, and no secret; to choose a row is to say nothing.
export function isText(control) {
  const isField = control.name && !control.disabled && !NEVER.includes(control.type);
  const isChosen = control.name.endsWith("-DELETE") || control.matches(".action-select");
  return isField && !isChosen && !control.closest("dialog, .empty-form");
}

export function valuesOf(controls) {
  return controls.flatMap((control) => {
    if (isTick(control)) return control.checked ? [control.value] : [];
    if (!isChoice(control)) return [control.value];
    return [...control.selectedOptions].map((option) => option.value);
  });
}

// What `controls` said when the page came, whatever was typed since.
export function shownIn(controls) {
  return controls.flatMap((control) => {
    if (isTick(control)) return control.defaultChecked ? [control.value] : [];
    if (!isChoice(control)) return [control.defaultValue];
    const chosen = [...control.options].filter((option) => option.defaultSelected);
    if (!chosen.length && !control.multiple) chosen.push(...[...control.options].slice(0, 1));
    return chosen.map((option) => option.value);
  });
}

export function isSame(some, others) {
  return some.length === others.length && some.every((value, place) => value === others[place]);
}

export function isBlank(values) {
  return values.every((value) => value === "");
}

// Give `controls` the values that were typed, and tell the page's other scripts.
export function fill(controls, typed) {
  for (const [place, control] of controls.entries()) {
    if (isTick(control)) control.checked = typed.includes(control.value);
    else if (isChoice(control)) choose(control, typed);
    else write(control, typed[place] ?? "");
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// The values as a person reads them: choices by their labels, rich text without its tags.
export function inWords(controls, values) {
  const [first] = controls;
  if (first.localName === "textarea" && isRich(first)) return plain(values[0]);
  return values.map((value) => labelOf(controls, value)).filter(Boolean).join("\n");
}

// The name of the field to which `controls` belong; in a table, each control says its own.
export function nameOf([control]) {
  const row = control.closest(".fieldBox") ?? control.closest(".form-row");
  const label = row?.querySelector("label")?.textContent;
  const name = label ?? control.ariaLabel ?? control.labels?.[0]?.textContent ?? "";
  return name.replace(/:\s*$/, "").trim();
}

function isTick(control) {
  return control.type === "checkbox" || control.type === "radio";
}

function isChoice(control) {
  return control.localName === "select";
}

function choose(select, typed) {
  for (const option of select.options) option.selected = typed.includes(option.value);
}

// A visual editor that is there takes the text; one that is still to come reads the text box.
function write(control, text) {
  const editor = editorOf(control);
  if (editor) editor.commands.setContent(text, { emitUpdate: true });
  else control.value = text;
}

function labelOf(controls, value) {
  for (const control of controls) {
    if (isTick(control) && control.value === value) return control.labels[0]?.textContent.trim();
    if (!isChoice(control)) continue;
    const option = [...control.options].find((one) => one.value === value);
    if (option) return value && option.textContent.trim();
  }
  return value;
}

function plain(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const blocks = parsed.querySelectorAll("p, h3, h4, li, td, th, br");
  for (const block of blocks) block.append("\n");
  return parsed.body.textContent.trim();
}
