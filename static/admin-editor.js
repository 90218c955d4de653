// The visual editor replaces a text box. Give it that box's name, help and errors, for screen
// readers, and let a click on the label lead to it.
document.addEventListener("prose-editor:ready", (event) => {
  const { editor, textarea } = event.detail;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const words = editor.view.dom;
  words.setAttribute("aria-label", label ? label.textContent.replace(/:\s*$/, "").trim() : "Text");
  const described = (textarea.getAttribute("aria-describedby") ?? "").split(" ");
  const there = described.filter((id) => document.getElementById(id));
  if (there.length) {
    words.setAttribute("aria-describedby", there.join(" "));
  }
  if (textarea.hasAttribute("aria-invalid")) {
    words.setAttribute("aria-invalid", textarea.getAttribute("aria-invalid"));
  }
  label?.addEventListener("click", () => editor.commands.focus());
});
