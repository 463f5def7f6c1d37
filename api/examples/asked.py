"""What each example is the answer to."""

from typing import Final

NEW_YORK_TO_MURPHY: Final = "from=505 U.S. 144&to=murphy-v-ncaa"
ASKED: Final = {
    "search": "/api/v1/search?q=pritnz",
    "list_cases": "/api/v1/cases?court=scotus&decade=1990",
    "get_case": "/api/v1/cases/printz-v-united-states",
    "list_case_laws": "/api/v1/cases/printz-v-united-states/laws",
    "cite": "/api/v1/cite?q=521 us 898, 935",
    "get_case_status": "/api/v1/cases/national-league-of-cities-v-usery/status",
    "list_lineage": "/api/v1/cases/printz-v-united-states/lineage",
    "list_progeny": "/api/v1/cases/new-york-v-united-states/progeny",
    "list_chains": f"/api/v1/chains?{NEW_YORK_TO_MURPHY}",
    "get_exposure": "/api/v1/exposure?case=printz-v-united-states&topic=firearms",
    "list_authority": "/api/v1/authority?element=anti-commandeering",
    "list_laws": "/api/v1/laws?relies_on=printz-v-united-states&topic=immigration-enforcement",
    "get_law": "/api/v1/laws/us-ca-sb54-california-values-act",
    "get_law_footing": "/api/v1/laws/us-ca-sb54-california-values-act/footing",
    "compare_laws": "/api/v1/beside/laws?one=us-mo-sapa-2021&other=us-ky-hb153-2023",
    "compare_places": "/api/v1/beside/places?one=CA&other=TX&topic=immigration-enforcement",
    "list_candidates": "/api/v1/candidates?law=us-nj-sports-wagering-act-2014",
    "list_elements": "/api/v1/elements?side=limit",
    "get_element": "/api/v1/elements/no-balancing",
    "list_claims": "/api/v1/claims?verdict=outdated",
    "get_claim": "/api/v1/claims/confederation-essay/07",
    "list_counts": "/api/v1/stats",
    "list_questions": "/api/v1/questions",
    "ask_question": "/api/v1/questions/history?case=printz-v-united-states",
    "analyze_draft": "/api/v1/analyze",
}
DRAFT: Final = (
    "No officer of this state, and no officer of a political subdivision, shall use any public"
    " money or personnel to enforce a federal act that restricts firearms. See Printz v. United"
    " States, 521 U.S. 898, 935 (1997), and New York v. United States, 505 U.S. 144, 188 (1992)."
)
"""The draft that the example of ``analyze_draft`` is about."""
