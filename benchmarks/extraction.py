"""How fast extraction reads, beside spaCy's rule matcher with a vocabulary of the same size.

usage: python benchmarks/extraction.py [--seconds 5] [--seed 1]

Printed: MB/s and documents/s of one core on texts as dense as the five in raw/ and on ordinary
news (invented, one sentence in sixty holds a claim), the share of each step, the ratio to spaCy
(`pip install .[benchmark]`; left out where it is not installed), and whether time grows with the
length of a text and of a corpus and no faster. Times are seconds of processor time of this one
process, after a warm-up, best of several rounds, so that a busy machine disturbs them little.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from news_generator import news  # noqa: E402

from pipeline.extract import extractor  # noqa: E402
from pipeline.extract.extractor import extract_document  # noqa: E402
from pipeline.extract.occurrences import Occurrences  # noqa: E402
from pipeline.extract.passage import Passage  # noqa: E402
from pipeline.extract.reading import Reading  # noqa: E402
from pipeline.extract.reference import load_reference  # noqa: E402
from pipeline.extract.when import When  # noqa: E402
from pipeline.extract.where import Where  # noqa: E402
from pipeline.extract.who_did import WhoDid  # noqa: E402
from pipeline.extract.who_says import WhoSays  # noqa: E402
from pipeline.sources.document import Document  # noqa: E402
from pipeline.sources.manifest import read_manifest  # noqa: E402
from pipeline.sources.reader import document_from_text, read_document  # noqa: E402

RAW = ROOT / "raw"
NEWS_DOCUMENTS = 100
STEPS: tuple[tuple[str, Any, str], ...] = (
    ("cut into sentences", Passage, "__init__"),
    ("grammar of the sentence", Reading, "of"),
    ("when", When, "of"),
    ("where", Where, "of"),
    ("who says", WhoSays, "of"),
    ("who did it", WhoDid, "of"),
    ("incidents without a figure", Occurrences, "find"),
    ("ledger of numbers", extractor, "uncoded_numbers"),
)


def extract_all(documents: Iterable[Document]) -> int:
    reference = load_reference()
    return sum(len(extract_document(document, reference).claims) for document in documents)


def size(documents: Iterable[Document]) -> float:
    """Return megabytes of text."""
    return sum(len(document.text.encode()) for document in documents) / 1e6


def best(work: Callable[[], object], seconds: float) -> float:
    """Return the processor seconds of the fastest round within a span of time."""
    work()
    fastest, stop = float("inf"), time.perf_counter() + seconds
    while True:
        start = time.process_time()
        work()
        fastest = min(fastest, time.process_time() - start)
        if time.perf_counter() > stop:
            return fastest


class Steps:
    """Times each step by itself: what a step asks of another counts for the other."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._running: list[str] = []
        self._since = 0.0

    def _switch(self) -> None:
        now = time.process_time()
        if self._running:
            name = self._running[-1]
            self.spent[name] = self.spent.get(name, 0.0) + now - self._since
        self._since = now

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return `function` with a clock that books its time under `name`."""

        def call(*arguments: Any, **named: Any) -> Any:
            self._switch()
            self._running.append(name)
            try:
                return function(*arguments, **named)
            finally:
                self._switch()
                self._running.pop()

        return call

    def run(self, work: Callable[[], object]) -> dict[str, float]:
        """Return the share of each step in the time of `work`."""
        kept = [(owner, key, vars(owner)[key]) for _, owner, key in STEPS]
        for name, owner, key in STEPS:
            setattr(owner, key, self.timed(name, getattr(owner, key)))
        try:
            self.timed("the rest", work)()
        finally:
            for owner, key, original in kept:
                setattr(owner, key, original)
        total = sum(self.spent.values())
        return {name: spent / total for name, spent in self.spent.items()}


def spacy_matcher() -> Callable[[Sequence[str]], int] | None:
    """Return spaCy's rule matcher with one pattern for each word of our vocabulary, if it is here.

    The patterns match the lower-cased form of a word behind a figure or alone; nothing more is
    done with a match, while the extraction says of each what, when, where and who.
    """
    try:
        import spacy  # noqa: PLC0415
        from spacy.matcher import Matcher  # noqa: PLC0415
    except ImportError:
        return None
    language = spacy.blank("en")
    matcher = Matcher(language.vocab)
    vocabulary = load_reference().vocabulary
    words = {*vocabulary.verbs.words(), *vocabulary.nouns.words(), *vocabulary.adjectives.words()}
    words |= {*vocabulary.heads.words(), *vocabulary.modifiers.words()}
    for word in sorted(words):
        matcher.add(word, [[{"LIKE_NUM": True, "OP": "?"}, {"LOWER": word}]])
    print(f"spaCy {spacy.__version__}: {len(words)} patterns")
    language.max_length = 100_000_000
    return lambda texts: sum(len(matcher(language.make_doc(text))) for text in texts)


def dense_documents() -> list[Document]:
    return [read_document(source, RAW) for source in read_manifest(RAW / "sources.csv")]


def news_documents(seed: int) -> list[Document]:
    texts = enumerate(news(NEWS_DOCUMENTS, seed))
    return [document_from_text(f"news-{k}", text, "2021-03-04") for k, text in texts]


def report(name: str, documents: list[Document], seconds: float, matcher: Any) -> None:
    spent = best(lambda: extract_all(documents), seconds)
    speed = size(documents) / spent
    claims = extract_all(documents)
    print(f"\n{name}: {len(documents)} documents, {size(documents):.3f} MB, {claims} claims")
    print(f"  extraction   {speed:7.3f} MB/s {len(documents) / spent:9.1f} documents/s")
    if matcher is not None:
        texts = [document.text for document in documents]
        other = size(documents) / best(lambda: matcher(texts), seconds)
        print(f"  spaCy Matcher{other:7.3f} MB/s; extraction is {speed / other:.1f} times as fast")
    shares = Steps().run(lambda: extract_all(documents))
    for step, share in sorted(shares.items(), key=lambda item: -item[1]):
        print(f"  {share:6.1%} {step}")


def linearity(seconds: float, seed: int) -> None:
    """Print the time for 1, 10 and 100 times as long a text and as large a corpus."""
    source = min(dense_documents(), key=lambda document: len(document.text)).text
    texts = list(news(10, seed))
    print("\ngrowth       1x        10x       100x (seconds; over 1x in proportion)")
    for name, make in (
        ("dense text", lambda times: [document_from_text("long", "\n\n".join([source] * times))]),
        ("news text", lambda times: [document_from_text("long", "\n\n".join(texts[:1] * times))]),
        ("corpus", lambda times: [document_from_text("many", text) for text in texts] * times),
    ):
        spent = []
        for times in (1, 10, 100):
            documents = make(times)
            spent.append(best(lambda given=documents: extract_all(given), seconds / 5))
        shown = (f"{t:8.4f} {t / spent[0] / 10**k:.2f}" for k, t in enumerate(spent))
        print(f"{name:11}", "  ".join(shown))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=5.0, help="for each measurement")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    start = time.process_time()
    extract_all(news_documents(arguments.seed)[:1])
    print(f"start: {time.process_time() - start:.2f} s to read the word lists and a first text")
    matcher = spacy_matcher()
    report("texts as dense as the five", dense_documents(), arguments.seconds, matcher)
    report("ordinary news", news_documents(arguments.seed), arguments.seconds, matcher)
    linearity(arguments.seconds, arguments.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
