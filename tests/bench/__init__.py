"""`make bench`: our build beside its peers on the same records, and what a reader downloads. Asserts nothing."""
