// Counts and structure follow every choice at once; without this module the button "Save and count anew" does it.
const form = document.querySelector("[data-import-review]");
const panel = form?.querySelector(".import-result");
let waiting;
let latest = 0;

async function refresh() {
  const turn = ++latest;
  const data = new FormData(form);
  data.append("save", "1");
  panel.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action || location.href, {
      method: "POST",
      body: data,
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const result = page.getElementById("import-result");
    if (result && turn === latest) replace(result);
  } finally {
    if (turn === latest) panel.removeAttribute("aria-busy");
  }
}

// The list keeps its scroll position and the keyboard its place.
function replace(result) {
  const scroll = panel.scrollTop;
  const focused = panel.contains(document.activeElement) ? document.activeElement.name : "";
  panel.replaceChildren(document.adoptNode(result));
  panel.scrollTop = scroll;
  if (focused) panel.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

form?.addEventListener("change", (event) => {
  if (!event.target.matches("select")) return;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 250);
});

// Enter in the text of a line that is being split is a line break; Ctrl+Enter presses "Split here".
form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.ctrlKey || !event.target.matches(".import-split textarea")) return;
  event.preventDefault();
  event.target.closest(".import-split").querySelector("button").click();
});

// After joining or splitting the browser comes back to the line that was worked on.
if (location.hash.startsWith("#line-")) document.querySelector(location.hash)?.focus();
else document.getElementById("import-error")?.focus();
