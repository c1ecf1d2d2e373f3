"""Lighthouse on a phone's settings, from npm, with the machine's own Chromium."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.bench import tools

KINDS = ("performance", "accessibility", "best-practices", "seo")


def ask(address: str, folder: Path) -> dict[str, float]:
    """Return Lighthouse's four scores of a page, 0 to 100, its layout shift, and its version."""
    modules = tools.from_npm("lighthouse")
    report = folder / "lighthouse.json"
    command = [
        shutil.which("node") or "node",
        modules / "lighthouse" / "cli" / "index.js",
        address,
        "--output=json",
        f"--output-path={report}",
        "--quiet",
        f"--only-categories={','.join(KINDS)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    ran = subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True, check=False)
    if ran.returncode or not report.is_file():
        said = (ran.stderr + ran.stdout).strip().splitlines() or ["nothing"]
        raise tools.AbsentError(f"Lighthouse failed: {said[-1][:160]}")
    found = json.loads(report.read_text(encoding="utf-8"))
    scores = {kind: 100 * (found["categories"][kind]["score"] or 0) for kind in KINDS}
    return {**scores, "shift": found["audits"]["cumulative-layout-shift"]["numericValue"]}
