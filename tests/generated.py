"""Deterministic generated worlds: any number of valid records on the repository's own vocabularies.

The records are test material: their words mean nothing. Every tenth one links to its neighbour.
"""

import random
import re
import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
# Short plain words, many of each: the rules read every sentence, and two records must not sound alike. Word triples
# come back about as often as in the real library, since what the rules cost depends on it.
_WORDS = """
verb lift lower reach turn press slide bend hold draw rest roll lean push pull tip raise move shift swing tuck spread keep bring set
part arm leg chin hips knees chest back neck hand foot heel toes thigh ribs waist elbow wrist head shin calf palm side spine trunk
way slowly gently softly calmly halfway back up down in out late twice once more less well straight first last far
toward to from over under past near behind beside above below along across towards around off onto
place floor wall mat chair band ball bench door towel cushion step table rug window line edge box rail sofa bed desk shelf stick rope
kind both one each that this our her no its some their
join with while and or as like but yet
look soft long tall still warm loose light firm even calm broad round straight quick slow smooth flat wide strong free
"""
_HAND_WRITTEN = ("safety", "about", "contributing", "guides")
_RENDERED = ("rules.md", "ten-poses.md", "help-wanted.md")
_GONE = re.compile(r"\[([^\]]+)\]\([^)]*(?:exercises/[^/)]+|programs)/(?!index\.md)[^)]+\)")


def generate_world(root: Path, count: int, *, seed: int = 1) -> Path:
    """Write a world with `count` exercises under `root` and return it."""
    # Where the real library's material went says nothing about this one.
    shutil.copytree(REPOSITORY / "vocabulary", root / "vocabulary", ignore=shutil.ignore_patterns("origins_*"))
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    _copy_hand_written(root)
    groups = _keys(root / "vocabulary" / "groups.yaml")
    muscles = _keys(root / "vocabulary" / "muscles.yaml")
    chance = random.Random(seed)
    for number in range(count):
        folder = root / "exercises" / groups[number % len(groups)]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"generated-{number:05}.yaml").write_text(_record(number, count, muscles, chance), encoding="utf-8")
    (root / "programs").mkdir()
    return root


def _copy_hand_written(root: Path) -> None:
    """Copy the pages written by hand, with no link to an exercise or a program that is not here."""
    source = REPOSITORY / "content"
    pages = [source / "index.md", source / "tags.md"]
    pages += [page for folder in _HAND_WRITTEN for page in (source / folder).rglob("*.md")]
    for page in pages:
        if page.name not in _RENDERED:
            copy = root / "content" / page.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_GONE.sub(r"\1", page.read_text(encoding="utf-8")), encoding="utf-8")


def _keys(file: Path) -> list[str]:
    return [line.split(":")[0] for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]


def _record(number: int, count: int, muscles: list[str], chance: random.Random) -> str:
    words = {slot: choices for slot, *choices in map(str.split, _WORDS.split("\n")[1:-1])}

    def sentence() -> str:
        """Return 13 words; that another sentence has nearly the same ones is too rare to happen."""
        slots = "verb part way toward place join look part toward kind place"
        a, b, c, d, e, f, g, h, i, j, k = (chance.choice(words[slot]) for slot in slots.split())
        return f"{a.capitalize()} your {b} {c} {d} the {e}, {f} {g} {h} {i} {j} {k}."

    primary, secondary, third = chance.sample(muscles, 3)
    steps = "\n".join(f"  - {sentence()}" for _ in range(5))
    setup = "\n".join(f"  - {sentence()}" for _ in range(3))
    ladder = ""
    if number % 10 == 0 and number + 1 < count:
        ladder = f"harder: [generated-{number + 1:05}]\n"
    elif number % 10 == 1:
        ladder = f"easier: [generated-{number - 1:05}]\n"
    return f"""# yaml-language-server: $schema=../../schemas/exercise.schema.json
name: Generated {number:05}
aliases:
  - Made up movement {number:05}
  - Trial move {number:05}
summary: {sentence()}
kind: {chance.choice(("strength", "mobility", "balance"))}
position: {chance.choice(("standing", "sitting", "supine", "prone"))}
place: [home, gym]
equipment:
  required: [{chance.choice(("none", "chair", "band"))}]
level: {(level := chance.choice(("beginner", "intermediate", "advanced")))}
movements: [spine-neutral]
muscles:
  primary: [{primary}]
  secondary: [{secondary}]
  stabilizers: [{third}]
setup:
{setup}
steps:
{steps}
breathing: Breathe out as you move. Breathe in as you come back.
feel:
  where: {sentence()}
  not: A sharp pain or a pinch.
cues:
  - {sentence()}
mistakes:
  - seen: {sentence()}
    fix: {sentence()}
dose:
  {level}: {{kind: reps, sets: 2-3, amount: 8-12 reps, rest: 60 s, effort: 3-5, sides: each, days_per_week: 2-3}}
progress_when: {sentence()}
{ladder}cautions:
  - about: poor-balance
    advice: {sentence()}
stop_if:
  - {sentence()}
sources:
  - id: nhs-tayside-super-six
    supports: Nothing; this record is test material.
review: {{reviewed_on: 2026-01-01, next_review: 2028-01-01}}
status: published
"""
