"""The bundled glossary is well formed, broad enough, and agrees with what is kept beside it."""

import re
from collections import Counter

import opencc
import pytest

import resources
from index.glossary import Glossary
from index.glossary_lines import COLUMNS, GlossaryLine, files, line_of, read_rows
from index.glossary_own import check_lines
from index.glossary_taiwan import SIMPLIFIED, simplified_map
from index.glossary_words import based
from index.text import fold

PATHS = files()
LINES = [line_of(row) for row in read_rows()]
# Words that alone name nothing; a term of such words only would match every second sentence.
EMPTY_WORDS = frozenset(
    "not in on no can will have do of to and from by up it at for with as or if so off out go i me we you is one".split()
)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_file_has_the_header_and_ends_with_a_newline(path):
    text = path.read_bytes().decode("utf-8")
    assert text.startswith("\t".join(COLUMNS) + "\n")
    assert text.endswith("\n")
    assert "\r" not in text


def test_every_line_passes_the_check_that_own_lines_pass():
    raw = [line for path in PATHS for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    assert [line.id for line in check_lines(raw)] == [line.id for line in LINES]


def test_no_id_stands_twice():
    assert [name for name, count in Counter(line.id for line in LINES).items() if count > 1] == []


def test_simplified_column_holds_no_traditional_characters():
    convert = opencc.OpenCC("t2s").convert
    assert [(line.id, term) for line in LINES for term in line.zh if convert(term) != term] == []


def test_taiwan_column_holds_no_simplified_only_characters():
    # 台, 云 and the like are written so on both sides; a term that changes as a whole is the fault looked for.
    convert = opencc.OpenCC("s2t").convert
    shared = set("台里只制面松准群后表干回系于志份采才扎占帳托核")
    wrong = [
        (line.id, term)
        for line in LINES
        for term in line.tw
        if any(a != b and a not in shared for a, b in zip(term, convert(term), strict=False))
    ]
    assert wrong == []


def test_every_concept_has_a_chinese_and_an_english_form():
    assert [line.id for line in LINES if not line.zh or not (line.en or line.everyday)] == []


def test_every_broader_concept_exists_and_none_is_its_own():
    ids = {line.id for line in LINES}
    assert [
        (line.id, wide) for line in LINES for wide in line.broader if wide not in ids or wide == line.id
    ] == []


def test_broader_concepts_never_lead_back():
    above = {line.id: line.broader for line in LINES}

    def climb(name: str, seen: tuple[str, ...]) -> None:
        assert name not in seen, " > ".join((*seen, name))
        for wide in above[name]:
            climb(wide, (*seen, name))

    for name in above:
        climb(name, ())


def _reduced(term: str) -> list[str]:
    return based(re.sub(r"[-./_]", " ", fold(term))).split()


def test_no_english_form_is_left_with_small_words_only():
    forms = [(line.id, term) for line in LINES for column in line.forms[2:] for term in column]
    assert [(name, term) for name, term in forms if set(_reduced(term)) <= EMPTY_WORDS - {"can"}] == []


def test_few_english_forms_belong_to_many_concepts():
    owners = Counter(
        form
        for line in LINES
        for form in {" ".join(_reduced(t)) for column in line.forms[2:] for t in column}
    )
    assert {form: count for form, count in owners.items() if count > 4} == {}


def test_breadth():
    assert len(LINES) >= 1000
    assert sum(len(column) for line in LINES for column in line.forms) >= 14_000
    assert sum(bool(line.tw) for line in LINES) >= 900
    assert sum(bool(line.everyday) for line in LINES) >= 800


@pytest.mark.parametrize(
    "word",
    """
    云服务器 镜像 云硬盘 快照 弹性公网IP 安全组 负载均衡 对象存储 容器 命名空间 集群 证书 密钥 配额 订单 续费 欠费 租户 委托 令牌
    验证码 域名 短信 消息队列 缓存 数据库 函数 日志 告警 限流 签名 时间戳 分页 回滚 扩容 桌面池 策略组 组织单元 邀请 管理账号 标签策略
    """.split(),
)
def test_the_field_is_covered_in_chinese(word):
    assert any(word in line.zh for line in LINES)


@pytest.mark.parametrize(
    "word",
    """
    伺服器 映像檔 硬碟 網路卡 頻寬 安全群組 負載平衡 物件儲存 叢集 憑證 金鑰 配額 訂單 帳號 權杖 驗證碼 網域名稱 簡訊 快取 資料庫
    函式 佇列 逾時 連接埠 範本 使用者 專案 檔案 資料夾 介面 參數 記憶體 螢幕 預設
    """.split(),
)
def test_the_field_is_covered_in_taiwan_wording(word):
    assert any(word in line.tw for line in LINES)


def test_kept_simplified_forms_are_fresh():
    kept = (resources.folder("glossary") / SIMPLIFIED).read_text(encoding="utf-8")
    assert kept == simplified_map(), "run: python -m index.glossary_taiwan"


def test_every_form_of_the_data_is_found_again_by_the_matcher():
    glossary = Glossary.load()
    lost = [
        (line.id, term)
        for line in LINES
        for term in _all_terms(line)
        if line.id not in _names(glossary, term)
    ]
    assert lost == []


def _all_terms(line: GlossaryLine) -> list[str]:
    return [term for column in line.forms for term in column]


def _names(glossary: Glossary, term: str) -> set[str]:
    matches = glossary.concepts(fold(term))
    return {match.concept for match in matches} | {
        inner.concept for match in matches for inner in match.inner
    }
