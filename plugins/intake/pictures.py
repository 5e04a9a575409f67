"""SVG is a document that can hold script: only plain drawings are taken. The door to lxml in this room."""

import re

from lxml import etree

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "view",
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image",
    "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter",
    "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
    "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
    "feSpotLight", "feTile", "feTurbulence",
})  # fmt: skip
_LINKS = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
_INNER = re.compile(r"#\S*|data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_STYLE_FAULT = re.compile(r"\\|@|url\((?!\s*[\"']?#)|image-set|expression|javascript", re.IGNORECASE)
_UTF8 = frozenset({None, "UTF-8", "utf-8", "ASCII", "US-ASCII"})
_ENTITIES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def fault_of_svg(content: bytes) -> str:
    """Say what is not allowed in an SVG picture; empty when all is."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if _CONTROLS.search(content):
        return "This SVG picture holds control characters"
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return "This is no SVG picture that can be read"
    if root.getroottree().docinfo.encoding not in _UTF8:
        return "This SVG picture is not written in UTF-8"
    if _ENTITIES.search(content):
        return "This SVG picture declares entities"
    everything = (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings())
    return next((fault for element in everything if (fault := _fault(element))), "")


def _fault(element: etree._Element) -> str:
    if not isinstance(element.tag, str):  # a comment does no harm; an instruction may load a style sheet
        return "" if element.tag is etree.Comment else "This SVG picture holds a processing instruction"
    name = element.tag.removeprefix(_NAMESPACE)
    if element.tag.startswith("{") and not element.tag.startswith(_NAMESPACE):
        return (
            "" if _is_metadata(element) else f"This SVG picture holds `{name.rpartition('}')[2]}`, which is no drawing"
        )
    if name not in _ELEMENTS:
        return f"This SVG picture holds `{name}`, which can do more than draw"
    if name == "style" and _STYLE_FAULT.search("".join(element.itertext())):
        return "The style of this SVG picture loads something, or could"
    return next((fault for item in element.attrib.items() if (fault := _attribute_fault(*map(str, item)))), "")


def _is_metadata(element: etree._Element) -> bool:
    """Drawing programs keep notes of their own: in `metadata`, or as elements without meaning to a browser."""
    namespace = etree.QName(element).namespace or ""
    return "xhtml" not in namespace and "XSL" not in namespace and "MathML" not in namespace


def _attribute_fault(name: str, value: str) -> str:
    local = name.rpartition("}")[2].lower()
    if local.startswith("on"):
        return f"This SVG picture has the attribute `{local}`, which runs script"
    if (name in _LINKS or local in {"href", "src", "srcset"}) and not _INNER.fullmatch(value.strip()):
        return "This SVG picture leads or loads from elsewhere"
    if _STYLE_FAULT.search(value) and not local.startswith(("d", "id", "label")):
        return f"The attribute `{local}` of this SVG picture loads something, or could"
    return ""
