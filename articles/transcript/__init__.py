"""From what somebody pastes or drops to a draft: read, recognised, cut with the editor's help."""
