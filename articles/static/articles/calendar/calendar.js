// Moves entries without leaving the calendar: by drag and drop, and in a dialog.
// Without this script "Move" is a link to a page with the same form.

const form = document.querySelector("#calendar-form");
const alert = document.querySelector("#calendar-alert");
const dialog = document.querySelector("#calendar-dialog");

// Returns nothing when it was moved (the page then loads again), else the sentence that says why not.
async function move(control, field, value) {
  const body = new FormData(form);
  body.set(field, value);
  const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
  try {
    const answer = await fetch(control.dataset.move, { method: "POST", body, headers });
    const { url, message } = await answer.json();
    if (!url) return message;
    const target = new URL(url, location.href);
    const same = target.pathname + target.search === location.pathname + location.search;
    location.assign(target);
    if (same) location.reload();
    return "";
  } catch {
    return alert.dataset.failed;
  }
}

function watchDrags(entry) {
  const control = entry.querySelector("[data-move]");
  entry.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", control.dataset.title);
    event.dataTransfer.effectAllowed = "move";
    entry.classList.add("calendar-entry--dragged");
  });
  entry.addEventListener("dragend", () => entry.classList.remove("calendar-entry--dragged"));
}

function watchDrops(day) {
  const mark = (on) => day.classList.toggle("calendar-day--drop", on);
  day.addEventListener("dragover", (event) => {
    if (!document.querySelector(".calendar-entry--dragged")) return;
    event.preventDefault();
    mark(true);
  });
  day.addEventListener("dragleave", (event) => mark(day.contains(event.relatedTarget)));
  day.addEventListener("drop", async (event) => {
    event.preventDefault();
    mark(false);
    const entry = document.querySelector(".calendar-entry--dragged");
    if (!entry || day.contains(entry)) return;
    const place = document.createComment("");
    entry.replaceWith(place);
    day.querySelector(".calendar-entries").append(entry);
    day.classList.remove("calendar-day--empty");
    alert.textContent = "";
    const refusal = await move(entry.querySelector("[data-move]"), "day", day.dataset.day);
    if (!refusal) return;
    place.replaceWith(entry);
    alert.textContent = refusal;
    alert.scrollIntoView({ block: "center" });
  });
}

function openDialog(control) {
  const fields = dialog.querySelector("form");
  const when = fields.elements.when;
  const refusal = dialog.querySelector(".calendar-alert");
  dialog.querySelector("[data-title]").textContent = control.dataset.title;
  refusal.textContent = "";
  when.value = control.dataset.when || when.defaultValue;
  fields.onsubmit = async (event) => {
    event.preventDefault();
    refusal.textContent = "";
    refusal.textContent = await move(control, "when", when.value);
  };
  dialog.showModal();
  when.focus();
}

document.querySelectorAll(".calendar-entry[draggable]").forEach(watchDrags);
document.querySelectorAll("[data-day]").forEach(watchDrops);
document.querySelectorAll("[data-move]").forEach((control) => {
  control.addEventListener("click", (event) => {
    event.preventDefault();
    openDialog(control);
  });
});
dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());

// A click on the free room of a day does what its link says.
document.querySelectorAll("[data-day]").forEach((day) => {
  day.addEventListener("click", (event) => {
    const link = day.querySelector("[data-begin]");
    if (link && !event.target.closest("a, button, .calendar-entry")) link.click();
  });
});

// After a move, the keyboard goes on where the entry is now.
if (location.hash.startsWith("#entry-")) {
  document.querySelector(`[id="${location.hash.slice(1)}"] a`)?.focus();
}
