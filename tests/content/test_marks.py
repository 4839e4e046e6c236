import pytest

from bot.content.marks import MAX_DEPTH, Node, read_yaml, suggest, walk


def _read(text: str) -> Node:
    node, issues = read_yaml("a.yaml", text.encode())
    assert issues == ()
    assert node is not None
    return node


@pytest.mark.parametrize("text", ["0032475123456", "12:30", "no", "yes", "null", "1.0", "2026-11-20", "0x10", "~"])
def test_every_scalar_is_text(text: str) -> None:
    assert _read(f"key: {text}").plain() == {"key": text}


def test_every_value_knows_its_line_and_column() -> None:
    node = _read("flow: a\nsteps:\n  one:\n    title: Hello\n    list:\n      - x\n      - y: z\n")
    title = node.find_mark(("steps", "one", "title"))
    assert (title.line, title.column, title.quote) == (4, 5, "    title: Hello")
    assert node.find_mark(("steps", "one", "list", 1)).line == 7
    assert node.find_mark(("steps", "one", "list", 1, "y")).column == 9


def test_the_mark_of_what_is_missing_is_that_of_its_nearest_parent() -> None:
    node = _read("steps:\n  one:\n    title: Hello\n")
    assert node.find_mark(("steps", "one", "text")).line == 2
    assert node.find_mark(("steps", "one", "title", 3)).line == 3
    assert node.find_mark(("nothing",)).line == 1


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert _read("# only a comment\n").plain() == {}


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    node, issues = read_yaml("a.yaml", b"\xef\xbb\xbfflow: a\n")
    assert issues == ()
    assert node is not None
    assert node.plain() == {"flow": "a"}


def test_an_ampersand_inside_a_text_is_no_anchor() -> None:
    assert _read("a: Bread & roses\nb: 'x: &y'\n").plain() == {"a": "Bread & roses", "b": "x: &y"}


def test_walking_meets_every_value_with_its_path() -> None:
    paths = [path for path, _ in walk(_read("a:\n  - b: c\n"))]
    assert paths == [(), ("a",), ("a", 0), ("a", 0, "b")]


def test_a_key_of_several_values_is_read_as_text() -> None:
    node, issues = read_yaml("a.yaml", b"? [a, b]\n: c\n")
    assert issues == ()
    assert node is not None


FAULTY = {
    "tab": ("a:\n\tb: c\n", "yaml-tab", 2),
    "twice": ("a: b\na: c\n", "yaml-twice", 2),
    "anchor": ("a: &x b\nc: d\n", "yaml-sign", 1),
    "alias": ("a: *x\n", "yaml-sign", 1),
    "tag": ("a: !!python/object:os.system x\n", "yaml-sign", 1),
    "colon": ("a: b: c\n", "yaml-colon", 1),
    "quote": ('a: "b\nc: d\n', "yaml-quote", 1),
    "lonely quote": ("a: 'b\n", "yaml-quote", 1),
    "indentation": ("a:\n    b: c\n  d: e\n", "yaml-indent", 3),
    "no colon": ("a: b\nmany words here\nc: d\n", "yaml-text", 2),
    "sign": ("a: @b\n", "yaml-sign", 1),
    "percent": ("a: `b\n", "yaml-sign", 1),
    "brace": ("a: {phone.x} is it\nb: c\n", "yaml-sign", 1),
    "brace in a list": ("a:\n  - {phone.x} y\n", "yaml-structure", 2),
    "quote inside": ("a: 'it's'\nb: c\n", "yaml-quote", 1),
    "bracket": ("a: [b, c\nd: e\n", "yaml-sign", 1),
    "list": ("a:\n  - b\n c\n", "yaml-text", 3),
    "two documents": ("a: b\n---\nc: d\n", "yaml-structure", 2),
    "depth": (f"a: {'[' * (MAX_DEPTH + 2)}{']' * (MAX_DEPTH + 2)}\n", "yaml-depth", 1),
    "bell": ("a: b\nc: \x07d\n", "yaml-character", 2),
}


@pytest.mark.parametrize(("text", "code", "line"), FAULTY.values(), ids=FAULTY)
def test_a_fault_of_yaml_is_said_in_plain_words_and_at_its_line(text: str, code: str, line: int) -> None:
    _, issues = read_yaml("a.yaml", text.encode())
    assert [(issue.code, issue.mark.line) for issue in issues] == [(code, line)]
    assert issues[0].mend
    assert "mapping" not in issues[0].sentence
    assert "token" not in issues[0].sentence


@pytest.mark.parametrize("data", ["a: b".encode("utf-16"), b"a: \xe9\n"], ids=["UTF-16", "Latin-1"])
def test_a_file_in_another_encoding_is_refused(data: bytes) -> None:
    node, issues = read_yaml("a.yaml", data)
    assert node is None
    assert [issue.code for issue in issues] == ["yaml-encoding"]


def test_very_deep_nesting_does_not_end_the_program() -> None:
    for text in (b"[" * 400_000, b"a: " + b"[" * 5000 + b"]" * 5000):
        node, issues = read_yaml("a.yaml", text)
        assert node is None
        assert len(issues) == 1


def test_the_nearest_known_word_is_proposed() -> None:
    assert suggest("medicl", ["legal", "medical"]) == 'Did you mean "medical"?'
    assert suggest("zzz", ["legal", "medical"]) == "Possible: legal, medical."
    assert suggest("zzz", []) == ""
