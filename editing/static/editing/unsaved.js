// Keeps in the browser what the server does not have yet, and offers it when the same person opens
// the same page again. What is saved goes at once; what is left goes when they log out.
(() => {
  const person = document.querySelector('[data-log-in]')?.dataset.person;
  const RETRY = 15_000; // Wagtail tries for a minute, then waits for the next key
  const NOT_KEPT = /^(csrfmiddlewaretoken|next|action-.*|workflow-.*)$/;

  let opened;
  function database() {
    opened ??= new Promise((done, fail) => {
      const request = indexedDB.open('unsaved', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('texts');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    return opened;
  }
  async function texts(mode, act) {
    const store = (await database()).transaction('texts', mode).objectStore('texts');
    return new Promise((done, fail) => {
      const request = act(store);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  }
  const forget = (...keys) =>
    Promise.all(keys.map((key) => texts('readwrite', (store) => store.delete(key))));

  // The server says at log-out whose copies are to go.
  const [, gone] = /(?:^|; )logged_out=(\d+)/.exec(document.cookie) ?? [];
  if (gone) {
    document.cookie = 'logged_out=; path=/; max-age=0';
    forget(IDBKeyRange.bound(`${gone} `, `${gone} \uffff`));
  }

  const form = document.querySelector('form[data-edit-form][data-controller~="w-autosave"]');
  if (!person) return;
  if (!form) {
    // A page that is no editor follows a save, unless it says or asks something.
    const said = '[data-w-unsaved-force-value], .messages .error';
    const sent = sessionStorage.getItem('sent');
    if (sent && !document.querySelector(said)) {
      sessionStorage.removeItem('sent');
      forget(sent);
    }
    return;
  }
  const keyOf = () => `${person} ${new URL(form.action).pathname}`;
  const keys = new Set([keyOf()]); // two for a page that was made here
  let changed = 0;
  let began = 0;
  let retry;

  function keep() {
    changed = performance.now();
    const fields = [...new FormData(form)].filter(
      ([name, value]) => typeof value === 'string' && !NOT_KEPT.test(name),
    );
    keys.add(keyOf());
    return texts('readwrite', (store) => store.put({ fields, when: Date.now() }, keyOf()));
  }
  const save = () =>
    form.dispatchEvent(new CustomEvent('w-unsaved:add', { bubbles: true, cancelable: true }));

  form.addEventListener('w-unsaved:add', keep);
  form.addEventListener('w-autosave:save', () => {
    began = performance.now();
  });
  form.addEventListener('w-autosave:success', () => {
    clearTimeout(retry);
    keys.add(keyOf());
    if (changed <= began) forget(...keys);
  });
  form.addEventListener('w-autosave:error', ({ detail }) => {
    keep();
    clearTimeout(retry);
    if (/^(network|server)_error$/.test(detail.type)) retry = setTimeout(save, RETRY);
  });
  window.addEventListener('online', () => changed && save());
  // What was sent by the button is saved when the next page knows a newer version.
  form.addEventListener('submit', ({ defaultPrevented }) => {
    if (!defaultPrevented) sessionStorage.setItem('sent', keyOf());
  });

  function take({ fields }) {
    const sent = document.createElement('form');
    sent.method = 'post';
    sent.enctype = 'multipart/form-data';
    const token = form.elements.namedItem('csrfmiddlewaretoken').value;
    [...fields, ['csrfmiddlewaretoken', token]].forEach(([name, value]) => {
      const field = document.createElement('textarea'); // an input would lose the line breaks
      field.name = name;
      field.value = value;
      sent.append(field);
    });
    sent.hidden = true;
    document.body.append(sent);
    sessionStorage.setItem('sent', keyOf());
    sent.submit();
  }

  function offer(copy) {
    const template = document.querySelector('[data-unsaved]');
    const box = template.content.firstElementChild.cloneNode(true);
    const when = box.querySelector('time');
    when.dateTime = new Date(copy.when).toISOString();
    when.textContent = new Date(copy.when).toLocaleString(document.documentElement.lang, {
      dateStyle: 'full',
      timeStyle: 'short',
    });
    box.querySelector('[data-take]').addEventListener('click', () => take(copy));
    box.querySelector('[data-forget]').addEventListener('click', () => {
      forget(keyOf());
      box.remove();
    });
    form.before(box);
  }

  (async () => {
    const copy = await texts('readonly', (store) => store.get(keyOf()));
    const sent = sessionStorage.getItem('sent') === keyOf();
    sessionStorage.removeItem('sent');
    if (!copy) return;
    const known = new Map(copy.fields).get('loaded_revision_id');
    const newer = form.elements.namedItem('loaded_revision_id')?.value !== known;
    if (sent && newer) forget(keyOf());
    else if (!sent) offer(copy);
  })();
})();
