"""What this program never does, read from its own code: open dialogs, links, menus, sockets; lay out markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

KIOSK = Path(__file__).parents[1] / "kiosk"
PYTHON = sorted(KIOSK.rglob("*.py"))
QML = sorted((KIOSK / "qml").rglob("*.qml"))
DIALOGS = r"QFileDialog|QPrintDialog|QtPrintSupport|QColorDialog|QFontDialog|QMessageBox|QtWidgets|QMenu\b"
OPENERS = r"QDesktopServices|webbrowser|startfile|os\.system|shell=True|os\.popen|xdg-open"
CLIPBOARD = r"QClipboard|\.clipboard\("
NETWORK = r"AF_INET|urllib\.request|http\.client|http\.server|QTcp|QUdp|QLocalServer|QWebSocket|QtWebEngine|QSslSocket"
DEVELOPERS = r"QQmlDebuggingEnabler|qmljsdebugger|QQmlFileSelector|sys\.settrace|breakpoint\(|set_trace"
QML_DOORS = (
    r"\b(TextEdit|TextInput|TextField|TextArea|SearchField\s*:|ComboBox|Menu|MenuBar|ContextMenu|FileDialog|FolderDialog)"
    r"\s*\{|VirtualKeyboard|inputMethodHints|onLinkActivated|openUrlExternally|Qt\.quit|XMLHttpRequest|WebSocket|WebView"
    r"|DropArea|Shortcut\s*\{|QtQuick\.(Controls|Dialogs)|Qt\.labs|RichText|StyledText|MarkdownText|AutoText"
)
RENDER_THREAD = r"(sceneGraph(Initialized|Invalidated)|before(Rendering|Synchronizing)|after(Rendering|Synchronizing))"


def found(pattern: str, files: list[Path]) -> list[str]:
    """Each line of code that has it, comments left aside."""
    signs = re.compile(pattern)
    comment = re.compile(r"(^|\s)(#|//).*")
    return [
        f"{file.relative_to(KIOSK)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if signs.search(comment.sub("", line))
    ]


@pytest.mark.parametrize("pattern", [DIALOGS, OPENERS, CLIPBOARD, NETWORK, DEVELOPERS])
def test_no_code_opens_a_dialog_a_link_the_clipboard_or_a_network(pattern: str) -> None:
    assert found(pattern, PYTHON) == []


def test_the_only_network_manager_is_the_one_that_refuses() -> None:
    assert {line.partition(":")[0] for line in found("QNetworkAccessManager|QtNetwork", PYTHON)} == {
        "bridge/network.py"
    }


def test_no_qml_takes_text_from_the_system_opens_a_menu_or_a_link_or_lays_out_markup() -> None:
    assert found(QML_DOORS, QML) == []


def test_no_python_is_called_on_the_thread_that_draws() -> None:
    assert [line for line in found(RENDER_THREAD, PYTHON) if "DirectConnection" in line] == []
    assert found("DirectConnection", PYTHON) == []


@pytest.mark.parametrize("file", QML, ids=lambda file: file.name)
def test_every_text_is_plain(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    for place, line in enumerate(lines):
        begun = re.fullmatch(r"(\s*)(?:\w+: )?Text \{", line)
        if begun:
            end = lines.index(begun[1] + "}", place)
            assert f"{begun[1]}    textFormat: Text.PlainText" in lines[place:end], f"{file.name}:{place + 1}"


def test_this_would_find_them() -> None:
    assert re.search(QML_DOORS, "TextInput {")
    assert re.search(OPENERS, "QDesktopServices.openUrl(x)")
    assert sum(len(re.findall(r"(?m)^\s*(?:\w+: )?Text \{", file.read_text("utf-8"))) for file in QML) > 40
