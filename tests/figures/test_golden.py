"""The solved joint places of every block, in whole centimetres. `BLESS=1` writes them anew: look at the picture first."""

import json
import os

import pytest

from builder.figures.solver import solve_figure
from tests.figures.helpers import BLOCKS, HERE, block

GOLDEN = HERE / "golden.json"


def places(slug: str) -> dict[str, dict[str, list[int]]]:
    return {
        s.pose.name: {name: [round(v) for v in place] for name, place in sorted(s.body.joints.items())}
        for s in solve_figure(block(slug))
    }


def test_the_golden_file_is_complete():
    """The golden file is complete."""
    if os.environ.get("BLESS"):
        lines = [f"{json.dumps(slug)}: {json.dumps(places(slug))}" for slug in sorted(BLOCKS)]
        GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    assert set(json.loads(GOLDEN.read_text(encoding="utf-8"))) == set(BLOCKS)


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_the_joints_are_where_they_were_when_somebody_looked(slug):
    """The joints are where they were when somebody looked."""
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))[slug]
    solved = places(slug)
    assert solved.keys() == golden.keys()
    for pose, joints in golden.items():
        far = {
            n: (p, solved[pose][n])
            for n, p in joints.items()
            if any(abs(a - b) > 1 for a, b in zip(p, solved[pose][n], strict=True))
        }
        assert far == {}
