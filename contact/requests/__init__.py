"""What is stored of a request: answers, state, files; it knows nothing of form or inbox."""
