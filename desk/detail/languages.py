"""Languages of entries: what they are called, and which are shown where an entry has several."""

from enum import StrEnum

LANGUAGE_NAMES = {"en": "English", "zh-Hans": "中文", "zh-Hant": "繁體中文", "de": "Deutsch", "ja": "日本語"}


class Shown(StrEnum):
    """Which languages of an entry are shown, where it has several."""

    BOTH = "both"
    ENGLISH = "en"
    CHINESE = "zh"
