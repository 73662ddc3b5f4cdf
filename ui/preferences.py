"""What a person prefers about the window: each choice is effective at once and remembered."""

from PySide6.QtCore import QCoreApplication

from evidence_app.phrases import Language
from ui.i18n import language
from ui.settings import Settings
from ui.tokens import Appearance, Density, Motion, theme


def prefer_language(settings: Settings, chosen: Language) -> None:
    """Speak this language."""
    settings.language = chosen
    language.choose(chosen)


def prefer_appearance(settings: Settings, chosen: Appearance) -> None:
    """Be light, dark, or as the system is."""
    settings.appearance = chosen
    theme.choose(chosen)


def prefer_text_scale(settings: Settings, chosen: float) -> None:
    """Write this much larger than usual."""
    settings.text_scale = chosen
    theme.scale_text(chosen)


def prefer_motion(settings: Settings, chosen: Motion) -> None:
    """Move less, as usual, or as the system says."""
    settings.motion = chosen
    theme.move(chosen)


def prefer_density(settings: Settings, chosen: Density) -> None:
    """Show more or less of a timeline at once."""
    settings.density = chosen
    theme.set_density(chosen)


def appearance_word(appearance: Appearance) -> str:
    """Return the word for an appearance in the window's language."""
    return {
        Appearance.SYSTEM: QCoreApplication.translate("Preferences", "As the system"),
        Appearance.LIGHT: QCoreApplication.translate("Preferences", "Light"),
        Appearance.DARK: QCoreApplication.translate("Preferences", "Dark"),
    }[appearance]


def motion_word(motion: Motion) -> str:
    """Return the word for an amount of motion in the window's language."""
    return {
        Motion.SYSTEM: QCoreApplication.translate("Preferences", "As the system"),
        Motion.FULL: QCoreApplication.translate("Preferences", "Show where things go"),
        Motion.REDUCED: QCoreApplication.translate("Preferences", "Nothing moves"),
    }[motion]


def density_word(density: Density) -> str:
    """Return the word for a density in the window's language."""
    return {
        Density.COMFORTABLE: QCoreApplication.translate("Preferences", "Three lines for each event"),
        Density.COMPACT: QCoreApplication.translate("Preferences", "One line for each event"),
    }[density]
