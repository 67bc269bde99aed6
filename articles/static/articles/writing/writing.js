// From a question to its answer by Enter, from an answer to the next question by Ctrl + Enter.
(() => {
  const words = document.currentScript.dataset;
  const { Controller } = window.StimulusModule;
  const CHILD = '[data-streamfield-child]';

  // Yields the blocks that stand in sequences, from the outside to the inside.
  function* childrenIn(block) {
    for (const child of block.children ?? []) {
      yield child;
      yield* childrenIn(child.block);
    }
    for (const inner of Object.values(block.childBlocks ?? {})) yield* childrenIn(inner);
  }

  // Returns what Wagtail knows of the exchange that ``element`` belongs to.
  function exchangeOf(element) {
    let root = element;
    while (root && !root.rootBlock) root = root.parentElement;
    const own = element.closest(CHILD);
    for (const child of root ? childrenIn(root.rootBlock) : []) {
      if (child.element === own) return child;
    }
    return null;
  }

  const isQuestion = (field) => field.matches('[name$="-value-question"]');

  class Exchange extends Controller {
    connect() {
      this.element.classList.add('is-enhanced');
      this.element.style.setProperty('--another-answer', JSON.stringify(words.another));
      this.onKey = (event) => this.go(event);
      // Captured: else the field of the answer would take it for a line break.
      this.element.addEventListener('keydown', this.onKey, true);
    }

    disconnect() {
      this.element.removeEventListener('keydown', this.onKey, true);
    }

    go(event) {
      if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey) return;
      const onward = event.ctrlKey || event.metaKey;
      const inQuestion = isQuestion(event.target);
      if (!inQuestion && !(onward && event.target.isContentEditable)) return;
      const exchange = exchangeOf(this.element);
      if (!exchange) return;
      event.preventDefault();
      event.stopPropagation();
      if (inQuestion) this.answer(exchange);
      else this.next(exchange);
    }

    // Wagtail goes to a text in a moment: what is typed by then would stay in the question.
    answer({ block }) {
      const first = block.childBlocks.answers.children[0];
      const field = first?.element.querySelector('[contenteditable=true]');
      field?.focus();
      if (field?.textContent.trim()) first.block.childBlocks.text.focus(); // to its end
    }

    // The next exchange may stand there already, without a question.
    next(exchange) {
      const { children } = exchange.sequence;
      const following = children[exchange.index + 1];
      const isEmpty =
        following?.type === 'exchange' && !following.block.childBlocks.question.getValue();
      if (!isEmpty) exchange.addSibling({ type: 'exchange' });
      const { element, block } = children[exchange.index + 1];
      element.style.display = ''; // Wagtail unfolds it in a moment: what is typed by then would be lost
      block.childBlocks.question.focus();
    }
  }

  class Speakers extends Controller {
    connect() {
      this.observer = new MutationObserver(() => this.count());
      this.observer.observe(this.element, {
        attributeFilter: ['style'], // what is removed folds up, and stays
        childList: true,
        subtree: true,
      });
      this.count();
    }

    disconnect() {
      this.observer.disconnect();
    }

    count() {
      const removed = [...this.element.querySelectorAll('[name$="-DELETE"]')];
      const there = removed.filter(({ value }) => !value);
      this.element.closest('form')?.classList.toggle('has-one-speaker', there.length < 2);
    }
  }

  window.wagtail.app.register('exchange', Exchange);
  window.wagtail.app.register('speakers', Speakers);
})();
