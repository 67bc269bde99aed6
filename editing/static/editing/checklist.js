/* The checklist in the editor: shows the list of the saved draft, leads to the place to mend. */
(() => {
  // Beside the button that publishes: what it would be refused for.
  const sayWhatIsMissing = () => {
    const sentence = document.querySelector("[data-next-step-missing]");
    const missing = document.querySelector("[data-checklist-blocking]");
    if (!sentence) return;
    sentence.hidden = !missing;
    sentence.querySelector("span").textContent = missing?.textContent.trim() ?? "";
  };
  document.addEventListener("DOMContentLoaded", sayWhatIsMissing);

  const refresh = async (panel, url) => {
    const response = await fetch(url, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!response.ok) return;
    const list = panel.querySelector("[data-checklist-list]");
    const summary = () => list.querySelector("summary").textContent.replace(/\s+/g, " ");
    const before = summary();
    const opened = list.querySelector("details").open;
    const focused = list.contains(document.activeElement);
    list.innerHTML = await response.text();
    list.querySelector("details").open = opened;
    sayWhatIsMissing();
    if (focused) list.querySelector("summary").focus();
    if (summary() !== before) panel.querySelector("[data-checklist-status]").textContent = summary();
  };

  // Wagtail's own event after each automatic save; it names the page that a first save made.
  document.addEventListener("w-autosave:success", ({ detail }) => {
    const panel = document.querySelector("[data-checklist]");
    const pk = detail?.data?.pk;
    if (!panel) return;
    if (pk) panel.dataset.checklist = panel.dataset.checklist.replace(/\d+\/$/, `${pk}/`);
    refresh(panel, panel.dataset.checklist);
  });

  // The translation editor saves its passages in its own way.
  document.addEventListener("checklist:renew", ({ target }) => {
    const panel = target.querySelector("[data-checklist]");
    refresh(panel, panel.dataset.checklist);
  });

  const FIELD = "input:not([type=hidden]), textarea, select, [contenteditable=true], button";

  // Opens the tab and the sections around the place, then goes there.
  const mend = (target) => {
    const tab = target.closest("[role=tabpanel]");
    if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
    const section = target.closest("[data-panel]") ?? target;
    for (let at = section; at; at = at.parentElement.closest("[data-panel]")) {
      const toggle = at.querySelector("[data-panel-toggle]");
      if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
    }
    const content = section.querySelector(".w-panel__content") ?? section;
    const fields = target.matches(FIELD) ? [target] : [...content.querySelectorAll(FIELD)];
    const go = (tries) => {
      if (tab?.hidden && tries) return requestAnimationFrame(() => go(tries - 1)); // it fades in
      section.scrollIntoView({ block: "center" });
      return fields.find((field) => field.offsetParent)?.focus({ preventScroll: true });
    };
    go(60);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-checklist-mend]");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    mend(target);
  });
})();
