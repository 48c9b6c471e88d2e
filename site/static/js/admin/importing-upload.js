// A long document takes a while: the form says so, and is sent once.
const form = document.querySelector(".upload-form");
const said = document.querySelector("[data-import-reading] p");

form?.addEventListener("submit", () => {
  said.hidden = false;
  form.after(said.parentElement);
  form.querySelector("button[type=submit]").disabled = true;
});

// Back from the review: the form may be sent again.
addEventListener("pageshow", () => {
  if (!form) return;
  said.hidden = true;
  form.querySelector("button[type=submit]").disabled = false;
});
