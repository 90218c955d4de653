// A server that refuses a large file closes the door on it, and browsers then show no answer:
// say it before anything is sent.
document.addEventListener("change", ({ target: box }) => {
  if (!box.matches("input[type=file][data-most]")) {
    return;
  }
  const isTooLarge = [...box.files].some((file) => file.size > Number(box.dataset.most));
  box.setCustomValidity(isTooLarge ? box.dataset.tooLarge : "");
  box.reportValidity();
});
