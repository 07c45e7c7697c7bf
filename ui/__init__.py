"""What is seen: the windows, pages and building blocks of the desk."""
