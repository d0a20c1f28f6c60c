"""The language a text is written in, from its script and commonest words."""

import re

from index.entry import LanguageTag

_HAN = re.compile(r"[㐀-鿿]")
_KANA = re.compile(r"[぀-ヿ]")
_HANGUL = re.compile(r"[가-힣]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_TRADITIONAL = frozenset(
    "錯誤無請檢查確認數據參實例啟動資源創建刪權帳號碼網絡雲務應設備狀態與時間過個會為這對關於"
)
_SIMPLIFIED = frozenset(
    "错误无请检查确认数据参实例启动资源创建删权账号码网络云务应设备状态与时间过个会为这对关于"
)
_SCRIPTS: tuple[tuple[LanguageTag, re.Pattern[str]], ...] = (
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_WORDS: tuple[tuple[LanguageTag, frozenset[str]], ...] = (
    (
        "de",
        frozenset(
            "der die das und nicht ist ein eine wurde werden für mit sie den dem auf bei kann von zu".split()
        ),
    ),
    ("fr", frozenset("le la les des est une pas pour dans sur avec vous du et que ou être cette".split())),
    ("es", frozenset("el los las una del por para con que es se no está y en su al".split())),
    ("pt", frozenset("o os as uma do da não para que é em ao por são um".split())),
    ("it", frozenset("il lo gli una del della non per con che è di alla sono nel".split())),
    ("en", frozenset("the a an is are not of to in for and be was has have this that with or by it".split())),
)
_TAGS: dict[str, tuple[LanguageTag, ...]] = {
    word: tuple(tag for tag, words in _WORDS if word in words)
    for word in frozenset().union(*(words for _, words in _WORDS))
}
_FOREIGN = frozenset(word for word, tags in _TAGS.items() if set(tags) != {"en"})
"""Words of the other languages; where none of them stands, it is English."""
_UNBROKEN = re.compile(r"\S+")
_ADDRESS_MARKS = ("://", "www.", ".com", ".org")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3


def language_of(text: str) -> LanguageTag:
    """Return the language of a text; `en` where nothing speaks for another one.

    Foreign words inside Chinese, Japanese or Korean do not count against it: names of products and parameters stay
    English there.

    >>> language_of("RAM 鉴权失败"), language_of("Der Name ist nicht gültig."), language_of("Not found")
    ('zh-Hans', 'de', 'en')
    """
    if text.isascii():
        return _latin_language(text)
    latin = len(_LATIN_WORD.findall(text))
    han, kana, hangul = (len(pattern.findall(text)) for pattern in (_HAN, _KANA, _HANGUL))
    if hangul * 2 > latin:
        return "ko"
    if kana * 5 > han and (kana + han) > latin:
        return "ja"
    if han and han * 2 > latin:
        return "zh-Hant" if _is_traditional(text) else "zh-Hans"
    for tag, pattern in _SCRIPTS:
        if len(pattern.findall(text)) > latin:
            return tag
    return _latin_language(text)


def _is_traditional(text: str) -> bool:
    only_traditional = sum(char in _TRADITIONAL and char not in _SIMPLIFIED for char in text)
    only_simplified = sum(char in _SIMPLIFIED and char not in _TRADITIONAL for char in text)
    return only_traditional > only_simplified


def _latin_language(text: str) -> LanguageTag:
    if _holds_address(text):
        text = _UNBROKEN.sub(lambda found: " " if _holds_address(found[0]) else found[0], text)
    words = _WORD.findall(text.casefold())
    if _FOREIGN.isdisjoint(words):
        return "en"
    counts = {tag: 0 for tag, _ in _WORDS}
    for word in words:
        for tag in _TAGS.get(word, ()):
            counts[tag] += 1
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] >= _ENOUGH and counts[best] > 2 * counts["en"] else "en"


def _holds_address(text: str) -> bool:
    return any(mark in text for mark in _ADDRESS_MARKS)
