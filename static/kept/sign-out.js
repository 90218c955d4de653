// Who signs out leaves nothing behind: what was kept of their text goes too, and they are asked.
import { keysOf, throwAway } from "./store.js";

const QUESTION =
  "Text that was not saved is kept in this browser. Sign out, and throw it away?";

for (const form of document.querySelectorAll("form[data-signs-out]")) {
  form.addEventListener("submit", (event) => {
    const user = form.dataset.signsOut;
    document.dispatchEvent(new Event("kept:now")); // What was typed just now counts too.
    if (keysOf(user).length && !window.confirm(QUESTION)) event.preventDefault();
    else throwAway(user);
  });
}
