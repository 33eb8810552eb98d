"""Settings, all from the environment. With none set, everything works on SQLite under `instance/`.

| variable | meaning | default |
|---|---|---|
| FOI_INSTANCE | folder of the database, the files and the secret | `instance/` beside this file |
| DATABASE_URL | SQLAlchemy address of the database | SQLite, `foi.sqlite` in FOI_INSTANCE |
| SECRET_KEY | signs sessions and links | `secret-key` in FOI_INSTANCE, made by `foi-tracker setup` |
| FOI_TODAY | fixes "today", as YYYY-MM-DD, for trials and tests; instants stay real | not set |
| FOI_HTTPS | `1` behind a proxy that speaks HTTPS: every request then counts as HTTPS | not set |
| FOI_PUBLIC_HOST | the host that links name, as `foi.example.org` | the one that each request names |
| PORT | where `foi-tracker serve` and `make run` serve | 5000 |
| FOI_SHARED | folder of shared test data (tests and benchmarks) | `../shared` |
| FOI_TEST_DATABASE | `sqlite` or `postgresql`: the tests use this one alone | both |
| FOI_TEST_DATABASE_URL | a PostgreSQL server for the tests, instead of the one they start | not set |

No secret has a default: without SECRET_KEY or the file, the application says so and stops.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

INSTANCE = Path(os.environ.get("FOI_INSTANCE") or Path(__file__).parent / "instance").resolve()

_secret_file = INSTANCE / "secret-key"
SECRET_KEY = os.environ.get("SECRET_KEY") or (
    _secret_file.read_text().strip() if _secret_file.is_file() else None
)

DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{INSTANCE / 'foi.sqlite'}"

_today = os.environ.get("FOI_TODAY")
TODAY = date.fromisoformat(_today) if _today else None

HTTPS = os.environ.get("FOI_HTTPS") == "1"

PUBLIC_HOST = os.environ.get("FOI_PUBLIC_HOST", "").strip()
