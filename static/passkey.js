// Says in words what went wrong with a passkey, where allauth's script would write to the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const wasStopped = event.detail.exception?.name === "NotAllowedError";
  document.getElementById("passkey-problem").textContent = wasStopped
    ? "The browser was stopped before it had a passkey. Try again."
    : "This browser could not use a passkey here. Try another way, or another browser.";
});

// A button pressed before allauth's script listens would do nothing, without a word.
window.addEventListener("load", () => {
  document.getElementById("passkey-button").disabled = false;
});
