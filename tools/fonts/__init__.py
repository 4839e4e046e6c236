"""Makes the fonts of printed sheets from Debian's Noto fonts."""
