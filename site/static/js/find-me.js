// “Use where I am”: puts the device's coordinates into the question and asks it. Nothing is sent before the press.
for (const button of document.querySelectorAll("[data-find-me]")) {
  if (!("geolocation" in navigator) || !window.isSecureContext) continue;
  const field = document.getElementById(button.dataset.findMe);
  const status = button.parentElement.querySelector("[data-find-me-status]");
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Four decimals are some ten metres: enough to tell a council, not a flat.
        field.value = `${coords.latitude.toFixed(4)}, ${coords.longitude.toFixed(4)}`;
        field.form.requestSubmit();
      },
      () => {
        status.textContent = button.dataset.denied;
        field.focus();
      },
      { maximumAge: 60_000, timeout: 10_000 },
    );
  });
}
