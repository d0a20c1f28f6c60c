"""English and Chinese of the window itself: compiled translations, and things with their number."""
