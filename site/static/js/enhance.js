// Small comforts on top of pages that work without them.

// One drawer of the header at a time; Escape and a click elsewhere close it.
const drawers = [...document.querySelectorAll("details.drawer")];

function close(drawer, returnFocus) {
  if (!drawer.open) return;
  drawer.open = false;
  if (returnFocus) drawer.querySelector("summary").focus();
}

for (const drawer of drawers) {
  drawer.addEventListener("toggle", () => {
    if (drawer.open) drawers.filter((other) => other !== drawer).forEach((other) => close(other, false));
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") drawers.forEach((drawer) => close(drawer, drawer.contains(document.activeElement)));
});
document.addEventListener("click", (event) => {
  drawers.filter((drawer) => !drawer.contains(event.target)).forEach((drawer) => close(drawer, false));
});

// The sign beside an item of a resolution copies its address.
if (navigator.clipboard) {
  for (const handle of document.querySelectorAll("[data-copy-link]")) {
    handle.addEventListener("click", async () => {
      await navigator.clipboard.writeText(handle.href);
      handle.dataset.copied = handle.dataset.done;
      setTimeout(() => delete handle.dataset.copied, 3000);
    });
  }
}

// Copy buttons: <… data-copy> with [data-copy-text] and [data-copy-button].
if (navigator.clipboard) {
  for (const box of document.querySelectorAll("[data-copy]")) {
    const button = box.querySelector("[data-copy-button]");
    const label = box.querySelector("[data-copy-label]");
    if (!button || !label) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(box.querySelector("[data-copy-text]").textContent.trim());
      const usual = label.textContent;
      label.textContent = label.dataset.done;
      const status = box.querySelector("[data-copy-status]");
      if (status) status.textContent = label.dataset.done;
      setTimeout(() => {
        label.textContent = usual;
        if (status) status.textContent = "";
      }, 3000);
    });
  }
}
