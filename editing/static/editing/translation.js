/* The translation editor: puts the state above the passages, renews the checklist as they change. */
document.addEventListener("DOMContentLoaded", () => {
  const editor = document.querySelector(".js-translation-editor");
  const state = document.querySelector("[data-translation-state]");
  editor.before(state);

  // The editor redraws a passage once the server has it; nothing else tells that it was saved.
  const renew = () => state.dispatchEvent(new CustomEvent("checklist:renew", { bubbles: true }));
  let waiting;
  new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, 700);
  }).observe(editor, { childList: true, subtree: true });
});
