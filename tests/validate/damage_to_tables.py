"""Damage to the form of a table: rows, columns, labels, quotes, bytes."""

from broken_package import Broken, Expected, counted, damage


@damage
def duplicate_row(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    at = broken.random.randrange(1, len(rows))
    rows.insert(at + 1, list(rows[at]))
    broken.write("claims", rows)
    return Expected(("primary-key",), "data/claims.csv", at + 2, "claim_id", f"line {at + 1}")


@damage
def duplicate_key(broken: Broken) -> Expected:
    line = broken.random.randrange(3, len(broken.rows("places")) + 1)
    broken.set("places", line, place_id=broken.cell("places", line - 1, "place_id"))
    return Expected(("primary-key",), "data/places.csv", line, "place_id")


@damage
def claim_coded_twice(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    row = list(broken.random.choice(rows[1:]))
    row[0] = "c-ffffffffff"
    rows.append(row)
    broken.write("claims", rows)
    return Expected(("claim-stated-twice",), "data/claims.csv", len(rows), "char_start")


@damage
def one_text_listed_twice(broken: Broken) -> Expected:
    digest = broken.cell("sources", 2, "sha256")
    broken.set("sources", 3, sha256=digest)
    return Expected(("unique",), "data/sources.csv", 3, "sha256")


@damage
def swapped_columns(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    low, kind = rows[0].index("count_low"), rows[0].index("claim_type")
    for row in rows[1:]:
        row[low], row[kind] = row[kind], row[low]
    broken.write("claims", rows)
    return Expected(("type-error",), "data/claims.csv", 2, "count_low")


@damage
def swapped_labels(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    rows[0][5], rows[0][6] = rows[0][6], rows[0][5]
    broken.write("claims", rows)
    return Expected(("incorrect-label",), "data/claims.csv", 1, rows[0][6])


@damage
def renamed_column(broken: Broken) -> Expected:
    rows = broken.rows("events")
    at = rows[0].index("killed_low")
    rows[0][at] = "deaths_low"
    broken.write("events", rows)
    return Expected(("incorrect-label",), "data/events.csv", 1, "killed_low", "deaths_low")


@damage
def look_alike_label(broken: Broken) -> Expected:
    rows = broken.rows("events")
    rows[0][0] = "еvent_id"
    broken.write("events", rows)
    return Expected(("incorrect-label",), "data/events.csv", 1, "event_id", "CYRILLIC")


@damage
def missing_column(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    at = rows[0].index("verification")
    broken.write("claims", [row[:at] + row[at + 1 :] for row in rows])
    return Expected(("missing-label",), "data/claims.csv", 1, "verification")


@damage
def extra_column(broken: Broken) -> Expected:
    rows = broken.rows("events")
    broken.write("events", [[*row, "note" if at == 0 else "x"] for at, row in enumerate(rows)])
    return Expected(("extra-label",), "data/events.csv", 1, "", "note")


@damage
def duplicated_label(broken: Broken) -> Expected:
    rows = broken.rows("events")
    rows[0][4] = rows[0][5]
    broken.write("events", rows)
    return Expected(("duplicate-label",), "data/events.csv", 1, "", "date_end")


@damage
def header_gone(broken: Broken) -> Expected:
    rows = broken.rows("claimants")
    broken.write("claimants", rows[1:])
    return Expected(("incorrect-label",), "data/claimants.csv", 1, "claimant_id")


@damage
def missing_cell(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    at = broken.random.randrange(1, len(rows))
    rows[at] = rows[at][:-1]
    broken.write("claims", rows)
    return Expected(("missing-cell",), "data/claims.csv", at + 1, "review_status")


@damage
def extra_cell(broken: Broken) -> Expected:
    rows = broken.rows("events")
    at = broken.random.randrange(1, len(rows))
    rows[at] = [*rows[at], "left over"]
    broken.write("events", rows)
    return Expected(("extra-cell",), "data/events.csv", at + 1, "", "left over")


@damage
def blank_line(broken: Broken) -> Expected:
    lines = broken.file("claims").read_bytes().split(b"\n")
    at = broken.random.randrange(1, len(lines) - 1)
    lines.insert(at, b"")
    broken.file("claims").write_bytes(b"\n".join(lines))
    return Expected(("blank-row",), "data/claims.csv", at + 1)


@damage
def row_of_commas(broken: Broken) -> Expected:
    rows = broken.rows("events")
    rows.insert(2, [""] * len(rows[0]))
    broken.write("events", rows)
    return Expected(("blank-row",), "data/events.csv", 3)


@damage
def fault_after_a_blank_line(broken: Broken) -> Expected:
    line = broken.pick("claims", counted)
    broken.set("claims", line, claim_type="murdered")
    broken.bytes("claims", lambda content: content.replace(b"\n", b"\n\n", 1))
    return Expected(("enum",), "data/claims.csv", line + 1, "claim_type", "murdered")


@damage
def fault_after_quoted_newlines(broken: Broken) -> Expected:
    rows = broken.rows("sources")
    broken.set("sources", 2, notes="one\ntwo\n\nthree")
    at = broken.random.randrange(3, len(rows) + 1)
    broken.set("sources", at, language="English")
    return Expected(("pattern",), "data/sources.csv", at + 3, "language", "English")


@damage
def fault_after_a_ragged_row(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    rows[1] = rows[1][:-1]
    rows[-1][rows[0].index("scope")] = "everything"
    broken.write("claims", rows)
    return Expected(("enum",), "data/claims.csv", len(rows), "scope", "everything")


@damage
def unclosed_quote(broken: Broken) -> Expected:
    lines = broken.file("events").read_bytes().split(b"\n")
    at = broken.random.randrange(1, len(lines) - 1)
    cells = lines[at].split(b",", 2)
    lines[at] = cells[0] + b',"' + cells[1].strip(b'"') + b"," + cells[2].replace(b'"', b"")
    broken.file("events").write_bytes(b"\n".join(lines))
    return Expected(("unclosed-quote",), "data/events.csv", at + 1)


@damage
def text_after_a_closing_quote(broken: Broken) -> Expected:
    broken.set("sources", 3, title="A, b")
    broken.bytes("sources", lambda content: content.replace(b'"A, b"', b'"A, b" and more'))
    return Expected(("stray-quote",), "data/sources.csv", 3)


@damage
def byte_order_mark(broken: Broken) -> Expected:
    broken.bytes("claims", lambda content: b"\xef\xbb\xbf" + content)
    return Expected(("byte-order-mark",), "data/claims.csv", 1)


@damage
def carriage_returns(broken: Broken) -> Expected:
    broken.bytes("claims", lambda content: content.replace(b"\n", b"\r\n"))
    return Expected(("line-ending",), "data/claims.csv")


@damage
def invalid_utf8(broken: Broken) -> Expected:
    line = broken.pick("sources")
    broken.set("sources", line, notes="QQQ")
    broken.bytes("sources", lambda content: content.replace(b"QQQ", b"caf\xe9 noir"))
    return Expected(("encoding-error",), "data/sources.csv", line, "", "0xe9")


@damage
def truncated_file(broken: Broken) -> Expected:
    broken.bytes("claims", lambda content: content[: len(content) - 30])
    line = broken.file("claims").read_bytes().count(b"\n") + 1
    return Expected(("final-newline",), "data/claims.csv", line)


@damage
def empty_file(broken: Broken) -> Expected:
    broken.bytes("claim_relations", lambda content: b"")
    return Expected(("source-error",), "data/claim_relations.csv", None, "", "empty")


@damage
def unsorted_rows(broken: Broken) -> Expected:
    rows = broken.rows("claims")
    rows[1], rows[-1] = rows[-1], rows[1]
    broken.write("claims", rows)
    return Expected(("sorted-by-key",), "data/claims.csv", 3, "claim_id")
