"""The groups of keys in config.yaml, with every default, range and meaning."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.exhibition.hours import OpeningRule
from kiosk.exhibition.keys import Day, Name, Named, Switch, key
from kiosk.exhibition.palette import Wall


class Mode(StrEnum):
    """Who has the screen."""

    FULLSCREEN = "fullscreen"
    WINDOWED = "windowed"


class Motion(StrEnum):
    """Whether movement is reduced to short fades. `AUTO` does what the desktop's own setting says."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Renderer(StrEnum):
    """What draws. `AUTO` takes the graphics card where there is one."""

    AUTO = "auto"
    SOFTWARE = "software"
    OPENGL = "opengl"


class Order(StrEnum):
    """The order of the slideshow."""

    MANIFEST = "manifest"
    SHUFFLE = "shuffle"


class ClosedScreen(StrEnum):
    """What visitors see outside the opening hours."""

    BLACK = "black"
    CARD = "card"


class Corner(StrEnum):
    """A corner of the screen."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


class Take(StrEnum):
    """Which newer bundles are installed without anybody being asked."""

    ASK = "ask"
    SIGNED = "signed"
    INDEX = "index"


class _Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of keys in config.yaml, at the same time what the program works with."""


class Display(_Section, frozen=True):
    """The screen and where it stands. `diagonal_inches` None: as the screen itself says.

    `profile` is absolute once it has been read, and None when the file is no profile of a screen.
    """

    mode: Annotated[Mode, key("Full screen, or a window with a title bar.")] = Mode.FULLSCREEN
    screen: Annotated[
        Name, key("Which screen: primary, its number from 1, or its name.", expects="primary, a number or a name")
    ] = "primary"
    diagonal_inches: Annotated[
        Annotated[float, Meta(ge=5, le=200)] | None,
        key(
            "The diagonal of the visible screen in inches; auto asks the screen itself.",
            expects="auto or a number from 5 to 200",
            example="43",
            auto=True,
        ),
    ] = None
    viewing_distance_mm: Annotated[
        float,
        Meta(ge=200, le=5000),
        key(
            "How far visitors' eyes are from the screen, in mm. Large text is so large that a capital letter spans 0.7 "
            "degrees at this distance.",
            expects="a number from 200 to 5000",
            example="600",
        ),
    ] = 600
    bottom_edge_mm: Annotated[
        Annotated[float, Meta(ge=0, le=3000)] | None,
        key(
            "Height of the screen's lower edge above the floor, in mm. When given, everything that is touched stays "
            "between 380 and 1220 mm.",
            expects="a number from 0 to 3000",
            example="800",
        ),
    ] = None
    wall: Annotated[Wall, key("The colour of the wall, where the exhibition does not bring its own.")] = Wall.DARK
    reduced_motion: Annotated[
        Motion, key("Short fades instead of movement; auto asks the desktop for its own setting.")
    ] = Motion.AUTO
    profile: Annotated[
        Named | None,
        key(
            "The screen's ICC profile, a file relative to this one, as a measuring device writes it; pictures are "
            "shown in its colours, words and icons are not. Empty: sRGB.",
            expects="an ICC or ICM file",
            example="screen.icc",
        ),
    ] = None
    renderer: Annotated[Renderer, key("What draws; auto takes the graphics card where there is one.")] = Renderer.AUTO


class Slideshow(_Section, frozen=True):
    """How works follow each other. `dwell_s` None: as long as their labels take to read."""

    dwell_s: Annotated[
        Annotated[float, Meta(ge=3, le=3600)] | None,
        key(
            "How long a work stays, in seconds; auto gives each label time to be read (at least 12 s).",
            expects="auto or a number from 3 to 3600",
            example="20",
            auto=True,
        ),
    ] = None
    fade_ms: Annotated[
        int,
        Meta(ge=0, le=5000),
        key("How long one work fades into the next, in ms.", expects="a whole number from 0 to 5000", example="900"),
    ] = 900
    order: Annotated[Order, key("As in the manifest, or shuffled anew for each round.")] = Order.MANIFEST
    resume_after_s: Annotated[
        float,
        Meta(ge=5, le=3600),
        key(
            "How long a visitor's pause lasts without a touch, in seconds.",
            expects="a number from 5 to 3600",
            example="45",
        ),
    ] = 45


class Idle(_Section, frozen=True):
    """When an abandoned screen goes home."""

    warn_after_s: Annotated[
        float,
        Meta(ge=10, le=3600),
        key('Seconds without a touch until "Still there?".', expects="a number from 10 to 3600", example="75"),
    ] = 75
    warn_for_s: Annotated[
        float,
        Meta(ge=20, le=600),
        key(
            "Seconds that visitors have to answer; accessibility asks for 20 or more.",
            expects="a number from 20 to 600",
            example="30",
        ),
    ] = 30


class Attract(_Section, frozen=True):
    """The loop that invites. `teaser_every` 0: never."""

    seconds: Annotated[
        float,
        Meta(ge=5, le=600),
        key("How long each picture stays, in seconds.", expects="a number from 5 to 600", example="14"),
    ] = 14
    teaser_every: Annotated[
        int,
        Meta(ge=0, le=1000),
        key(
            "After how many pictures a theme is presented; 0 for never.",
            expects="a whole number from 0 to 1000",
            example="5",
        ),
    ] = 5


class Hours(_Section, frozen=True):
    """Opening hours. `timezone` None: the computer's own. Without rules in `open` it is always open."""

    timezone: str | None = None
    open: tuple[OpeningRule, ...] = ()
    closed: tuple[dt.date, ...] = ()
    screen: ClosedScreen = ClosedScreen.BLACK
    switch_off: bool = False


class Speech(_Section, frozen=True):
    """Labels read aloud, to visitors who ask for it."""

    enabled: Annotated[
        Switch,
        key(
            "Whether visitors may have labels read aloud by this computer's speech service (Speech Dispatcher). Needs "
            "the extra speech. Offered where the service has a voice for the visitor's language."
        ),
    ] = False
    volume: Annotated[
        int,
        Meta(ge=1, le=5),
        key(
            "How loud each visitor finds it, from 1 to 5; visitors may change it.",
            expects="a whole number from 1 to 5",
            example="3",
        ),
    ] = 3


class Gesture(_Section, frozen=True):
    """The hidden way to the staff panel."""

    corner: Annotated[Corner, key("The corner of the screen to hold with one finger.")] = Corner.TOP_RIGHT
    hold_s: Annotated[
        float,
        Meta(ge=1, le=30),
        key("How long to hold it, in seconds.", expects="a number from 1 to 30", example="5"),
    ] = 5


class Staff(_Section, frozen=True):
    """The staff panel. `pin` is None once it has been read: a PIN in the clear is none."""

    gesture: Annotated[Gesture, key("The hidden way to the staff panel.")] = Gesture()
    pin: Annotated[
        Annotated[str, Meta(max_length=200)] | None,
        key(
            "Leave this empty: the PIN is set with `kiosk pin` and kept in a file that this account alone can read. "
            "Without one the panel opens in a window, and not in full screen.",
            expects="nothing",
        ),
    ] = None
    shuffle: Annotated[
        Switch, key("Whether the digits of the PIN pad lie in another order each time, so that smudges tell nothing.")
    ] = False


class Statistics(_Section, frozen=True):
    """Counting visits: numbers per day and work, nothing about anyone."""

    enabled: Annotated[Switch, key("Whether visits are counted on this computer.")] = True
    windowed: Annotated[
        Switch,
        key(
            "Whether they are counted, too, while the show is in a window: whoever looks at it there is mostly staff, "
            "at a desk."
        ),
    ] = False

    def counts(self, *, windowed: bool) -> bool:
        """Whether visits count, in a window or on a whole screen."""
        return self.enabled and (self.windowed or not windowed)


class Cache(_Section, frozen=True):
    """Pictures made ready for the screen."""

    size_gb: Annotated[
        float,
        Meta(ge=0.1, le=1000),
        key("The room they may take on the disk, in GB.", expects="a number from 0.1 to 1000", example="4"),
    ] = 4


class Bundles(_Section, frozen=True):
    """Where newer bundles are looked for. Once it has been read, folders are absolute and `key` is the key itself."""

    watch: Annotated[
        list[Annotated[Named, key(expects="a folder")]],
        key(
            "Folders in which newer bundles are looked for, relative to this file, besides USB sticks. Bundles lie in "
            "the folder itself, not deeper.",
            expects="a list of folders",
            example="[/srv/exhibitions]",
        ),
    ] = []
    key: Annotated[
        Named | None,
        key(
            "The public key that bundles for this kiosk are signed with: as minisign writes it, or the .pub file that "
            "`kiosk keygen` makes, relative to this file.",
            expects="a public key, or a .pub file",
            example="museum.pub",
        ),
    ] = None
    take: Annotated[
        Take,
        key(
            "signed: a newer bundle that is signed with the key is installed by itself. index: the one that the index "
            "of `kiosk publish`, signed with the key, says for this kiosk's fleet.groups. ask: nothing is, staff are "
            "asked."
        ),
    ] = Take.ASK


class HoursKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Opening hours as config.yaml writes them."""

    timezone: Annotated[
        Name | None,
        key(
            "The time zone of the opening hours; the computer's own when it is empty.",
            expects="a time zone",
            example="Europe/Berlin",
        ),
    ] = None
    open: Annotated[
        dict[str, Annotated[str, key(expects='hours such as "10:00-18:00"', example='"10:00-18:00"')]],
        key(
            "Days and their hours. A later line replaces an earlier one for its days; days that no line names are "
            "closed. Hours may run past midnight. Nothing here: always open.",
            expects="days with their hours",
            example='{tue-sun: "10:00-18:00", thu: "10:00-21:00"}',
        ),
    ] = {}
    closed: Annotated[
        list[Day],
        key("Days on which it is closed whatever the hours say.", expects="a list of dates", example='["2026-12-24"]'),
    ] = []
    screen: Annotated[ClosedScreen, key("What visitors see meanwhile.")] = ClosedScreen.BLACK
    switch_off: Annotated[
        Switch,
        key(
            "Whether the screen itself is switched off meanwhile, where the desktop can do that (X11; GNOME, KDE, sway "
            "and wlroots on Wayland); a touch switches it on. Some screens do not come on again by themselves: try it."
        ),
    ] = False
