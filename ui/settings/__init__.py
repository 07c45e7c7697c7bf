"""What a clinic lays down for itself, and what this user chose for this desk."""
