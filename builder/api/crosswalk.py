"""How our words are written in the layouts of other projects; None where they have no word for it.

free-exercise-db: the closed lists of its schema.json. wger: the numbers of its fixtures for categories, muscles and
equipment, which every installation has from the start.
"""

from collections.abc import Mapping
from types import MappingProxyType

FEDB_LEVELS: Mapping[str, str] = MappingProxyType(
    {"beginner": "beginner", "intermediate": "intermediate", "advanced": "expert"}
)
FEDB_MECHANICS: Mapping[str, str] = MappingProxyType({"compound": "compound", "isolated": "isolation"})
FEDB_FORCE: Mapping[str, str | None] = MappingProxyType(
    {"isometric": "static", "static stretch": "static", "dynamic": None, "relaxed": None}
)
FEDB_CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "strength": "strength",
        "isometric": "strength",
        "balance": "strength",
        "stretch": "stretching",
        "mobility": "stretching",
        "relaxation": "stretching",
        "cardio": "cardio",
    }
)
# From the most telling down: their layout has one piece of equipment, and a band says more than a chair.
FEDB_EQUIPMENT: Mapping[str, str] = MappingProxyType(
    {
        "barbell": "barbell",
        "dumbbells": "dumbbell",
        "cable-machine": "cable",
        "rope-handle": "cable",
        "band": "bands",
        "gym-ball": "exercise ball",
        "foam-roller": "foam roll",
        "roman-chair": "other",
        "pull-up-bar": "other",
        "parallel-bars": "other",
        "suspension-trainer": "other",
        "weight-plate": "other",
        "bench": "other",
        "box": "other",
        "chair": "other",
        "wall": "other",
        "stick": "other",
        "towel": "other",
        "cushion": "other",
        "newspaper": "other",
        "mat": "body only",
        "none": "body only",
    }
)
# Muscle: the name in free-exercise-db, the number in wger.
_MUSCLES: tuple[tuple[str, str | None, int | None], ...] = (
    ("trapezius-upper", "traps", 9),
    ("trapezius-middle", "traps", 9),
    ("trapezius-lower", "traps", 9),
    ("latissimus-dorsi", "lats", 12),
    ("rhomboids", "middle back", None),
    ("levator-scapulae", "neck", None),
    ("serratus-anterior", "shoulders", 3),
    ("erector-spinae", "lower back", 16),
    ("multifidus", "lower back", None),
    ("rotatores", "lower back", None),
    ("semispinalis", "neck", None),
    ("splenius", "neck", None),
    ("suboccipitals", "neck", None),
    ("sternocleidomastoid", "neck", None),
    ("scalenes", "neck", None),
    ("deep-neck-flexors", "neck", None),
    ("quadratus-lumborum", "lower back", None),
    ("psoas-major", None, None),
    ("transversus-abdominis", "abdominals", None),
    ("internal-oblique", "abdominals", None),
    ("external-oblique", "abdominals", 14),
    ("rectus-abdominis", "abdominals", 6),
    ("diaphragm", None, None),
    ("pelvic-floor", None, None),
    ("gluteus-maximus", "glutes", 8),
    ("gluteus-medius", "abductors", None),
    ("piriformis", "glutes", None),
    ("hamstrings", "hamstrings", 11),
    ("quadriceps", "quadriceps", 10),
    ("hip-adductors", "adductors", None),
    ("calves", "calves", 7),
    ("tibialis-anterior", "calves", None),
    ("deltoid-anterior", "shoulders", 2),
    ("deltoid-middle", "shoulders", None),
    ("deltoid-posterior", "shoulders", None),
    ("rotator-cuff", "shoulders", None),
    ("teres-major", "lats", None),
    ("pectoralis-major", "chest", 4),
    ("pectoralis-minor", "chest", None),
    ("biceps-brachii", "biceps", 1),
    ("triceps-brachii", "triceps", 5),
    ("forearm-flexors", "forearms", None),
)
FEDB_MUSCLES: Mapping[str, str | None] = MappingProxyType({slug: theirs for slug, theirs, _ in _MUSCLES})
WGER_MUSCLES: Mapping[str, int | None] = MappingProxyType({slug: theirs for slug, _, theirs in _MUSCLES})
WGER_EQUIPMENT: Mapping[str, int | None] = MappingProxyType(
    {
        "none": 7,
        "mat": 4,
        "gym-ball": 5,
        "pull-up-bar": 6,
        "bench": 8,
        "band": 11,
        "cable-machine": 12,
        "rope-handle": 12,
        "dumbbells": 3,
        "barbell": 1,
        **dict.fromkeys(
            ("cushion", "towel", "chair", "wall", "weight-plate", "roman-chair", "newspaper", "foam-roller"), None
        ),
        **dict.fromkeys(("suspension-trainer", "stick", "parallel-bars", "box"), None),
    }
)
# Muscle group: the category in wger. 8 arms, 9 legs, 10 abs, 12 back, 13 shoulders, 15 cardio.
WGER_CATEGORIES: Mapping[str, int] = MappingProxyType({"obliques": 10, "hips-and-legs": 9})
WGER_BACK = 12  # every other group
WGER_CARDIO = 15
WGER_CC_BY = 4  # the licence
WGER_ENGLISH = 2  # the language

CROSSWALK: Mapping[str, Mapping[str, Mapping[str, str | int | None]]] = MappingProxyType(
    {
        "free-exercise-db": MappingProxyType(
            {
                "muscles": FEDB_MUSCLES,
                "equipment": FEDB_EQUIPMENT,
                "level": FEDB_LEVELS,
                "mechanic": FEDB_MECHANICS,
                "force": FEDB_FORCE,
                "category": FEDB_CATEGORIES,
            }
        ),
        "wger": MappingProxyType({"muscles": WGER_MUSCLES, "equipment": WGER_EQUIPMENT, "category": WGER_CATEGORIES}),
    }
)
