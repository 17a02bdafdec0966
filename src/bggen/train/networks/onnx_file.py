"""Networks as ONNX files that OpenCV runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import nn

from bggen.errors import UsageError

FEW = 8  # numbers that stay wide, such as a resizing's factors: they save nothing, and some must be exact


def write(net: nn.Module, inputs: dict[str, tuple[int, ...]], file: Path) -> int:
    """Write a network as ONNX of half-precision weights that OpenCV reads; returns its bytes.

    Args:
        net: from a batch of one to what it answers.
        inputs: what it sees, by name: the shape of one, such as planes, rows and columns.
    """
    import onnx
    from onnx import helper, numpy_helper

    examples = tuple(torch.zeros(1, *shape) for shape in inputs.values())
    torch.onnx.export(net.eval(), examples, file, dynamo=False, opset_version=12, input_names=list(inputs))
    model = onnx.load(file)
    widened = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size > FEW:
            name, half = tensor.name, f"{tensor.name}.half"
            tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), half))
            widened.append(helper.make_node("Cast", [half], [name], to=onnx.TensorProto.FLOAT))
    nodes = widened + list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    file.write_bytes(model.SerializeToString())
    return file.stat().st_size


def read(net: nn.Module, file: Path, inputs: dict[str, tuple[int, ...]]) -> None:
    """Give a network the weights of a file that `write` made of one like it.

    The file's convolutions have their norms folded into them: the network's own change nothing but what they
    add, until they are measured (`loop.wake_norms`).

    Raises:
        UsageError: the file is of another network.
    """
    import onnx
    from onnx import numpy_helper

    model = onnx.load(file)
    kept = {t.name.removesuffix(".half"): numpy_helper.to_array(t) for t in model.graph.initializer}
    folded = [[kept[name] for name in node.input[1:]] for node in model.graph.node if node.op_type == "Conv"]
    ours = _in_order(net, inputs)
    if [tuple(fold.weight.shape) for fold, _ in ours] != [weight.shape for weight, *_ in folded]:
        raise UsageError(f"{file}: its network isn't of the shape that is trained here: give one that is")
    for (fold, norm), (weight, bias) in zip(ours, folded, strict=True):
        fold.weight.data.copy_(torch.from_numpy(weight.astype(np.float32)))
        shift = torch.from_numpy(bias.astype(np.float32))
        if norm is None:
            assert fold.bias is not None, "a convolution adds what no norm after it does"
            fold.bias.data.copy_(shift)
            continue
        norm.running_mean, norm.running_var = torch.zeros_like(shift), torch.ones_like(shift) - norm.eps
        norm.weight.data.fill_(1.0)
        norm.bias.data.copy_(shift)


def _in_order(
    net: nn.Module, inputs: dict[str, tuple[int, ...]]
) -> list[tuple[nn.Conv2d, nn.BatchNorm2d | None]]:
    """A network's convolutions as they come about, each with the norm after it."""
    called: list[nn.Module] = []
    kinds = (nn.Conv2d, nn.BatchNorm2d)
    hooks = [
        part.register_forward_hook(lambda part, seen, answer: called.append(part))
        for part in net.modules()
        if isinstance(part, kinds)
    ]
    with torch.no_grad():
        net.eval()(*(torch.zeros(1, *shape) for shape in inputs.values()))
    for hook in hooks:
        hook.remove()
    pairs = []
    for part, after in zip(called, [*called[1:], None], strict=True):
        if isinstance(part, nn.Conv2d):
            pairs.append((part, after if isinstance(after, nn.BatchNorm2d) else None))
    return pairs
