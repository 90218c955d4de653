// Small questions to pasted elements, and small changes of them.

// What `element` was given as its style `name`, in small letters; nothing where it was not.
export function styleOf(element, name) {
  for (const declaration of (element.getAttribute("data-was-style") ?? "").split(";")) {
    const [property, ...value] = declaration.split(":");
    if (property.trim().toLowerCase() === name) {
      return value.join(":").replace(/\s+/g, " ").trim().toLowerCase();
    }
  }
  return "";
}

export function isBlank(element) {
  return !/[^\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/.test(element.textContent);
}

// Put an element named `tag`, with the same content, in the place of `element`.
export function rename(element, tag) {
  const renamed = document.createElement(tag);
  for (const name of element.getAttributeNames()) {
    renamed.setAttribute(name, element.getAttribute(name));
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

// Put the content of `element` in its place.
export function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

// Put an element named `tag` around the content of `element`.
export function wrapContent(element, tag) {
  const mark = document.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}

// The bullet or number that Word prints before the words of `paragraph`, as an element.
export function markerOf(paragraph) {
  const spans = [...paragraph.querySelectorAll("span")];
  return spans.find((span) => styleOf(span, "mso-list") === "ignore");
}
