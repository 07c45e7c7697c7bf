"""A patient's navigation time: work is logged, and what must be on file is recorded."""
