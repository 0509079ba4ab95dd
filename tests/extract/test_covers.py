from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.covers import Covers

STRETCHES = st.lists(st.tuples(*[st.integers(0, 12)] * 2, st.integers(0, 3)), max_size=8)


@given(STRETCHES, st.integers(-1, 13))
def test_the_lowest_rank_around_an_offset_wins_and_of_equals_the_first(stretches, offset):
    around = [
        (rank, place) for place, (start, end, rank) in enumerate(stretches) if start <= offset < end
    ]
    covers = Covers((*stretch, place) for place, stretch in enumerate(stretches))
    assert covers.around(offset) == (min(around)[1] if around else None)
