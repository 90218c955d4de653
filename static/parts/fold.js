// Each list of folded parts has a button that opens all of them, or closes all.

for (const group of document.querySelectorAll(".parts")) {
  const heading = group.querySelector(".inline-heading");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fold-all";
  heading.after(button);
  button.addEventListener("click", () => {
    const isToOpen = partsOf(group).some((part) => !part.open);
    for (const part of partsOf(group)) part.open = isToOpen;
  });
  const name = () => nameButton(button, heading, partsOf(group));
  group.addEventListener("toggle", name, true); // It does not bubble.
  document.addEventListener("formset:added", name);
  document.addEventListener("formset:removed", name);
  name();
}

function partsOf(group) {
  return [...group.querySelectorAll(".inline-related:not(.empty-form) > details")];
}

function nameButton(button, heading, parts) {
  const isToOpen = parts.some((part) => !part.open);
  button.hidden = parts.length < 2;
  button.textContent = isToOpen ? "Open all" : "Close all";
  button.setAttribute("aria-label", `${button.textContent} ${heading.textContent.toLowerCase()}`);
}
