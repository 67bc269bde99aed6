/* The translation editor: puts the state above the passages, renews the checklist as they change. */
document.addEventListener("DOMContentLoaded", () => {
  const editor = document.querySelector(".js-translation-editor");
  const state = document.querySelector("[data-translation-state]");
  editor.before(state);

  // wagtail-localize writes “Français to Anglais translation”, whatever the language.
  const head = () => {
    for (const heading of editor.querySelectorAll("h3")) {
      if (/ to .+ translation$/.test(heading.textContent)) heading.textContent = state.dataset.heading;
    }
  };
  head();

  // The editor redraws a passage once the server has it; nothing else tells that it was saved.
  const renew = () => state.dispatchEvent(new CustomEvent("checklist:renew", { bubbles: true }));
  let waiting;
  new MutationObserver(() => {
    head();
    clearTimeout(waiting);
    waiting = setTimeout(renew, 700);
  }).observe(editor, { childList: true, subtree: true });
});
