/* Search and filters. What they show is text, never markup. */
(function () {
  'use strict';

  const most = 100;
  const words = (text) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');

  /** Entries that contain all words; first those whose title is what is sought, then those whose title contains it. */
  function hits(query) {
    const sought = words(query);
    if (sought.length === 0) return [];
    const whole = query.trim().toLowerCase();
    const rank = ([, title]) => (title.toLowerCase() === whole ? 0 : title.toLowerCase().includes(sought[0]) ? 1 : 2);
    return globalThis.searchIndex
      .filter((entry) => {
        const text = entry.slice(0, 3).join(' ').toLowerCase();
        return sought.every((word) => text.includes(word));
      })
      .sort((a, b) => rank(a) - rank(b));
  }

  function hit([kind, title, text, target]) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = target;
    link.textContent = title;
    const origin = document.createElement('small');
    origin.textContent = ` ${kind} `;
    item.append(link, origin, text);
    return item;
  }

  function search(query) {
    const found = hits(query);
    const more = found.length > most ? `; the first ${most} are shown` : '';
    const hint = 'Write words, an error code or the name of an operation.';
    const empty = query.trim() === '' ? hint : 'Nothing has all these words.';
    document.getElementById('found').textContent = found.length === 0 ? empty : `${found.length} found${more}`;
    document.getElementById('hits').replaceChildren(...found.slice(0, most).map(hit));
  }

  const field = document.getElementById('q');
  if (globalThis.searchIndex) {
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    field.addEventListener('input', () => search(field.value));
    search(field.value);
  }

  document.addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.focus();
    }
  });

  for (const filter of document.querySelectorAll('[data-filter]')) {
    const rows = [...document.querySelectorAll(`#${filter.dataset.filter} tbody tr`)];
    const count = document.getElementById(`${filter.dataset.filter}-count`);
    const apply = () => {
      const sought = words(filter.value);
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !sought.every((word) => text.includes(word));
      }
      count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
    };
    filter.addEventListener('input', apply);
    apply();
  }
})();
