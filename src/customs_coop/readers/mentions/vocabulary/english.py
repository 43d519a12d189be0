"""The words of English that state relations."""

from typing import Final

from customs_coop.model import LinkKind
from customs_coop.readers.mentions.vocabulary.base import ALL, ITEMS, OWN, Cue, LinkWords

__all__ = ["ENGLISH"]

_B = r"[^\S\n]{1,3}"
_HYPHEN = r"[ ‐‑-]?"
# "the outcome of", "completion of" between a verb and what is waited for.
_OUTCOME = (
    rf"(?:{_B}(?:the{_B})?(?:(?:final|positive|expected){_B})?(?:outcomes?|results?|completion"
    rf"|conclusions?|findings|finalisation|adoption|approval|reports?|decisions?|end){_B}"
    r"(?:of|on|from|under))?"
)
# "the work on", "the results of" between a verb and what is gone on with.
_WORK = (
    rf"(?:{_B}(?:the{_B})?(?:work|activities|project|results?|findings|outcomes?|reports?)"
    rf"(?:{_B}(?:done|begun|started|carried{_B}out))?{_B}(?:of|on|under|in|from|by))?"
)
_IN = r"(?:in|under|by|within|through)"
_INTO = r"(?:to|in|into|under|within)"

# "by the delegations" between a paper and what it is on.
_ITS_AUTHOR = (
    rf"(?:{_B}(?:by|of|from)(?:{_B}(?!(?:is|are|was|were|has|have|had|be|will|and)\b)"
    r"[\w'’-]{1,20}){1,4})?"
)
_ABOUT = rf"{_B}(?:on|to|for|about|concerning|regarding|relating{_B}to){_B}"
_PAPER_IN_FORCE = r"(?<!\bin )(?<!\bin the )(?<!\bin an )(?<!\bas )(?<!\bas a )"

_CUES = tuple(
    Cue(kind, reach, rf"(?:{words}){_B}(?:the{_B})?")
    for kind, reach, words in (
        (
            LinkKind.HANDLED_WITH,
            ITEMS,
            (
                rf"(?<!see )also(?:{_B}(?:looking{_B}at|considering|deal(?:ing|s){_B}with"
                rf"|cover(?:s|ing)|handl(?:es|ing)|working{_B}on|examin(?:es|ing)|address(?:es|ing)|looks{_B}at"
                rf"|considers|under|in))?"
                rf"|(?:in{_B}conjunction|jointly|together|in{_B}tandem|in{_B}parallel|combined|coupled"
                rf"|linked|co{_HYPHEN}ordinated){_B}(?:with|to)"
            ),
        ),
        (
            LinkKind.AWAITS,
            ALL,
            (
                rf"(?:await(?:s|ing|ed)?|wait(?:s|ing)?{_B}for|pending|on{_B}hold{_B}until){_OUTCOME}"
                rf"|(?:after|until){_B}(?:the{_B})?(?:completion|finalisation|conclusion){_B}of"
            ),
        ),
        (
            LinkKind.DEPENDS_ON,
            ALL,
            (
                rf"(?:consequen(?:tial|t){_B}(?:from|on|upon|to)|(?:conditional|contingent){_B}(?:up)?on"
                rf"|depend(?:s|ing|ent)?{_B}(?:up)?on|follow(?:s|ing){_B}(?:on{_B})?from){_OUTCOME}"
            ),
        ),
        (LinkKind.DEPENDS_ON, ITEMS, rf"subject{_B}to{_OUTCOME}"),
        (
            LinkKind.STARTS_FROM,
            ITEMS,
            rf"(?:based|build(?:s|ing)?|draw(?:s|ing)?){_B}(?:up)?on{_WORK}",
        ),
        (
            LinkKind.CONTINUES,
            ALL,
            (
                rf"(?:(?:continuation|successor){_B}(?:of|to)|continues|continuing|continued{_B}from"
                rf"|follow{_HYPHEN}up{_B}(?:to|of)|(?:carried|taken){_B}over{_B}from|resumes"
                rf"|resumption{_B}of){_WORK}"
            ),
        ),
        (
            LinkKind.SUPERSEDES,
            ALL,
            rf"replac(?:es|ing)|supersed(?:es|ing)|repeal(?:s|ing)|takes{_B}the{_B}place{_B}of",
        ),
        (
            LinkKind.IMPLEMENTS,
            ALL,
            (
                rf"(?:in|for{_B}the){_B}implementation{_B}of"
                rf"|(?-i:implement(?:s|ing))|(?:to|will|shall|should|must){_B}implement"
                rf"|giv(?:es?|ing){_B}(?:full{_B}|practical{_B})?effect{_B}to"
            ),
        ),
        (
            LinkKind.TAKES_UP,
            ALL,
            (
                rf"(?:takes|taking){_B}up(?:{_B}(?:the{_B})?(?:recommendations?|proposals?|requests?){_B}"
                r"(?:of|in|from|made in))?"
            ),
        ),
        (LinkKind.USES_RECOMMENDATIONS_OF, OWN, rf"recommendations?{_B}(?:of|from|under)"),
        (
            LinkKind.TAKEN_FORWARD_IN,
            ITEMS,
            (
                rf"(?:(?:taken|carried){_B}forward|taken{_B}(?:over|up)){_B}{_IN}"
                rf"|(?:moved|transferred|merged|incorporated|integrated|subsumed){_B}{_INTO}"
            ),
        ),
        (LinkKind.TAKEN_FORWARD_IN, OWN, rf"(?:covered|dealt{_B}with|handled){_B}{_IN}"),
        (
            LinkKind.CONTINUES,
            ITEMS,
            rf"(?:dealt{_B}with|started|launched|begun){_B}(?:in|under)",
        ),
        (
            LinkKind.FOLLOWED_UP_BY,
            ITEMS,
            (
                rf"(?:followed{_HYPHEN}up|follow{_HYPHEN}up{_B}(?:work|action)?(?:{_B})?){_B}{_IN}"
                rf"|follow{_HYPHEN}up{_B}(?:is|to{_B}be|will{_B}be)(?:{_B}[a-z]{{2,12}})?{_B}{_IN}"
            ),
        ),
        (LinkKind.CITES, OWN, rf"(?:see(?:{_B}also)?|also{_B}see|cf\.?)(?:{_B}under)?"),
        (
            LinkKind.MERGED_FROM,
            OWN,
            rf"incorporat(?:es|ing)|absorb(?:s|ing|ed)|merged{_B}from|renumbered{_B}from",
        ),
    )
)

ENGLISH: Final = LinkWords(
    cues=_CUES,
    merged_with=rf"merged{_B}with{_B}(?:the{_B})?(?:former{_B})?",
    once=rf"(?:once|until|when|as{_B}soon{_B}as){_B}(?:actions?{_B})?",
    done_behind=(
        rf"{_B}(?:is|are|ha(?:s|ve){_B}been){_B}"
        r"(?:completed|finished|finali[sz]ed|concluded|done|adopted|approved)\b"
    ),
    denied=(
        r"not|never|neither|nor|cannot|without|unlike|no\s{1,3}longer|no(?!\.)"
        r"|independent(?:ly)?\s{1,3}(?:of|from)|irrespective\s{1,3}of|regardless\s{1,3}of"
        r"|instead\s{1,3}of|rather\s{1,3}than|other\s{1,3}than|except(?:\s{1,3}for)?|excluding"
    ),
    no_longer=r"no\s{1,3}longer",
    former=r"previously|formerly|ex[ -](?=[A-Z]{0,3}[0-9])",
    nouns=r"actions?|codes?|items?|points?|activit(?:y|ies)|nos?\.?",
    glue="and|or",
    to="to",
    not_counted="""
        above also and are as at below being but by for from has have if in into is of on only or
        see should since so that the to under until was were when where which while will with
        within would could can may must
        """,
    of_document=r"of|in|the",
    document=r"documents?|docs?\.?|reports?|stud(?:y|ies)|notes?",
    acts=rf"(?:Council{_B}|Commission{_B}|Joint{_B})?(?:Resolution|Conclusions|Decision|Declaration){_B}of",
    recommendations_of=(
        rf"recommendations?{_B}(?:(?:made|given|contained|set{_B}out|proposed){_B})?(?:of|in|from|under)"
        rf"{_B}(?:the{_B})?(?:(?:final{_B})?(?:report|document|study|evaluation|note|doc\.?)s?{_B}"
        rf"(?:(?:of|on|nos?\.?){_B}(?:the{_B})?)?)?\(?"
    ),
    based_on=rf"\bbased{_B}(?:up)?on{_B}(?:the{_B})?",
    action_based_on=(
        rf"\b(?:(?:this|the){_B}(?:action|activity|project|work|task)|it){_B}(?:is|will{_B}be|builds)"
        rf"{_B}(?:based{_B})?(?:up)?on\b"
    ),
    starting_point=rf"\bstarting{_B}points?\b",
    starting_points=rf"\bstarting{_B}points?\s{{0,3}}:",
    following=rf"(?:following|further{_B}to|pursuant{_B}to){_B}",
    in_the_past=(
        r"\b(?:was|were|ha(?:s|ve|d)\s{1,3}(?:already\s{1,3})?been)\s{1,3}"
        r"(?:(?:fully|partly|already|then)\s{1,3})?"
        r"(?:used|utilised|implemented|followed|put\s{1,3}into|carried\s{1,3}out|incorporated)\b"
    ),
    not_now=(
        r"\b(?:not|never|no\s{1,3}longer|cannot)\s{1,3}(?:be\s{1,3})?"
        r"(?:used|utilised|taken|followed|considered|serve|relevant|needed|applicable)\b"
    ),
    completed=r"Completed?|COMPLETED?|completed|Finali[sz]ed|finali[sz]ed|Finished|Done",
    see=(r"(?:see\s{1,3})?(?:in\s{1,3})?(?:the\s{1,3})?(?:(?:document|doc\.?|report)\s{1,3})?"),
    not_proof=(
        r"basis|based|line|pursuant|under|according|following|request|response|await|ongoing"
        r"|on-going|deadline|except|replac|not|before|after|in\s{1,3}view|light|taking|started|draft"
    ),
    yet_to=(
        r"(?:\b(?:not|to|be|until|unless|if|when|once|before|after|almost|nearly|never|without)"
        r"|n['’]t)\s{1,4}(?:(?:yet|now|be|been|fully)\s{1,4}){0,3}"
    ),
    agreement=(
        r"\b(?:requir(?:es?|ing)|needs?|subject\s{1,3}to|conditional\s{1,3}(?:up)?on|depend(?:s|ent)\s{1,3}"
        r"(?:up)?on|only\s{1,3}(?:after|with)|with)\s{1,3}(?:the\s{1,3})?(?:express\s{1,3})?"
        r"(?:(?:preliminary|prior|previous|advance)\s{1,3})?(?:agreement|consent|approval|accord)"
        r"\s{1,3}(?:of|from|by|with)\s{1,3}"
    ),
    others=(
        r"(?:the\s{1,3})?(?:all\s{1,3})?(?:other\s{1,3})?(?:interested|concerned|relevant|involved)\s{1,3}"
        r"part(?:y|ies)"
    ),
    title_column=r"\bcolumns?\s{1,3}(?:2|\(2\)|two)(?![0-9])|\btitle\b",
    forward=(
        r"\b(?:taken|carried)\s{1,3}(?:forward|over|up)\s{1,3}(?:under|in|by|within)\s{1,3}(?:the\s{1,3})?"
    ),
    work_area=r"work\s{1,3}area\s{1,3}\w{1,6}",
    plan=r"\b(?:action|work)\s{1,3}plan\b",
    report=(
        rf"(?:(?:(?:first|second|third)|final|draft|interim|progress|intermediate|closing|annual|joint"
        rf"|evaluation|assessment|implementation|status|activity|follow{_HYPHEN}up|summary){_B}){{0,3}}"
        r"(?:reports?|evaluations?|assessments?)"
    ),
    by_group=(
        rf"(?:{_B}(?:of|by|from){_B}(?:the|its){_B}(?:[\w-]{{2,20}}{_B}){{0,3}}(?:group|team|leaders?|experts))?"
        rf"(?:{_B}to{_B}(?:the{_B})?(?:[A-Z]\w{{1,20}}))?"
    ),
    on_action=(
        rf"(?:{_B}(?:of|on|for|about|concerning|regarding|under|from)|\s{{0,3}}[:–—-]){_B}(?:the{_B})?"
        rf"(?:(?:implementation|execution|completion|progress|state{_B}of{_B}play|results?|outcomes?|findings"
        rf"|work|activities)(?:{_B}(?:made|done|achieved|carried{_B}out))?{_B}(?:of|on|in|under|with|for)"
        rf"{_B}(?:the{_B})?)?"
    ),
    results_of=(
        rf"(?:(?:recommendations?|results?|findings|conclusions?|outcomes?|proposals?){_B}(?:and{_B}|or{_B}))?"
        rf"(?:recommendations?|results?|findings|conclusions?|outcomes?|proposals?)"
        rf"(?:{_B}(?:made|given|contained|set{_B}out|proposed))?{_B}(?:of|in|from|under){_B}(?:the{_B})?"
    ),
    reported=(
        rf"(?:(?:has|have|had|also){_B}){{0,2}}(?:proposed|recommended|recommends|concluded|concludes"
        rf"|determined|suggested|suggests|stated|found|showed|shows|noted|stressed|underlined|indicated"
        rf"|highlighted|identified|asked|called{_B}for|drew{_B}attention)"
    ),
    held_in=(
        rf"(?:(?:is|was|are|were|has{_B}been|have{_B}been|can{_B}be|to{_B}be){_B})?"
        rf"(?:(?:set{_B}out|contained|issued|published|circulated|distributed|presented|found|given"
        rf"|annexed|available|submitted){_B})?(?:in|as|under|see){_B}"
    ),
    could_be=(
        rf"(?:could|should|can|may|might|will|would|must|shall){_B}(?:also{_B}|further{_B})?be{_B}"
        rf"[a-z]{{3,15}}(?:{_B}(?:up|into{_B}(?:account|consideration)|further|here))?"
    ),
    not_reports=(
        r"manual|handbook|guide|guidelines|plan|programme|strategy|resolution|decision|regulation|directive"
        r"|mandate|conclusions|communication|convention|agreement|questionnaire|proposal|minutes|catalogue"
    ),
    respectively="respectively",
    other_papers=(
        rf"templates?|models?|questionnaires?|terms{_B}of{_B}reference|outlines?|methodology|timetable|checklists?"
        rf"|agenda|requests?|invitations?|corrigendum|addendum|comments?|remarks?|observations?|opinions?|repl(?:y|ies)"
        rf"|contributions?|letters?|statements?|summary"
    ),
    asked_paper=(
        rf"(?:(?:mandates?|templates?|(?<!on the )models?|formats?|questionnaires?"
        rf"|terms{_B}of{_B}reference|outlines?|structures?|tables?{_B}of{_B}contents|methodolog(?:y|ies)|methods?|criteria|timetables?)"
        rf"{_ITS_AUTHOR}(?:{_ABOUT}|{_B}of{_B})"
        rf"|(?:forms?|checklists?|guid(?:es?|elines?|ance)|handbooks?|manuals?|instructions|plans?|agendas?"
        rf"|proposals?|requests?|invitations?|calls?|indicators?|inputs?|contributions?|material)"
        rf"{_ITS_AUTHOR}{_ABOUT})(?:(?:the|an?|its|their|this|each){_B})?(?:[\w-]{{3,20}}{_B})?"
    ),
    paper_about=(
        rf"{_PAPER_IN_FORCE}(?:(?:summar(?:y|ies)|abstracts?|synops[ei]s|overviews?|extracts?|excerpts?"
        rf"|analys[ei]s|corrigend(?:um|a)|addend(?:um|a)|annex(?:es)?|appendi(?:x|ces)|attachments?|enclosures?"
        rf"|supplements?|introductions?|follow{_HYPHEN}ups?){_ITS_AUTHOR}(?:{_ABOUT}|{_B}of{_B})"
        rf"|(?:comments?|remarks?|observations?|opinions?|views|repl(?:y|ies)|responses?|answers?|reactions?"
        rf"|amendments?|notes?|letters?|papers?|press{_B}releases?|statements?|communications?|conclusions"
        rf"|resolutions?|decisions?){_ITS_AUTHOR}{_ABOUT})(?:(?:the|an?|its|their|this){_B})?(?:[\w-]{{3,20}}{_B})?"
    ),
    no_report=(
        rf"(?:(?:no|without|any|neither|nor){_B}(?:(?:the|an?|its){_B})?"
        rf"|(?:instead|in{_B}lieu|absence|lack|in{_B}place|rather{_B}than){_B}(?:of{_B})?(?:(?:the|an?|its){_B})?"
        rf"|not(?:{_B}yet)?{_B}(?:the|its){_B}"
        rf"|(?:not|nor|never|\w{{1,9}}n['’]t)(?:{_B}(?!(?:the|its|this|only|just|and|but|or|until|before|after|because)\b)"
        rf"[\w-]{{2,20}}){{0,4}}{_B}(?:an?{_B})?)"
    ),
    aside=(
        rf"unlike|besides|beside|(?:in{_B})?contrary{_B}to|in{_B}contrast{_B}(?:to|with)|in{_B}addition{_B}to"
        rf"|apart{_B}from|other{_B}than|rather{_B}than|except|instead{_B}of"
        rf"|alongside|compared|despite|notwithstanding"
    ),
    opening=(
        rf"following|after|before|until|since|further{_B}to|pursuant{_B}to|according{_B}to|based{_B}on|building{_B}on"
        rf"|thanks{_B}to|together{_B}with|due{_B}to|owing{_B}to|given|considering|having|drawing|taking|recalling|noting|with|without"
        rf"|from|by|on|in|at|under|for|to|through|during|upon|as(?!{_B}well)|when|while|whereas|although|though|if|once|because"
        rf"|concerning|regarding|where"
    ),
    also_of="of|from|on|under|for|in|about",
)
