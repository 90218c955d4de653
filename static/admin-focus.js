// A page that comes back with faults begins with them, for who uses keys or a screen reader too.
document.addEventListener("DOMContentLoaded", () => document.querySelector(".errornote")?.focus());

// A browser brings the caret of a box of several lines into view, and not the box: the bar of
// buttons then stands over its lower half.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches("textarea")) target.scrollIntoView({ block: "nearest" });
});
