from bot.content.issues import Severity
from bot.content.reader import Reading
from bot.dialogue.checking import check_content


def test_the_shipped_content_has_no_error(shipped_reading: Reading) -> None:
    errors = [issue for issue in check_content(shipped_reading) if issue.severity is Severity.ERROR]
    assert errors == []
