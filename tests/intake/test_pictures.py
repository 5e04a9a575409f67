"""SVG pictures: plain drawings are taken, whatever could do more is not."""

import pytest

from plugins.intake.pictures import fault_of_svg

NS = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    "drawing",
    [
        f"<svg {NS}><path d='M0 0h1'/></svg>",
        f"<!-- a note --><svg {NS}><use href='#a'/><g id='a'/></svg>",
        f"<?xml version='1.0' encoding='UTF-8'?><svg {NS}><style>.a{{fill:url(#g)}}</style></svg>",
        f"<svg {NS}><image href='data:image/png;base64,AAAA'/></svg>",
        f"<svg {NS} xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='x'><i:grid/></svg>",
        f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg {NS}/>',
    ],
)
def test_plain_drawings_are_taken(drawing: str) -> None:
    assert fault_of_svg(drawing.encode()) == ""


@pytest.mark.parametrize(
    "drawing",
    [
        f"<svg {NS}><script>1</script></svg>",
        f"<svg {NS} onload='x()'/>",
        "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script/></s:svg>",
        f"<svg {NS}><a href='java&#115;cript:x'/></svg>",
        f"<svg {NS}><use href='other.svg#a'/></svg>",
        f"<svg {NS}><image href='//elsewhere.example/x.png'/></svg>",
        f"<svg {NS}><image href='data:image/svg+xml;base64,AAAA'/></svg>",
        f"<svg {NS}><style>@import 'x'</style></svg>",
        f"<svg {NS}><style>a<!-- -->@import 'x'</style></svg>",
        f"<svg {NS}><style>@\\69mport 'x'</style></svg>",
        f"<svg {NS}><rect style='fill:url(https://x.example/y)'/></svg>",
        f"<svg {NS}><rect style=\"background:image-set('https://x')\"/></svg>",
        f"<svg {NS} xmlns:h='http://www.w3.org/1999/xhtml'><h:meta http-equiv='refresh'/></svg>",
        f"<svg {NS}><foreignObject/></svg>",
        f"<svg {NS}><set attributeName='onload' to='x'/></svg>",
        f"<?xml-stylesheet href='x.css'?><svg {NS}/>",
        f"<?xml version='1.0' encoding='ISO-2022-JP'?><svg {NS}/>",
        f"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg {NS}>&a;</svg>",
        "<svg",
        "",
    ],
)
def test_what_could_do_more_is_refused(drawing: str) -> None:
    assert fault_of_svg(drawing.encode())


def test_other_encodings_are_refused() -> None:
    drawing = f"<svg {NS}><path d='M0 0'/></svg>"
    assert fault_of_svg(drawing.encode("utf-16"))
    assert fault_of_svg(drawing.encode("utf-16-le"))
    assert fault_of_svg(f"<svg {NS}><scr\x1b(Bipt/></svg>".encode())
