"""The Pathway tab: phases, tests and milestones, stays, and the disease over time."""
