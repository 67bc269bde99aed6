// Names each field of the form by its question, and lets its condition be chosen from a list: the
// questions before it, the answers of the one that is chosen. Without this script both are typed.
(() => {
  const CHOICES = ["dropdown", "multiselect", "radio", "checkboxes"];

  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const label = (row) => field(row, "label").value.trim();
  const rows = (list) =>
    [...list.children].filter((row) => field(row, "label") && field(row, "DELETE")?.value !== "1");

  // As Wagtail reads them: a line each, or between commas.
  const choices = (row) => {
    const text = field(row, "choices").value;
    if (!CHOICES.includes(field(row, "field_type").value)) return [];
    const parts = text.includes("\n") ? text.split("\n") : text.split(",");
    return parts.map((one) => one.trim().replace(/,$/, "").trim()).filter(Boolean);
  };

  // Puts a list in the place of a text field, which keeps the value and sends it.
  const listFor = (input) => {
    if (input.chooser) return input.chooser;
    const select = document.createElement("select");
    select.id = input.id;
    if (input.getAttribute("aria-describedby")) {
      select.setAttribute("aria-describedby", input.getAttribute("aria-describedby"));
    }
    input.removeAttribute("id");
    input.type = "hidden";
    input.before(select);
    select.addEventListener("input", () => {
      input.value = select.value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    input.chooser = select;
    return select;
  };

  // What was stored and can no longer be chosen stays, so that nothing changes by itself.
  const offer = (input, values) => {
    const select = listFor(input);
    const all = [...new Set(["", ...values, input.value])];
    const now = [...select.options].map((option) => option.value);
    if (JSON.stringify(all) !== JSON.stringify(now)) {
      select.replaceChildren(...all.map((one) => new Option(one || input.dataset.none, one)));
    }
    select.value = input.value;
  };

  const nameRow = (row) => {
    const heading = row.querySelector("[data-panel-heading-text]");
    if (!heading.question) {
      const plain = document.createElement("span"); // Wagtail counts in it
      plain.append(...heading.childNodes);
      heading.question = document.createElement("span");
      heading.append(plain, heading.question);
      heading.plain = plain;
    }
    heading.question.textContent = label(row);
    heading.plain.hidden = Boolean(label(row));
  };

  // Who renames a question keeps the conditions that name it: also while no letter of it is left,
  // or those that are there are another question's name.
  const follow = (all, row, place) => {
    const condition = field(row, "shown_if");
    if (!condition.question || condition.value !== condition.named) {
      const named = (one) => label(one) && label(one) === condition.value;
      condition.question = all.slice(0, place).find(named);
    } else {
      condition.value = label(condition.question) || condition.value;
    }
    condition.named = condition.value;
  };

  const refresh = (list) => {
    const all = rows(list);
    all.forEach((row, place) => follow(all, row, place));
    all.forEach((row, place) => {
      nameRow(row);
      const earlier = all.slice(0, place).filter(label);
      offer(field(row, "shown_if"), earlier.map(label));
      const other = earlier.find((one) => label(one) === field(row, "shown_if").value);
      offer(field(row, "shown_if_answer"), other ? choices(other) : []);
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    const list = document.getElementById("id_form_fields-FORMS");
    if (!list) return;
    refresh(list);
    list.addEventListener("input", () => refresh(list));
    list.addEventListener("change", () => refresh(list));
    list.addEventListener("click", () => setTimeout(() => refresh(list)));
    new MutationObserver(() => refresh(list)).observe(list, { childList: true });
  });
})();
