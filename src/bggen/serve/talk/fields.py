"""What a request may say: the options of the command line, less what only the server's owner may decide.

Derived from `Options`, so that nothing is declared twice. No field can name a file of this machine.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    create_model,
    field_validator,
)
from pydantic_core import ErrorDetails

from bggen import wording
from bggen.frame import ANCHORS
from bggen.options import OPAQUE, Options, over
from bggen.presets import PRESETS
from bggen.serve.problems import Refusal
from bggen.wording import TRANSPARENT

#: files of this machine, or the owner's decision
WITHHELD = ("mask", "lora", "speed", "accept_noncommercial", "reference", "background")
#: parts that may be files; the first is the one that must be there
FILES = ("photo", "mask", "reference", "background")
BY_FILE_TOO = ("reference", "background")  # a word, or one of those
EDGE = r"[0-9]{1,5}(\.[0-9]{1,3})?"
EDGES = "|".join("(, ?| )".join([EDGE + unit] * 4) for unit in ("(px)?", "%"))
SHARE = r"(100|[0-9]{1,2}(\.[0-9]{1,3})?)"
PIXELS = r"[0-9]{1,4}(\.[0-9]{1,3})?px"
EVERY = rf"(([0-9]|[1-3][0-9]|4[0-4])(\.[0-9]{{1,3}})?|45)%?|{PIXELS}"  # a margin of all sides
SIDE = rf"(([0-9]|[1-8][0-9])(\.[0-9]{{1,3}})?%?|90%?|{PIXELS})"  # one side's of several
COLOUR = r"^(#[0-9a-fA-F]{6}|transparent)$"
TIGHTER: dict[str, Any] = {
    "cutout": Annotated[
        str,
        Field(pattern=r"^(auto|alpha|plain|salient|(rembg|birefnet)(:[A-Za-z0-9_-][A-Za-z0-9._-]{0,63})?)$"),
    ],
    "size": Annotated[str, Field(pattern=r"^[1-9][0-9]{1,3}(x[1-9][0-9]{1,3})?$")],
    "aspect": Annotated[str, Field(pattern=r"^[1-9][0-9]?:[1-9][0-9]?$")],
    "anchor": Annotated[str, Field(pattern=f"^({'|'.join(ANCHORS)}|{SHARE}%(, ?| ){SHARE}%)$")],
    "margin": Annotated[str, Field(pattern=f"^({EVERY}|{SIDE}((, ?| ){SIDE}){{1,3}})$")],
    "roi": Annotated[str, Field(pattern=f"^({EDGES})$")],
    "preset": Literal[tuple(sorted(PRESETS))],
    "reference": Literal["auto", "none"],
    "set": Annotated[str, Field(pattern=r"^[a-z0-9]{1,8}(\+[a-z0-9]{1,8})?$")],
    "background": Annotated[str, Field(pattern=COLOUR)],
    "model": Annotated[str, Field(max_length=200)],
}
MOST_TOLD = 16  # wrong fields in one answer: a body may have tens of thousands, and each takes its time
LONGEST_NAME = 64  # characters of a field's name in an answer
SAYS = {
    "reference": "auto, none, or a file: the scene to start from",
    "background": "#rrggbb, a colour's name, transparent (the product alone), or a file: instead of a scene",
    "margin": "free border for fit, such as 4% or 40px, or TOP,RIGHT,BOTTOM,LEFT such as 5%,5%,5%,40%: two "
    "that face each other take at most 90% of the short side",
    "model": "the model that is served, if anything",
    "format": "file format; an Accept header that names one must agree",
}


class Base(BaseModel):
    """A wrong name is an error, never ignored."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("fill", "strength", "background", "size", "set", mode="before", check_fields=False)
    @classmethod
    def _as_people_write(cls, value: Any, info: ValidationInfo) -> Any:
        if info.field_name in ("size", "set"):  # of which JSON has numbers
            return str(value) if type(value) is int else value
        if info.field_name != "background":
            return wording.share_of(value)
        return (wording.colour_named(value) or value.strip().lower()) if isinstance(value, str) else value


def _field(name: str, says: str | None = None) -> tuple[Any, Any]:
    """A field of ours for an option, as pydantic takes it."""
    field = Options.model_fields[name]
    kind = TIGHTER.get(name, field.rebuild_annotation())
    if field.default is None or name in BY_FILE_TOO:
        kind = kind | None
    return kind, Field(field.default, description=says or SAYS.get(name, field.description))


ON_OFFER: dict[str, Any] = {
    name: _field(name) for name in Options.model_fields if name not in WITHHELD or name in TIGHTER
}
Fields: type[BaseModel] = create_model("Fields", __base__=Base, **ON_OFFER)
#: in a JSON body, which can't bring a file
BY_WORD: dict[str, Any] = {
    "reference": _field("reference", "auto or none: the scene to start from"),
    "background": _field("background", "#rrggbb or transparent: instead of a generated scene"),
}
ADDRESSES: dict[str, Any] = {
    "url": (str, Field(min_length=1, max_length=2000, description="http or https, a picture")),
    "mask_url": (Annotated[str, Field(max_length=2000)] | None, Field(None, description="white on black")),
}
UrlRequest: type[BaseModel] = create_model("UrlRequest", __base__=Fields, **BY_WORD, **ADDRESSES)


def checked(kind: type[BaseModel], values: dict[str, Any]) -> dict[str, Any]:
    """The fields that were given, with their types. Raises Refusal (422) telling the first wrong ones."""
    try:
        return kind.model_validate(values).model_dump(exclude_unset=True)
    except ValidationError as error:
        wrong = error.errors(include_url=False)[:MOST_TOLD]
        if not wrong[0]["loc"]:  # half a surrogate pair, which only JSON can bring
            raise Refusal(422, "usage", "the name of a field is no valid text") from error
        errors = [
            {"field": str(one["loc"][0])[:LONGEST_NAME], "message": _instead(kind, one)} for one in wrong
        ]
        first = errors[0]
        raise Refusal(422, "usage", f"{first['field']}: {first['message']}", errors=errors) from error


def _instead(kind: type[BaseModel], trouble: ErrorDetails) -> str:
    """What to send: what a pattern or a file's part is for stands in the field's description."""
    name = str(trouble["loc"][0])
    if trouble["type"] == "missing":
        return "is missing"
    if trouble["type"] == "string_pattern_mismatch" or (name in FILES and name in kind.model_fields):
        return f"wanted: {kind.model_fields[name].description}"
    return wording.instead(trouble, Options if name in Options.model_fields and name not in TIGHTER else kind)


def merge(base: Options, given: dict[str, Any], max_variants: int) -> Options:
    """The server's defaults under the request's fields. Raises Refusal (422)."""
    served = served_name(base)
    asked = given.pop("model", None)
    if asked not in (None, "", served):
        raise Refusal(
            422, "unknown_name", f"model {asked!r} is not served here: leave it out or say {served}"
        )
    if given.get("variants", 1) > max_variants:
        raise Refusal(422, "usage", f"variants: at most {max_variants} in one request")
    values = over(base.model_dump(), {k: v for k, v in given.items() if v is not None})
    if values["background"] == TRANSPARENT and values["format"] in OPAQUE and given.get("format") is None:
        values["format"] = None  # the owner's choice for pictures that fill their frame
    try:
        return Options.model_validate(values)
    except ValidationError as error:
        raise Refusal(422, "usage", wording.line(error, Options)) from error


def served_name(base: Options) -> str:
    """What requests call the model: never the folder it lies in."""
    return base.model.rstrip("/").rpartition("/")[2]


def form_schema() -> dict[str, Any]:
    """The multipart body for OpenAPI: the fields, and the parts that are or may be files."""
    schema = Fields.model_json_schema()
    properties: dict[str, Any] = schema["properties"]
    for name, field in properties.items():
        kinds = [kind for kind in field.pop("anyOf", []) if kind.get("type") != "null"]
        properties[name] = field | (kinds[0] if len(kinds) == 1 else {})  # a form knows no null
    binary = {"type": "string", "format": "binary"}
    words: tuple[tuple[str, dict[str, Any]], ...] = (
        ("reference", {"type": "string", "enum": ["auto", "none"]}),
        ("background", {"type": "string", "pattern": COLOUR}),
    )
    for name, word in words:
        kept = {key: properties[name][key] for key in ("title", "description")}
        properties[name] = kept | {"anyOf": [word, binary]}
    properties = {
        "photo": binary | {"description": "the product's photo"},
        "mask": binary | {"description": "the product's mask, white on black"},
        **properties,
    }
    return schema | {"properties": properties, "required": ["photo"], "title": "GenerateForm"}
