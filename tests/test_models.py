"""Weights on this machine: found, refused, pulled, verified, removed; nothing here touches the network."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bggen import models
from bggen.errors import FetchRefused, LicenceRefused, UsageError, WeightsMissing
from bggen.settings import Settings

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OTHER = "f" * 40
INDEX = {"_class_name": "StableDiffusionPipeline", "unet": ["diffusers", "UNet2DConditionModel"]}


@pytest.fixture(autouse=True)
def no_hub_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The Hugging Face cache of the person who runs the tests stays out."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(models_dir=tmp_path / "models")


def safetensors(content: bytes) -> bytes:
    """A file in the true format with one tensor of bytes."""
    entry = {"a": {"dtype": "U8", "shape": [len(content)], "data_offsets": [0, len(content)]}}
    header = json.dumps(entry).encode()
    return len(header).to_bytes(8, "little") + header + content


def folder(path: Path, index: dict[str, object] | None = None) -> Path:
    (path / "unet").mkdir(parents=True)
    (path / "model_index.json").write_text(json.dumps(INDEX if index is None else index))
    (path / "unet" / "config.json").write_text("{}")
    (path / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(safetensors(b"weights"))
    return path


class Hub:
    """A hub in memory: fills the target folder and remembers what it was asked for."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, list[str], list[str]]] = []
        self.extra: dict[str, bytes] = {}
        self.fails = 0

    def __call__(self, name: str, revision: str, target: Path, take: list[str], leave: list[str]) -> None:
        self.calls.append((name, revision, take, leave))
        if self.fails:
            self.fails -= 1
            raise ConnectionError("the line is dead\nand more")
        folder(target)
        for extra, content in self.extra.items():
            (target / extra).write_bytes(content)


def test_a_pulled_model_is_found_listed_verified_and_removed(settings: Settings) -> None:
    hub = Hub()
    where = models.pull("org/name", settings, revision=COMMIT, download=hub)
    assert models.path("org/name", settings) == where == models.path(f"org/name@{COMMIT[:12]}", settings)
    listed = models.installed(settings)
    assert [(item.id, item.revision, item.place) for item in listed] == [("org/name", COMMIT, "models")]
    assert listed[0].bytes == sum(
        f.stat().st_size for f in where.rglob("*") if f.name != "bggen.json" and f.is_file()
    )
    assert models.verify("org/name", settings) == []
    assert set(json.loads((where / "bggen.json").read_text())["files"]) == {
        "model_index.json",
        "unet/config.json",
        "unet/diffusion_pytorch_model.safetensors",
    }
    models.remove("org/name", settings)
    assert models.installed(settings) == []
    assert not where.exists()


def test_a_second_pull_asks_the_hub_for_nothing(settings: Settings) -> None:
    hub = Hub()
    models.pull("org/name", settings, revision=COMMIT, download=hub)
    models.pull("org/name", settings, revision=COMMIT, download=hub)
    assert len(hub.calls) == 1


def test_pull_asks_for_safetensors_and_configurations_only(settings: Settings) -> None:
    hub = Hub()
    models.pull("diffusers/stable-diffusion-xl-1.0-inpainting-0.1", settings, download=hub)
    name, revision, take, leave = hub.calls[0]
    assert revision == models.KNOWN[name].revision
    assert "*/*.fp16.safetensors" in take
    assert "*/*.safetensors" not in take  # one variant is enough
    assert not any(pattern.endswith((".bin", ".ckpt", ".py", "*")) for pattern in take)
    assert "safety_checker/*" in leave


def test_a_pull_that_broke_leaves_nothing_under_the_final_name(settings: Settings) -> None:
    hub = Hub()
    hub.fails = 1
    with pytest.raises(FetchRefused, match=r"the line is dead; is there a network"):
        models.pull("org/name", settings, revision=COMMIT, download=hub)
    with pytest.raises(WeightsMissing):
        models.path("org/name", settings)
    models.pull("org/name", settings, revision=COMMIT, download=hub)
    assert models.verify("org/name", settings) == []


@pytest.mark.parametrize("name", ["unet/extra.bin", "pipeline.py", "unet/model.ckpt"])
def test_a_pull_of_something_that_can_run_is_refused(name: str, settings: Settings) -> None:
    hub = Hub()
    hub.extra = {name: b"x"}
    with pytest.raises(UsageError, match=Path(name).name):
        models.pull("org/name", settings, revision=COMMIT, download=hub)
    assert models.installed(settings) == []


@pytest.mark.parametrize("revision", [None, "main", "0123abc"])
def test_pull_wants_a_commit(revision: str | None, settings: Settings) -> None:
    with pytest.raises(UsageError, match="--revision"):
        models.pull("org/name", settings, revision=revision, download=Hub())


def test_noncommercial_weights_want_consent(settings: Settings) -> None:
    name = "black-forest-labs/FLUX.1-Fill-dev"
    with pytest.raises(LicenceRefused, match=r"--accept-noncommercial.*FLUX|FLUX.*--accept-noncommercial"):
        models.pull(name, settings, download=Hub())
    models.pull(name, settings, accept_noncommercial=True, download=Hub())


def test_verify_names_what_changed_is_missing_or_new(settings: Settings) -> None:
    where = models.pull("org/name", settings, revision=COMMIT, download=Hub())
    (where / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(
        safetensors(b"weightz")
    )  # the same length
    (where / "unet" / "config.json").unlink()
    (where / "unet" / "more.safetensors").write_bytes(b"")
    assert models.verify("org/name", settings) == [
        "unet/config.json: missing",
        "unet/more.safetensors: not part of the model",
        "unet/diffusion_pytorch_model.safetensors: changed since it was pulled",
    ]


def test_what_was_not_pulled_can_be_neither_verified_nor_removed(settings: Settings, tmp_path: Path) -> None:
    own = folder(tmp_path / "own")
    with pytest.raises(UsageError, match="only models that were pulled"):
        models.verify(str(own), settings)
    with pytest.raises(UsageError, match="not pulled by bggen"):
        models.remove(str(own), settings)
    assert own.exists()


@pytest.mark.parametrize("look", [models.home, models.installed, lambda to: models.locate("org/name", to)])
@pytest.mark.usefixtures("no_home")
def test_a_user_without_a_home_is_told_what_to_set(look: Callable[[Settings], object]) -> None:
    with pytest.raises(UsageError, match="no home folder to look for models in: set HOME"):
        look(Settings())


def test_two_revisions_are_told_apart(settings: Settings) -> None:
    for commit in (COMMIT, OTHER):
        models.pull("org/name", settings, revision=commit, download=Hub())
    with pytest.raises(UsageError, match="org/name@REVISION"):
        models.path("org/name", settings)
    assert models.path(f"org/name@{OTHER}", settings).name == OTHER


def test_a_snapshot_in_the_hubs_cache_is_found_with_its_links(settings: Settings, no_hub_cache: Path) -> None:
    repository = no_hub_cache / "models--org--name"
    snapshot = folder(repository / "snapshots" / COMMIT)
    weights = snapshot / "unet" / "diffusion_pytorch_model.safetensors"
    (repository / "blobs").mkdir()
    weights.rename(repository / "blobs" / "abc")
    weights.symlink_to("../../../blobs/abc")
    item = models.locate("org/name", settings)
    assert (item.place, item.revision) == ("hub cache", COMMIT)
    models.check_folder(item.folder)
    weights.unlink()
    (no_hub_cache / "elsewhere.safetensors").write_bytes(b"")
    weights.symlink_to(no_hub_cache / "elsewhere.safetensors")
    with pytest.raises(UsageError, match="leads out"):
        models.check_folder(item.folder)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Qwen/Qwen-Image", "bggen models pull Qwen/Qwen-Image`"),
        ("org/name", "bggen models pull org/name --revision COMMIT`"),
        (f"org/name@{COMMIT}", f"bggen models pull org/name --revision {COMMIT}`"),
        (
            "black-forest-labs/FLUX.1-dev",
            "bggen models pull black-forest-labs/FLUX.1-dev --accept-noncommercial`",
        ),
        ("./nowhere", "give studio, a diffusers folder"),
        ("studio", "ships inside bggen and needs no folder"),
    ],
)
def test_a_missing_model_says_in_one_line_how_to_get_it(name: str, line: str, settings: Settings) -> None:
    with pytest.raises(WeightsMissing) as caught:
        models.path(name, settings)
    assert line in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_here_and_no_diffusers_folder_is_not_to_be_pulled(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models" / "mine").mkdir(parents=True)
    (tmp_path / "models" / "one.safetensors").write_bytes(b"x")
    for name, says in (
        ("models/mine", "model_index.json in it"),
        ("models/one.safetensors", "save_pretrained"),
    ):
        with pytest.raises(WeightsMissing, match=says) as caught:
            models.path(name, settings)
        assert "pull" not in str(caught.value)


@pytest.mark.parametrize(
    ("index", "words"),
    [
        ({"unet": ["evil_module", "Net"]}, "evil_module.Net"),
        ({"unet": ["diffusers", "OnnxRuntimeModel"]}, "diffusers.OnnxRuntimeModel"),
        ({"tokenizer": ["transformers", "AutoModel"]}, "transformers.AutoModel"),
        ({"../up": ["diffusers", "AutoencoderKL"]}, "../up"),
        ({"_class_name": ["pipeline", "Mine"]}, "no pipeline of diffusers"),
        ({"_class_name": None}, "no pipeline of diffusers"),
    ],
)
def test_an_index_that_asks_for_strangers_is_refused(
    index: dict[str, object], words: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=words.replace(".", r"\.")):
        models.check_folder(folder(tmp_path / "m", INDEX | index))


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json"])
def test_configurations_that_ask_for_remote_code_are_refused(name: str, tmp_path: Path) -> None:
    bad = folder(tmp_path / "m")
    (bad / "unet" / name).write_text(json.dumps({"auto_map": {"AutoModel": "modeling.Mine"}}))
    with pytest.raises(UsageError, match="auto_map"):
        models.check_folder(bad)


def test_an_unreadable_index_is_one_clear_line(tmp_path: Path) -> None:
    bad = folder(tmp_path / "m")
    (bad / "model_index.json").write_text("{")
    with pytest.raises(UsageError, match="not a readable JSON file"):
        models.check_folder(bad)


def test_checksums_are_remembered_for_large_files_until_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bggen.models import checksums

    monkeypatch.setattr(checksums, "LARGE", 4)
    file, memory = tmp_path / "w.safetensors", tmp_path / "memory" / "checksums.json"
    file.write_bytes(b"aaaaaaaa")
    first = models.Checksums(memory).of(file)
    stamp = file.stat()
    file.write_bytes(b"bbbbbbbb")
    import os

    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert models.Checksums(memory).of(file) == first  # same size and time: not read again
    assert models.Checksums(memory).of(file, fresh=True) != first
    file.write_bytes(b"cccccccc")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1))
    assert models.Checksums(memory).of(file) != first


def test_the_digest_follows_every_file_that_counts(tmp_path: Path) -> None:
    own, sums = folder(tmp_path / "own"), models.Checksums(None)
    before = models.folder_digest(own, sums)
    (own / "README.md").write_text("words")
    assert models.folder_digest(own, sums) == before
    (own / "unet" / "config.json").write_text('{"a": 1}')
    assert models.folder_digest(own, sums) != before


def test_revisions_in_the_catalogue_are_commits_and_families_exist() -> None:
    from bggen.families import PAINTERS

    modules = " ".join(PAINTERS.values())
    for model in models.KNOWN.values():
        assert model.revision is None or len(bytes.fromhex(model.revision)) == 20
        assert model.family == models.CUTOUT or model.family.split("-")[0] in modules


def test_a_cut_out_network_is_pulled_verified_and_removed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dataclasses
    import hashlib

    entry = models.KNOWN["rembg:birefnet-general"]
    checksum = "md5:" + hashlib.md5(b"network").hexdigest()
    monkeypatch.setitem(models.KNOWN, entry.id, dataclasses.replace(entry, checksum=checksum))
    asked: list[str] = []

    def fetch(url: str, target: Path) -> None:
        asked.append(url)
        target.write_bytes(b"network")

    where = models.pull("birefnet:general", settings, fetch=fetch)
    assert where == models.home(settings) / "birefnet-general.onnx"
    assert models.pull("rembg:birefnet-general", settings, fetch=fetch) == where
    assert asked == [entry.url]  # the second asked for nothing
    assert [(item.id, item.place) for item in models.installed(settings)] == [(entry.id, "file")]
    assert models.verify("birefnet:general", settings) == []
    where.write_bytes(b"networc")
    assert "md5" in models.verify("birefnet:general", settings)[0]
    models.remove("birefnet:general", settings)
    assert models.installed(settings) == []


def test_a_file_with_another_checksum_is_never_kept(settings: Settings) -> None:
    with pytest.raises(FetchRefused, match="checksum"):
        models.pull("rembg:u2net", settings, fetch=lambda _url, target: target.write_bytes(b"x") and None)
    assert list(models.home(settings).iterdir()) == []


@pytest.mark.parametrize("name", ["org/name", "rembg:u2net"])
def test_without_a_network_or_a_place_pull_says_so_in_one_line(
    name: str, settings: Settings, tmp_path: Path
) -> None:
    def dead(*_: object) -> None:
        raise ConnectionError("the line is dead\nand more")

    with pytest.raises(FetchRefused, match=r"is there a network\?") as caught:
        models.pull(name, settings, revision=COMMIT, download=dead, fetch=dead)
    assert "\n" not in str(caught.value)
    (file := tmp_path / "file").touch()  # as a home that can't be written to
    with pytest.raises(
        UsageError, match=r"no models can be kept there .*: give another folder by --models-dir"
    ):
        models.pull(name, Settings(models_dir=file / "models"), revision=COMMIT, download=dead, fetch=dead)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (safetensors(b"weights")[:-2], "where its header says"),
        (safetensors(b"weights") + b"more", "where its header says"),
        (b"\x80\x04pickle of some kind", "not a readable safetensors"),
        (b"", "not a readable safetensors"),
    ],
)
def test_broken_weights_are_one_clear_line(content: bytes, words: str, tmp_path: Path) -> None:
    bad = folder(tmp_path / "m")
    (bad / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(content)
    with pytest.raises(UsageError, match=words):
        models.check_folder(bad)


def test_a_missing_shard_is_named(tmp_path: Path) -> None:
    bad = folder(tmp_path / "m")
    index = {"weight_map": {"a": "diffusion_pytorch_model.safetensors", "b": "part-2.safetensors"}}
    (bad / "unet" / "diffusion_pytorch_model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(UsageError, match=r"part-2\.safetensors: missing"):
        models.check_folder(bad)


def test_the_command_shows_licences_and_keeps_its_one_line_offline(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    from bggen import cli

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bggen", "models", *words, "--models-dir", str(tmp_path)])
        with pytest.raises(SystemExit) as done:
            cli.main()
        out, err = capsys.readouterr()
        return int(str(done.value.code or 0)), out, err

    code, out, _ = run("list")
    assert code == 0
    assert "nc  black-forest-labs/FLUX.1-dev" in out
    assert "rembg:u2net  (cut-out; Apache-2.0)" in out
    assert "rembg:silueta  (cut-out; Apache-2.0 ?)" in out  # not read at its source, and marked so
    code, out, err = run("list", "--here")
    assert (code, out, err.partition(":")[0]) == (0, "", "none is here")
    code, out, err = run("pull", "rembg:bria-rmbg")
    assert (code, out) == (2, "")
    assert "--accept-noncommercial" in err.splitlines()[-1]
    assert run("path")[1].strip() == str(tmp_path)
    code, _, err = run("path", "rembg:u2net")
    assert code == 2
    assert err.strip().endswith("`bggen models pull rembg:u2net`")
    (tmp_path / "u2net.onnx").write_bytes(b"x")
    assert run("path", "rembg:u2net")[1].strip() == str(tmp_path / "u2net.onnx")
    assert run("verify", "rembg:u2net")[0] == 3
    assert "removed" in run("remove", "rembg:u2net")[1]
