// The text boxes that a visual editor replaces.

export function isRich(textarea) {
  return textarea.hasAttribute("data-django-prose-editor-configurable");
}

// The visual editor of `textarea`; undefined where it is none, or still to come.
export function editorOf(textarea) {
  return textarea.closest(".prose-editor")?.querySelector("[role=textbox]")?.editor;
}
