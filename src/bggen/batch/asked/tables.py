"""CSV and JSONL tables: a row a photo, with its own prompt, mask, variables and options."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bggen.errors import UsageError
from bggen.options import Options
from bggen.wording import mistyped

SUFFIXES = {".csv", ".tsv", ".jsonl", ".ndjson"}
OTHERS = {".json", ".xlsx", ".xls", ".xlsm", ".ods", ".numbers", ".parquet", ".xml"}  # not read
LONGEST_LINE = 2**20  # characters
IMAGE = ("image", "photo", "file", "path", "source")
PLAIN = {"prompt", "mask", "sku", "output", "channels"}
#: columns that say what a product is, the plainest first
TITLES = ("title", "name", "product", "product_type", "category", "type")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `values` are texts by column name."""

    line: int
    image: str
    values: dict[str, str]
    channels: tuple[str, ...]
    trouble: str = ""  # why nothing of it could be read

    def options(self) -> dict[str, str]:
        """The columns that are options of their own (prompt and mask are handled apart)."""
        return {
            name: value
            for name, value in self.values.items()
            if name in Options.model_fields and name not in PLAIN and value
        }


def read(path: Path) -> list[Row]:
    """All rows; one that can't be read is there with its trouble.

    Raises UsageError with the line where none can, or where rows can't be told apart.
    """
    text = decoded(path)
    as_json = path.suffix.lower() in (".jsonl", ".ndjson")
    records = list(json_rows(text) if as_json else csv_rows(text, path))
    if not records:
        raise UsageError(f"{path}: has no rows")
    sound = [record for _, record in records if not isinstance(record, str)]
    if not sound:
        line, trouble = records[0]
        raise UsageError(f"{path}, line {line}: {trouble}")
    columns = {name for record in sound for name in record}
    image = next((name for name in IMAGE if name in columns), None)
    if image is None:
        raise UsageError(f"{path}: needs a column 'image'; it has {', '.join(sorted(columns))}")
    return [
        Row(line, "", {}, (), record) if isinstance(record, str) else as_row(line, record, image)
        for line, record in records
    ]


def title(values: dict[str, str]) -> str:
    """What a row calls its product: its titles, divided by `;`. `name` is the file's where it has none."""
    return "; ".join(values[column] for column in TITLES if values.get(column))


def misnamed(columns: Set[str], read: Set[str]) -> str:
    """Columns that are nearly one of ours, which the table lacks, as `promt (did you mean prompt?)`.

    Any column may stand in a table for other ends, so that this is no mistake for sure. `read`: those that a
    template or --family-by names.
    """
    known = {*Options.model_fields, *PLAIN}
    found = {name: mistyped(name, known - columns) for name in columns - known - read}
    return ", ".join(f"{name} (did you mean {near}?)" for name, near in sorted(found.items()) if near)


def as_row(line: int, record: dict[str, Any], image: str) -> Row:
    """One record with its values as text."""
    channels = record.pop("channels", None) or []
    if not isinstance(channels, list):
        channels = as_text(channels).replace(";", ",").replace("|", ",").split(",")
    values = {name: as_text(value) for name, value in record.items() if value is not None}
    names = tuple(filter(None, map(as_text, channels)))
    return Row(line, values.pop(image, ""), values, names)


def as_text(value: Any) -> str:
    """`4.0` from JSON stays `4.0`, lists of adapters become comma-separated; half an emoji becomes `?`."""
    if isinstance(value, list):
        return ",".join(as_text(part) for part in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).encode("utf-8", "replace").decode().strip()


def decoded(path: Path) -> str:
    """The table's text: UTF-8, or UTF-16 with its mark."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(f"can't read table {path}: {error.strerror or error}") from error
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UsageError(
            f"{path}, line {line}: is not UTF-8 text: save the table as UTF-8 ('CSV UTF-8' in Excel)"
        ) from error
    if "\0" in text:
        raise UsageError(
            f"{path}, line {text[: text.index(chr(0))].count(chr(10)) + 1}: holds a NUL character"
        )
    return text


def csv_rows(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """(line number, record) of every row that isn't empty; `;` and tabs are told from commas.

    For a record there is what is wrong, where that is within one line. What goes on over several may be rows
    that an open quote has swallowed: UsageError.
    """
    csv.field_size_limit(LONGEST_LINE)
    lines = io.StringIO(text, newline="")
    said = re.match(r"sep=([,;\t])\r?\n", text)  # Excel's own way to say it
    delimiter = said[1] if said else _delimiter(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        if said:
            next(reader)
        columns = [name.strip().casefold() for name in next(reader, [])]
        if doubled := next((name for name in columns if columns.count(name) > 1), None):
            raise UsageError(f"{path}: has the column {doubled!r} twice")
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}: {error}") from error
    while (row := _next(reader, len(columns))) is not None:
        line, cells = row
        if isinstance(cells, list):
            if cells:
                yield reader.line_num, dict(zip(columns, cells, strict=False))
        elif line < reader.line_num:
            where = f"{path}, lines {line} to {reader.line_num}: {cells}"
            raise UsageError(f"{where}: close the quote that is open, or write a quote within one twice")
        else:
            yield line, cells


def _next(reader: Any, most: int) -> tuple[int, list[str] | str] | None:
    """(line in which the next row begins, its values or what is wrong); None at the end.

    There are no values where all are empty, and a row has at most `most` of them.
    """
    line = reader.line_num + 1
    try:
        cells = next(reader)
    except StopIteration:
        return None
    except csv.Error as error:
        return line, str(error)
    if not any(cell.strip() for cell in cells):
        return line, []
    return line, cells if len(cells) <= most else f"has {len(cells)} values for {most} columns"


def _delimiter(text: str) -> str:
    """The one by which the head names a column of images, else the most columns."""
    head = re.split(r"[\r\n]", text, maxsplit=1)[0]

    def fits(delimiter: str) -> tuple[bool, int]:
        columns = next(csv.reader([head], delimiter=delimiter), [])
        return any(name.strip().casefold() in IMAGE for name in columns), len(columns)

    return max(",;\t", key=fits)


def json_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """(line number, record, or what is wrong with it) of every line of a JSONL table."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(line) > LONGEST_LINE:
            yield number, f"is longer than {LONGEST_LINE:,} characters"
            continue
        try:
            record = json.loads(line, parse_constant=_no_constant)
        except (ValueError, RecursionError) as error:
            yield number, f"is no JSON object ({error})"
            continue
        known = isinstance(record, dict)
        yield number, {n.strip().casefold(): v for n, v in record.items()} if known else "is no JSON object"


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")
