/* The checklist in the editor: shows the list of the saved draft, leads to the place to mend. */
(() => {
  const refresh = async (panel, url) => {
    const response = await fetch(url, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!response.ok) return;
    const html = await response.text();
    const opened = panel.querySelector("details")?.open;
    const focused = panel.contains(document.activeElement);
    panel.innerHTML = html;
    panel.querySelector("details").open = opened;
    if (focused) panel.querySelector("summary").focus();
  };

  // Wagtail's own event after each automatic save; it names the page that a first save made.
  document.addEventListener("w-autosave:success", ({ detail }) => {
    const panel = document.querySelector("[data-checklist]");
    const pk = detail?.data?.pk;
    if (!panel) return;
    if (pk) panel.dataset.checklist = panel.dataset.checklist.replace(/\d+\/$/, `${pk}/`);
    refresh(panel, panel.dataset.checklist);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-checklist-mend]");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    const tab = target.closest("[role=tabpanel]");
    if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
    const section = target.closest("[data-panel]") ?? target;
    for (let at = section; at; at = at.parentElement.closest("[data-panel]")) {
      const toggle = at.querySelector("[data-panel-toggle]");
      if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
    }
    section.scrollIntoView({ block: "center" });
    const field = "input:not([type=hidden]), textarea, select, [contenteditable=true], button.button";
    (target.matches(field) ? target : section.querySelector(field))?.focus({ preventScroll: true });
  });
})();
