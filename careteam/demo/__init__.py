"""An invented clinic, built through the same verbs as the window."""
