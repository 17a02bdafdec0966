"""Networks as ONNX files that OpenCV runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import nn

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
