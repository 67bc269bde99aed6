// Hides the questions that do not concern the visitor; the server decides all the same.

const questions = [...document.querySelectorAll(".field [data-shown-if]")];

// What the server will find: no blanks, and files by their names, also those of an earlier post.
function answers(form, name) {
  const sent = new FormData(form);
  const files = sent.getAll(`${name}-kept`).filter((key) => !sent.getAll(`${name}-remove`).includes(key));
  const values = sent.getAll(name).map((value) => (value instanceof File ? value.name : value.trim()));
  return [...values, ...files].filter(Boolean);
}

function isAsked(form, name) {
  return [...form.elements].some((control) => control.name === name && !control.closest(".field[hidden]"));
}

function update() {
  for (const control of questions) {
    const { shownIf: name, shownIfAnswer: wanted } = control.dataset;
    const given = isAsked(control.form, name) ? answers(control.form, name) : [];
    control.closest(".field").hidden = !(wanted ? given.includes(wanted) : given.length);
  }
}

for (const form of new Set(questions.map((control) => control.form))) {
  form.addEventListener("input", update);
  form.addEventListener("change", update);
}
addEventListener("pageshow", update); // a browser that goes back brings the answers back
update();
