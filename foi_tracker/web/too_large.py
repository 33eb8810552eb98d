"""What was sent and is too large to take: how large, which files, and the words typed beside them.

Its files are read over, to come to the words, and nothing of them is held.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from flask import current_app, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser
from werkzeug.wsgi import get_input_stream

READ_OVER = 4  # times what is taken in one go; what is larger is not even read over


@dataclass(frozen=True)
class Sent:
    """What is known of it. Sizes are in bytes."""

    size: int
    most: int
    most_of_a_box: int
    files: tuple[tuple[str, int], ...] = ()  # name and size, the largest first
    form: MultiDict[str, str] = field(default_factory=MultiDict)
    is_read: bool = False

    @property
    def is_over(self) -> bool:
        """Whether it is too large as a whole; else one box alone is, or there are too many."""
        return self.size > self.most


class _SizeAlone(BytesIO):
    """A file of which no more is held than its size."""

    size = 0

    def write(self, data: Any) -> int:
        self.size += len(data)
        return len(data)


def read_over() -> Sent:
    """What the present request sent, as far as it can be told once it was refused for its size."""
    config = current_app.config
    size, most = request.content_length or 0, config["MAX_CONTENT_LENGTH"]
    refused = Sent(size, most, config["MAX_FORM_MEMORY_SIZE"])
    if not refused.is_over or request.mimetype != "multipart/form-data":
        return refused  # it was begun to be read, and cannot be read again; or it is all one text
    parser = FormDataParser(
        stream_factory=lambda *_, **__: _SizeAlone(),
        max_form_memory_size=refused.most_of_a_box,
        max_form_parts=config["MAX_FORM_PARTS"],
        silent=False,
    )
    try:
        stream = get_input_stream(request.environ, max_content_length=READ_OVER * most)
        found: Any = parser.parse(stream, request.mimetype, size, request.mimetype_params)
    except (RequestEntityTooLarge, ValueError):
        return refused
    _, form, files = found
    sizes = [(each.filename, each.stream.size) for _, each in files.items(multi=True) if each.filename]
    by_size = sorted(sizes, key=lambda file: -file[1])
    return Sent(size, most, refused.most_of_a_box, tuple(by_size), form, is_read=True)
