"""Where care has a gap, over all patients at once."""
