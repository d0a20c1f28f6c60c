"""English words as the glossary compares them: contractions opened, endings and irregular forms taken off.

A deliberately small reduction that both sides go through. It never joins words of different meaning on purpose
(`setting` is not `set`), so it stops where a stemmer would go on: `deletion` is a form of its own in the glossary.
"""

import re

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_VOWEL = re.compile(r"[aeiouy]")
_BLANKS = re.compile(r" {2,}")
_LIMIT = 50_000
# Words that would turn into another word without their last letter.
_SILENT = frozenset(
    "note none site rate care cape tape hide ride here plane state hope bare wine pipe cube tube fine use tie".split()
)
# Articles, possessives and forms of "to be": phrases match with and without them.
_SMALL = frozenset(
    ["a", "an", "the", "this", "that", "my", "your", "our", "his", "her", "their", "its", "be"]
)

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been",
        "begin": "began begun beginning",
        "bind": "bound",
        "break": "broke broken",
        "build": "built",
        "buy": "bought",
        "can": "could will would did",
        "cancel": "cancelled cancelling",
        "choose": "chose chosen choosing",
        "control": "controlled controlling",
        "die": "died dying dies",
        "do": "does doing",
        "enrol": "enroll enrolled enrolling enrols enrolls",
        "expire": "expiry",
        "find": "found",
        "forbid": "forbidden forbade",
        "forget": "forgot forgotten",
        "freeze": "froze frozen freezed",
        "get": "got gotten getting",
        "give": "gave given",
        "go": "goes went going",
        "have": "has had having",
        "hold": "held",
        "keep": "kept",
        "label": "labelled labelling",
        "lose": "lost losing",
        "make": "made making",
        "move": "moving",
        "pay": "paid",
        "run": "ran",
        "see": "saw seen",
        "sell": "sold",
        "send": "sent",
        "sign": "signing",
        "spend": "spent",
        "take": "took taken",
        "throw": "threw thrown",
        "tie": "tying ties tied",
        "use": "used using uses",
        "write": "wrote written writing",
    }.items()
    for form in forms.split()
}
# Words whose ending is no ending, or whose bare form means something else.
_WHOLE_WORDS = """
access address alias always analysis as basis billing bus business class canvas chaos cross cors https
dns dos ddos gas ims ios its kms lens less loss mass meeting minus nas news os pass plus process progress
qos ras s3 sfs sms sns sqs ssl string status swap this thing thus tls various virus vms whereas wireless
yes building king missing nothing anything something everything during spring setting warning morning
evening sibling bed seed feed speed need embed exceed proceed succeed hundred red shed sacred aws ess css
obs evs eps ecs ips gaussdb redis kubernetes windows sas acls cbs rds dds dcs ces cts lts bms aas iass
paas saas iaas cass series species perhaps afterwards towards
"""
_WHOLE = frozenset(_WHOLE_WORDS.split())
# Plain plurals the list above would otherwise keep.
_PLURAL = {
    "addresses": "address",
    "aliases": "alias",
    "basics": "basic",
    "buses": "bus",
    "classes": "class",
    "ecss": "ecs",
    "indices": "index",
    "indexes": "index",
    "passes": "pass",
    "processes": "process",
    "settings": "setting",
    "statuses": "status",
    "strings": "string",
    "vertices": "vertex",
    "viruses": "virus",
    "vms": "vm",
    "ips": "ip",
    "acls": "acl",
    "eips": "eip",
    "gpus": "gpu",
    "cpus": "cpu",
    "urls": "url",
    "ids": "id",
    "keys": "key",
}


class _Bases(dict[str, str]):
    """Base word by word, filled as words are met; "" for a small word that phrases do without."""

    def __missing__(self, word: str) -> str:
        if len(self) > _LIMIT:  # pasted text may hold any number of different words
            self.clear()
        base = self[word] = " ".join(part for part in _reduce(word) if part not in _SMALL)
        return base


_bases = _Bases()


def words(text: str) -> list[tuple[str, int, int]]:
    """Cut folded text into base words with their places; `can't` gives two words in one place, small words none.

    >>> words("the vms can't be deleted")
    [('vm', 4, 7), ('can', 8, 13), ('not', 8, 13), ('delet', 17, 24)]
    """
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text):
        base = _bases[match.group()]
        if " " in base:
            found += [(part, *match.span()) for part in base.split()]
        elif base:
            found.append((base, *match.span()))
    return found


def based(text: str) -> str:
    """Turn every word of a folded text of words and blanks into its base; used on all of a glossary's terms at once.

    >>> based("does not exist | the images")
    'do not exist | imag'
    """
    return _BLANKS.sub(" ", " ".join(map(_bases.__getitem__, text.split(" "))))


def _reduce(word: str) -> tuple[str, ...]:
    if word == "cannot":
        return ("can", "not")
    head, mark, tail = word.replace("’", "'").partition("'")
    if mark and tail == "t" and head.endswith("n"):
        verb = {"ca": "can", "wo": "will"}.get(head[:-1], head[:-1])
        return (_base(verb), "not")
    return (_base(head),)


def _base(word: str) -> str:
    short = _IRREGULAR.get(word) or _PLURAL.get(word)
    if short is None:
        short = word if word in _WHOLE or not word.isalpha() else _american(_unverbed(_singular(word)))
    if len(short) > 3 and short.endswith("e") and not short.endswith("ee") and short not in _SILENT:  # noqa: PLR2004
        return short[:-1]
    return short


def _american(word: str) -> str:
    """Spell as American English does: `organization`, `virtualize`, `flavor`; what else it changes, it changes always."""
    if len(word) < 6:  # noqa: PLR2004 - `hour`, `raise`
        return word
    if "isation" in word:
        return word.replace("isation", "ization")
    if word.endswith("our"):
        return word[:-2] + "r"
    if word.endswith(("ise", "is")):
        return word.removesuffix("e")[:-1] + "z"
    return word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):  # noqa: PLR2004
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _unverbed(word: str) -> str:
    if word in _WHOLE:
        return word
    if word.endswith("ied") and len(word) > 4:  # noqa: PLR2004
        return word[:-3] + "y"
    ending = 3 if word.endswith("ing") else 2 if word.endswith("ed") and not word.endswith("eed") else 0
    stem = word[:-ending] if ending else word
    if not ending or len(stem) < 3 or not _VOWEL.search(stem):  # noqa: PLR2004 - `red`, `king`, `string`
        return word
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfzeo":  # noqa: PLR2004 - `stopped`
        return stem[:-1]
    return stem
