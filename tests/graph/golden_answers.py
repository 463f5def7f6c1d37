"""Golden answers to the public questions, written by hand from the facts and the reports.

``rows`` are rows that the answer has in these columns; where ``extent`` is ``ALL`` it has no
others. ``absent`` are rows that a wrong query would give.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

ALL: Final = "all"
SOME: Final = "some"
ID: Final = "https://w3id.org/anticommandeering/id/"
CASE: Final = ID + "case/"
PRINTZ: Final = "Printz v. United States"
NEW_YORK: Final = "New York v. United States"
MURPHY: Final = "Murphy v. National Collegiate Athletic Ass'n"
GARCIA: Final = "Garcia v. San Antonio Metropolitan Transit Authority"
SPORTS: Final = "us-nj-sports-wagering-act-2014"


@dataclass(frozen=True, slots=True)
class Golden:
    """What a question must answer."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    extent: Literal["all", "some"] = SOME
    given: Mapping[str, str] = field(default_factory=dict)
    absent: tuple[tuple[str, ...], ...] = ()


GOLDEN: Final = (
    Golden(
        "case-record",
        ("citation", "court", "decided", "vote"),
        (("Printz v. United States, 521 U.S. 898 (1997)", "scotus", "1997-06-27", "5-4"),),
        ALL,
    ),
    Golden(
        "case-record",
        ("citation", "decided", "vote"),
        (("New York v. United States, 505 U.S. 144 (1992)", "1992-06-19", "6-3"),),
        ALL,
        {"case": "505 U.S. 144"},
    ),
    Golden(
        "opinions-of-case",
        ("type", "author", "joined"),
        (
            ("majority", "Scalia", "Kennedy; O'Connor; Rehnquist; Thomas"),
            ("concurrence", "O'Connor", ""),
            ("concurrence", "Thomas", ""),
            ("dissent", "Stevens", "Breyer; Ginsburg; Souter"),
            ("dissent", "Souter", ""),
            ("dissent", "Breyer", "Stevens"),
        ),
    ),
    Golden(
        "precedents-of-case",
        ("cited", "name", "treatment", "part"),
        ((CASE + "us/505/144", NEW_YORK, "follows", "majority"),),
        absent=((CASE + "us/584/453", MURPHY, "follows", "majority"),),
    ),
    Golden(
        "cases-citing-case",
        ("name", "year", "treatment"),
        (("Condon v. Reno", "1998", "extends"), ("Travis v. Reno", "1998", "distinguishes")),
        given={"since": "1998", "until": "1998"},
        absent=((MURPHY, "2018", "follows"),),
    ),
    Golden("treatments-of-case", ("treatment",), (("follows",), ("extends",), ("distinguishes",))),
    Golden(
        "cases-down-the-line",
        ("name",),
        ((PRINTZ,), (MURPHY,)),
        absent=((NEW_YORK,),),
    ),
    Golden(
        "cases-overruled",
        ("overruled", "by", "year", "provenance"),
        (
            ("Maryland v. Wirtz", "National League of Cities v. Usery", "1976", "curated"),
            ("National League of Cities v. Usery", GARCIA, "1985", "curated"),
            ("Kentucky v. Dennison", "Puerto Rico v. Branstad", "1987", "curated"),
        ),
    ),
    Golden(
        "history-of-case",
        ("action", "date", "citation", "other"),
        (
            ("replaces", "2019", "Brackeen v. Bernhardt, 937 F.3d 406 (5th Cir. 2019)", ""),
            ("affirmed in part by", "2023-06-15", "", "Haaland v. Brackeen"),
            ("reversed in part by", "2023-06-15", "", "Haaland v. Brackeen"),
            ("vacated in part by", "2023-06-15", "", "Haaland v. Brackeen"),
        ),
        ALL,
    ),
    Golden(
        "documents-of-case",
        ("document", "kind"),
        ((ID + "document/us/584/453/note", "note"),),
    ),
    Golden(
        "unresolved-references",
        ("reason",),
        (("no citation in this text names the code of this section",),),
    ),
    Golden(
        "statutes-cited",
        ("kind", "cited"),
        (
            ("constitutional provision", ID + "constitution/us-const-amend-x"),
            ("session law", ID + "session-law/stat/1/103"),
        ),
    ),
    Golden(
        "elements-spoken-of",
        ("element", "stance", "page"),
        (
            ("no-commandeering-executives", "states", "925, 935"),
            ("no-balancing", "states", "932-933, 935"),
            ("dual-sovereignty", "states", "918-921"),
        ),
    ),
    Golden(
        "decisions-on-element",
        ("name", "year", "page"),
        ((NEW_YORK, "1992", "178"), (PRINTZ, "1997", "932-933, 935")),
    ),
    Golden(
        "limits-of-element",
        ("limit", "kind", "status"),
        (
            ("conditional-spending", "exception", "settled"),
            ("generally-applicable-laws", "exception", "settled"),
            ("political-safeguards", "counter-theory", "rejected"),
            ("state-courts-supremacy", "exception", "settled"),
        ),
    ),
    Golden(
        "laws-relying-on-case",
        ("law", "place", "bearing"),
        (
            ("us-ut-constitutional-sovereignty-act-2024", "US-UT", "supports"),
            ("us-ca-sb54-california-values-act", "US-CA", "supports"),
        ),
    ),
    Golden(
        "precedents-of-law",
        ("name", "element", "bearing"),
        (
            (PRINTZ, "right-not-to-participate", "supports"),
            ("United States v. Missouri", "no-nullification", "limits"),
        ),
        ALL,
    ),
    Golden(
        "laws-resting-on-element",
        ("law", "place", "precedent"),
        (("us-il-trust-act", "US-IL", PRINTZ), ("us-me-real-id-statute-2007", "US-ME", PRINTZ)),
    ),
    Golden(
        "laws-on-topic-in-place",
        ("law", "enacted"),
        (("us-ca-sb54-california-values-act", "2017-10-05"),),
        absent=(("us-il-trust-act", "2017-08-28"),),
    ),
    Golden(
        "laws-enacted-between",
        ("law", "place", "enacted"),
        (
            ("us-mo-sapa-2021", "US-MO", "2021-06-12"),
            ("us-tx-hb2622-2021", "US-TX", "2021-06-16"),
            ("us-tn-sb1335-2021", "US-TN", "2021-05-26"),
        ),
    ),
    Golden(
        "laws-enacted-between",
        ("law",),
        (("us-mo-sapa-2021",),),
        given={"topic": "firearms", "since": "2021-06-01", "until": "2021-06-12"},
        absent=(("us-tx-hb2622-2021",), ("us-tn-sb1335-2021",)),
    ),
    Golden(
        "laws-by-jurisdiction",
        ("place", "name"),
        (("US-CA", "California"), ("US-IL", "Illinois"), ("US-TX", "Texas")),
    ),
    Golden("federal-programs-resisted", ("program",), (("8 U.S.C. § 1357(g)",),)),
    Golden("laws-at-issue-in-case", ("law", "place"), ((SPORTS, "US-NJ"),), ALL),
    Golden(
        "litigation-of-law",
        ("caseName", "disposition"),
        (("United States v. Missouri", "struck down"),),
        ALL,
    ),
    Golden(
        "litigation-in-jurisdiction",
        ("law", "caseName", "disposition"),
        (
            (
                "us-ca-sb54-california-values-act",
                "United States v. California",
                "injunction denied",
            ),
            ("us-ca-ab32-private-detention-ban", "GEO Group v. Newsom", "enjoined"),
        ),
        absent=(("us-mo-sapa-2021", "United States v. Missouri", "struck down"),),
    ),
    Golden(
        "status-of-law-over-time",
        ("status", "since", "until"),
        (
            ("enjoined", "2014-10", "2018-05-14"),
            ("in force", "2018-05-14", "2018-06-11"),
            ("superseded", "2018-06-11", ""),
        ),
        ALL,
    ),
    Golden(
        "members-of-compact",
        ("place", "since"),
        (
            *(
                (f"US-{code}", "2009-01-01")
                for code in ["CT", "DE", "MA", "MD", "ME", "NH", "NY", "RI", "VT"]
            ),
            ("US-NJ", "2020-01-01"),
            ("US-VA", "2021-01-01"),
        ),
        ALL,
    ),
    Golden(
        "members-of-compact",
        ("place",),
        (("US-NJ",),),
        given={"law": "interstate-rggi", "day": "2024-06-30"},
        absent=(("US-VA",),),
    ),
    Golden(
        "memberships-of-jurisdiction",
        ("law", "since", "until"),
        (("interstate-rggi", "2021-01-01", "2024-01-01"),),
    ),
    Golden(
        "consent-to-compacts",
        ("compact", "consent", "act"),
        (
            (
                "interstate-driver-license-compact",
                "consented in advance",
                "Pub. L. No. 85-684, 72 Stat. 635 (1958)",
            ),
            ("interstate-waterfront-commission-compact", "consented", "67 Stat. 541 (1953)"),
            ("interstate-national-popular-vote", "not sought", ""),
        ),
    ),
    Golden(
        "electoral-votes-of-jurisdiction",
        ("since", "votes"),
        (("2000-12-28", "55"), ("2010-12-21", "55"), ("2021-04-26", "54")),
        ALL,
    ),
    Golden(
        "measures-answering-law",
        ("way", "other"),
        (
            ("answers", "us-ct-1838-fulfilment-act"),
            ("is answered by", "us-fugitive-slave-act-1850"),
        ),
        ALL,
    ),
    Golden(
        "claims-by-verdict",
        ("article", "verdict"),
        (("Untitled essay on an American confederation", "contradicted"),),
    ),
    Golden(
        "claims-about-law",
        ("verdict", "found"),
        (
            ("supported", "Act of 1919; opened July 28, 1919"),
            ("contradicted", "Losses in 1922, 1923, 1926 and 1931"),
        ),
    ),
    Golden("courts", ("court",), (("scotus",), ("ca9",), ("ca7",))),
    Golden(
        "cases-of-court",
        ("case", "name", "year", "outcome"),
        (
            (CASE + "f3d/309/629", "Conant v. Walters", "2002", "upheld"),
            (CASE + "f3d/921/865", "United States v. California", "2019", "partly"),
        ),
        given={"until": "2019"},
        absent=((CASE + "f4th/50/745", "GEO Group, Inc. v. Newsom", "2022", "struck"),),
    ),
    Golden(
        "candidates-for-case",
        ("law", "citing", "words"),
        ((SPORTS, MURPHY, "court held"), (SPORTS, MURPHY, "N.J. Stat. Ann. § 5:12A-7")),
        ALL,
    ),
    Golden(
        "unverified-fields",
        ("field",),
        (("enactment day",), ("litigation cite",), ("session law",)),
    ),
)
