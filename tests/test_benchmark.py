"""The benchmark's own honesty: what it times, what it marks, and the true sizes of its random models."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bggen import benchmark, cli
from bggen.benchmark import clock, comparison, meters, photos, plain, quality, show, timing, turns
from bggen.engine import Engine, prepare
from bggen.errors import UnknownName, UsageError
from bggen.families import architectures
from bggen.families.runtime import ENCODINGS_KEPT
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job, Painting
from tests import tiny_models

CPU = Settings(device="cpu", threads=1)
pytestmark = pytest.mark.usefixtures("small_canvases")


@pytest.fixture(autouse=True)
def short_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    probe = meters.peak_tflops
    monkeypatch.setattr(meters, "peak_tflops", lambda device, dtype: probe(device, dtype, 0.02))


@pytest.mark.parametrize(
    ("name", "part", "parameters"),
    [
        # as published, plus 320 x 9 weights for each of the five channels that inpainting adds
        ("sd15-inpaint", "unet", 859_520_964 + 5 * 320 * 9),
        ("sdxl-inpaint", "unet", 2_567_463_684 + 5 * 320 * 9),
        ("flux-fill", "transformer", 11_901_408_320 + (384 - 64) * 3072),
        ("sdxl-inpaint", "text_encoder", 123_060_480),
        ("sdxl-inpaint", "text_encoder_2", 694_659_840),
        ("sdxl-inpaint", "vae", 83_653_863),
        ("sdxl-inpaint-taesd", "vae", 2_445_063),
    ],
)
def test_random_models_are_as_large_as_the_published_ones(name: str, part: str, parameters: int) -> None:
    import torch

    with torch.device("meta"):
        network = architectures.part(name, part)
    assert sum(p.numel() for p in network.parameters()) == parameters


@pytest.mark.parametrize("name", ["sdxl-inpaint", "sdxl-inpaint-taesd", "flux-fill"])  # sd15-inpaint is below
def test_every_architecture_is_timed_against_the_plain_loop(name: str, product_png: Path) -> None:
    options = Options(prompt="a b", size="64", steps=2)
    plan = benchmark.Plan(
        options, (1,), 1, (product_png,), "equal", quick=True, random_weights=f"{name}:tiny", price=3.6
    )
    result = benchmark.run(plan, CPU)
    assert (result["model"], result["random_weights"]) == (f"{name}:tiny", True)
    assert (result["painter"]["steps"], result["painter"]["dtype"]) == (2, "float32")
    row, compare = result["runs"][0], result["compare"]
    assert result["ratio_to_plain"] == pytest.approx(
        compare["plain"]["p50_seconds"] / compare["bggen"]["p50_seconds"], abs=0.02
    )
    assert row["cost_per_1000"] == pytest.approx(1 / row["images_per_second"], rel=0.01)
    assert 0 < row["paint_share"] <= 1
    assert row["tflops"] == pytest.approx(
        result["tflop_per_picture"] / row["stage_seconds"]["paint"], rel=0.05, abs=1e-4
    )
    assert [len(compare[each]["samples"]) for each in ("plain", "bggen")] == [1, 1]
    assert result["quality"] == {"compared": False, "psnr": None}  # a quick run paints no other picture
    assert compare["psnr_to_plain"] is None or compare["psnr_to_plain"] > 45
    assert "random weights" in show.title(result)


def test_several_speeds_share_weights_and_the_plain_loop(
    product_png: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    loads: list[str] = []
    load = plain.PlainLoop._load
    monkeypatch.setattr(plain.PlainLoop, "_load", lambda self, folder: loads.append("") or load(self, folder))
    out, chart = tmp_path / "r.json", tmp_path / "r.png"
    words = ["--speed", "exact,fastest", "--steps", "1", "--size", "64", "--device", "cpu", "--threads", "1"]
    words += ["--random-weights", "sd15-inpaint:tiny", "--compare", "equal", "--quick"]
    files = ["--json", str(out), "--plot", str(chart)]
    monkeypatch.setattr(sys, "argv", ["bggen", "benchmark", str(product_png), *words, *files])
    with pytest.raises(SystemExit) as done:
        cli.main()
    assert done.value.code == 0 and len(loads) == 1 and chart.exists()
    result = json.loads(out.read_text())
    (fastest,) = result["speeds"].values()
    assert [one["painter"]["speed"] for one in (result, fastest)] == ["exact", "fastest"]
    assert fastest.keys() == result.keys() - {"speeds"}
    firsts = [one["compare"]["plain"]["first_seconds"] for one in (result, fastest)]
    assert firsts[0] == firsts[1]  # loaded once, timed beside each
    assert result["compare"]["plain"]["samples"] != fastest["compare"]["plain"]["samples"]
    shown, told = capsys.readouterr()
    assert "s  --speed fastest: loading" in told and told.count("round 3 of 3") == 2
    assert shown.count("--speed") == 2 and shown.count("of the plain diffusers loop") == 2


def test_equal_is_equal_where_a_family_names_its_guidance_otherwise(
    product_png: Path, tmp_path: Path
) -> None:
    model = tiny_models.qwen_image(tmp_path / "model")
    options = Options(model=str(model), prompt="a b", negative="c", size="64", steps=2, guidance=9)
    engine = Engine(CPU)
    loop = plain.PlainLoop(options, CPU, engine.info(options), equal=True)
    items = prepare(Job(str(product_png), options), CPU)
    like = quality.pixels(engine.paint(items)[0], items[0], np.asarray(loop.paint(items)[0]))
    assert like is None or like > 45
    assert loop.terms == (2, 9)


def test_a_comparison_goes_forwards_and_backwards(product_png: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    paint, ours = plain.PlainLoop.paint, clock.ours

    def noted(self: Any, items: Any, steps: int | None = None) -> Any:
        order.append("advised" if self.compiled else "plain")
        return paint(self, items, steps)

    def own(bench: Any, size: int) -> Any:
        order.append("bggen")
        return ours(bench, size)

    def advise(self: Any) -> None:
        self.compiled = True  # a compiler takes minutes here

    monkeypatch.setattr(plain.PlainLoop, "paint", noted)
    monkeypatch.setattr(plain.PlainLoop, "_advise", advise)
    monkeypatch.setattr(clock, "ours", own)
    options = Options(prompt="a b", size="64", steps=1)
    plan = benchmark.Plan(options, (1,), 2, (product_png,), "equal", random_weights="sd15-inpaint:tiny")
    result = benchmark.run(plan, CPU)
    assert order[-7:-1] == ["plain", "advised", "bggen", "bggen", "advised", "plain"]  # then the likeness
    compare = result["compare"]
    assert [compare[name]["compiled"] for name in ("plain", "advised")] == [False, True]
    assert [compare[name]["steps"] for name in ("plain", "advised")] == [1, 1]
    assert all(compare[name]["first_seconds"] > 0 for name in ("plain", "advised", "bggen"))
    assert compare["psnr_to_plain"] is None or compare["psnr_to_plain"] > 45


@pytest.fixture
def short_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plain loop's own fifty steps are not what is tried here."""
    paint = plain.PlainLoop.paint

    def quickly(self: Any, items: Any, steps: int | None = None) -> Any:
        return paint(self, items, 1)

    monkeypatch.setattr(plain.PlainLoop, "paint", quickly)


@pytest.mark.usefixtures("short_loop")
def test_a_device_of_its_own_is_timed_over_a_folder_as_batch_paints_it(
    product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []
    clocked = clock.clocked

    def noted(bench: Any, size: int, go: Any) -> Any:
        counts.append(size)
        return clocked(bench, size, go)

    monkeypatch.setattr(clock, "clocked", noted)
    monkeypatch.setattr(comparison, "QUICK_FOLDER_SECONDS", 0.0)  # two batches at the least
    options = Options(prompt="a b", size="64", steps=1)
    plan = benchmark.Plan(
        options,
        (1,),
        2,
        (product_png,),
        "plain",
        quick=True,
        random_weights="sd15-inpaint:tiny",
        folder=True,
        long_seconds=0.2,
    )
    result = benchmark.run(plan, CPU)
    compare = result["compare"]
    # alone, once as folders come; the plain loop and a whole folder, forwards and backwards; a long folder
    long = compare["long_folder"]
    paint = result["runs"][0]["stage_seconds"]["paint"]
    assert counts == [1, 1, 2, 2, 1, long["files"]] and compare["folder"] == 2
    assert long["files"] == pytest.approx(max(1, 0.2 / paint), abs=1)
    assert long["share_of_pure"] == pytest.approx(paint * long["images_per_second"], rel=0.01)
    assert compare["share_of_pure"] < compare["busy"] <= 1  # without the start and end of the run
    assert compare["share_of_pure"] == pytest.approx(paint / compare["bggen"]["p50_seconds"], rel=0.01)
    assert (compare["plain"]["steps"], result["painter"]["steps"]) == (50, 1)  # its own default, and ours
    assert compare["left_out"] == {"advised": "--quick compiles nothing"}


@pytest.mark.usefixtures("short_loop")
def test_the_shipped_model_is_compared_with_its_diffusion_in_plain_diffusers() -> None:
    plan = benchmark.Plan(Options(prompt="a b", size="256"), (1,), 1, compare="plain", quick=True)
    result = benchmark.run(plan, CPU)
    assert result["ratio_to_plain"] > 0
    assert (result["painter"]["steps"], result["compare"]["plain"]["steps"]) == (
        None,
        50,
    )  # sets are not denoised
    assert "steps" not in show.title(result)
    assert result["evaluation"]["scenes"] > 100
    assert any("held-back scenes" in line for line in show.below(result))


@pytest.mark.parametrize(
    ("options", "compare"),
    [
        ({"model": "flat"}, "plain"),
        ({"background": "#ffffff"}, "plain"),
        ({"model": "studio"}, "equal"),
        ({"model": "folder", "reference": "set.jpg"}, "equal"),
    ],
)
def test_what_plain_diffusers_cannot_do_is_not_compared(options: dict[str, str], compare: str) -> None:
    with pytest.raises(UsageError, match=f"--compare {compare}"):
        timing.check(benchmark.Plan(Options(**options), compare=compare), CPU)  # type: ignore[arg-type]  # strings all


def test_a_control_net_has_no_plain_loop_and_that_is_told_before_anything_is_timed(tmp_path: Path) -> None:
    options = Options(model=str(tiny_models.sd_controlnet(tmp_path / "model")))
    with pytest.raises(UsageError, match=r"--compare: .*sd-controlnet"):
        benchmark.run(benchmark.Plan(options, compare="plain"), CPU)


def test_peaks_are_of_what_comes_after_they_are_forgotten() -> None:
    taken = np.ones(25 * 2**20, np.uint64)  # 200 MB, as a model that is built here
    assert meters.peak_rss_mb() > 200
    before = meters.peak_rss_mb()
    del taken
    meters.forget_peaks("cpu")
    assert meters.peak_rss_mb() < before - 160


def test_likeness_and_work_are_torchs_where_a_graph_answers(
    product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Settings] = []

    class Noted(Engine):
        def __init__(self, settings: Settings | None = None, painter: Any = None) -> None:
            made.append(settings or Settings())
            super().__init__(settings, painter)

    engine = Engine(CPU)
    items = prepare(Job(str(product_png), Options(prompt="a b", size="128")), CPU)
    painted = engine.paint(items)[0]
    monkeypatch.setattr(quality, "Engine", Noted)
    same = quality.quality(engine, items[0], painted, CPU)
    assert same == {"compared": True, "psnr": None} and not made  # float32 is what it is compared with
    graphed = replace(painted, notes=painted.notes | {"openvino": ["unet"]})
    quality.quality(engine, items[0], graphed, CPU)
    quality.tflop(engine, items, graphed, CPU)
    assert [settings.openvino for settings in made] == [False, False]


def test_the_evaluation_beside_speed_is_the_measured_one() -> None:
    root = Path(__file__).parents[1]
    for reference in ("auto", "none"):
        told = quality.evaluation(Options(reference=reference))
        assert told is not None
        raw = json.loads((root / told["raw"]).read_text())
        (column,) = (each for name, each in raw["columns"].items() if name.startswith("studio"))
        for name, measured in (("judge_agrees", "adherence"), ("frechet", "frechet")):
            assert told[name] == pytest.approx(
                [column[measured][end] for end in ("value", "low", "high")], abs=1e-3
            )
        assert (told["scenes"], told["commit"]) == (raw["scenes"], raw["machine"]["commit"])
    assert quality.evaluation(Options(reference="none", steps=20)) is None  # not what was evaluated
    assert quality.evaluation(Options(model="flat")) is None


def test_the_command_writes_what_it_measured(
    product_png: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, chart = tmp_path / "r.json", tmp_path / "r.png"
    words = ["--model", "flat", "--size", "128", "--quick", "--json", str(out), "--plot", str(chart)]
    monkeypatch.setattr(
        sys, "argv",
        ["bggen", "benchmark", str(product_png), *words, "--batch-size", "1,2", "--price-per-hour", "1"],
    )  # fmt: skip
    with pytest.raises(SystemExit) as done:
        cli.main()
    assert done.value.code == 0
    shown = capsys.readouterr().out
    result = json.loads(out.read_text())
    rows = result["runs"]
    assert [(row["batch_size"], len(row["samples"])) for row in rows] == [(1, 3), (2, 3)]
    assert f"{rows[1]['images_per_second']:.3f}" in shown
    assert (result["random_weights"], result["tflop_per_picture"]) == (False, None)
    assert result["machine"]["diffusers"]
    with Image.open(chart) as drawn:
        colours = {colour for _, colour in drawn.convert("RGB").getcolors(100_000) or []}
    assert show.BARS[0] in colours


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--compare", "fast"], "--compare fast: give plain or equal"),
        (["--speed", "exact,quick"], "--speed exact,quick: give exact, fast or fastest"),
        (["--speed", "fast,fast"], "--speed fast,fast: give"),
        (["--batch-size", "1,0"], "--batch-size 1,0: give numbers from 1 on"),
        (["--repeats", "x"], "--repeats x: give a whole number"),
        (["nothing.jpg"], "nothing.jpg: there is no such photo"),
        (["--plot", "chart.pdf"], "--plot chart.pdf"),
        (["--json", "no/such/r.json"], "there is no folder no/such"),
    ],
)
def test_a_wrong_flag_is_one_clear_line_before_anything_is_timed(
    words: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bggen", "benchmark", *words])
    with pytest.raises(SystemExit) as done:
        cli.main()
    error = capsys.readouterr().err
    assert done.value.code == 2
    assert says in error and error.count("\n") == 1


def test_photos_never_repeat_while_the_painter_remembers_them(product_png: Path, tmp_path: Path) -> None:
    for given in ((), (product_png,)):
        made = photos.photos(given, tmp_path)
        assert len({path.read_bytes() for path in made}) == len(made) == photos.FEWEST
    for batch in (1, 2, 8, 64):
        assert photos.enough(batch) // batch > ENCODINGS_KEPT  # whole batches are kept
    many = [photos.drawn(tmp_path / "one.png", k, 512).read_bytes() for k in range(photos.enough(16))]
    assert len(set(many)) == len(many)
    with Image.open(photos.photos((product_png,), tmp_path)[3]) as copy:
        assert copy.size == (297, 400)


def test_energy_is_read_from_the_packages_and_wraps(tmp_path: Path) -> None:
    for name, counted in (("intel-rapl:0", 9_000_000), ("intel-rapl:0:0", 5), ("intel-rapl:1", 1_000_000)):
        zone = tmp_path / name
        zone.mkdir()
        (zone / "energy_uj").write_text(str(counted))
        (zone / "max_energy_range_uj").write_text("10000000")
    meter = meters.Joules("cpu", tmp_path)
    meter.start()
    (tmp_path / "intel-rapl:0" / "energy_uj").write_text("500000")  # past its end
    (tmp_path / "intel-rapl:1" / "energy_uj").write_text("3000000")
    assert meter.taken() == pytest.approx(1.5 + 2)
    assert meters.Joules("cpu", tmp_path / "none").taken() is None


def test_the_peak_is_a_rate_that_numpy_agrees_with() -> None:
    import time

    import torch

    torch.set_num_threads(1)
    peak = meters.peak_tflops("cpu", "float32")["matmul"]
    left = np.ones((1024, 1024), np.float32)
    best = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        left @ left
        best = min(best, time.perf_counter() - started)
    assert 0.1 < peak / (2 * 1024**3 / best / 1e12) < 10


def test_an_unknown_architecture_is_named() -> None:
    with pytest.raises(UnknownName, match="sdxl-inpaint"):
        architectures.split("sdxl-inpaint:small")


def test_goals_are_told_from_the_files_of_a_card() -> None:
    from benchmarks import goals

    compare = {"plain": {"images_per_second": 0.6}, "busy": 0.99, "long_folder": {"share_of_pure": 0.98}}
    runs = {
        "gpu-sdxl-1024": {"ratio_to_plain": 3.0, "compare": compare},
        "gpu-sdxl-1024-fast": {"ratio_to_plain": 4.0, "compare": compare},
        "gpu-flux-1024": {"ratio_to_plain": 2.5, "speeds": {"fastest": {"ratio_to_plain": 3.75}}},
        "gpu-sdxl-1024-4-steps": {"compare": {"bggen": {"images_per_second": 13.2}}},
        "gpu-flux-compiling": {"sooner": 6.0, "speed_of_whole": 1.2},
    }
    found = {what: measured for what, _, measured in goals.goals(runs)}
    assert found["SDXL 1024, 20 steps, x plain"] == 3.0
    assert found["SDXL 4 steps, tiny decoder, x plain at 20"] == 22.0
    assert found["FLUX compiled sooner than the whole, x"] == 6.0
    assert found["end to end of a long folder, of painting alone"] == 0.98
    assert found["and as quick as compiled whole, x"] == 1.2
    assert (found["the same with float8"], found["the same with step caching"]) == (4.0, 3.75)
    assert found["SD 1.5 512, 20 steps"] is None


def test_benchmarks_at_once_make_ready_together_and_time_one_by_one(tmp_path: Path) -> None:
    told: list[str] = []
    order: list[str] = []
    lock = tmp_path / "none yet" / "lock"
    with turns.Turns(lock, told.append) as one:

        def beside() -> None:
            with turns.Turns(lock, told.append) as other:  # beside one that only makes ready
                order.append("ready")
                ready.set()
                other.alone()
                order.append("other times")

        ready = threading.Event()
        thread = threading.Thread(target=beside)
        thread.start()
        assert ready.wait(10)
        time.sleep(0.05)
        order.append("one is ready")
        one.__exit__()
        thread.join(10)
        with turns.Turns(lock, told.append) as late:
            late.alone()
            late.alone()  # of the next speed: it has the machine already
    assert order == ["ready", "one is ready", "other times"]
    assert told == ["waiting for another benchmark on this machine"]
    with turns.Turns(None, told.append) as homeless:
        homeless.alone()
    with turns.Turns(tmp_path, told.append) as unwritable:  # a folder is no lock
        unwritable.alone()


@pytest.mark.parametrize(
    ("speed", "steps", "runs"), [("exact", 9, [2, 4]), ("fastest", 9, [9]), ("exact", 4, [4])]
)
def test_operations_of_many_steps_are_counted_in_few(
    speed: Any, steps: int, runs: list[int], product_png: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Options(model="flat", prompt="a b", size="64", steps=steps, speed=speed)
    items = prepare(Job(str(product_png), options), CPU)
    painted = Painting(items[0].scene.rgb, True, {"steps": steps})
    asked: list[int] = []

    def counted(_engine: Engine, items: Any) -> int:
        asked.append(items[0].job.options.steps)
        assert items[0].scene.options.steps == asked[-1]
        return 10**12 * (3 + 2 * asked[-1])  # encoding and decoding, and two halves a step

    monkeypatch.setattr(quality, "_counted", counted)
    assert quality.tflop(Engine(CPU), items, painted, CPU) == 3 + 2 * steps
    assert asked == runs


STAND_IN = """#!/bin/sh
echo "$*" >> "$CALLS"
case "$*" in
  *goals.py*) exit 0 ;;
  *"$FAILS"*) exit 7 ;;
esac
while [ $# -gt 0 ]; do
  case "$1" in --json|--plot) echo "{}" > "$2" ;; esac
  shift
done
"""


def test_rows_of_a_card_are_kept_and_one_that_fails_costs_no_other(tmp_path: Path) -> None:
    stand_in, calls, out = tmp_path / "python", tmp_path / "calls", tmp_path / "out"
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    script = Path(__file__).parents[1] / "benchmarks" / "run_gpu.sh"

    def run(fails: str, **more: str) -> tuple[int, str, list[str]]:
        calls.write_text("")
        environ = os.environ | {
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "CALLS": str(calls),
            "FAILS": fails,
        }
        done = subprocess.run(
            ["bash", script, out], env=environ | more, capture_output=True, text=True, check=False
        )
        rows = [line for line in calls.read_text().splitlines() if "random-weights" in line]
        return done.returncode, done.stdout, rows

    code, said, rows = run("flux-fill")
    assert code == 4 and "gpu-flux-1024: ended with 7" in said and len(rows) == 8
    assert "gpu-flux-compiling: ended with 7" in said
    assert not (out / "gpu-flux-1024.json").exists() and (out / "gpu-sdxl-1024.json").exists()
    code, said, rows = run("nothing", MINUTES="0")
    assert code == 4 and "no time left" in said and not rows
    code, said, rows = run("nothing")  # again, for what is missing
    assert code == 0 and len(rows) == 1 and "flux-fill" in rows[0]
