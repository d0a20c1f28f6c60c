"""Cuts texts into the tokens by which they are found; the same way for catalogue texts and for queries.

Stands on `index.text` alone. `folding` brings a text to one form and keeps the way back to its characters,
`chinese` turns Traditional into Simplified and cuts Chinese into words, `stems` takes English endings off, and
`tokens` puts them together.
"""
