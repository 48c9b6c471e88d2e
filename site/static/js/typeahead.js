// Suggestions under the search box: a combobox whose options are links. Without this file the form just works.
const DELAY = 180;
const LETTERS = 2;
let number = 0;

for (const form of document.querySelectorAll("form[data-typeahead]")) enhance(form);

function enhance(form) {
  const input = form.querySelector("input[type=search]");
  const id = `suggestions-${(number += 1)}`;
  const list = element("ul", { id, role: "listbox", class: "suggestions", "aria-label": form.dataset.typeaheadLabel });
  const status = element("p", { class: "visually-hidden", role: "status" });
  let options = [];
  let active = -1;
  let timer = 0;
  let request = null;

  list.hidden = true;
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
    "aria-haspopup": "listbox",
  })) {
    input.setAttribute(name, value);
  }

  function close() {
    window.clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    move(-1);
  }

  function move(index) {
    options[active]?.setAttribute("aria-selected", "false");
    active = index;
    if (options[active]) {
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function show({ items, status: words }) {
    active = -1;
    options = items.map((item, index) => {
      const option = element("li", { id: `${id}-${index}`, role: "option", "aria-selected": "false" });
      option.dataset.url = item.url;
      option.append(element("span", {}, item.title), element("span", { class: "suggestions__kind" }, item.kind));
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    status.textContent = words;
  }

  async function ask() {
    request?.abort();
    const text = input.value.trim();
    if (text.length < LETTERS) return close();
    request = new AbortController();
    const url = `${form.dataset.typeahead}?${new URLSearchParams({ q: text })}`;
    try {
      const answer = await fetch(url, { signal: request.signal, headers: { Accept: "application/json" } });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function go(option) {
    if (option) window.location.assign(option.dataset.url);
  }

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, DELAY);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && options[active] && !list.hidden) {
      event.preventDefault();
      go(options[active]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = options.length + 1; // one for the box itself
      move(((active + 1 + step + places) % places) - 1);
    }
  });
  input.addEventListener("blur", () => window.setTimeout(close, 150));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value ?? "");
  made.textContent = text;
  return made;
}
