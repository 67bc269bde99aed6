// Hides the questions that do not concern the visitor; the server decides all the same.

const questions = [...document.querySelectorAll("[data-shown-if]")];

function answers(form, name) {
  return new FormData(form).getAll(name).filter((value) => value !== "");
}

function update() {
  for (const control of questions) {
    const field = control.closest(".field");
    const other = document.querySelector(`.field:not([hidden]) [name="${CSS.escape(control.dataset.shownIf)}"]`);
    const given = other ? answers(control.form, control.dataset.shownIf) : [];
    const wanted = control.dataset.shownIfAnswer;
    field.hidden = !(wanted ? given.includes(wanted) : given.length);
  }
}

for (const form of new Set(questions.map((control) => control.form))) {
  form.addEventListener("input", update);
  form.addEventListener("change", update);
}
update();
