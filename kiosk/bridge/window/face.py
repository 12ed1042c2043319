"""QML's engine and the windows it makes. Imports little: a window is on the screen before the rest is loaded."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QEventLoop, QMetaObject, QObject, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.bridge.window.lost_card import LostCard
from kiosk.staff.exits import RENDERER

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtQml import QQmlIncubationController

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.network import NoNetwork
    from kiosk.bridge.words import Words
    from kiosk.visit.opening import Beginning

QML = Path(__file__).parents[2] / "qml"
FIRST_FRAME_MS = 400
"""The longest wait for a window's first frame; a covered window never draws one."""
INCUBATION_MS = 50

_log = logging.getLogger(__name__)


class Face(QObject):
    """What visitors see: it loads local files only, and it goes before the objects that it shows.

    `undrawable` says why nothing can be drawn, should that be so; the event loop has been left then.
    """

    def __init__(self) -> None:
        super().__init__()
        self._engine = QQmlApplicationEngine()
        self._no_network: NoNetwork | None = None
        self._engine.addImportPath(str(QML))
        self._components: dict[str, QQmlComponent] = {}  # PySide lets what one has made go with it
        self._face: QQuickItem | None = None
        self._exchange: QObject | None = None
        self._words: Words | None = None
        self.undrawable = ""

    def open(self, file: str, properties: dict[str, Any]) -> QQuickWindow:
        """The window that a file of the module Kiosk describes; not shown yet."""
        self.shut_off()
        return self._open(file, properties)

    def shut_off(self) -> None:
        """Let QML reach no network, from before anything is shown that an exhibition says."""
        if self._no_network is None:
            from kiosk.bridge.network import NoNetwork  # noqa: PLC0415 - the first frame needs no network to refuse

            self._no_network = NoNetwork()
            self._engine.setNetworkAccessManagerFactory(self._no_network)

    def _open(self, file: str, properties: dict[str, Any]) -> QQuickWindow:
        self._engine.setInitialProperties(properties)
        self._engine.load(_qml(file))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[-1], QQuickWindow):
            raise RuntimeError(f"{file} could not be loaded; the log says why")
        # Without a listener Qt aborts. It is heard on this object's thread; the renderer may have one of its own.
        roots[-1].sceneGraphError.connect(self._give_up)
        LostCard(roots[-1], self).given_up.connect(self.cannot_draw)
        return roots[-1]

    def open_empty(self, *, kiosk: bool) -> QQuickWindow:
        """A window for an exhibition; not shown yet."""
        return self._open("KioskWindow.qml", {"kiosk": kiosk})

    def begin(self, window: QQuickWindow, beginning: Beginning) -> None:
        """Have a picture on a window as soon as that is shown; it is decoded while the window is being made."""
        window.setColor(beginning.wall)
        window.setProperty("part", QRectF(*beginning.part))
        window.setProperty("opening", QUrl.fromLocalFile(beginning.rendition))

    def wait_for_beginning(self, window: QQuickWindow) -> None:
        """Wait until a window that is shown has its picture drawn."""
        drawn = QEventLoop()

        def look() -> None:
            if window.property("begun"):
                drawn.quit()

        window.frameSwapped.connect(look)
        QTimer.singleShot(FIRST_FRAME_MS, drawn.quit)
        drawn.exec()
        window.frameSwapped.disconnect(look)

    def hang(self, window: QQuickWindow, gallery: Gallery) -> None:
        """Put the exhibition into its window."""
        self._face = cast("QQuickItem", self._make("Main.qml", gallery=gallery, frame=window))
        window.setProperty("face", self._face)
        gallery.watch(window)

    def hang_next(self, window: QQuickWindow, gallery: Gallery, news: Callable[[], None]) -> QQuickItem:
        """The exhibition that takes the place of the one in the window, unseen until `exchange`.

        `news` hears that its property `presentable`, whether what it begins with is loaded, has changed.
        """
        coming = cast("QQuickItem", self._make("Main.qml", gallery=gallery, frame=window, current=False))
        QObject.connect(coming, SIGNAL("presentableChanged()"), news, Qt.ConnectionType.QueuedConnection)
        window.setProperty("coming", coming)
        gallery.watch(window)
        return coming

    def exchange(self, window: QQuickWindow, coming: QQuickItem, done: Callable[[], None]) -> None:
        """Let the next exhibition come in beneath the one that is shown, and that one go; `done` hears of the end."""
        self._exchange = self._make("Exchange.qml", coming=coming, going=self._face, frame=window)
        QObject.connect(self._exchange, SIGNAL("finished()"), done, Qt.ConnectionType.QueuedConnection)
        QMetaObject.invokeMethod(self._exchange, "begin")

    def take_down(self, coming: QQuickItem) -> None:
        """Destroy what was shown before `exchange`, whose gallery may go then."""
        self._finish_making()
        for gone in filter(None, (self._exchange, self._face)):
            destroy(gone)
        self._exchange, self._face = None, coming

    def hang_above(self, window: QQuickWindow, file: str, *, keys: bool = True, **properties: Any) -> QQuickItem:
        """Something of its own above what the window shows, whatever that is; it gets the `keys` unless told so."""
        item = cast("QQuickItem", self._make(file, **properties))
        item.setParentItem(window.contentItem())
        if keys:
            item.forceActiveFocus()
        return item

    def _make(self, file: str, **properties: Any) -> QObject:
        self.shut_off()
        component = self._components.setdefault(file, QQmlComponent(self._engine, _qml(file)))
        made = component.createWithInitialProperties(properties)
        if component.isError() or made is None:
            raise RuntimeError("\n".join(error.toString() for error in component.errors()))
        return made

    def _give_up(self, _error: QQuickWindow.SceneGraphError, message: str) -> None:
        self.cannot_draw(message)

    def cannot_draw(self, message: str) -> None:
        """Nothing can be drawn. Whoever started the program can start it again."""
        _log.error("the screen cannot be drawn on: %s Set display.renderer to software in config.yaml.", message)
        self.undrawable = message or "no reason given"
        QGuiApplication.exit(RENDERER)

    def speak(self, words: Words) -> None:
        """From now on, retranslate when the language changes."""
        if self._words:
            self._words.spoken.disconnect(self._engine.retranslate)
        self._words = words
        words.spoken.connect(self._engine.retranslate)

    def close(self) -> None:
        """Destroy the windows and everything in them."""
        if self._words:
            self._words.spoken.disconnect(self._engine.retranslate)
        self._finish_making()
        self._exchange = self._face = None
        self._components.clear()
        del self._engine

    def _finish_making(self) -> None:
        """What is still being made in the background is made to its end: the engine complains about half a thing."""
        making = cast("QQmlIncubationController | None", self._engine.incubationController())
        while making and making.incubatingObjectCount():
            making.incubateFor(INCUBATION_MS)


def destroy(gone: QObject) -> None:
    """Destroy what QML has made, here and now: what it shows may go then."""
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)


def _qml(file: str) -> QUrl:
    return QUrl.fromLocalFile(str(QML / "Kiosk" / file))
