"""The explorer as files and over HTTP; what the page shows is tested in a browser, in explorer/tests."""

import http.client
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import polars
import pytest

from pipeline.errors import InputError
from pipeline.explorer.serve import ADDRESS, ExplorerServer, open_server
from pipeline.explorer.write import explorer_files, write_explorer
from pipeline.paths import DATA, RAW, ROOT

POLICY = "default-src 'none'; script-src 'self'"
PAGE = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>Page</title>'


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "assets").mkdir()
    (folder / "assets" / "page.js").write_text("export {};", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def written(page: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_explorer(ROOT, tmp_path_factory.mktemp("out") / "explorer", page)


@pytest.fixture
def server(written: Path) -> Iterator[ExplorerServer]:
    with open_server(written, 0) as opened:
        thread = threading.Thread(target=opened.serve_forever)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()


def get(server: ExplorerServer, path: str, host: str = "") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(ADDRESS, server.server_port, timeout=10)
    connection.request("GET", path, headers={"Host": host} if host else {})
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


@pytest.mark.parametrize("table", sorted(path.stem for path in DATA.glob("*.csv")))
def test_every_table_is_there_with_all_its_rows(written: Path, table: str) -> None:
    parquet = polars.read_parquet(written / "package" / "tables" / f"{table}.parquet")
    csv = polars.read_csv(DATA / f"{table}.csv", infer_schema=False)
    assert parquet.columns == csv.columns
    assert parquet.height == csv.height


def test_texts_are_there_byte_for_byte(written: Path) -> None:
    sources = polars.read_csv(DATA / "sources.csv", infer_schema=False)
    for source, path in sources.select("source_id", "path").iter_rows():
        there = (written / "package" / "texts" / f"{source}.txt").read_bytes()
        assert there == (RAW / path).read_bytes()


def test_texts_that_may_not_go_stay_away(page: Path) -> None:
    files = explorer_files(ROOT, page, frozenset({"snhr-ceasefire-deaths"}))
    texts = [name for name in files if name.startswith("package/texts/")]
    assert texts == ["package/texts/snhr-ceasefire-deaths.txt"]
    assert json.loads(files["package/catalogue.json"])["texts"] == ["snhr-ceasefire-deaths"]


def test_the_catalogue_repeats_the_schemas(written: Path) -> None:
    catalogue = json.loads((written / "package" / "catalogue.json").read_text(encoding="utf-8"))
    for path in (ROOT / "schemas").glob("*.schema.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert catalogue["tables"][path.name.removesuffix(".schema.json")] == schema


def test_words_are_given_for_every_claim(written: Path) -> None:
    words = polars.read_parquet(written / "package" / "answers" / "words.parquet")
    claims = polars.read_csv(DATA / "claims.csv", infer_schema=False)
    assert set(words["claim_id"]) == set(claims["claim_id"])


def test_the_same_package_gives_the_same_bytes(page: Path) -> None:
    assert explorer_files(ROOT, page) == explorer_files(ROOT, page)


def test_without_the_built_page_the_missing_step_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="make explorer"):
        write_explorer(ROOT, tmp_path / "explorer", tmp_path / "no-page")
    assert not (tmp_path / "explorer").exists()


def test_a_folder_with_something_else_is_left_alone(page: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="no explorer"):
        write_explorer(ROOT, tmp_path, page)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_older_explorer_is_replaced_whole(page: Path, tmp_path: Path) -> None:
    output = write_explorer(ROOT, tmp_path / "explorer", page)
    (output / "package" / "stale.txt").write_text("old", encoding="utf-8")
    write_explorer(ROOT, output, page)
    assert not (output / "package" / "stale.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["explorer"]


def test_a_folder_without_package_is_refused(page: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"datapackage\.json"):
        write_explorer(tmp_path, tmp_path / "explorer", page)


def test_the_page_comes_with_its_own_policy_as_header(server: ExplorerServer) -> None:
    response = get(server, "/")
    assert response.status == 200
    assert response.headers["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_another_page_comes_with_the_policy_that_it_states(written: Path) -> None:
    (written / "other.html").write_text(
        PAGE.replace("'self'", "'self' https://tiles.example"), encoding="utf-8"
    )
    with open_server(written, 0) as opened:
        thread = threading.Thread(target=opened.serve_forever)
        thread.start()
        policy = get(opened, "/other.html").headers["Content-Security-Policy"]
        first = get(opened, "/").headers["Content-Security-Policy"]
        opened.shutdown()
        thread.join()
    (written / "other.html").unlink()
    assert "https://tiles.example" in policy
    assert "https://tiles.example" not in first


def test_tables_come_as_they_were_written(server: ExplorerServer, written: Path) -> None:
    response = get(server, "/package/tables/claims.parquet")
    body: bytes = response.body  # type: ignore[attr-defined]
    assert polars.read_parquet(io.BytesIO(body)).height > 0
    assert body == (written / "package" / "tables" / "claims.parquet").read_bytes()


@pytest.mark.parametrize("path", ["/package/", "/../pyproject.toml", "/%2e%2e/pyproject.toml"])
def test_folders_and_what_lies_outside_are_not_shown(server: ExplorerServer, path: str) -> None:
    assert get(server, path).status == 404


def test_a_request_under_another_name_is_refused(server: ExplorerServer) -> None:
    assert get(server, "/", "claims.example").status == 403


def test_a_port_in_use_is_told(server: ExplorerServer, written: Path) -> None:
    with pytest.raises(InputError, match="--port"):
        open_server(written, server.server_port)
