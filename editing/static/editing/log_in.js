// Opens log-in over the text when another script says `session:ended`; tells it whether the same
// person is back.
(() => {
  const dialog = document.querySelector('[data-log-in]');
  if (!dialog) return;
  const place = dialog.querySelector('[data-log-in-frame]');
  const ended = dialog.querySelector('[data-log-in-ended]');
  const other = dialog.querySelector('[data-log-in-other]');
  let waiting = [];

  function end(back) {
    const told = waiting;
    waiting = [];
    place.replaceChildren(); // first: a frame that goes takes the focus along
    if (dialog.open) dialog.close();
    window.focus();
    if (back) document.dispatchEvent(new Event('session:back'));
    told.forEach((done) => done(back));
  }

  function show(who) {
    ended.hidden = place.hidden = who;
    other.hidden = !who;
  }

  // The frame ends in a page that says who logged in.
  function look({ target }) {
    const person = target.contentDocument?.body?.dataset.loggedIn;
    if (!person) return;
    if (person === dialog.dataset.person) end(true);
    else show(person);
  }

  function ask() {
    show(null);
    const frame = document.createElement('iframe');
    frame.title = place.dataset.title;
    frame.src = dialog.dataset.logIn;
    frame.addEventListener('load', look);
    place.replaceChildren(frame);
  }

  document.addEventListener('session:ended', ({ detail }) => {
    waiting.push(detail.done);
    if (dialog.open) return;
    ask();
    dialog.showModal();
  });
  dialog.addEventListener('cancel', () => end(false));
  dialog.querySelector('[data-log-in-later]').addEventListener('click', () => end(false));
  other.querySelector('button').addEventListener('click', async () => {
    const [, token] = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie) ?? [];
    await fetch(dialog.dataset.logOut, { method: 'POST', headers: { 'X-CSRFToken': token } });
    ask();
  });
})();
