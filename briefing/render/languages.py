"""English names of the languages articles come in."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "bn": "Bengali", "ckb": "Sorani", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "ku": "Kurdish", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "ps": "Pashto", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_name(code: str) -> str:
    """The English name of a BCP 47 language, or the code itself."""
    return _NAMES.get(code, "language unknown" if code == "und" else code)
