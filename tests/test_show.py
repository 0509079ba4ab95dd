"""The chart of figures by claimant that `claims show EVENT_ID` draws."""

from pipeline.cli.show import range_chart


def figure(low: int | None, high: int | None, speaker: str = "Alpha", **more: object) -> dict:
    row = {"speaker": speaker, "subject": "people", "claim_type": "killed", "is_part": False}
    return row | {"count_low": low, "count_high": high, "figure": f"{low} to {high}"} | more


def bars(*figures: dict) -> list[str]:
    lines = range_chart(list(figures))
    start = max(line.index("killed") for line in lines) + len("killed") + 2
    return [line[start:] for line in lines]


def test_a_single_figure_is_a_dot_at_its_place_on_the_scale() -> None:
    none, half, whole = bars(figure(0, 0), figure(20, 20), figure(40, 40))
    assert none == "●"
    assert whole.endswith("●")
    assert len(none) < len(half) < len(whole)
    assert abs(len(whole) - 2 * len(half)) <= 2


def test_a_range_shows_both_its_ends_and_open_ends_are_arrows() -> None:
    closed, at_least, up_to = bars(figure(10, 30), figure(20, None), figure(None, 40))
    assert closed.strip().startswith("├")
    assert closed.endswith("┤")
    assert at_least.endswith("▶")
    assert up_to.startswith("◀")
    assert at_least.index("├") > closed.index("├")


def test_a_figure_told_again_by_the_same_speaker_stands_once() -> None:
    lines = range_chart([figure(3, 3), figure(3, 3), figure(3, 3, "Beta")])
    assert len(lines) == 2
    assert "×2" in lines[0]
    assert "×" not in lines[1]


def test_parts_stand_indented_and_uncounted_claims_do_not_stand_at_all() -> None:
    lines = range_chart([figure(9, 9), figure(2, 2, is_part=True), figure(None, None, figure=None)])
    assert len(lines) == 2
    assert lines[1].startswith("  Alpha")


def test_nothing_to_draw_is_no_error() -> None:
    assert range_chart([]) == []
    assert len(range_chart([figure(0, 0)])) == 1
