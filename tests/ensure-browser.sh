#!/bin/sh
# The browser tests drive Debian's Chromium. If it is missing: install it, or say in one line how.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
  echo "The browser tests need Chromium: install it so that the command 'chromium' is found, then run make test again." >&2
  exit 2
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
  else
    echo "The browser tests need Chromium: run 'sudo apt-get install chromium', then make test again." >&2
    exit 2
  fi
fi
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null
