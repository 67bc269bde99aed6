// A form that is open while the person logs in again in another tab takes the new token over; and
// what a chooser or another window of the CMS cannot show for want of a session is said.

const token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];

document.addEventListener(
  'submit',
  ({ target }) => {
    const field = target.elements.namedItem('csrfmiddlewaretoken');
    if (field && token()) field.value = token();
  },
  true,
);
document.addEventListener(
  'w-autosave:save',
  ({ detail }) => {
    if (token()) detail.formData.set('csrfmiddlewaretoken', token());
  },
  true,
);

function say(text) {
  const detail = { text, type: 'error', clear: true };
  document.dispatchEvent(new CustomEvent('w-messages:add', { detail }));
}

window.jQuery?.(document).ajaxError((event, { status, responseJSON, responseText }) => {
  if (status !== 403) return;
  let answer = responseJSON;
  try {
    answer ??= JSON.parse(responseText);
  } catch {
    return;
  }
  if (!answer?.error_message) return;
  say(answer.error_message);
  // The chooser holds its button until a window closes that never opened.
  document.querySelectorAll('button[disabled]:not([data-force-disabled])').forEach((button) => {
    if (button.closest('[data-chooser], .chooser, [data-block]')) button.disabled = false;
  });
});
