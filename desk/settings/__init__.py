"""What the user chose, the dialog in which it is chosen, and the user's own glossary."""
