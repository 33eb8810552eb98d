"""What makes WeasyPrint's PDF/A-3a a PDF/UA-1 file as well, done before it is written.

WeasyPrint writes one of the two. The rest is small: every list item's words in
an LBody, every heading cell's scope, and the claim itself in the metadata with the
schema that PDF/A asks for. It is done on the objects in memory, so no file is parsed again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pydyf

_CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of ISO 14289 that this file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_END = b"</rdf:RDF>"

Objects = Mapping[bytes, Any]


def make_accessible(pdf: pydyf.PDF) -> None:
    """Bring a tagged PDF/A-3a in memory to PDF/UA-1 as well."""
    objects: Objects = {item.reference: item for item in pdf.objects if item.number}
    for item in list(pdf.objects):
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem":
            if item["S"] == "/LI":
                _wrap_body(pdf, objects, item)
            elif item["S"] == "/TH":
                _set_scope(objects, item)
    _claim(objects, pdf)


def _wrap_body(pdf: pydyf.PDF, objects: Objects, item: pydyf.Dictionary) -> None:
    """A list item may hold only Lbl and LBody (ISO 32000-1, 14.8.4.3.3)."""
    labels: list[Any] = []
    bodies: list[Any] = []
    loose: list[Any] = []
    for kid in item["K"]:
        kind = objects[kid]["S"] if isinstance(kid, bytes) and kid in objects else ""
        {"/Lbl": labels, "/LBody": bodies}.get(kind, loose).append(kid)
    if not loose:
        return
    body = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/LBody",
            "P": item.reference,
            "Pg": item["Pg"],
            "K": pydyf.Array(loose),
        }
    )
    pdf.add_object(body)
    for kid in loose:
        if isinstance(kid, bytes) and kid in objects:
            objects[kid]["P"] = body.reference
    item["K"] = pydyf.Array([*labels, body.reference, *bodies])


def _set_scope(objects: Objects, cell: pydyf.Dictionary) -> None:
    """Says whether a heading cell heads its column or its row (ISO 14289-1, 7.5)."""
    parent = objects[cell["P"]]
    group = objects[parent["P"]]
    cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def _claim(objects: Objects, pdf: pydyf.PDF) -> None:
    """Adds PDF/UA-1 to the metadata, in the one RDF element it may have."""
    metadata = objects[pdf.catalog["Metadata"]]
    metadata.stream = [part.replace(_END, _CLAIM + _END) for part in metadata.stream]
