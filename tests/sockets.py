"""Which sockets a process has open that reach out of its own computer, as the kernel says."""

from __future__ import annotations

from pathlib import Path

FAMILIES = ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6", "packet", "netlink")
"""All that the kernel lists but `unix`."""


def network_sockets(pid: int) -> list[str]:
    """Lines of /proc/PID/net that belong to files this process has open; none is what has to be."""
    open_now = set()
    for file in Path(f"/proc/{pid}/fd").iterdir():
        try:
            kind, _, inode = str(file.readlink()).partition(":[")
        except OSError:  # closed meanwhile
            continue
        if kind == "socket":
            open_now.add(inode.rstrip("]"))
    found = []
    for family in FAMILIES:
        table = Path(f"/proc/{pid}/net/{family}")
        if table.exists():
            lines = table.read_text().splitlines()[1:]
            found += [f"{family}: {line.strip()}" for line in lines if open_now & set(line.split())]
    return found


def children(pid: int) -> list[str]:
    """The command lines of a process's children."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    found = [child for task in tasks for child in _read(task / "children").split()]
    words = [_read(Path(f"/proc/{child}/cmdline")).replace("\0", " ").strip() for child in found]
    return [each for each in words if each]


def _read(file: Path) -> str:
    """What it says; nothing where it, and what it tells of, has gone meanwhile."""
    try:
        return file.read_text(errors="replace")
    except OSError:
        return ""
