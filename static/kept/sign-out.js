// Who signs out leaves nothing behind: what was kept of their text goes too, and they are asked.
import { forget, keysOf } from "./store.js";

const QUESTION =
  "Text that was not saved is kept in this browser. Sign out, and throw it away?";

for (const form of document.querySelectorAll("form[data-signs-out]")) {
  form.addEventListener("submit", (event) => {
    const keys = keysOf(form.dataset.signsOut);
    if (keys.length && !window.confirm(QUESTION)) event.preventDefault();
    else keys.forEach(forget);
  });
}
