"""The data under `resources/catalogue`: its codes, its sources, and that what it names exists."""
