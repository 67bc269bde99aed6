// Keeps the formatting of what is pasted, takes dropped files, and sends nothing that is too large.
// Without this script the text and the file are sent as they are.

const form = document.querySelector("#transcript-paste");
const { text, file, marked } = form.elements;
const alert = form.querySelector(".transcript-alert");
const kept = form.querySelector(".transcript-kept");
const LONGEST = 1_000_000; // characters: above, Django takes no field

let html = "";
let plain = "";

text.addEventListener("paste", (event) => {
  const found = event.clipboardData.getData("text/html");
  const whole = text.value.slice(text.selectionStart, text.selectionEnd) === text.value;
  if (!found || !whole) return;
  html = found;
  // What the browser itself makes of the pasted text is there a moment later.
  setTimeout(() => {
    plain = text.value;
    kept.textContent = kept.dataset.kept;
  });
});

// Who goes on writing means the text, not what was on the clipboard.
text.addEventListener("input", (event) => {
  if (event.inputType === "insertFromPaste") return;
  html = "";
  kept.textContent = "";
});

document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("transcript-drop");
});
document.addEventListener("dragleave", () => form.classList.remove("transcript-drop"));
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  form.classList.remove("transcript-drop");
  file.files = event.dataTransfer.files;
  refuse();
});
file.addEventListener("change", refuse);

// Says why nothing is sent, and returns whether there is a reason.
function refuse() {
  const large = file.files[0]?.size > Number(form.dataset.most);
  alert.textContent = large ? form.dataset.tooLarge : "";
  if (!large && text.value.length > LONGEST) alert.textContent = form.dataset.tooLong;
  return Boolean(alert.textContent);
}

form.addEventListener("submit", (event) => {
  if (refuse()) return event.preventDefault();
  const files = new DataTransfer();
  const small = html.length < Number(form.dataset.most);
  if (html && small && text.value === plain) files.items.add(new File([html], "clipboard.html"));
  marked.files = files.files;
});
