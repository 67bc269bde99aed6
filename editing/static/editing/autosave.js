// Lets the button's save name the revision that the editor saved by itself, as autosaves do;
// else it would pass for that of another window. Captured: before w-unsaved compares the form.

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
