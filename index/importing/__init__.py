"""Import of error-code pages: from a file in any common format to catalogue entries and installed packs.

Three stages. A reader of `formats` turns bytes into a `page.Page` of plain blocks (headings, paragraphs, list items,
tables) and knows nothing of errors. The shared stage (`columns`, `rows`, `labelled`, `origin`) finds the error rows in
a page and says what each cell is. `install` gives the entries their ids and puts packs where `index.shelf` finds them.
Stands on the library layer; payloads, building and searching don't know it.
"""
