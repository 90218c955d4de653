"""Which coding of a page a reader is sent."""

import gzip

import brotli
import pytest

from responses.pages.codings import BROTLI, CODINGS, GZIP, IDENTITY, choose

PLAIN = ("Forces should look at their ponds. ŵ " * 50).encode()


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", IDENTITY),
        ("identity", IDENTITY),
        ("gzip", GZIP),
        ("x-gzip", GZIP),
        ("GZIP", GZIP),
        ("br", BROTLI),
        ("gzip, deflate, br, zstd", BROTLI),
        ("gzip;q=1.0, br;q=0.5", GZIP),
        ("gzip;q=0.001", GZIP),
        ("gzip; q=0.5 , identity; q=0.7", IDENTITY),
        ("gzip;q=0.5, identity;q=0.5", GZIP),
        ("*", BROTLI),
        ("*;q=0.3", BROTLI),
        ("br;q=0, *", GZIP),
        ("br;q=0, gzip;q=0", IDENTITY),
        ("gzip;q=0", IDENTITY),
        ("gzip;q=0, *;q=0.1", BROTLI),
        ("identity;q=0, gzip;q=0.2", GZIP),
        ("deflate", IDENTITY),
        # Nothing of ours is taken: what can be read is sent all the same.
        ("identity;q=0", IDENTITY),
        ("*;q=0", IDENTITY),
        ("deflate, identity;q=0", IDENTITY),
        # Nonsense is no wish.
        ("gzip;q=nan", IDENTITY),
        ("gzip;q=7", IDENTITY),
        ("gzip;q=", IDENTITY),
        (",,;q=1,", IDENTITY),
        ("gzip;level=9", GZIP),
    ],
)
def test_a_reader_gets_what_is_asked_for_and_the_smallest_of_that(header, expected):
    assert choose(header) == expected


def test_each_coding_can_be_read_back_and_is_the_same_each_time():
    readers = {BROTLI: brotli.decompress, GZIP: gzip.decompress, IDENTITY: bytes}
    for coding in CODINGS:
        sent = coding.encode(PLAIN)
        assert readers[coding](sent) == PLAIN
        assert coding.encode(PLAIN) == sent
    assert len(BROTLI.encode(PLAIN)) < len(GZIP.encode(PLAIN)) < len(PLAIN)


def test_no_two_codings_share_an_entity_tag_and_all_are_strong():
    tags = [coding.entity_tag("ab12") for coding in CODINGS]
    assert tags == ['"ab12-br"', '"ab12-gzip"', '"ab12"']
