"""builder.rules: each rule passes its good example and fails its bad one, each in a small world."""

import pkgutil
import re

import pytest

import builder.rules
from builder.check import check_root
from builder.rules import RULES
from builder.rules.rule import Rule
from tests.conftest import HERE, MINIMAL, REPOSITORY, World

TURN = "exercises/neck/neck-turn.yaml"
CHIN, DOG, PLANK = (
    "exercises/neck/chin-tuck.yaml",
    "exercises/deep-muscles/bird-dog.yaml",
    "exercises/deep-muscles/plank.yaml",
)
DESK = "programs/desk-day.yaml"
TIPS = "content/guides/tips.md"
STEP = "Turn your head slowly."
DOSE = "dose:\n  beginner: {kind: reps, sets: 2, amount: 10 reps, effort: 3, days_per_week: 3}\nreview: {"

# For each code: what is written into the draft “Neck turn” in place of what, once well and once badly.
IN_A_DRAFT: dict[str, tuple[str, str, str]] = {
    "EX001": ("name: Neck turn", "name: neck turn", "name: Neck twist"),
    "EX004": ("name: Neck turn", "name: Neck turn\naliases: [Head turn]", "name: Neck turn\naliases: [head-glides]"),
    "EX005": ("sitting", "standing", "sittings"),
    "EX008": ("review: {", DOSE, DOSE.replace("10 reps", "10 s")),
    "EX009": ("review: {", DOSE, DOSE.replace("sets: 2", "sets: 30")),
    "EX011": (STEP, "Turn your head.", "Turn your head, then turn it back."),
    "EX012": (STEP, "Turn your head.", "Rotate the cervical musculature systematically."),
    "EX013": ("side to side", "back extension to rest", "miracle to rest"),
    "EX014": ("[suboccipitals]", "[suboccipitals], secondary: [multifidus]", "[multifidus, multifidus]"),
    "EX015": ("draft", "draft", "published"),
    "EX016": ("review: {", DOSE, DOSE.replace("beginner", "advanced")),
    "EX017": ("[chair]", "[none]", "[none, chair]"),
    "EX018": (STEP, "Fill a cup.", "Fill in the first step."),
    "EX019": (
        "review: {",
        "sources:\n  - {id: nhs-neck, supports: All.}\nreview: {",
        "sources:\n  - {id: nhs-neck, supports: One.}\n  - {id: nhs-neck, supports: Two.}\nreview: {",
    ),
    "EX020": ("2028-11-23", "2027-11-23", "2026-11-23"),
    "FG005": (
        "review: {",
        "figure: {poses: {start: {base: standing}}}\nreview: {",
        "figure: {poses: {start: {base: standin}}}\nreview: {",
    ),
    "FG033": (
        f"{STEP}\n",
        "Lift your left leg.\nfigure: {poses: {start: {base: supine}, end: {left hip: 50}}}\n",
        "Lift your left leg.\nfigure: {poses: {start: {base: supine}, end: {right hip: 50}}}\n",
    ),
    "EX023": (STEP, "Let your head turn to the left and rest.", "Let your head slide back to where it began again."),
    "EX021": ("level", "also_in: [deep-muscles]\nlevel", "also_in: [neck]\nlevel"),
}
# For the rest: the same in a file of the tiny world.
IN_THE_WORLD: dict[str, tuple[str, str, str, str]] = {
    "EX006": (DOG, "harder: [plank]", "harder: [plank] # as the plank says", "cues: [Slowly.]"),
    "EX007": (PLANK, "easier: [bird-dog]", "easier: [bird-dog]", "easier: [bird-dog]\nharder: [bird-dog]"),
    "EX010": (DOG, "sides: each", "sides:  each", "sides: both"),
    "EX022": (DOG, "exercise: chin-tuck, without: floor", "exercise: plank, without: kneeling", "exercise: neck-turn, without: floor"),
    "GD001": (TIPS, "Walk a little.", "Walk for 5 minutes to warm up.", "Prior cardiovascular mobilization is indispensable."),
    "PR001": (DESK, "minutes: 5", "minutes: 4", "minutes: 40"),
    "PR002": (DESK, "days_per_week: 3", "days_per_week: 7", "days_per_week: 9"),
    "VO002": ("vocabulary/origins_exercises.yaml", "{published: plank}", "{merged: plank, why: The same.}", "{merged: plank}"),
    "VO003": ("vocabulary/sources.yaml", "https://example.org/back/six", "https://example.org/back", "https://www.example.org/neck/"),
    "VO001": ("vocabulary/equipment.yaml", "mat:", "ball: {name: Ball, summary: A ball.}\nmat:", "Ball: {name: Ball, summary: A ball.}\nmat:"),
}  # fmt: skip
# And two that look at where files lie.
BY_PLACE = {"EX002": ("exercises/neck", "exercises/necks"), "EX003": ("exercises/neck", "exercises/deep-muscles")}


@pytest.mark.parametrize("code", sorted(IN_A_DRAFT))
@pytest.mark.parametrize("good", [True, False], ids=["good", "bad"])
def test_rule_in_a_draft(world: World, code: str, good: bool) -> None:
    """A draft with the good example passes the whole check; with the bad one it fails this rule."""
    old, well, badly = IN_A_DRAFT[code]
    assert MINIMAL.count(old) == 1
    world.write(TURN, MINIMAL.replace(old, well if good else badly))
    assert (world.codes() == []) is good
    assert (code in world.codes()) is not good


@pytest.mark.parametrize("code", sorted(IN_THE_WORLD))
@pytest.mark.parametrize("good", [True, False], ids=["good", "bad"])
def test_rule_in_the_world(world: World, code: str, good: bool) -> None:
    """The tiny world with the good example passes the whole check; with the bad one it fails this rule."""
    path, old, well, badly = IN_THE_WORLD[code]
    world.write(TURN, MINIMAL)
    world.edit(path, old, well if good else badly)
    assert (world.codes() == []) is good
    assert (code in world.codes()) is not good


@pytest.mark.parametrize("code", sorted(BY_PLACE))
def test_rule_by_place(world: World, code: str) -> None:
    """A file in its place passes; in an unknown folder, or beside a file of the same name, it fails."""
    well, badly = BY_PLACE[code]
    world.write(f"{well}/neck-turn.yaml", MINIMAL)
    assert world.codes() == []
    world.write(f"{badly}/neck-turn.yaml", MINIMAL)
    assert code in world.codes()


def test_every_rule_is_tried() -> None:
    """A new rule needs its good and its bad example here."""
    assert sorted(IN_A_DRAFT | IN_THE_WORLD | BY_PLACE) == [rule.code for rule in RULES]


def test_codes_are_unique_and_sorted() -> None:
    """Each rule has a code of its own, and they stand in order."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"(EX|FG|GD|PR|VO)\d{3}", code) for code in codes)


def test_every_rule_module_is_listed() -> None:
    """A file in builder/rules/ that holds a rule is in RULES; nobody can forget one."""
    modules = [
        __import__(f"builder.rules.{m.name}", fromlist=["x"]) for m in pkgutil.iter_modules(builder.rules.__path__)
    ]
    assert sorted(m.RULE.code for m in modules if hasattr(m, "RULE")) == [rule.code for rule in RULES]
    assert {m.__name__ for m in modules if not hasattr(m, "RULE")} == {"builder.rules.rule", "builder.rules.doses"}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_rule_explains_itself(rule: Rule) -> None:
    """A rule says in a sentence what it asks for, shows what passes and what fails, and its file names its code."""
    assert rule.title.endswith(".")
    assert rule.good
    assert rule.bad
    module = __import__(rule.check.__module__, fromlist=["x"])
    assert module.__doc__.startswith(f"{rule.code}: ")
    assert module.__doc__.strip().endswith((".", ")."))


def test_page_of_rules_lists_all() -> None:
    """The page that a problem points to has a heading for each code."""
    from builder.catalogue import build_catalogue
    from builder.pages import render_pages

    page = render_pages(build_catalogue(check_root(REPOSITORY)[0]), RULES)["contributing/rules.md"]
    assert re.findall(r"^## ([A-Z]{2}\d{3})$", page, flags=re.MULTILINE) == [rule.code for rule in RULES]


def test_rules_see_only_what_fits(world: World) -> None:
    """A file that cannot be read is one problem; records that refer to it are not reported as well."""
    world.write(CHIN, "name: [")
    assert {p.path for p in world.check()} == {CHIN}


def test_unreadable_vocabulary_is_told_once(world: World) -> None:
    """Where a vocabulary cannot be read, not every word of every record is called unknown."""
    world.write("vocabulary/muscles.yaml", "a: [")
    assert {p.path for p in world.check()} == {"vocabulary/muscles.yaml"}


def test_alias_may_not_be_a_name_of_a_retired_slug(world: World) -> None:
    """A retired address cannot come back as a file."""
    world.write("exercises/neck/neck-slide.yaml", MINIMAL.replace("Neck turn", "Neck slide"))
    assert world.codes() == ["EX003"]


@pytest.mark.parametrize("length", [2, 3, 7])
def test_ring_of_any_length_is_shown_once(world: World, length: int) -> None:
    """Exercises that call each other harder in a ring give one EX007 that shows the ring."""
    names = ["one", "two", "three", "four", "five", "six", "seven"][:length]
    for n, name in enumerate(names):
        links = f"harder: [turn-{names[(n + 1) % length]}]\neasier: [turn-{names[n - 1]}]\nreview: "
        text = MINIMAL.replace("Neck turn", f"Turn {name}").replace("review: ", links, 1)
        world.write(f"exercises/neck/turn-{name}.yaml", text)
    (ring,) = [p for p in world.check() if p.code == "EX007"]
    assert all(f"turn-{name}" in ring.message for name in names)
    assert ring.message.count("→") == length


def test_two_rings_are_both_shown(world: World) -> None:
    """One ring does not hide another."""
    for one, other in (("one", "two"), ("three", "four")):
        for name, next_ in ((one, other), (other, one)):
            links = f"harder: [turn-{next_}]\neasier: [turn-{next_}]\nreview: "
            text = MINIMAL.replace("Neck turn", f"Turn {name}").replace("review: ", links, 1)
            world.write(f"exercises/neck/turn-{name}.yaml", text)
    assert world.codes().count("EX007") == 2


def test_world_itself_passes(world: World) -> None:
    """The tiny world has no problem, so that a test's problem is the test's own."""
    assert world.report() == ""
    assert (HERE / "world").is_dir()
