// Tells that a result was opened: editors see which searches lead nowhere. No cookie, nothing about the reader.
for (const results of document.querySelectorAll("[data-counted]")) {
  results.addEventListener("click", (event) => {
    const link = event.target.closest(".hit a, .answer a, .promoted a");
    if (!link) return;
    navigator.sendBeacon(results.dataset.counted, new URLSearchParams({ q: results.dataset.query }));
  });
}
