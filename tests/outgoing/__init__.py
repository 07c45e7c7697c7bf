"""What leaves as a whole."""
