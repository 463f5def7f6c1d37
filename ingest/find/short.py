"""Find references that lean on an earlier one: id., supra, ante, post, infra (Bluebook rule 4)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from graph.reporters import reporter_pattern, standard
from ingest.citation import Found
from ingest.find.near import Places, words
from ingest.find.pins import AT, LIST, PARAGRAPHS, slip_pin
from ingest.names import name_before

# X v. Y, decided this day, ante, p. 548
DECIDED = re.compile(r",?\s(?:decided|announced)\s(?:herewith|this day|today|to-day),\s$")
IDS = words("Id.", "id.", "Ibid", "ibid", "Ib.", "ib.")
ANTE = words("supra", "ante", "post")
LOC = words("oc. cit.")
WITHIN = words("ante", "Ante", "post", "Post", "infra", "Infra", "supra", "Supra")
SECTION = rf"(?:§§?\s?\d[\w.-]*(?:\s?\(\w{{1,4}}\))*|{PARAGRAPHS})"


@cache
def id_pattern() -> re.Pattern[str]:
    """Return the pattern of id. and ibid. with whatever place they add."""
    reporter = reporter_pattern()
    return re.compile(
        r"[Ii](?<![A-Za-z.'].)(?:d\.|bid\b\.?|b\.(?=\s(?:at|p\.|\d)))"
        rf"(?:,\s(?P<volume>\d{{1,4}})\s(?P<reporter>{reporter}),?\s{AT}\s(?P<long>{LIST})"
        rf"|,\sNos?\.\s(?P<number>\d{{1,2}})(?:,?\s{AT}\s(?P<numbered>{LIST}))?"
        rf"|,?\s{AT}\s(?P<pin>{LIST})|,\s(?P<note>nn?\.\s?\d{{1,3}})|,?\s(?P<section>{SECTION})"
        r"|\s(?P<old>\d{1,4}(?:,\s\d{1,4})*)(?=[.,;)]))?"
    )


@cache
def supra_pattern() -> re.Pattern[str]:
    """Return the pattern of supra and ante after a name, with whatever place they add."""
    reporter = reporter_pattern()
    return re.compile(
        r"[sap](?<=\s.)(?:(?<=s)upra|(?<=a)nte|(?<=p)ost)\b"
        rf"(?:,\s(?P<volume>\d{{1,4}})\s(?P<reporter>{reporter})"
        rf"(?:,?\s{AT}\s(?P<long>{LIST})|\s(?P<page>\d{{1,5}})(?:,\s(?P<after>{LIST}))?)"
        rf"|\s?,?\s{AT}\s(?P<pin>{LIST})|,?\s(?P<note>nn?\.\s?\d{{1,3}})"
        r"|,\s(?P<bare>\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:,\s\d{1,5}(?!\d|\s[A-Z]))*)(?!\w|\s[A-Z]))?"
    )


PART = r"(?:Parts?\s[IVX]+(?:[-–—][A-Z0-9]+)*(?:\s(?:and|to)\s[IVX]+(?:[-–—][A-Z0-9]+)*)?)"
INTERNAL = re.compile(
    rf"(?<![\w'])(?:(?:{PART}|nn?\.\s?\d{{1,3}}),\s(?:supra|infra|ante|post)\b"
    rf"|(?:[Aa]nte|[Pp]ost|[Ii]nfra|[Ss]upra),?\s{AT}\s{LIST}"
    r"|(?:[Aa]nte|[Pp]ost|[Ii]nfra|[Ss]upra),\s(?:nn?\.\s?\d{1,3}|this page))"
)
LOC_CIT = re.compile(r"[Ll](?<!\w.)oc\.\scit\.,?\s(?:p{1,2}\.\s\d+|§+\s?[\d-]+|Chapter\s[IVXLC]+)")


def find_short(seen: Places, cited: Sequence[int] = ()) -> Iterator[Found]:
    """Yield id., named short forms with supra or ante, and references within the opinion.

    ``cited`` are the places, in order, where citations by reporter end: a name begins after them.
    """
    yield from _ids(seen)
    named: list[Found] = list(_named(seen, cited))
    yield from named
    starts = [f.start for f in named]
    for m in seen.near(INTERNAL, WITHIN, before=24, after=120):
        place = bisect_right(starts, m.start()) - 1
        if place < 0 or m.start() >= named[place].end:
            pin = re.sub(r"^\w+,?\s(?:at|pp?\.)\s", "", m[0])
            pin = pin.partition(",")[0] if pin.startswith(("n.", "nn.", "Part")) else pin
            yield Found(m.start(), m.end(), "internal", pin=pin)
    for m in seen.near(LOC_CIT, LOC, before=2, after=40):
        pin = re.sub(r"^loc\. cit\.,?\s(?:pp?\.\s)?", "", m[0], flags=re.I)
        yield Found(m.start(), m.end(), "supra", pin=pin)


def _ids(seen: Places) -> Iterator[Found]:
    text = seen.text
    for at in seen.of(IDS):
        m = id_pattern().match(text, at)
        if m is None:
            continue
        if m["old"] and re.search(r"\d\s$", text[max(0, m.start() - 4) : m.start()]):
            continue  # 12 Id. 533: here Id. stands for the reporter, which find_cases reads
        pin = m["long"] or m["pin"] or m["note"] or m["section"] or m["old"] or m["numbered"]
        if pin and pin.startswith(("_", "-")) and (slip := slip_pin(text, m.end())):
            pin = f"{pin} {slip}"
        end = m.end()
        reporter = standard(m["reporter"]) if m["reporter"] else None
        volume = m["volume"] or _leading_volume(text, m.start())
        yield Found(m.start(), end, "id", volume, reporter, pin=pin, section=m["number"])


def _leading_volume(text: str, start: int) -> str | None:
    before = re.search(r"(?<![\w.])(\d{1,2}|[IVX]{1,4})\s$", text[max(0, start - 6) : start])
    return before[1] if before else None


def _named(seen: Places, cited: Sequence[int]) -> Iterator[Found]:
    text = seen.text
    for at in seen.of(ANTE):
        m = supra_pattern().match(text, at)
        if m is None:
            continue
        end = m.start()
        if same_day := DECIDED.search(text, max(0, end - 40), end):
            end = same_day.start()
        place = bisect_right(cited, end)
        name = name_before(text, end, floor=cited[place - 1] if place else 0, short=True)
        if name is None or (m[0].startswith("post") and " v. " not in name[1]):
            continue  # post, at 5 is a later opinion of this case, unless another is named
        start, words = name
        pin = m["long"] or m["pin"] or m["note"] or m["bare"] or m["after"]
        slip = slip_pin(text, m.end())
        pin = f"{pin} {slip}" if pin and slip else pin
        reporter = standard(m["reporter"]) if m["reporter"] else None
        yield Found(
            start, m.end(), "named_short", m["volume"], reporter, m["page"], pin=pin, name=words
        )
