// Keeps what was typed when it is sent, until it has arrived: the site may be away just then, and
// not every browser brings it back. In this tab only, and without files.

const KEY = "quote-draft";
const form = document.querySelector(".quote__form");

// Neither the token nor the trap, which are no questions.
function questions() {
  return [...form.elements].filter((control) => control.name && control.type !== "file" && control.closest(".field"));
}

function keep() {
  const names = new Set(questions().map((control) => control.name));
  sessionStorage.setItem(KEY, JSON.stringify([...new FormData(form)].filter(([name]) => names.has(name))));
}

function bringBack() {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  for (const control of questions()) {
    const given = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (["checkbox", "radio"].includes(control.type)) control.checked = given.includes(control.value);
    else if (control.options) for (const option of control.options) option.selected = given.includes(option.value);
    else control.value = given[0] ?? "";
  }
  form.dispatchEvent(new Event("change")); // for the questions that depend on others
}

// Filled in by the browser, or shown again with errors: newer than what is kept.
function isFilledIn() {
  const typed = questions().some((control) => "defaultValue" in control && control.value !== control.defaultValue);
  return typed || document.querySelector(".error-summary");
}

try {
  if (form) {
    form.addEventListener("submit", keep);
    if (sessionStorage.getItem(KEY) && !isFilledIn()) bringBack();
  } else {
    sessionStorage.removeItem(KEY);
  }
} catch {
  // Storage may be forbidden or full: the form works without it.
}
