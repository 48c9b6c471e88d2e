// What is similar to the words being typed: shown under the field, and the form need not ask once more.
const PAUSE = 500;
const SHORTEST = 12;

for (const box of document.querySelectorAll("[data-similar]")) {
  const field = document.getElementById(box.dataset.similarField);
  const looked = field.form.elements.looked;
  let timer = 0;
  let asked = "";
  async function ask() {
    const words = field.value.trim();
    if (words === asked || words.length < SHORTEST) return;
    asked = words;
    const response = await fetch(`${box.dataset.similar}?q=${encodeURIComponent(words)}`);
    if (!response.ok || words !== asked) return;
    const page = new DOMParser().parseFromString((await response.json()).html, "text/html");
    box.replaceChildren(...page.body.childNodes);
    if (looked) looked.value = "1";
  }
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}
