"""Tables that a clinic keeps itself: CSV files and workbooks."""
