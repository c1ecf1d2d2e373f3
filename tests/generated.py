"""Deterministic generated worlds: any number of valid records on the repository's own vocabularies.

The records are test material: their words mean nothing. Every tenth one links to its neighbour.
"""

import random
import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
_VERBS = ("Lift", "Lower", "Reach", "Turn", "Press", "Slide", "Bend", "Hold", "Draw", "Rest")
_PARTS = ("the left arm", "the right leg", "your chin", "your hips", "both knees", "the band", "your chest", "the ball")


def generate_world(root: Path, count: int, *, seed: int = 1) -> Path:
    """Write a world with `count` exercises under `root` and return it."""
    shutil.copytree(REPOSITORY / "vocabulary", root / "vocabulary")
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
    """Copy the pages written by hand: they link to pages that every library has."""
    for folder in ("safety", "about", "contributing"):
        shutil.copytree(
            REPOSITORY / "content" / folder,
            root / "content" / folder,
            ignore=shutil.ignore_patterns("rules.md", "ten-poses*"),
        )
    for page in ("index.md", "tags.md"):
        shutil.copy(REPOSITORY / "content" / page, root / "content" / page)


def _keys(file: Path) -> list[str]:
    return [line.split(":")[0] for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]


def _record(number: int, count: int, muscles: list[str], chance: random.Random) -> str:
    def sentence() -> str:
        return f"{chance.choice(_VERBS)} {chance.choice(_PARTS)} and breathe out for {chance.randint(2, 9)} seconds."

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
