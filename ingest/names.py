"""Case names as opinions print them (Bluebook rule 10.2): where they begin before a citation."""

import re
from typing import Final

LONGEST: Final = 260
SMALL: Final = frozenset(
    "of the and for on in de la du del van von der ex rel. et al. al. & to at by a an upon per"
    " d/b/a t/a aux".split()
)
# Of these, the ones that a party's name goes on across, read from its end.
WITHIN: Final = SMALL - frozenset({"in", "on", "to", "at", "by", "upon", "per", "a", "an"})
# Words that stand before a name without belonging to it.
OPENERS: Final = frozenset(
    "see also e.g. e.g cf. cf but accord compare contra with and or in as under from after by since"
    " while when because if thus citing quoting following overruling overruled both although until"
    " relying here there this our that who is was were are has had have we he she it they which"
    " what where on for of to at though before unlike like against held another sub nom. nom the"
    " however indeed moreover generally finally again recently accordingly".split()
)
ABBREVIATIONS: Final = frozenset(
    "Co. Corp. Inc. Ltd. Bd. Dept. Dep't. Dist. Univ. Ass'n. Assn. Bros. R. Ry. Cty. Comm. Comm'n."
    " Comm'r. Comm'rs. Ins. Mfg. Nat. Nat'l. Pub. Serv. Sch. St. Util. Auth. Educ. Elec. Gen. Gov't."
    " Int'l. Lab. Mun. No. Nos. Prods. Rel. Sec. Soc. Sys. Tel. Transp. Twp. U.S. U. S. N. Y. N.Y. Pa."
    " Mass. Cal. Va. Ill. Tex. Fla. Ohio. Wash. Ariz. Mich. Minn. Wis. Mo. Ga. Ky. La. Md. Me. Miss."
    " Mont. Neb. Nev. Okla. Ore. Tenn. Vt. Wyo. Ala. Ark. Colo. Conn. Del. Ind. Kan. N.J. N.C. N.D."
    " N.H. N.M. S.C. S.D. R.I. W.Va. D.C. Dr. Mr. Mrs. Ms. Jr. Sr. Bldg. Constr. Coop. Fed. Fin. Hosp."
    " Indus. Inv. Loc. Mut. Prop. Ref. Reg. Res. Sav. Ctr. Tp. Pac. Atl. S. W. E. Ctr. Ex Reclam."
    " Irrig. Reclamation Improv. Imp. Warehouse Chem. Farm. Packing Pkg. Whs. Vill. Fdn. Found."
    " Found. Am. Amer. Cent. Commw. Cong. Eng'g. Env't. Envtl. Exch. Grp. Hous. Inst. Liab. Mkt. Org."
    " Prof'l. Rts. Stat. Sur. Tr. Trust. Unif. Sup. Ct. App. Ap. v. vs. et al.".split()
)
# These only with a comma: the Second Employers' Liability Cases keep their number.
ORDINALS: Final = frozenset({"first,", "second,", "third,", "fourth,", "fifth,", "last,", "next,"})
BOUNDARY: Final = re.compile(r'[;()"\n\[\]:]|--|—|\d{3,},|\b(?:supra|infra|ante|post),?\s')
VERSUS: Final = re.compile(r"\sv(?:s)?\.\s")
UNVERSUS: Final = re.compile(r"\b(?:In re|Ex parte|Matter of|In the Matter of|Ex rel\.)\s[A-Z]")
CASES: Final = re.compile(r"\bCases?,?$")


def name_before(text: str, end: int, *, floor: int = 0, short: bool = False) -> tuple[int, str] | None:
    """Return (start, name) of the case name that ends right before a place, or None.

    ``floor`` is where the reference before ended: a name never reaches into its neighbour. With
    ``short`` a name without a second party will do, as in *Gregory*, supra.

    >>> name_before("as in Printz v. United States, ", 31)
    (6, 'Printz v. United States')
    >>> name_before("See Ex parte Young, ", 20)
    (4, 'Ex parte Young')
    """
    low = max(floor, end - LONGEST)
    window = text[low:end].rstrip(" ,")
    cut = 0
    for boundary in BOUNDARY.finditer(window):
        cut = boundary.end()
    versus = None
    for versus in VERSUS.finditer(window, cut):
        continue
    if versus is None:
        return _unopposed(window, cut, low, short=short)
    defendant = window[versus.end() :]
    if not _is_party(defendant):
        return None
    start = _party_start(window, cut, versus.start())
    if start is None:
        return None
    return low + start, re.sub(r"\s+", " ", window[start:])


def _is_party(text: str) -> bool:
    """Tell whether words can be one party: capitals, small connecting words, nothing of a sentence."""
    words = text.split()
    if not words or len(words) > 16 or not _capital(words[0]):  # noqa: PLR2004 - a long party name
        return False
    if any(not _capital(word) and word.strip(",").lower() not in SMALL for word in words):
        return False
    return not any(
        _ends_sentence(word) and _capital(after) for word, after in zip(words, words[1:], strict=False)
    )


def _capital(word: str) -> bool:
    return bool(re.match(r"['\[]?[A-Z0-9&]", word))


def _ends_sentence(word: str) -> bool:
    """A word of more than three letters before a period, unless it is abbreviated, ends a sentence."""
    if not word.endswith(".") or word in ABBREVIATIONS:
        return False
    letters = word.strip(".,")
    return len(letters) > 3 and "." not in letters and letters.lower() == letters[0].lower() + letters[1:]  # noqa: PLR2004


def _party_start(window: str, cut: int, end: int) -> int | None:
    """Return where the first party begins, walking back over its words."""
    words = [(m.start(), m[0]) for m in re.finditer(r"\S+", window[:end]) if m.start() >= cut]
    first: int | None = None
    for at, word in reversed(words):
        plain = word.strip(",'\"").lower()
        if _capital(word):
            if first is not None and _ends_sentence(word):
                break
            if plain in OPENERS and not (plain == "the" or _keeps(window, at)):
                break
            if word.lower() in ORDINALS and first is not None:
                break
            first = at
        elif plain not in WITHIN or first is None:
            break
    if first is None:
        return None
    return _without_openers(window, first, end)


def _keeps(window: str, at: int) -> bool:
    """In re and Ex parte belong to the name that they open."""
    return bool(UNVERSUS.match(window, at))


def _without_openers(window: str, start: int, end: int) -> int | None:
    """Leave out words such as See, In and The court in that begin a sentence and not the name."""
    while start < end:
        word = re.match(r"\S+", window[start:end])
        if word is None:
            return None
        plain = word[0].strip(",").lower()
        if plain in OPENERS and plain != "the" and not _keeps(window, start):
            following = re.compile(r"\S+\s+").match(window, start)
            if following is None:
                return None
            start = following.end()
        elif plain in SMALL and not _capital(word[0]):
            start += len(word[0]) + 1
        else:
            return start
    return None


def _unopposed(window: str, cut: int, low: int, *, short: bool) -> tuple[int, str] | None:
    """Return a name without a second party: In re Debs, the Passenger Cases, Gregory (supra)."""
    opened = None
    for opened in UNVERSUS.finditer(window, cut):
        continue
    if opened and _is_party(re.sub(r"^(?:In re|Ex parte|In the Matter of|Matter of)\s", "", window[opened.start() :])):
        return low + opened.start(), window[opened.start() :]
    if not short and not CASES.search(window):
        return None
    start = _party_start(window, cut, len(window))
    if start is None:
        return None
    if window[start:].startswith(("The ", "the ")):
        start += 4
    name = window[start:]
    if not re.match(r"['\[]?[A-Z]", name) or not _is_party(name) or re.fullmatch(r"(?:Part|n\.|nn\.|Section|Art\.|§).*", name):
        return None
    return low + start, name
