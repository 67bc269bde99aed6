// Leaves a line where a block was removed, from which it comes back with all that it held.
// Wagtail's block of blocks forgets what it removes; what it held is put in again.
(() => {
  const words = document.currentScript.dataset;
  const removed = new Map(); // the line in its place → its sequence, the block, what it held

  const status = document.createElement('p');
  status.className = 'w-sr-only';
  status.role = 'status';

  // Yields the sequences in a block, in the same order for each block that holds the same.
  function* sequencesIn(block) {
    if (block.children) {
      yield block;
      for (const child of block.children) yield* sequencesIn(child.block);
    } else {
      for (const inner of Object.values(block.childBlocks ?? {})) yield* sequencesIn(inner);
    }
  }

  // Rich text as a field keeps it: an editor that begins with Draftail's own object hands nothing
  // to the form until it is typed in.
  function plain(state) {
    if (state?.getCurrentContent) {
      return JSON.stringify(window.Draftail.serialiseEditorStateToRaw(state));
    }
    if (Array.isArray(state)) return state.map(plain);
    if (state?.constructor !== Object) return state;
    return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, plain(value)]));
  }

  function find(element) {
    let root = element;
    while (root && !root.rootBlock) root = root.parentElement;
    for (const sequence of root ? sequencesIn(root.rootBlock) : []) {
      const child = sequence.children.find((one) => one.element === element);
      if (child) return { sequence, child, state: plain(child.getState()) };
    }
    return null;
  }

  const follows = (element, other) =>
    element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const indexOf = (line, { children }) =>
    children.filter(({ element }) => follows(element, line)).length;

  const fill = (sentence, { blockDef }) =>
    sentence.replace('{name}', () => blockDef.meta.label || words.block);

  function draw({ child }) {
    const held = child.getTextLabel({ maxLength: 60 });
    const said = fill(held ? words.removedText : words.removed, child).replace('{text}', () => held);
    const line = document.createElement('div');
    line.className = 'removed-block';
    const text = document.createElement('span');
    text.id = `removed-${crypto.randomUUID?.() ?? Math.random()}`;
    text.textContent = said;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-small button-secondary';
    button.textContent = words.undo;
    button.setAttribute('aria-describedby', text.id);
    button.addEventListener('click', () => restore(line));
    line.append(text, ' ', button);
    status.textContent = said;
    return line;
  }

  function restore(line) {
    const { sequence, child, state } = removed.get(line);
    removed.delete(line);
    const index = indexOf(line, sequence);
    const back =
      'type' in state
        ? sequence.insert(state, index)
        : sequence.insert(state.value, index, { id: state.id });
    const lines = [...removed.keys()].sort((one, other) => (follows(one, other) ? -1 : 1));
    // Other lines that stood behind it stay behind it …
    lines
      .filter((one) => removed.get(one).sequence === sequence)
      .filter((one) => follows(line, one) && follows(one, back.element))
      .forEach((one) => sequence.inserters[index + 1].element.before(one));
    // … and what was removed from within it can still come back into it.
    const within = [...sequencesIn(child.block)];
    const anew = [...sequencesIn(back.block)];
    lines.forEach((one) => {
      const place = within.indexOf(removed.get(one).sequence);
      if (place < 0) return;
      anew[place].inserters[indexOf(one, within[place])].element.before(one);
      removed.get(one).sequence = anew[place];
    });
    // The server wants to read that the first one is gone; all else would be there twice.
    [...child.element.children].filter((one) => one.type !== 'hidden').forEach((one) => one.remove());
    delete child.element.dataset.contentpath;
    status.textContent = fill(words.restored, back);
    line.remove();
    back.element.querySelector('[data-panel-toggle]')?.focus();
    back.focus();
  }

  // Captured: afterwards Wagtail no longer knows where the block was.
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest('[data-streamfield-action="DELETE"]');
      const element = button?.closest('[data-streamfield-child]');
      if (!element) return;
      if (element.querySelector(':scope > [name$="-deleted"]').value) {
        event.stopPropagation(); // it is fading: a second click would remove the one after it
        return;
      }
      const found = find(element);
      if (!found) return;
      const line = draw(found);
      setTimeout(() => {
        removed.set(line, found);
        element.after(line);
        line.querySelector('button').focus();
      });
      // When the block has folded up, what follows has come nearer.
      setTimeout(() => line.matches(':focus-within') && line.scrollIntoView({ block: 'center' }), 500);
    },
    true,
  );
  document.addEventListener('DOMContentLoaded', () => document.body.append(status));
})();
