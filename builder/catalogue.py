"""From a checked library to the immutable catalogue: references resolved, derived facts computed once.

Built only from a library without problems, so renderers hold no guesses about what may be missing.
"""

from collections.abc import Iterable, Iterator, Mapping

from builder.figures import Figure, can_move, figure_text, read_figure
from builder.library import Entry, Library
from builder.models.exercise import Citation, Exercise
from builder.models.program import Item, Program
from builder.text import fold
from builder.timing import item_dose, session_minutes
from builder.views import (
    Card,
    Catalogue,
    Cited,
    ExerciseView,
    GearView,
    GroupView,
    ItemView,
    MuscleView,
    PoseExampleView,
    ProgramCard,
    ProgramView,
    Retired,
    Term,
)

LEVELS = ("beginner", "intermediate", "advanced")
RELATED = 4


def build_catalogue(library: Library) -> Catalogue:
    """Return the catalogue of everything in `library` that is published."""
    return _Builder(library).catalogue()


def make_card(entry: Entry[Exercise], gear: tuple[str, ...] = ()) -> Card:
    """Return an exercise as other pages show it."""
    record = entry.value
    page = f"exercises/{entry.group}/{entry.slug}.md"
    return Card(entry.slug, page, record.name, record.summary, record.level, record.kind, gear)


class _Builder:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.exercises = sorted(
            (e for e in library.exercises if e.value.status == "published"), key=lambda e: _by_name(e.value.name)
        )
        self.programs = sorted(
            (p for p in library.programs if p.value.status == "published"), key=lambda p: _by_name(p.value.name)
        )
        self.by_slug = {e.slug: e.value for e in self.exercises}
        self.terms = {
            name: {
                slug: Term(slug, _PAGES[name].format(slug=slug) if name in _PAGES else "", value)
                for slug, value in library.terms(name).items()
            }
            for name in library.vocabulary
        }
        self.cards = {e.slug: self._card(e) for e in self.exercises}
        self.program_cards = {p.slug: self._program_card(p) for p in self.programs}
        self.figures = {e.slug: self._figure(e.value) for e in self.exercises}
        self.used_in = self._used_in()
        self.roles = self._roles()

    def catalogue(self) -> Catalogue:
        if self.library.safety is None:
            raise ValueError("a catalogue needs the safety vocabulary; check the library first")
        return Catalogue(
            exercises=tuple(self._exercise(e) for e in self.exercises),
            programs=tuple(self._program(p) for p in self.programs),
            groups=tuple(self._group(t) for t in self.terms["groups"].values()),
            muscles=tuple(self._muscle(t) for t in self.terms["muscles"].values()),
            gear=tuple(self._gear(t) for t in self.terms["equipment"].values()),
            names=self._names(),
            retired=self._retired(),
            pose_examples=tuple(self._pose_examples()),
            safety=self.library.safety,
        )

    def _card(self, entry: Entry[Exercise]) -> Card:
        return make_card(entry, tuple(self.terms["equipment"][g].value.name for g in entry.value.equipment.required))

    def _exercise(self, entry: Entry[Exercise]) -> ExerciseView:
        record, figure = entry.value, self.figures[entry.slug]
        return ExerciseView(
            card=self.cards[entry.slug],
            record=record,
            record_path=entry.document.path,
            group=self.terms["groups"][entry.group],
            also_in=self._look("groups", record.also_in),
            position=self.terms["positions"][record.position].value,
            required=self._look("equipment", record.equipment.required),
            optional=self._look("equipment", record.equipment.optional),
            substitutes=tuple(
                (self.terms["equipment"][s.instead_of].value, s.use) for s in record.equipment.substitutes
            ),
            muscles=tuple((role, self._look("muscles", slugs)) for role, slugs in _muscle_roles(record) if slugs),
            demands=tuple(t.value for t in self._look("movements", record.movements) if t.value.avoid),
            doses=record.dose.by_level() if record.dose else (),
            easier=self._cards(record.easier),
            harder=self._cards(record.harder),
            alternatives=self._alternatives(record),
            cautions=tuple((self.terms["cautions"][c.about].value, c.advice) for c in record.cautions),
            joints=tuple((j.joint, j.position, self._look("muscles", j.stretched)) for j in record.joints),
            programs=tuple(self.program_cards[slug] for slug in self.used_in.get(entry.slug, ())),
            related=self._related(entry),
            sources=self._cited(record.sources),
            words=self._words(entry),
            figure=figure,
            moves=figure is not None and self._moves(figure),
        )

    def _program_card(self, entry: Entry[Program]) -> ProgramCard:
        record, gear = entry.value, tuple(term.value.name for term in self._gear_of(entry.value))
        page = f"programs/{entry.slug}.md"
        return ProgramCard(
            entry.slug, page, record.name, record.summary, record.level, record.focus, record.minutes, gear
        )

    def _gear_of(self, record: Program) -> tuple[Term, ...]:
        """Return what a session needs, without what only another choice would need."""
        items = [item.exercise for item in record.items if item.role != "alternative"]
        needed = {gear for slug in items for gear in self.by_slug[slug].equipment.required} - {"none"}
        return tuple(term for slug, term in self.terms["equipment"].items() if slug in needed)

    def _program(self, entry: Entry[Program]) -> ProgramView:
        record = entry.value
        items = tuple(self._item(item, record.level) for item in record.items)
        return ProgramView(
            card=self.program_cards[entry.slug],
            record=record,
            record_path=entry.document.path,
            items=items,
            gear=self._gear_of(record),
            minutes=session_minutes(record, self.by_slug),
            sources=self._cited(record.sources),
        )

    def _item(self, item: Item, level: str) -> ItemView:
        slug, record = item.exercise, self.by_slug[item.exercise]
        easier, harder = self._cards(record.easier), self._cards(record.harder)
        dose = item_dose(item, record, level)
        return ItemView(self.cards[slug], record, item, dose, self.figures[slug], easier, harder)

    def _figure(self, record: Exercise) -> Figure | None:
        return read_figure(record.figure, self.library.bases)[0] if record.figure is not None else None

    def _moves(self, figure: Figure) -> bool:
        return (
            self.library.kept.text("moves", figure.content, make=lambda: "yes" if can_move(figure) else "no") == "yes"
        )

    def _group(self, term: Term) -> GroupView:
        own = [self.cards[e.slug] for e in self.exercises if e.group == term.slug]
        levels = tuple((level, cards) for level in LEVELS if (cards := tuple(c for c in own if c.level == level)))
        also = tuple(self.cards[e.slug] for e in self.exercises if term.slug in e.value.also_in)
        return GroupView(term, levels, also, len(own))

    def _muscle(self, term: Term) -> MuscleView:
        found = self.roles.get(term.slug, {})
        roles = tuple((role, tuple(found[role])) for role in ("primary", "secondary", "stabilizers") if role in found)
        sources = tuple(t.value for t in self._look("sources", term.value.sources))
        return MuscleView(term, roles, sources)

    def _gear(self, term: Term) -> GearView:
        def using(role: str) -> tuple[Card, ...]:
            return tuple(self.cards[e.slug] for e in self.exercises if term.slug in getattr(e.value.equipment, role))

        return GearView(term, using("required"), using("optional"))

    def _names(self) -> tuple[tuple[str, tuple[tuple[str, Card], ...]], ...]:
        pairs = [(name, self.cards[e.slug]) for e in self.exercises for name in (e.value.name, *e.value.aliases)]
        letters: dict[str, list[tuple[str, Card]]] = {}
        for name, card in sorted(pairs, key=lambda pair: (_by_name(pair[0]), pair[1].page)):
            letters.setdefault(_letter(name), []).append((name, card))
        return tuple((letter, tuple(letters[letter])) for letter in sorted(letters))

    def _retired(self) -> tuple[Retired, ...]:
        found = []
        for slug, stone in self.library.terms("tombstones").items():
            cards: Mapping[str, Card | ProgramCard] = self.cards if stone.group else self.program_cards
            page = f"exercises/{stone.group}/{slug}.md" if stone.group else f"programs/{slug}.md"
            if stone.use in cards:
                found.append(Retired(page, slug, stone.retired_on, stone.reason, cards[stone.use]))
        return tuple(found)

    def _pose_examples(self) -> Iterator[PoseExampleView]:
        for slug, example in self.library.terms("pose_examples").items():
            if figure := read_figure(example.figure, self.library.bases)[0]:
                yield PoseExampleView(slug, example, figure_text(example.figure), figure)

    def _alternatives(self, record: Exercise) -> tuple[tuple[tuple[str, ...], Card], ...]:
        """Each alternative once, with all that it does without."""
        without: dict[str, list[str]] = {}
        for alternative in record.alternatives:
            without.setdefault(alternative.exercise, []).append(_WITHOUT.get(alternative.without, alternative.without))
        return tuple((tuple(things), self.cards[slug]) for slug, things in without.items())

    def _related(self, entry: Entry[Exercise]) -> tuple[Card, ...]:
        record = entry.value
        near = {entry.slug, *record.easier, *record.harder, *(a.exercise for a in record.alternatives)}
        scores: dict[str, int] = {}
        for worth, role in ((2, "primary"), (1, "secondary")):
            for muscle in getattr(record.muscles, role):
                for card in self.roles.get(muscle, {}).get("primary", ()):
                    scores[card.slug] = scores.get(card.slug, 0) + worth
        ranked = sorted(
            (slug for slug in scores if slug not in near), key=lambda slug: self._distance(slug, record, scores)
        )
        return self._cards(ranked[:RELATED])

    def _distance(self, slug: str, record: Exercise, scores: Mapping[str, int]) -> tuple[bool, int, int, str]:
        """Sort key of a related exercise: like kind first, then shared muscles, then level, then name."""
        card = self.cards[slug]
        apart = abs(LEVELS.index(card.level) - LEVELS.index(record.level))
        return card.kind != record.kind, -scores[slug], apart, slug

    def _words(self, entry: Entry[Exercise]) -> tuple[str, ...]:
        """What readers type for the body parts and things of an exercise; none twice."""
        record = entry.value
        groups = [self.terms["groups"][g].value for g in (entry.group, *record.also_in)]
        muscles = [t.value for t in self._look("muscles", record.muscles.primary)]
        gear = [t.value for t in self._look("equipment", record.equipment.required)]
        words = [w for part in (*groups, *muscles, *gear) for w in (part.name, *part.words)]
        own = {fold(n) for n in (record.name, *record.aliases, *record.misspellings)}
        first: dict[str, str] = {}
        for word in words:
            first.setdefault(fold(word), word)
        return tuple(word for key, word in first.items() if key not in own)

    def _used_in(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for program in self.programs:
            for slug in dict.fromkeys(item.exercise for item in program.value.items):
                found.setdefault(slug, []).append(program.slug)
        return {slug: tuple(programs) for slug, programs in found.items()}

    def _roles(self) -> dict[str, dict[str, list[Card]]]:
        found: dict[str, dict[str, list[Card]]] = {}
        for entry in self.exercises:
            for role, slugs in _muscle_roles(entry.value):
                for slug in slugs:
                    found.setdefault(slug, {}).setdefault(role, []).append(self.cards[entry.slug])
        return found

    def _look(self, name: str, slugs: Iterable[str]) -> tuple[Term, ...]:
        return tuple(self.terms[name][slug] for slug in slugs)

    def _cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        return tuple(self.cards[slug] for slug in slugs)

    def _cited(self, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        return tuple(Cited(self.terms["sources"][c.id].value, c.supports) for c in citations)


_WITHOUT = {"floor": "the floor"}
_PAGES = {"groups": "exercises/{slug}/index.md", "muscles": "muscles/{slug}.md", "equipment": "equipment/{slug}.md"}


def _muscle_roles(record: Exercise) -> tuple[tuple[str, tuple[str, ...]], ...]:
    muscles = record.muscles
    return (("primary", muscles.primary), ("secondary", muscles.secondary), ("stabilizers", muscles.stabilizers))


def _by_name(name: str) -> tuple[str, str]:
    return fold(name), name


def _letter(name: str) -> str:
    first = fold(name)[:1].upper()
    return first if first.isalpha() and first.isascii() else "#"
