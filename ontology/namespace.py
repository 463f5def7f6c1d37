"""Every term of the vocabulary, generated from vocabulary.ttl by ``python -m ontology.generate``."""

from typing import Final

from rdflib import Namespace, URIRef


class AC:
    """The terms of the anti-commandeering precedent graph."""

    NS: Final = Namespace("https://w3id.org/anticommandeering/ns#")

    about: Final = URIRef("https://w3id.org/anticommandeering/ns#about")
    """A document gives the text, or a digest, of this case."""

    abrogates: Final = URIRef("https://w3id.org/anticommandeering/ns#abrogates")
    """The citing opinion deprives the cited decision of force without overruling it by name."""

    applies: Final = URIRef("https://w3id.org/anticommandeering/ns#applies")
    """The citing opinion decides its own facts by the rule of the cited authority."""

    area: Final = URIRef("https://w3id.org/anticommandeering/ns#area")
    """The field of law a case arose in."""

    asOf: Final = URIRef("https://w3id.org/anticommandeering/ns#asOf")
    """The date up to which a statement was checked."""

    Authority: Final = URIRef("https://w3id.org/anticommandeering/ns#Authority")
    """Anything that a text can cite: a decided case, an enactment, a provision, a book."""

    BallotInitiative: Final = URIRef("https://w3id.org/anticommandeering/ns#BallotInitiative")
    """A law made by the voters of a state."""

    basis: Final = URIRef("https://w3id.org/anticommandeering/ns#basis")
    """What a curated statement rests on: text read, a source about the case, or general
    knowledge."""

    candidate: Final = URIRef("https://w3id.org/anticommandeering/ns#candidate")
    """One of several authorities that an unresolved citation may mean."""

    Case: Final = URIRef("https://w3id.org/anticommandeering/ns#Case")
    """One matter decided by one court. Stages of a dispute in different courts are different
    cases, joined by ac:directHistory."""

    caseName: Final = URIRef("https://w3id.org/anticommandeering/ns#caseName")
    """The name of a case as a record of litigation gives it."""

    challengedLaw: Final = URIRef("https://w3id.org/anticommandeering/ns#challengedLaw")
    """The law that was before the court."""

    Citation: Final = URIRef("https://w3id.org/anticommandeering/ns#Citation")
    """One place in one text that refers to one authority, with the evidence for how it does so."""

    citationChecked: Final = URIRef("https://w3id.org/anticommandeering/ns#citationChecked")
    """Whether the citation of a law was checked: yes, part, no."""

    citationText: Final = URIRef("https://w3id.org/anticommandeering/ns#citationText")
    """The core of a citing reference as printed."""

    cites: Final = URIRef("https://w3id.org/anticommandeering/ns#cites")
    """The citing opinion refers to the cited authority, in whatever way; the super-property of all
    treatments."""

    citingCase: Final = URIRef("https://w3id.org/anticommandeering/ns#citingCase")
    """The case in whose text a citation stands."""

    confidence: Final = URIRef("https://w3id.org/anticommandeering/ns#confidence")
    """How sure the compiler is of a reliance assertion."""

    ConstitutionalAmendment: Final = URIRef("https://w3id.org/anticommandeering/ns#ConstitutionalAmendment")
    """An amendment of a state constitution."""

    ConstitutionalProvision: Final = URIRef("https://w3id.org/anticommandeering/ns#ConstitutionalProvision")
    """An article, section, clause or amendment of a constitution."""

    contentSha256: Final = URIRef("https://w3id.org/anticommandeering/ns#contentSha256")
    """The SHA-256 of all that a named graph says, as sorted N-Triples."""

    court: Final = URIRef("https://w3id.org/anticommandeering/ns#court")
    """The court that decided a case, by its identifier in the courts-db of the Free Law
    Project."""

    criticizes: Final = URIRef("https://w3id.org/anticommandeering/ns#criticizes")
    """The citing opinion finds fault with the reasoning or result of the cited authority."""

    decided: Final = URIRef("https://w3id.org/anticommandeering/ns#decided")
    """The day of decision."""

    declinesToFollow: Final = URIRef("https://w3id.org/anticommandeering/ns#declinesToFollow")
    """The citing opinion refuses to apply the cited authority, without the power or the will to
    overrule it."""

    directHistory: Final = URIRef("https://w3id.org/anticommandeering/ns#directHistory")
    """The citing opinion concerns the cited decision as an earlier or later stage of one dispute:
    the judgment below, a review, a remand."""

    discusses: Final = URIRef("https://w3id.org/anticommandeering/ns#discusses")
    """The citing opinion recounts the facts or holding of the cited authority, without relying on
    it or departing from it."""

    distinguishes: Final = URIRef("https://w3id.org/anticommandeering/ns#distinguishes")
    """The citing opinion finds the cited authority not controlling because its facts or question
    differ; this is not disagreement."""

    docket: Final = URIRef("https://w3id.org/anticommandeering/ns#docket")
    """The docket number."""

    DoctrineElement: Final = URIRef("https://w3id.org/anticommandeering/ns#DoctrineElement")
    """A rule, limit, exception or open question of the doctrine."""

    documentKind: Final = URIRef("https://w3id.org/anticommandeering/ns#documentKind")
    """Whether a text is an opinion or a note."""

    effective: Final = URIRef("https://w3id.org/anticommandeering/ns#effective")
    """When a law took effect, as precisely as is known."""

    elementText: Final = URIRef("https://w3id.org/anticommandeering/ns#elementText")
    """For what a law rests on a precedent, in the words of this project."""

    enacted: Final = URIRef("https://w3id.org/anticommandeering/ns#enacted")
    """When a law was enacted, as precisely as is known (day, month or year)."""

    end: Final = URIRef("https://w3id.org/anticommandeering/ns#end")
    """The offset after the last character of a citing reference in the source text."""

    evidenceSource: Final = URIRef("https://w3id.org/anticommandeering/ns#evidenceSource")
    """Where the evidence for a reliance assertion stands."""

    evidenceType: Final = URIRef("https://w3id.org/anticommandeering/ns#evidenceType")
    """What kind of evidence shows that a law rests on a precedent, from 1 (its text cites the
    case) to 8 (inferred from its structure)."""

    ExecutiveAction: Final = URIRef("https://w3id.org/anticommandeering/ns#ExecutiveAction")
    """An executive order, agency directive or attorney-general guidance of a state."""

    extends: Final = URIRef("https://w3id.org/anticommandeering/ns#extends")
    """The citing opinion carries the rule of the cited authority to a situation that it had not
    reached."""

    extractor: Final = URIRef("https://w3id.org/anticommandeering/ns#extractor")
    """The software and version that extracted a statement."""

    FederalistPaper: Final = URIRef("https://w3id.org/anticommandeering/ns#FederalistPaper")
    """One number of The Federalist."""

    federalLawResisted: Final = URIRef("https://w3id.org/anticommandeering/ns#federalLawResisted")
    """The federal law or programme that a law declines to help or opposes, in words."""

    follows: Final = URIRef("https://w3id.org/anticommandeering/ns#follows")
    """The citing opinion rests its reasoning on the cited authority for a proposition of law."""

    group: Final = URIRef("https://w3id.org/anticommandeering/ns#group")
    """The family of laws a law is listed with."""

    hasOpinion: Final = URIRef("https://w3id.org/anticommandeering/ns#hasOpinion")
    """A case has this opinion."""

    holding: Final = URIRef("https://w3id.org/anticommandeering/ns#holding")
    """What a case decided, in the words of this project."""

    inFootnote: Final = URIRef("https://w3id.org/anticommandeering/ns#inFootnote")
    """Whether a citing reference stands in a footnote."""

    instrument: Final = URIRef("https://w3id.org/anticommandeering/ns#instrument")
    """The form of a law."""

    InterstateCompact: Final = URIRef("https://w3id.org/anticommandeering/ns#InterstateCompact")
    """An agreement between states made by their laws."""

    iso3166: Final = URIRef("https://w3id.org/anticommandeering/ns#iso3166")
    """The ISO 3166-2 code of a jurisdiction."""

    joinedBy: Final = URIRef("https://w3id.org/anticommandeering/ns#joinedBy")
    """The surname of a judge who joined an opinion."""

    JournalArticle: Final = URIRef("https://w3id.org/anticommandeering/ns#JournalArticle")
    """An article in a periodical, by volume and page."""

    Jurisdiction: Final = URIRef("https://w3id.org/anticommandeering/ns#Jurisdiction")
    """A government whose laws are recorded, named by its ISO 3166-2 code where it has one."""

    jurisdiction: Final = URIRef("https://w3id.org/anticommandeering/ns#jurisdiction")
    """The government whose law it is."""

    kind: Final = URIRef("https://w3id.org/anticommandeering/ns#kind")
    """The form of a citing reference: full, short, id., supra, statute, and so on."""

    Law: Final = URIRef("https://w3id.org/anticommandeering/ns#Law")
    """A law or instrument of a state, a local government or a group of states."""

    level: Final = URIRef("https://w3id.org/anticommandeering/ns#level")
    """Whether a law is of a state, a county, a city or several states."""

    limits: Final = URIRef("https://w3id.org/anticommandeering/ns#limits")
    """The citing opinion confines the reach of the cited authority."""

    LitigationOutcome: Final = URIRef("https://w3id.org/anticommandeering/ns#LitigationOutcome")
    """What a court did with a law."""

    LocalOrdinance: Final = URIRef("https://w3id.org/anticommandeering/ns#LocalOrdinance")
    """An ordinance or resolution of a county or city."""

    majorityAuthor: Final = URIRef("https://w3id.org/anticommandeering/ns#majorityAuthor")
    """The surname of the author of the opinion of the court."""

    mechanism: Final = URIRef("https://w3id.org/anticommandeering/ns#mechanism")
    """By what means a law withholds help from, or opposes, federal law."""

    mentions: Final = URIRef("https://w3id.org/anticommandeering/ns#mentions")
    """The citing opinion names the cited authority in passing, in a list or as background."""

    nameAsCited: Final = URIRef("https://w3id.org/anticommandeering/ns#nameAsCited")
    """The name of an authority as a text prints it."""

    note: Final = URIRef("https://w3id.org/anticommandeering/ns#note")
    """A remark of the compiler."""

    onElement: Final = URIRef("https://w3id.org/anticommandeering/ns#onElement")
    """The element of the doctrine for which a law rests on a precedent."""

    Opinion: Final = URIRef("https://w3id.org/anticommandeering/ns#Opinion")
    """One opinion in a case, of one type and by one author, whoever joined it."""

    opinionAuthor: Final = URIRef("https://w3id.org/anticommandeering/ns#opinionAuthor")
    """The surname of an opinion's author."""

    opinionType: Final = URIRef("https://w3id.org/anticommandeering/ns#opinionType")
    """The kind of opinion: majority, plurality, per curiam, concurrence, dissent, or a note
    speaking for itself."""

    origin: Final = URIRef("https://w3id.org/anticommandeering/ns#origin")
    """The file or address a text came from."""

    outcome: Final = URIRef("https://w3id.org/anticommandeering/ns#outcome")
    """What the court did, in the words of this project."""

    outcomeCase: Final = URIRef("https://w3id.org/anticommandeering/ns#outcomeCase")
    """The case in which a court decided about a law."""

    outcomeForStateLaw: Final = URIRef("https://w3id.org/anticommandeering/ns#outcomeForStateLaw")
    """What became of the state law before the court."""

    overrules: Final = URIRef("https://w3id.org/anticommandeering/ns#overrules")
    """The citing opinion says that the cited decision is no longer law."""

    overrulesInPart: Final = URIRef("https://w3id.org/anticommandeering/ns#overrulesInPart")
    """The citing opinion says that the cited decision is no longer law in a stated respect."""

    parallelTo: Final = URIRef("https://w3id.org/anticommandeering/ns#parallelTo")
    """A citation gives the same authority as this one, in another reporter."""

    parentheticalFollows: Final = URIRef("https://w3id.org/anticommandeering/ns#parentheticalFollows")
    """Whether an explanatory parenthetical follows a citation."""

    pinCite: Final = URIRef("https://w3id.org/anticommandeering/ns#pinCite")
    """The page or pages referred to, as printed."""

    precedent: Final = URIRef("https://w3id.org/anticommandeering/ns#precedent")
    """The case that an assertion says a law rests on."""

    provenance: Final = URIRef("https://w3id.org/anticommandeering/ns#provenance")
    """How a statement came into the graph: extracted from an opinion, extracted from a note, or
    curated."""

    questions: Final = URIRef("https://w3id.org/anticommandeering/ns#questions")
    """The citing opinion doubts the continuing force of the cited authority."""

    quotes: Final = URIRef("https://w3id.org/anticommandeering/ns#quotes")
    """The citing opinion takes language from the cited authority, without relying on what it
    held."""

    recordKind: Final = URIRef("https://w3id.org/anticommandeering/ns#recordKind")
    """What a record of a law stands for: a law, a resolution, a compact, an aggregate, a
    proposal."""

    RelianceAssertion: Final = URIRef("https://w3id.org/anticommandeering/ns#RelianceAssertion")
    """A sourced statement that a law rests on a precedent, of one type of evidence."""

    reliesOn: Final = URIRef("https://w3id.org/anticommandeering/ns#reliesOn")
    """A law rests on this precedent; stated only where a reliance assertion gives the evidence."""

    relyingLaw: Final = URIRef("https://w3id.org/anticommandeering/ns#relyingLaw")
    """The law that an assertion says rests on a precedent."""

    reporterCitation: Final = URIRef("https://w3id.org/anticommandeering/ns#reporterCitation")
    """Volume, reporter and first page, official or parallel."""

    Resolution: Final = URIRef("https://w3id.org/anticommandeering/ns#Resolution")
    """A resolution of a legislature; it does not bind unless it says so."""

    role: Final = URIRef("https://w3id.org/anticommandeering/ns#role")
    """The part a case plays in the doctrine: root, foundation, extension, limit, exception,
    application, rejection."""

    section: Final = URIRef("https://w3id.org/anticommandeering/ns#section")
    """The section of a code or act, with its subsections."""

    separateOpinion: Final = URIRef("https://w3id.org/anticommandeering/ns#separateOpinion")
    """A separate opinion: its author and kind, in words."""

    SessionLaw: Final = URIRef("https://w3id.org/anticommandeering/ns#SessionLaw")
    """An act as printed in the laws of a session."""

    shortcut: Final = URIRef("https://w3id.org/anticommandeering/ns#shortcut")
    """The property that says directly what a treatment concept says of a citation."""

    signal: Final = URIRef("https://w3id.org/anticommandeering/ns#signal")
    """The introductory signal that governs a citation (Bluebook rule 1.2)."""

    slug: Final = URIRef("https://w3id.org/anticommandeering/ns#slug")
    """The readable name of a case or law in URLs; unique in its class."""

    SourceDocument: Final = URIRef("https://w3id.org/anticommandeering/ns#SourceDocument")
    """One text that was read, an opinion or a case note; its IRI also names the graph that holds
    all it says."""

    sourceDocument: Final = URIRef("https://w3id.org/anticommandeering/ns#sourceDocument")
    """The text in which a citation stands."""

    sourceSha256: Final = URIRef("https://w3id.org/anticommandeering/ns#sourceSha256")
    """The SHA-256 of the bytes of the source text."""

    start: Final = URIRef("https://w3id.org/anticommandeering/ns#start")
    """The offset of the first character of a citing reference in the source text, counted in
    characters."""

    StateLaw: Final = URIRef("https://w3id.org/anticommandeering/ns#StateLaw")
    """A statute of a state."""

    stateLawAtIssue: Final = URIRef("https://w3id.org/anticommandeering/ns#stateLawAtIssue")
    """A state law before the court, in words."""

    states: Final = URIRef("https://w3id.org/anticommandeering/ns#states")
    """A case states or applies this element of the doctrine."""

    status: Final = URIRef("https://w3id.org/anticommandeering/ns#status")
    """Whether a law is in force, as of the date given with it."""

    Statute: Final = URIRef("https://w3id.org/anticommandeering/ns#Statute")
    """A section of a code or of a named act."""

    subsequentHistory: Final = URIRef("https://w3id.org/anticommandeering/ns#subsequentHistory")
    """What later happened to a decision."""

    summary: Final = URIRef("https://w3id.org/anticommandeering/ns#summary")
    """What a law does, in the words of this project."""

    topic: Final = URIRef("https://w3id.org/anticommandeering/ns#topic")
    """What a law is about."""

    treatedBy: Final = URIRef("https://w3id.org/anticommandeering/ns#treatedBy")
    """Whose treatment a citation reports, where it is not that of the citing opinion."""

    Treatise: Final = URIRef("https://w3id.org/anticommandeering/ns#Treatise")
    """A book, treatise or edited collection of papers."""

    treatment: Final = URIRef("https://w3id.org/anticommandeering/ns#treatment")
    """How a citation treats what it cites; a concept that points to the property that says so
    directly."""

    treatmentCue: Final = URIRef("https://w3id.org/anticommandeering/ns#treatmentCue")
    """The words that show the treatment."""

    UnresolvedCitation: Final = URIRef("https://w3id.org/anticommandeering/ns#UnresolvedCitation")
    """A place in a text that refers to an authority which could not be told with certainty; kept
    with the reason and the candidates."""

    unresolvedReason: Final = URIRef("https://w3id.org/anticommandeering/ns#unresolvedReason")
    """Why the authority of a citing reference could not be told."""

    unverifiedField: Final = URIRef("https://w3id.org/anticommandeering/ns#unverifiedField")
    """The name of a field of a record that nobody has checked."""

    verification: Final = URIRef("https://w3id.org/anticommandeering/ns#verification")
    """How far a record was checked: full, partial, existence-only, none."""

    verified: Final = URIRef("https://w3id.org/anticommandeering/ns#verified")
    """Whether a record was checked against a source, apart from its unverified fields."""

    vote: Final = URIRef("https://w3id.org/anticommandeering/ns#vote")
    """How many judges voted on each side."""

    year: Final = URIRef("https://w3id.org/anticommandeering/ns#year")
    """The year of decision."""
