"""Strong Back's builder: records in, pages out. See docs in CONTRIBUTING.md and the module docstrings.

The flow is one way only: read → check → catalogue → render → write → publish.
"""
