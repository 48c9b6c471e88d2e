// Remembers how the reader wants the site to look. The look itself is CSS: see css/lowvision.css.
const KEY = "view";
const GROUPS = { size: "usual", colours: "usual", spacing: "usual", pictures: "on", scheme: "auto" };
const root = document.documentElement;

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {}; // storage is closed to us, or holds what we did not write
  }
}

function write(choice) {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // A reader who forbids storage still has the choice for this page.
  }
}

function apply(choice) {
  for (const [group, usual] of Object.entries(GROUPS)) {
    if (choice[group] && choice[group] !== usual) root.dataset[group] = choice[group];
    else delete root.dataset[group];
  }
}

function follow(form) {
  const choice = read();
  for (const group of Object.keys(GROUPS)) {
    const input = form.querySelector(`input[name="${group}"][value="${CSS.escape(choice[group] ?? "")}"]`);
    if (input) input.checked = true;
  }
  const remember = (chosen) => {
    apply(chosen);
    write(chosen);
  };
  form.addEventListener("change", () => remember(Object.fromEntries(new FormData(form))));
  form.addEventListener("reset", () => remember({}));
}

apply(read());
const start = () => document.querySelectorAll(".view-panel").forEach(follow);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
