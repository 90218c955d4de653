// The visual editor replaces a text box. Give it that box's name and help, for screen readers,
// and let a click on the label lead to it.
document.addEventListener("prose-editor:ready", (event) => {
  const { editor, textarea } = event.detail;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const words = editor.view.dom;
  words.setAttribute("aria-label", label ? label.textContent.replace(/:\s*$/, "").trim() : "Text");
  const help = textarea.getAttribute("aria-describedby");
  if (help && document.getElementById(help)) {
    words.setAttribute("aria-describedby", help);
  }
  label?.addEventListener("click", () => editor.commands.focus());
});
