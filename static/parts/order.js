// Ordered parts are moved by buttons, or dragged (drag.js), and the numbers of their `order`
// follow. Without this script the numbers are typed.
import { letDrag } from "./drag.js";

const { jQuery } = window.django;

// After Django's own script has given the rows their links.
jQuery(() => document.querySelectorAll(".parts").forEach(order));

function order(group) {
  if (!group.querySelector("[name$='-order']")) return;
  const live = document.createElement("p");
  live.className = "visually-hidden";
  live.setAttribute("role", "status");
  group.append(live);
  group.classList.add("is-ordered");
  rowsOf(group).forEach(equip);
  sort(group);
  letDrag(group, rowsOf, (row) => tell(group, row));
  group.addEventListener("click", ({ target }) => {
    const button = target.closest(".part-move button");
    if (button) moveByOne(group, button);
  });
  group.addEventListener("formset:added", ({ target }) => equip(target));
  document.addEventListener("kept:back", () => sort(group));
  document.addEventListener("formset:removed", () => {
    // Django's script now numbers the rows as they stand: those that are saved must come first.
    arrange(group, (row) => Number(/\d+$/.exec(row.id)));
    queueMicrotask(() => sort(group));
  });
}

function rowsOf(group) {
  return [...group.querySelectorAll(":scope > fieldset > .inline-related:not(.empty-form)")];
}

function numberIn(row) {
  return row.querySelector("[name$='-order']");
}

function titleOf(row) {
  return row.querySelector(".inline_label").textContent.trim();
}

// Give `row` its handle and its buttons.
function equip(row) {
  const bar = document.createElement("div");
  bar.className = "part-move";
  const handle = document.createElement("span");
  handle.className = "part-handle";
  handle.draggable = true;
  bar.append(handle, ...["up", "down"].map(buttonOf));
  row.prepend(bar);
  nameButtons(row);
}

function buttonOf(way) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.way = way;
  return button;
}

function nameButtons(row) {
  for (const button of row.querySelectorAll(".part-move button")) {
    button.setAttribute("aria-label", `Move ${titleOf(row)} ${button.dataset.way}`);
  }
}

// The others move round the row, whose button so keeps the focus.
function moveByOne(group, button) {
  const row = button.closest(".inline-related");
  const rows = rowsOf(group);
  const place = rows.indexOf(row);
  const other = rows[button.dataset.way === "up" ? place - 1 : place + 1];
  if (other && button.dataset.way === "up") row.after(other);
  if (other && button.dataset.way === "down") row.before(other);
  button.scrollIntoView({ block: "nearest" });
  tell(group, row);
}

// Number the rows as they stand now, and say where `row` is.
function tell(group, row) {
  const rows = rowsOf(group);
  numberAnew(rows);
  const place = rows.indexOf(row) + 1;
  group.lastElementChild.textContent = `${titleOf(row)} is now ${place} of ${rows.length}`;
}

// Deal the numbers that are there out again: whoever else moves other rows is not in the way.
function numberAnew(rows) {
  const numbers = rows.map((row) => Number(numberIn(row).value || Infinity));
  numbers.sort((one, other) => one - other);
  const isClear = numbers.every((number, place) => number < (numbers[place + 1] ?? Infinity));
  rows.forEach((row, place) => {
    const control = numberIn(row);
    const number = String(isClear ? numbers[place] : place + 1);
    if (control.value === number) return;
    control.value = number;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// Stand the rows by their numbers, those without one last.
function sort(group) {
  arrange(group, (row) => Number(numberIn(row).value || Infinity));
  rowsOf(group).forEach(nameButtons);
}

function arrange(group, numberOf) {
  const rows = rowsOf(group);
  const sorted = rows.toSorted((one, other) => numberOf(one) - numberOf(other));
  if (sorted.every((row, place) => row === rows[place])) return;
  const mark = document.createComment("");
  rows[0].before(mark);
  mark.replaceWith(...sorted);
}
