"""Everything of one entry on one page, with this customer's values."""
