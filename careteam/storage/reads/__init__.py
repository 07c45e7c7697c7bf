"""The reads: one query of labelled columns into frozen Rows, named after the page it feeds."""
