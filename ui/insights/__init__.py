"""What a month adds up to."""
