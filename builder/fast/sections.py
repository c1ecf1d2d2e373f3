"""A page cut at its headings: the pieces of text that Material's search reader would keep, tag by tag."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Section:
    """What stands under one heading; the first has none."""

    ident: str | None = None
    title: str = ""
    text: list[str] = field(default_factory=list)

    def blank(self) -> None:
        """Note the line end between two blocks."""
        if not self.text or not self.text[-1].isspace():
            self.text.append(" ")

    def start(self, tag: str) -> None:
        """Note the start of an element that the search keeps."""
        self.text.append(f"<{tag}>")

    def end(self, tag: str) -> None:
        """Note the end of one; the reader looks from the first of its kind on, and drops what holds blanks only."""
        opening, last = f"<{tag}>", self.text[-1]
        if last.isspace() or last == opening:
            first = self.text.index(opening)
            if all(piece.isspace() for piece in self.text[first + 1 :]):
                del self.text[first:]
                return
        self.text.append(f"</{tag}>")

    def say(self, words: list[str]) -> None:
        """Note the words of a block."""
        if words and words[0].isspace() and self.text and self.text[-1].isspace():
            words = words[1:]
        self.text += words
