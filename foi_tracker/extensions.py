"""The Flask extensions' objects. `create_app` binds them to an application."""

from __future__ import annotations

from flask_security.core import Security
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf.csrf import CSRFProtect

db = SQLAlchemy(session_options={"expire_on_commit": False})
csrf = CSRFProtect()
security = Security()
