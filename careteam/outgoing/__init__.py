"""What leaves the program as a whole: lists as they are shown, and everything that is kept."""
