// Lets the button's save name the revision that the editor saved by itself, as autosaves do;
// else it would pass for that of another window. Captured: before w-unsaved compares the form.
// For the same reason the button waits for an autosave that is under way: what it holds is older.
(() => {
  let pending = null; // the event of an autosave, which is sent after its interval
  let pressed = null;

  document.addEventListener(
    'w-autosave:save',
    (event) => {
      pending = event;
    },
    true,
  );

  document.addEventListener(
    'w-autosave:success',
    ({ target, detail }) => {
      let own = target.elements.namedItem('overwrite_revision_id');
      if (!own) {
        own = document.createElement('input');
        own.type = 'hidden';
        own.name = 'overwrite_revision_id';
        target.append(own);
      }
      own.value = detail.response.revision_id;
    },
    true,
  );

  document.addEventListener(
    'submit',
    (event) => {
      if (pending?.target !== event.target) return;
      const interval = Number(event.target.dataset.wAutosaveIntervalValue);
      if (event.timeStamp - pending.timeStamp < interval) {
        pending.preventDefault(); // it was not sent, and need not be
        pending = null;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed = event.submitter;
    },
    true,
  );

  function done({ target }) {
    pending = null;
    if (!pressed) return;
    const { disabled } = pressed;
    pressed.disabled = false; // what is disabled would not be sent
    target.requestSubmit(pressed);
    pressed.disabled = disabled;
    pressed = null;
  }
  document.addEventListener('w-autosave:success', done);
  document.addEventListener('w-autosave:error', done);
})();
