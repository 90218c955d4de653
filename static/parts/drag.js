// Rows are dragged by their handles. A line shows where the row would come to stand.

// Let the rows of `group` be dragged; `moved(row)` is called once a row was dropped elsewhere.
export function letDrag(group, rowsOf, moved) {
  let dragged = null;

  group.addEventListener("dragstart", (event) => {
    if (!event.target.matches?.(".part-handle")) return;
    dragged = event.target.closest(".inline-related");
    dragged.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("application/x-part", dragged.id); // Firefox drags nothing empty.
    event.dataTransfer.setDragImage(dragged, 0, 0);
  });

  // Before the visual editors, which would take what is dropped on them.
  group.addEventListener("dragover", (event) => take(event, mark), true);
  group.addEventListener("drop", (event) => take(event, drop), true);
  group.addEventListener("dragend", () => {
    unmark();
    dragged?.classList.remove("is-dragged");
    dragged = null;
  });

  function take(event, action) {
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    const row = rowsOf(group).find((one) => one.contains(event.target));
    unmark();
    if (row && row !== dragged) action(row, isBelowMiddle(row, event.clientY));
  }

  function mark(row, isAfter) {
    row.classList.add(isAfter ? "drop-after" : "drop-before");
  }

  function unmark() {
    rowsOf(group).forEach((row) => row.classList.remove("drop-after", "drop-before"));
  }

  function drop(row, isAfter) {
    if (isAfter) row.after(dragged);
    else row.before(dragged);
    moved(dragged);
  }
}

function isBelowMiddle(row, y) {
  const { top, height } = row.getBoundingClientRect();
  return y > top + height / 2;
}
