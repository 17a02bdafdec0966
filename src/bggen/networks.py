"""Our own small networks: one ONNX file each, run by OpenCV alone."""

from __future__ import annotations

import functools
import threading
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray


class Network:
    """A graph that is read when it is first asked; may be asked from many threads."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._alone = threading.Lock()  # OpenCV's net holds its input and its answer: one at a time

    @property
    def loaded(self) -> bool:
        """Whether its file was read."""
        return "_net" in vars(self)

    def answer(self, *only: NDArray[Any], **named: NDArray[Any]) -> NDArray[np.float32]:
        """What the graph says of one input, float32 without a batch axis.

        Args:
            only: the input of a graph that has one.
            named: the inputs of one that has several, by the graph's names.
        """
        with self._alone:
            for seen in only:
                self._net.setInput(seen[None])
            for name, seen in named.items():
                self._net.setInput(seen[None], name)
            return np.array(self._net.forward()[0], np.float32)

    @functools.cached_property
    def _net(self) -> Any:
        return cv2.dnn.readNetFromONNX(str(self.file))
