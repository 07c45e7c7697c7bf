"""What is seen: pages, forms and the window, in Qt Widgets."""
