// Keeps what was typed when it is sent, in this tab only, until the thanks appear: the site may be
// away just then, and not every browser brings it back. Without files, token and trap.

const form = document.querySelector(".quote__form");
const controls = [...document.querySelectorAll(".quote__form .field :is(input:not([type=file]), textarea, option)")];

function keep() {
  const states = controls.map(({ value, checked, selected }) => ({ value, checked, selected }));
  sessionStorage.draft = JSON.stringify(states);
}

// Filled in by the browser, or shown again with errors: newer than what is kept.
function isFilledIn() {
  const typed = ({ value, defaultValue = value }) => value !== defaultValue;
  return controls.some(typed) || document.querySelector(".error-summary");
}

function bringBack(states) {
  if (states.length === controls.length) controls.forEach((control, number) => Object.assign(control, states[number]));
  form.dispatchEvent(new Event("change")); // for the questions that depend on others
}

try {
  form?.addEventListener("submit", keep);
  if (!form) delete sessionStorage.draft;
  else if (sessionStorage.draft && !isFilledIn()) bringBack(JSON.parse(sessionStorage.draft));
} catch {} // Storage may be forbidden: the form works without it.
