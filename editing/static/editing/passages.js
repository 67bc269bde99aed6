// The translation editor of wagtail-localize sends each passage with the token of when it was
// opened, and tells nobody what became of it: its requests go through here, and wait for log-in.
(() => {
  const person = document.querySelector('[data-log-in]')?.dataset.person;
  const token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  const send = window.fetch;

  async function hasEnded(answer) {
    if (answer.status !== 403) return false;
    const said = await answer
      .clone()
      .json()
      .catch(() => ({}));
    return Boolean(said.session);
  }

  window.fetch = async (address, options = {}) => {
    if (!options.headers?.['X-CSRFToken']) return send(address, options);
    const headers = { 'X-Requested-With': 'XMLHttpRequest', 'X-Opened-By': person };
    const again = () =>
      send(address, { ...options, headers: { ...headers, 'X-CSRFToken': token() } });
    const answer = await again();
    if (!(await hasEnded(answer))) return answer;
    const back = await new Promise((done) => {
      document.dispatchEvent(new CustomEvent('session:ended', { detail: { done } }));
    });
    return back ? again() : answer;
  };
})();
