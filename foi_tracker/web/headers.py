"""The security headers of every response, and the nonce that lets our one inline script run."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, request

ONE_YEAR = 31_536_000  # seconds


def csp_nonce() -> str:
    """This response's nonce: made when first asked for, the same until the response has gone."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def content_security_policy(nonce: str) -> str:
    """Only our own files, the inline script and style that carry the nonce, and pictures within a page."""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'nonce-{nonce}'",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data:",  # a logo stands within the letter that it heads
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def init_headers(app: Flask) -> None:
    """Set the headers on every response. A view may set its own first: it is then left alone."""
    app.jinja_env.globals["csp_nonce"] = csp_nonce

    @app.after_request
    def secure(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", content_security_policy(csp_nonce()))
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if response.mimetype == "text/html":
            headers.setdefault("Cache-Control", "no-store")
        if request.is_secure:
            headers.setdefault("Strict-Transport-Security", f"max-age={ONE_YEAR}")
        return response
