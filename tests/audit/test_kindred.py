import pytest

from policygraph.audit.kindred import kindred, put_in


def test_what_the_longer_name_has_more():
    assert put_in("大宗固体废物综合利用率", "大宗工业固体废物综合利用率") == "工业"
    assert put_in("大宗工业固体废物综合利用率", "大宗固体废物综合利用率") == "工业"
    assert put_in("农膜回收率", "秸秆综合利用率") is None
    assert put_in("农膜回收率", "农膜回收率") is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("新增大宗固体废物综合利用率", "大宗固体废物综合利用率"),
        ("农村生活污水治理率", "生活污水治理率"),
        ("城市生活垃圾无害化处理率", "生活垃圾无害化处理率"),
        ("森林覆盖率", "林覆盖率"),
    ],
)
def test_a_word_of_scope_or_a_short_name_keeps_two_apart(a, b, thresholds):
    assert not kindred(a, b, thresholds)


def test_a_qualifier_makes_kin(thresholds):
    assert kindred("大宗固体废物综合利用率", "大宗工业固体废物综合利用率", thresholds)
