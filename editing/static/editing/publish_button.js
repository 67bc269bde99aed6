// Renames the publish button while the go-live date is being chosen.

// “2026-03-03 08:00”, as Wagtail's field has it: on the clock of the editor's time zone.
const DATE = /^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)/;

function dayInWords(year, month, day, language, thisYear) {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
  const words = Object.fromEntries(
    format.formatToParts(Date.UTC(year, month - 1, day)).map((part) => [part.type, part.value]),
  );
  const number = language.startsWith('fr') && words.day === '1' ? '1er' : words.day;
  const text = `${words.weekday} ${number} ${words.month}`;
  return year === thisYear ? text : `${text} ${words.year}`;
}

function labelFor(value, { plain, dated, past, timeZone, language }) {
  const match = DATE.exec(value.trim());
  if (!match) return plain;
  // Swedish writes dates as the field does.
  const now = new Date().toLocaleString('sv', { timeZone });
  if (match[0] <= now.slice(0, 16)) return `${plain} (${past})`;
  const [, year, month, day, time] = match;
  return dated
    .replace('{day}', dayInWords(year, month, day, language, now.slice(0, 4)))
    .replace('{time}', time);
}

function rename(field) {
  document.querySelectorAll('[data-publish-button]').forEach((button) => {
    button.querySelector('em').textContent = labelFor(field.value, button.dataset);
  });
}

// Captured: the date picker's own event does not bubble.
['input', 'change'].forEach((type) => {
  document.addEventListener(
    type,
    ({ target }) => {
      if (target.name === 'go_live_at') rename(target);
    },
    true,
  );
});
