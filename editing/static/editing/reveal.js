// Opens what an error lies in. A dialog that holds one opens by itself, as Wagtail's sections do;
// “Go to the first error” opens whatever was closed since.

const ERROR = '.error-message, .help-critical';
const DIALOG = '[data-controller~="w-dialog"]';
const FRAMES = 60;

const show = (dialog) => dialog?.dispatchEvent(new Event('w-dialog:show'));

function showRefused(dialog) {
  if (dialog.closest('[data-edit-form]') && dialog.querySelector(ERROR)) show(dialog);
}

function open(error) {
  show(error.closest(DIALOG));
  const tab = error.closest('[role=tabpanel]');
  if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  for (let at = error.closest('[data-panel]'); at; at = at.parentElement.closest('[data-panel]')) {
    const toggle = at.querySelector('[data-panel-toggle]');
    if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click();
  }
}

// A tab fades in.
function go(error, frames = FRAMES) {
  if (!error.getClientRects().length && frames) {
    requestAnimationFrame(() => go(error, frames - 1));
    return;
  }
  error.setAttribute('tabindex', '-1');
  error.scrollIntoView({ block: 'center' });
  error.focus({ preventScroll: true });
}

document.addEventListener('w-focus:focus', (event) => {
  if (event.target.getClientRects().length || !event.target.matches(ERROR)) return;
  event.preventDefault();
  open(event.target);
  go(event.target);
});
document.addEventListener('w-dialog:ready', ({ target }) => showRefused(target));
document.querySelectorAll(DIALOG).forEach(showRefused);
