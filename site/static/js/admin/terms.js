/* <terms-choice> around a <select multiple>: the chosen terms in a line, all of them behind a search. */
class TermsChoice extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector("select");
    if (!select && document.readyState === "loading") {
      // The script stands above the form: the element is met before the parser has filled it.
      document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      return;
    }
    if (!select || this.querySelector("details")) return;
    select.hidden = true;
    this.details = document.createElement("details");
    this.summary = document.createElement("summary");
    this.summary.id = `${select.id}-chosen`;
    const search = document.createElement("input");
    search.type = "search";
    search.placeholder = this.dataset.search;
    search.setAttribute("aria-label", this.dataset.search);
    const list = document.createElement("ul");
    const missing = document.createElement("p");
    missing.textContent = this.dataset.missing;
    missing.hidden = true;
    for (const option of select.options) list.append(this.line(select, option));
    search.addEventListener("input", () => {
      const typed = search.value.trim().toLocaleLowerCase();
      let shown = 0;
      for (const line of list.children) {
        line.hidden = !line.textContent.toLocaleLowerCase().includes(typed);
        if (!line.hidden) shown += 1;
      }
      missing.hidden = shown > 0;
    });
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const first = [...list.children].find((line) => !line.hidden);
      first?.querySelector("input").click();
    });
    this.details.addEventListener("toggle", () => {
      if (this.details.open) search.focus();
    });
    this.details.append(this.summary, search, list, missing);
    this.append(this.details);
    this.tell(select);
  }

  line(select, option) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = option.selected;
    box.addEventListener("change", () => {
      option.selected = box.checked;
      this.tell(select);
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    label.append(box, option.text);
    const line = document.createElement("li");
    line.append(label);
    return line;
  }

  tell(select) {
    const chosen = [...select.selectedOptions].map((option) => option.text);
    this.summary.textContent = chosen.join(", ") || this.dataset.none;
  }
}

customElements.define("terms-choice", TermsChoice);
