"""The directory: the people of the care team, and the hand-over of their patients."""
