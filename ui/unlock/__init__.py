"""What is seen while nothing is open: the unlock page and the first set-up."""
