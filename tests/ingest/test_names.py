"""The name before a citation is the one printed, whole, and nothing of its neighbours."""

import pytest

from ingest.names import name_before

# As they stand in opinions: versus, procedural, bodies of many words, abbreviations of table T6.
CAPTIONS = [
    "Board of Trustees of Univ. of Ala. v. Garrett",
    "Ex parte Young",
    "In re Winship",
    "City of Boerne v. Flores",
    "State ex rel. Smith v. Jones",
    "United States ex rel. Touhy v. Ragen",
    "Doe ex rel. Smith v. Roe",
    "Matter of Baby M",
    "Matter of Estate of Smith",
    "Estate of Cowart v. Nicklos Drilling Co.",
    "AT&T Mobility LLC v. Concepcion",
    "Johnson & Johnson, Inc. v. Wallace A. Erickson & Co.",
    "Smith d/b/a Smith's Garage v. Jones, L.L.C.",
    "National Federation of Independent Business v. Sebelius",
    "Nat'l Fed'n of Indep. Bus. v. Sebelius",
    "First Fed. S. & L. Ass'n v. Bank of Am., N.A.",
    "O'Connor v. Donaldson",
    "M'Culloch v. Maryland",
    "Steward Machine Co. v. Davis",
    "National League of Cities v. Usery",
    "FERC v. Mississippi",
    "Murphy v. National Collegiate Athletic Assn.",
    "Republican Party of Minn. v. White",
    "Seminole Tribe of Fla. v. Florida",
    "Federal Maritime Comm'n v. South Carolina Ports Authority",
    "Tennessee Wine & Spirits Retailers Assn. v. Thomas",
    "NLRB v. Jones & Laughlin Steel Corp.",
    "A. L. A. Schechter Poultry Corp. v. United States",
    "A.L.A. Schechter Poultry Corp. v. United States",
    "Slaughter-House Cases",
    "The Amistad",
    "The Daniel Ball",
    "Lessee of Pollard v. Hagan",
    "State of California v. United States",
    "People of State of New York v. O'Neill",
    "Commonwealth of Mass. v. United States",
    "County of Santa Clara v. Trump",
    "City & Cty. of San Francisco v. Trump",
    "City of Phila. v. Att'y Gen. of the United States",
    "U.S. Term Limits, Inc. v. Thornton",
    "U.S. v. Jones",
    "St. Louis-San Francisco R. Co. v. Mathews",
    "Chicago, B. & Q. R. Co. v. Chicago",
    "Minneapolis & St. Louis R. Co. v. Bombolis",
    "Brown v. Board of Education",
    "Bd. of Cty. Comm'rs v. Umbehr",
    "Wisconsin Dep't of Health & Family Servs. v. Blumer",
    "de la Cruz v. Smith",
    "van Orden v. Perry",
    "Dep't of Homeland Sec. v. Regents of the Univ. of Cal.",
    "Planned Parenthood of Southeastern Pa. v. Casey",
    "Pac. Bell Tel. Co. v. Linkline Commc'ns, Inc.",
    "E. I. du Pont de Nemours & Co. v. Train",
    "44 Liquormart, Inc. v. Rhode Island",
    "3M Co. v. Smith",
    "Am. Fed'n of State, Cnty. & Mun. Emps. v. Smith",
    "Petersburg Cellular P'ship v. Bd. of Supervisors of Nottoway Cty.",
    "Hodel v. Virginia Surface Mining & Reclamation Assn., Inc.",
    "United Shoe Mach. Corp. v. United States",
    "Phila. & Sou. S.S. Co. v. Pennsylvania",
]
LEADS = [
    "See ",
    "See also, e.g., ",
    "But see ",
    "In ",
    "Under ",
    "(quoting ",
    "He lost the case. ",
    "That is the law. ",
    "It rests on the Sherman Act. ",
    "The court applied Printz v. United States, 521 U.S. 898; ",
    "The United States sued under § 1373. ",
    "We so held when we decided ",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_is_read_whole_and_without_its_lead(caption: str, lead: str) -> None:
    """Whatever sentence or signal stands before it."""
    text = f"{lead}{caption}, "

    assert name_before(text, len(text)) == (len(lead), caption)


@pytest.mark.parametrize(
    "text",
    ["The Court, ", "The District Court's, ", "the Act of 1789, ", "As Justice Story wrote, "],
)
def test_who_is_no_party_names_no_case(text: str) -> None:
    """A court, an act and a justice before a citation are none of its parties."""
    assert name_before(text, len(text)) is None
