// Suggestions while somebody types in the search field: a combobox with a list
// (w3.org/WAI/ARIA/apg/patterns/combobox/). The form is the same without them.
const PAUSE = 200; // milliseconds without a key, before the site is asked
const SHORTEST = 2; // letters

const form = document.querySelector("[data-suggestions]");
const field = form.querySelector("input");
const list = form.querySelector("[role=listbox]");
const status = form.querySelector("[role=status]");
let pause, asking, active;

field.autocomplete = "off"; // what the browser remembers would lie over the list
field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", list.id);
close();

function close() {
  clearTimeout(pause);
  asking?.abort();
  choose();
  list.hidden = true;
  status.textContent = "";
  field.setAttribute("aria-expanded", "false");
}

function choose(option) {
  active?.setAttribute("aria-selected", "false");
  active = option;
  active?.setAttribute("aria-selected", "true");
  active?.scrollIntoView({ block: "nearest" });
  if (active) field.setAttribute("aria-activedescendant", active.id);
  else field.removeAttribute("aria-activedescendant");
}

async function ask() {
  const typed = field.value.trim();
  if (typed.length < SHORTEST) return close();
  clearTimeout(pause);
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(typed)}`, { signal });
    const { options, said } = await answer.json();
    if (!signal.aborted) show(options, said);
  } catch {
    if (!signal.aborted) close(); // the site is away: the form may still get through
  }
}

function show(options, said) {
  choose();
  list.innerHTML = options;
  list.hidden = !list.children.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
  status.textContent = said;
}

field.addEventListener("input", () => {
  clearTimeout(pause);
  asking?.abort(); // it would answer what was typed before, and be replaced under who chooses
  pause = setTimeout(ask, PAUSE);
});

const KEYS = {
  ArrowDown: (all, place) => all[place + 1] ?? all[0],
  ArrowUp: (all, place) => all[place - 1] ?? all.at(-1),
  Home: (all, place) => place >= 0 && all[0],
  End: (all, place) => place >= 0 && all.at(-1),
};

field.addEventListener("keydown", (event) => {
  const { key, isComposing } = event;
  if (isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (list.hidden && key === "ArrowDown") return ask();
  if (list.hidden) return key === "Escape" ? close() : undefined; // nor what was asked for
  const all = [...list.children];
  const option = KEYS[key]?.(all, all.indexOf(active));
  if (option) choose(option);
  else if (key === "Escape") close();
  else if (key === "Enter" && active) active.click();
  else return;
  event.preventDefault();
});

list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
field.addEventListener("blur", close);
form.addEventListener("submit", close);
