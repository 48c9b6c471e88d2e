// The review of a document: the line in hand has its tools, keys work on it, and every change is sent at once.
// Without this module the same buttons send the form.
const form = document.querySelector("[data-import-review]");
const session = document.querySelector("[data-import-session]");
const offline = document.querySelector("[data-import-offline]");
const kept = `import:${location.pathname}`;
let hand = null;
let waiting;
let queue = Promise.resolve();

const lines = () => [...form.querySelectorAll("[data-line]")];
const lineAt = (index) => form.querySelector(`[data-line="${index}"]`);
const isDoubtful = (line) => line.classList.contains("import-line--doubt");

// --- the line in hand ----------------------------------------------------------------------------------

function take(line, { focus = true } = {}) {
  if (!line) return;
  for (const other of form.querySelectorAll(".import-line--in-hand")) {
    other.classList.remove("import-line--in-hand");
    other.tabIndex = -1;
  }
  line.classList.add("import-line--in-hand");
  line.tabIndex = 0;
  hand = Number(line.dataset.line);
  if (focus) {
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  }
}

function move(step) {
  take(lineAt(hand + step));
}

// From the line in hand on, and round to the other end of the document.
function nextDoubtful(step) {
  const all = lines();
  const order = step > 0 ? all : [...all].reverse();
  const after = order.filter((line) => (Number(line.dataset.line) - (hand ?? -step)) * step > 0);
  const found = after.find(isDoubtful) ?? order.find(isDoubtful);
  take(found);
  found?.scrollIntoView({ block: "center" });
}

function stepRole(line, step) {
  const select = line.querySelector("select");
  const count = select.options.length;
  select.selectedIndex = (select.selectedIndex + step + count) % count;
  line.querySelector(".import-line__role").textContent = select.selectedOptions[0].textContent;
  chosen();
}

// --- sending -------------------------------------------------------------------------------------------

// Only what differs from what was shown, and the text that is being split.
function changes(button) {
  const data = new FormData(form);
  for (const select of form.querySelectorAll(".import-line__select")) {
    if (select.selectedOptions[0]?.defaultSelected) data.delete(select.name);
  }
  for (const area of form.querySelectorAll(".import-split textarea")) {
    if (button?.name !== "split" || area.name !== `split-${button.value}`) data.delete(area.name);
  }
  data.append(button?.name || "save", button?.value || "1");
  return data;
}

function keep() {
  const roles = [...form.querySelectorAll(".import-line__select")]
    .filter((select) => !select.selectedOptions[0]?.defaultSelected)
    .map((select) => [select.name, select.value]);
  const version = form.elements.version.value;
  if (roles.length) sessionStorage.setItem(kept, JSON.stringify({ version, roles }));
  else sessionStorage.removeItem(kept);
}

function ask(options = {}) {
  return fetch(location.pathname, { headers: { "X-Requested-With": "XMLHttpRequest" }, ...options });
}

// A login in another tab has changed the form's token: take the new one from the page and try once more.
async function post(data) {
  const answer = await ask({ method: "POST", body: data });
  if (answer.status !== 403) return answer;
  const page = await ask();
  if (!page.ok || page.redirected) return answer;
  const token = parse(await page.text()).querySelector("[name=csrfmiddlewaretoken]").value;
  data.set("csrfmiddlewaretoken", token);
  return ask({ method: "POST", body: data });
}

const parse = (html) => new DOMParser().parseFromString(html, "text/html");

async function send(button, version) {
  if (version !== form.elements.version.value) return;
  const data = changes(button);
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await post(data);
    const ended = answer.redirected || answer.status === 403;
    session.hidden = !ended;
    offline.hidden = ended || answer.ok || answer.status === 422;
    if (ended || !offline.hidden) return keep();
    sessionStorage.removeItem(kept);
    show(parse(await answer.text()));
  } catch {
    offline.hidden = false;
    keep();
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function submit(button) {
  clearTimeout(waiting);
  const version = form.elements.version.value;
  queue = queue.then(() => send(button, version));
}

function chosen() {
  keep();
  clearTimeout(waiting);
  waiting = setTimeout(() => submit(null), 400);
}

// --- showing the answer --------------------------------------------------------------------------------

// Lines that have not changed stay where they are, so that neither the page nor the cursor jumps.
function show(page) {
  const sameLines = form.elements.version.value === page.querySelector("[name=version]")?.value;
  const columns = page.querySelector(".import-columns");
  if (!columns) return;
  const focus = columns.dataset.importFocus ?? hand;
  const active = document.activeElement;
  const held = form.contains(active) && !active.matches("[data-line]") ? active.id || active.name : "";
  const typing = active?.matches?.(".import-split textarea") && sameLines && !page.querySelector(".import-line .import-alert");
  if (sameLines) {
    const fresh = [...page.querySelectorAll("[data-line]")];
    lines().forEach((line, place) => {
      if (typing && line.contains(active)) return;
      line.replaceWith(document.adoptNode(fresh[place]));
    });
    for (const part of [".import-bar", ".import-result"]) {
      const scroll = form.querySelector(part).scrollTop;
      form.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
      form.querySelector(part).scrollTop = scroll;
    }
    for (const field of ["version", "fingerprint", "shown", "csrfmiddlewaretoken"]) {
      form.elements[field].value = page.querySelector(`[name="${field}"]`).value;
    }
    form.querySelector("#import-error")?.remove();
    const error = page.querySelector("#import-error");
    if (error) form.querySelector(".import-columns").before(document.adoptNode(error));
  } else {
    form.replaceChildren(...[...page.body.childNodes].map((node) => document.adoptNode(node)));
  }
  take(lineAt(focus), { focus: !typing && !held });
  const again = held && (document.getElementById(held) ?? form.querySelector(`[name="${CSS.escape(held)}"]`));
  if (again && !typing) again.focus({ preventScroll: true });
  form.querySelector(".import-line .import-alert")?.closest(".import-line").querySelector("textarea")?.focus();
}

// --- listening -----------------------------------------------------------------------------------------

const KEYS = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  ArrowRight: (line) => stepRole(line, 1),
  ArrowLeft: (line) => stepRole(line, -1),
  KeyN: (line, event) => nextDoubtful(event.shiftKey ? -1 : 1),
  Digit2: (line) => line.querySelector("[name=second]")?.click(),
  Enter: (line) => line.querySelector("[name=settle]")?.click(),
  KeyJ: (line) => line.querySelector("[name=join]")?.click(),
  KeyS: (line) => openSplit(line),
  KeyU: () => form.querySelector("[data-import-undo]")?.click(),
};

function openSplit(line) {
  const details = line.querySelector(".import-split");
  details.open = true;
  details.querySelector("textarea").focus();
}

// Letters are keys of the line that has the focus, wherever they stand on the keyboard's layout.
form?.addEventListener("keydown", (event) => {
  if (event.target.matches(".import-split textarea") && event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    event.target.closest(".import-split").querySelector("button").click();
  }
  if (!event.target.matches("[data-line]") || event.ctrlKey || event.altKey || event.metaKey) return;
  const act = KEYS[event.code];
  if (!act) return;
  event.preventDefault();
  act(event.target, event);
});

form?.addEventListener("click", (event) => {
  const next = event.target.closest("[data-import-next], [data-import-glued]");
  if (next) {
    event.preventDefault();
    const line = form.querySelector(next.getAttribute("href"));
    if (next.matches("[data-import-glued]")) {
      take(line);
      line.scrollIntoView({ block: "center" });
    } else nextDoubtful(1);
    return;
  }
  const step = event.target.closest("[data-import-step]");
  const line = event.target.closest("[data-line]");
  if (step) stepRole(line, Number(step.dataset.importStep));
  else if (line && !event.target.closest("button, select, textarea, a, summary, label")) {
    if (!String(getSelection())) take(line);
  } else if (line) take(line, { focus: false });
});

form?.addEventListener("change", (event) => {
  if (event.target.matches("select, .import-fact input")) chosen();
});

// Every button but the one that makes the draft is answered in place.
form?.addEventListener("submit", (event) => {
  if (event.submitter?.name === "confirm") return;
  event.preventDefault();
  submit(event.submitter);
});

// What an ended session has left unsent is sent now.
function restore() {
  const stored = JSON.parse(sessionStorage.getItem(kept) ?? "null");
  if (!stored) return;
  sessionStorage.removeItem(kept);
  if (stored.version !== form.elements.version.value) return;
  for (const [name, value] of stored.roles) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  chosen();
}

if (form) {
  restore();
  const start = /^#line-\d+$/.test(location.hash) ? form.querySelector(location.hash) : null;
  take(start ?? lineAt(0), { focus: Boolean(start) });
  document.getElementById("import-error")?.focus();
}
