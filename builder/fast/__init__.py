"""A faster way to the same site: what MkDocs, Python-Markdown and the theme would write, byte for byte.

Optional and small. It converts the Markdown that our templates use and leaves all else to Python-Markdown; it lets the
theme draw one page of each shape and fills in the others. Whatever it does not know well it leaves to MkDocs.
"""
