"""What goes out: frozen trees and rows become documents, text and lists, in memory first."""
