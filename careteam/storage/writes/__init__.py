"""The verbs: one plain function for each thing a nurse can do. Each returns what changed."""
