"""The Summary tab: the care summary as it will be printed, and the ways it goes out."""
