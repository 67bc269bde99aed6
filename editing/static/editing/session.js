// A form that is open while its person logs in again takes the new token over, and says whose it
// is; where a session has ended, log-in is asked for, and what was asked of the server is repeated.
(() => {
  const person = document.querySelector('[data-log-in]')?.dataset.person;
  const token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  let ended = false;
  let declined = false; // whoever goes on without logging in is asked again by the button alone

  const back = () =>
    new Promise((done) => {
      document.dispatchEvent(new CustomEvent('session:ended', { detail: { done } }));
    });

  function renew() {
    if (!token()) return;
    document.querySelectorAll('input[name=csrfmiddlewaretoken]').forEach((field) => {
      field.value = token();
    });
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token();
  }
  document.addEventListener('session:back', renew);

  document.addEventListener(
    'submit',
    async (event) => {
      const { target: form, submitter } = event;
      const field = form.elements.namedItem('csrfmiddlewaretoken');
      if (!field) return;
      if (ended) {
        event.preventDefault();
        event.stopImmediatePropagation();
        ended = !(await back());
        if (!ended) form.requestSubmit(submitter);
        return;
      }
      if (token()) field.value = token();
      if (!person || form.action.endsWith('/logout/') || form.elements.namedItem('opened_by')) return;
      const opened = document.createElement('input');
      opened.type = 'hidden';
      opened.name = 'opened_by';
      opened.value = person;
      form.append(opened);
    },
    true,
  );

  document.addEventListener(
    'w-autosave:save',
    ({ detail }) => {
      if (token()) detail.formData.set('csrfmiddlewaretoken', token());
      if (person) detail.formData.set('opened_by', person);
    },
    true,
  );
  document.addEventListener('w-autosave:success', () => {
    ended = declined = false;
  });
  document.addEventListener(
    'w-autosave:error',
    async ({ target, detail }) => {
      if (!['ended', 'other'].includes(detail.response?.session)) return;
      ended = true;
      if (declined) return;
      declined = !(await back());
      if (declined) return;
      ended = false;
      // As if something had been typed: that is when Wagtail saves.
      target.dispatchEvent(new CustomEvent('w-unsaved:add', { bubbles: true, cancelable: true }));
    },
    true,
  );

  function release() {
    // The chooser holds its button until a window closes that never opened.
    document.querySelectorAll('button[disabled]:not([data-force-disabled])').forEach((button) => {
      if (button.closest('[data-chooser], .chooser, [data-block]')) button.disabled = false;
    });
  }

  const ours = (settings) => new URL(settings.url, window.location).origin === window.location.origin;

  window.jQuery?.(document).ajaxSend((event, request, settings) => {
    if (person && ours(settings)) request.setRequestHeader('X-Opened-By', person);
  });
  window.jQuery?.(document).ajaxError(async (event, { status, responseText }, settings) => {
    if (status !== 403) return;
    let answer;
    try {
      answer = JSON.parse(responseText);
    } catch {
      return;
    }
    if (!answer?.error_message) return;
    if (answer.session && (await back())) {
      if (typeof settings.data === 'string') {
        const data = new URLSearchParams(settings.data);
        if (data.has('csrfmiddlewaretoken')) data.set('csrfmiddlewaretoken', token());
        settings.data = data.toString();
      }
      window.jQuery.ajax(settings);
      return;
    }
    const detail = { text: answer.error_message, type: 'error', clear: true };
    document.dispatchEvent(new CustomEvent('w-messages:add', { detail }));
    release();
  });
})();
