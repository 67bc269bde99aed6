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

  // Wagtail notes a rich text for its form a quarter of a second after the last key.
  const NOTED = 400;
  let written = -NOTED;
  const note = ({ target, timeStamp }) => {
    if (target.closest?.('.Draftail-Editor')) written = timeStamp;
  };
  for (const one of ['beforeinput', 'keydown', 'click']) document.addEventListener(one, note, true);

  function press(form, button) {
    if (!button) return form.requestSubmit();
    const { disabled } = button;
    button.disabled = false; // what is disabled would not be sent
    form.requestSubmit(button);
    button.disabled = disabled;
  }

  document.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event;
      const left = written + NOTED - event.timeStamp;
      if (left > 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        setTimeout(() => press(form, submitter), left);
        return;
      }
      if (pending?.target !== form) return;
      const interval = Number(form.dataset.wAutosaveIntervalValue);
      if (event.timeStamp - pending.timeStamp < interval) {
        pending.preventDefault(); // it was not sent, and need not be
        pending = null;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed = submitter;
    },
    true,
  );

  function done({ target }) {
    pending = null;
    if (!pressed) return;
    press(target, pressed);
    pressed = null;
  }
  document.addEventListener('w-autosave:success', done);
  document.addEventListener('w-autosave:error', done);
})();
