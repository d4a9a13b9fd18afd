"""The player's words for kinds of segments and for times."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.domain.segments import SegmentKind
from desktop.player.skipping import OfferPurpose, SkipOffer


def kind_name(kind: SegmentKind) -> str:
    """As the label of a segment."""
    return {
        SegmentKind.INTRO: QCoreApplication.translate("Player", "Intro"),
        SegmentKind.RECAP: QCoreApplication.translate("Player", "Recap"),
        SegmentKind.CREDITS: QCoreApplication.translate("Player", "Credits"),
        SegmentKind.PREVIEW: QCoreApplication.translate("Player", "Preview"),
    }[kind]


def skipped_text(kind: SegmentKind) -> str:
    """After a segment was skipped. Whole sentences: the kind is inflected in other languages."""
    return {
        SegmentKind.INTRO: QCoreApplication.translate("Player", "Intro skipped"),
        SegmentKind.RECAP: QCoreApplication.translate("Player", "Recap skipped"),
        SegmentKind.CREDITS: QCoreApplication.translate("Player", "Credits skipped"),
        SegmentKind.PREVIEW: QCoreApplication.translate("Player", "Preview skipped"),
    }[kind]


def not_this_kind_text(kind: SegmentKind) -> str:
    """To reject what the program found."""
    return {
        SegmentKind.INTRO: QCoreApplication.translate("Player", "Not an intro"),
        SegmentKind.RECAP: QCoreApplication.translate("Player", "Not a recap"),
        SegmentKind.CREDITS: QCoreApplication.translate("Player", "Not credits"),
        SegmentKind.PREVIEW: QCoreApplication.translate("Player", "Not a preview"),
    }[kind]


def offer_text(offer: SkipOffer) -> str:
    """On the skip button."""
    if offer.purpose is OfferPurpose.NEXT_EPISODE:
        if offer.countdown_s is None:
            return QCoreApplication.translate("Player", "Next episode")
        text = QCoreApplication.translate("Player", "Next episode in {seconds}")
        return text.format(seconds=int(offer.countdown_s) + 1)
    return {
        SegmentKind.INTRO: QCoreApplication.translate("Player", "Skip intro"),
        SegmentKind.RECAP: QCoreApplication.translate("Player", "Skip recap"),
        SegmentKind.CREDITS: QCoreApplication.translate("Player", "Skip credits"),
        SegmentKind.PREVIEW: QCoreApplication.translate("Player", "Skip preview"),
    }[offer.kind]


def clock_text(seconds: float) -> str:
    """``75`` is ``1:15``, ``3675`` is ``1:01:15``."""
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def rate_text(rate: float) -> str:
    """``1.5`` is ``1.5×``."""
    return f"{rate:g}×"
