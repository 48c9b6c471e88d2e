// Check-in at the entrance: what is tapped is kept in the browser at once and sent when there is a connection. Each
// entry has a key of its own: sent twice, it counts once.
const door = document.querySelector("[data-door]");
const words = door.dataset;
const place = `check-in-${words.door}`;
const EVERY = 15_000;
const MOST_AT_ONCE = 100;
let sending = false;

function kept() {
  return JSON.parse(localStorage.getItem(place) ?? "[]");
}

function keep(entries) {
  localStorage.setItem(place, JSON.stringify(entries));
}

// crypto.randomUUID is missing where the site is served without TLS.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function rows() {
  return [...door.querySelectorAll("[data-registration]")];
}

function isHere(row) {
  return row.querySelector("[name=kind]").value === "undo";
}

function mark(row, here) {
  const button = row.querySelector("button");
  row.querySelector("[name=kind]").value = here ? "undo" : "here";
  button.textContent = here ? words.out : words.in;
  button.classList.toggle("button-secondary", here);
}

function count() {
  const inside = [...rows().filter(isHere), ...door.querySelectorAll("[data-walk-in]")];
  const people = inside.reduce((sum, row) => sum + Number(row.dataset.people), 0);
  door.querySelector("[data-door-count]").textContent = people;
}

function say(text) {
  const state = door.querySelector("[data-door-state]");
  if (state.textContent !== text) state.textContent = text;
}

function sayWhatWaits() {
  const waiting = kept().length;
  say(waiting ? `${words.waiting} ${waiting}` : "");
}

function add(entry) {
  keep([...kept(), { key: newKey(), at: new Date().toISOString(), ...entry }]);
  sayWhatWaits();
  send();
}

// What the server knows, and above it what is still kept here.
function showWhoIsHere(here) {
  const known = new Set(here);
  rows().forEach((row) => mark(row, known.has(Number(row.dataset.registration))));
  showKept();
}

// Somebody without a registration: a line until the page is opened anew and has them in its list.
function showWalkIn(entry) {
  if (door.querySelector(`[data-walk-in="${entry.key}"]`)) return;
  const line = document.createElement("li");
  line.dataset.walkIn = entry.key;
  line.dataset.people = entry.party_size;
  line.textContent = entry.name;
  door.querySelector(".door__list").prepend(line);
}

function showKept() {
  for (const entry of kept()) {
    if (entry.kind === "walk_in") showWalkIn(entry);
    const row = door.querySelector(`[data-registration="${entry.registration}"]`);
    if (row) mark(row, entry.kind !== "undo");
  }
  count();
}

async function post(entries) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  return fetch(words.sync, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
    body: JSON.stringify({ entries }),
  });
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    const response = await post(kept().slice(0, MOST_AT_ONCE));
    if (response.redirected || !response.ok) {
      say(`${words.signedOut} ${words.waiting} ${kept().length}`);
      return;
    }
    const answer = await response.json();
    const settled = new Set([...answer.done, ...Object.keys(answer.refused)]);
    keep(kept().filter((entry) => !settled.has(entry.key)));
    showWhoIsHere(answer.here);
    const refused = Object.values(answer.refused);
    if (refused.length) say(refused.join(" "));
    else sayWhatWaits();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // fetch's way of saying that there is no connection
    sayWhatWaits();
  } finally {
    sending = false;
  }
  if (navigator.onLine && kept().length) setTimeout(send, 1000);
}

function narrow(typed) {
  const wanted = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  for (const row of rows()) {
    const name = row.querySelector(".door__name").textContent.toLocaleLowerCase();
    row.hidden = !wanted.every((word) => (/^\d+$/.test(word) ? row.dataset.number === word : name.includes(word)));
  }
}

door.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-door-tap]")) {
    event.preventDefault();
    const row = form.closest("[data-registration]");
    const kind = form.elements.kind.value;
    mark(row, kind === "here");
    count();
    add({ kind, registration: Number(row.dataset.registration) });
  } else if (form.matches("[data-door-walk-in]") && form.elements.name.value.trim() && form.checkValidity()) {
    event.preventDefault();
    const { name, section, party_size: size } = form.elements;
    add({ kind: "walk_in", name: name.value, section: section.value, party_size: size.value });
    showKept();
    form.reset();
  }
});
door.querySelector("[type=search]").addEventListener("input", (event) => narrow(event.target.value));
window.addEventListener("online", send);
setInterval(send, EVERY);
showKept();
sayWhatWaits();
if (kept().length) send();
