"""What the files survive: power cuts, kills, full disks, damage and forgery; `python -m` it."""
