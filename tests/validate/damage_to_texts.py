"""Damage to what ties claims and ledger to the raw texts: spans, hashes, numbers, files."""

import hashlib

from broken_package import (
    Broken,
    Expected,
    cell_damage,
    counted,
    damage,
)

for _cell in [
    # against the texts
    (
        "altered-hash",
        "claims",
        "text_sha256",
        hashlib.sha256(b"x").hexdigest(),
        "span-hash",
        "",
        counted,
    ),
    (
        "altered-ledger-hash",
        "uncoded",
        "text_sha256",
        hashlib.sha256(b"x").hexdigest(),
        "span-hash",
        "",
        lambda r: True,
    ),
    (
        "altered-text-hash",
        "sources",
        "sha256",
        hashlib.sha256(b"x").hexdigest(),
        "raw-text-changed",
        "sha256",
        lambda r: True,
    ),
    (
        "altered-length",
        "sources",
        "characters",
        "999",
        "raw-text-changed",
        "characters",
        lambda r: True,
    ),
]:
    cell_damage(*_cell)


@damage
def shifted_offsets(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: int(r["sentence_start"]) + 3 < int(r["char_start"]))
    start, end = (int(broken.cell("claims", line, name)) for name in ("char_start", "char_end"))
    broken.set("claims", line, char_start=str(start - 2), char_end=str(end - 2))
    return Expected(("span-hash",), "data/claims.csv", line, "text_sha256")


@damage
def span_outside_sentence(broken: Broken) -> Expected:
    line = broken.pick("claims")
    end = int(broken.cell("claims", line, "char_end"))
    broken.set("claims", line, sentence_end=str(end - 1))
    return Expected(("span-in-sentence",), "data/claims.csv", line, "sentence_start")


@damage
def span_beyond_the_text(broken: Broken) -> Expected:
    line = broken.pick("claims")
    broken.set("claims", line, char_end="99999", sentence_end="99999")
    return Expected(("span-beyond-text",), "data/claims.csv", line, "char_end")


@damage
def other_count_than_the_words(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "surrendered")
    broken.set("claims", line, count_low="7", count_high="7")
    return Expected(("span-without-count",), "data/claims.csv", line, "count_low", "7")


@damage
def ledger_row_removed(broken: Broken) -> Expected:
    rows = broken.rows("uncoded")
    gone = broken.random.randrange(1, len(rows))
    number = f"{rows[gone][0]} {rows[gone][1]}-{rows[gone][2]}"
    broken.write("uncoded", rows[:gone] + rows[gone + 1 :])
    return Expected(("number-unaccounted",), "data/uncoded.csv", None, "char_start", number)


@damage
def number_coded_and_in_the_ledger(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "surrendered")
    start = int(broken.cell("claims", line, "char_start")) + len("About ")
    source = broken.cell("claims", line, "source_id")
    text = (broken.folder / "raw" / "texts" / f"{source}.txt").read_text(encoding="utf-8")
    number = text[start : start + 2]
    digest = hashlib.sha256(number.encode()).hexdigest()
    rows = broken.rows("uncoded")
    new = [source, str(start), str(start + 2), digest, "other"]
    rows.append(new)
    rows[1:] = sorted(rows[1:], key=lambda row: (row[0], int(row[1])))
    broken.write("uncoded", rows)
    line = rows.index(new) + 1
    return Expected(("number-in-claim-and-ledger",), "data/uncoded.csv", line, "char_start")


@damage
def claim_from_a_comment_form(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "occurred")
    source = broken.cell("claims", line, "source_id")
    text = (broken.folder / "raw" / "texts" / f"{source}.txt").read_text(encoding="utf-8")
    start = text.index("Required fields")
    end = start + len("Required fields")
    digest = hashlib.sha256(b"Required fields").hexdigest()
    broken.set(
        "claims",
        line,
        char_start=str(start),
        char_end=str(end),
        sentence_start=str(start),
        sentence_end=str(end),
        text_sha256=digest,
    )
    return Expected(("claim-in-furniture",), "data/claims.csv", line, "char_start")


@damage
def id_of_another_claim(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["claim_type"] == "occurred")
    broken.set("claims", line, claim_id="c-" + broken.cell("claims", line, "claim_id")[3:] + "0")
    rows = broken.rows("claims")
    row = rows[line - 1]
    rows[1:] = sorted(rows[1:])
    broken.write("claims", rows)
    return Expected(("claim-id",), "data/claims.csv", rows.index(row) + 1, "claim_id")


@damage
def claim_after_publication(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["source_id"].endswith("000"))
    broken.set("claims", line, date_start="2016-01-02", date_end="2016-01-02")
    return Expected(("claim-after-publication",), "data/claims.csv", line, "date_start", "2016")


@damage
def claim_after_month_of_publication(broken: Broken) -> Expected:
    line = broken.pick("claims", lambda r: r["source_id"].endswith("001"))
    broken.set("claims", line, date_start="2015-07-01", date_end="2015-07-01")
    return Expected(("claim-after-publication",), "data/claims.csv", line, "date_start", "2015-06")


@damage
def raw_text_changed(broken: Broken) -> Expected:
    path = sorted((broken.folder / "raw" / "texts").iterdir())[1]
    path.write_bytes(path.read_bytes().replace(b"border", b"bordem"))
    return Expected(("raw-text-changed",), "data/sources.csv", 3, "sha256")


@damage
def raw_text_missing(broken: Broken) -> Expected:
    sorted((broken.folder / "raw" / "texts").iterdir())[1].unlink()
    return Expected(("raw-text-missing",), "data/sources.csv", 3, "path")


@damage
def raw_text_is_a_link(broken: Broken) -> Expected:
    path = sorted((broken.folder / "raw" / "texts").iterdir())[1]
    outside = broken.folder.parent / "outside.txt"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)
    return Expected(("unsafe-path",), "data/sources.csv", 3, "path")
