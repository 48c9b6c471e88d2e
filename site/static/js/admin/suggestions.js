// Below the fields of a page: which recommendations it may be evidence for. Asked when the form opens and after each save.
const address = document.querySelector("script[data-suggestions]").dataset.suggestions;
const form = document.querySelector("#page-edit-form");
let latest = 0;

function pageId() {
  return /\/pages\/(\d+)\/edit\//.exec(location.pathname)?.[1];
}

function show(html) {
  const shown = form.querySelector("[data-suggestions-panel]");
  const made = new DOMParser().parseFromString(html, "text/html").querySelector("[data-suggestions-panel]");
  shown?.remove();
  if (made) (form.querySelector("#tab-content") ?? form).append(document.adoptNode(made));
}

async function ask(url, options = {}) {
  const turn = ++latest;
  const headers = { "X-Requested-With": "XMLHttpRequest", ...options.headers };
  const response = await fetch(url, { ...options, headers });
  if (response.ok && turn === latest) show(await response.text());
}

function refresh() {
  const id = pageId();
  if (id) ask(address.replace("/0/", `/${id}/`));
}

async function decide(button) {
  const panel = button.closest("[data-suggestions-panel]");
  panel.querySelectorAll("button").forEach((other) => (other.disabled = true));
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  await ask(button.dataset.suggestionsPost, { method: "POST", headers: { "X-CSRFToken": token } });
  const next = form.querySelector("[data-suggestions-panel]");
  next?.setAttribute("tabindex", "-1");
  next?.focus();
}

if (form) {
  refresh();
  document.addEventListener("w-autosave:success", refresh);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-suggestions-post]");
    if (button) decide(button);
  });
}
