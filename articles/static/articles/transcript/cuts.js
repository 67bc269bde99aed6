// Says with one key or click what a line is, cuts it where one clicked, and stores each change.
// Without this script the same buttons send the form.

const form = document.querySelector("#transcript-cuts");
const alert = form.querySelector(".transcript-alert");
let sending = Promise.resolve();
let waiting = 0;

const row = (place) => document.querySelector(`#line-${place}`);
const rowOf = (element) => element.closest(".transcript-row");

// Sends the roles as they are when its turn comes, and what to do; then shows the lines anew.
function send(action, value, place) {
  waiting += 1;
  sending = sending.then(async () => {
    const body = new FormData(form);
    if (action) body.set(action, value);
    try {
      const headers = { "X-Requested-With": "XMLHttpRequest" };
      const answer = await fetch(location.pathname, { method: "POST", body, headers });
      const refused = answer.status === 403 && (await answer.json()).error_message;
      if (refused) throw new Error(refused);
      if (!answer.ok) throw new Error(form.dataset.failed);
      const html = await answer.text();
      alert.textContent = "";
      if (waiting === 1 || action) show(html, place);
      else takeVersion(html);
    } catch (error) {
      alert.textContent = error instanceof TypeError ? form.dataset.failed : error.message;
    }
    waiting -= 1;
  });
  return sending;
}

// While further changes wait, what they were made on stays as it is.
function takeVersion(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  form.elements.version.value = fresh.querySelector("[name=version]").value;
}

function show(html, place) {
  const focused = document.activeElement;
  const at = place ?? (form.contains(focused) && rowOf(focused)?.dataset.place);
  const name = focused?.name;
  const inRow = focused && rowOf(focused) === focused;
  document.querySelector("#transcript-lines").outerHTML = html;
  begin();
  if (at === undefined || at === false || at === null) return;
  const target = name && !inRow ? form.querySelector(`[name="${name}"]:is(:checked, [type=text])`) : null;
  (target ?? row(at))?.focus({ preventScroll: true });
}

// Tab leads to one line; the arrows lead on.
function begin() {
  const first = form.querySelector(".transcript-row");
  if (first) first.tabIndex = 0;
}

function assign(line, radio) {
  radio.checked = true;
  line.className = `transcript-row transcript-row--${radio.value}`;
  send();
}

// The place in the text of `line` where one clicked, in letters, or nothing.
function clicked(line) {
  const text = line.querySelector("[data-text]");
  const selection = getSelection();
  if (!text || !selection.rangeCount || !text.contains(selection.focusNode)) return 0;
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(selection.focusNode, selection.focusOffset);
  return [...range.toString()].length;
}

function cut(line) {
  const { place } = line.dataset;
  const at = clicked(line);
  if (at) send("do", `split:${place}:${at}`, Number(place) + 1);
  else send("open", place, place);
}

form.addEventListener("keydown", (event) => {
  const line = event.target;
  if (!line.matches(".transcript-row") || event.altKey || event.metaKey) return;
  const place = Number(line.dataset.place);
  const key = event.key.toUpperCase();
  const radio = [...line.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (key === "U" || (key === "Z" && event.ctrlKey)) send("do", "undo", place);
  else if (event.ctrlKey) return;
  else if (key === "ARROWDOWN") row(place + 1)?.focus();
  else if (key === "ARROWUP") row(place - 1)?.focus();
  else if (key === "ENTER") cut(line);
  else if (key === "BACKSPACE" && place) send("do", `join:${place}`, place - 1);
  else if (radio) {
    assign(line, radio);
    row(place + 1)?.focus();
  } else return;
  event.preventDefault();
});

form.addEventListener("change", (event) => {
  const line = rowOf(event.target);
  if (!line) return;
  if (event.target.type === "radio") assign(line, event.target);
  else send();
});

form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button || button.value === "draft" || button.value === "save") {
    if (!waiting) return;
    event.preventDefault();
    await sending;
    form.requestSubmit(button);
    return;
  }
  event.preventDefault();
  const line = rowOf(button);
  if ("cut" in button.dataset) cut(line);
  else send(button.name, button.value, line?.dataset.place);
});

begin();
