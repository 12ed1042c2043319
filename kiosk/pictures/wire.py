"""Orders and replies as bytes that carry no code."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from kiosk.pictures.orders import Order, Reply


def _to_wire(value: Any) -> bytes:
    if isinstance(value, Path):
        return os.fsencode(value)
    raise NotImplementedError(f"{type(value).__name__} does not travel")


def _from_wire(kind: type, value: Any) -> Any:
    if issubclass(kind, Path) and isinstance(value, bytes):
        return Path(os.fsdecode(value))
    raise NotImplementedError(f"{kind.__name__} does not travel")


_encoder = msgspec.msgpack.Encoder(enc_hook=_to_wire)
_order_decoder: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order, dec_hook=_from_wire)
_reply_decoder: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply, dec_hook=_from_wire)


def encode(message: Order | Reply) -> bytes:
    """The bytes of an order or a reply. Paths travel as the file system's own bytes, so any name does."""
    return _encoder.encode(message)


def decode_order(data: bytes) -> Order:
    """The order in `data`. Raises `msgspec.MsgspecError` when there is none."""
    return _order_decoder.decode(data)


def decode_reply(data: bytes) -> Reply:
    """The reply in `data`. Raises `msgspec.MsgspecError` when there is none."""
    return _reply_decoder.decode(data)
