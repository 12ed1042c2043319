"""No network: the manager QML would load addresses with refuses them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlNetworkAccessManagerFactory

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice, QObject

NOWHERE = QUrl("refused:nothing-is-loaded-from-a-network")


class _Refuser(QNetworkAccessManager):
    def createRequest(
        self, op: QNetworkAccessManager.Operation, request: QNetworkRequest, device: QIODevice | None = None
    ) -> QNetworkReply:
        refused = QNetworkRequest(request)
        refused.setUrl(NOWHERE)
        return super().createRequest(op, refused, device)


class NoNetwork(QQmlNetworkAccessManagerFactory):
    """Gives QML a manager that turns every address into one nothing answers to. Local files never come here."""

    def create(self, parent: QObject | None) -> QNetworkAccessManager:
        return _Refuser(parent)
