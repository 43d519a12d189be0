"""The words of English."""

from typing import Final

from customs_coop.deadline.phrases import phrase_map, phrase_set
from customs_coop.deadline.vocabulary.base import Vocabulary

__all__ = ["ENGLISH"]

_MONTHS: Final = (
    "January February March April May June July August September October November December"
)
_NUMBERS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen"
)

ENGLISH: Final = Vocabulary(
    code="en",
    telling="""
        the and of to in is are be for with by on at from as an or not this that which it its will
        would all any after into under their they been between during than each other more about
        following group working party parties member states action actions plan plans work area
        areas programme joint operation operations council commission committee union european
        customs police cooperation report reports study meeting meetings list guide map draft
        final table data results date dates document documents note notes see code title status
        open points also previously experts expert national central information exchange training
        administration administrations authorities law enforcement risk analysis management
        die so man was hat table base revision eu re do pro ce sa fr do es de la le et al
        tag non long issue relative continue suite plus charge reserve maximal alter determine
        realise suit elf
        """,
    month_names=_MONTHS,
    months_have_capitals=True,
    months={
        **{name.lower(): number for number, name in enumerate(_MONTHS.split(), 1)},
        **{name[:3].lower(): number for number, name in enumerate(_MONTHS.split(), 1)},
        "sept": 9,
    },
    weekdays="""
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri sat sun
        """,
    numbers={
        **{word: value for value, word in enumerate(_NUMBERS.split(), 1)},
        "a": 1,
        "an": 1,
        "twenty": 20,
        "thirty": 30,
        "sixty": 60,
        "ninety": 90,
    },
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0},
    ordinal_endings="st nd rd th",
    units=phrase_map(
        {
            **dict.fromkeys(("day", "days"), ("D", 1)),
            **dict.fromkeys(("week", "weeks"), ("W", 1)),
            **dict.fromkeys(("fortnight", "fortnights"), ("W", 2)),
            **dict.fromkeys(("month", "months"), ("M", 1)),
            **dict.fromkeys(("quarter", "quarters"), ("M", 3)),
            **dict.fromkeys(("semester", "semesters", "half year", "half - year"), ("M", 6)),
            **dict.fromkeys(("year", "years"), ("Y", 1)),
        }
    ),
    presidency="presidency presidencies pres",
    quarters="quarter | quarters | qtr | qtr . | trim . | q",
    halves="half year | half - year | half | semester | sem | sem . | six months | 6 months",
    codes={"q": 3, "h": 6, "s": 6},
    parts=phrase_map(
        {
            **dict.fromkeys(("early in", "early", "early -"), "early"),
            **dict.fromkeys(("mid -", "mid", "middle of"), "mid"),
            **dict.fromkeys(("late in", "late", "late -"), "late"),
            **dict.fromkeys(("beginning of", "start of"), "start"),
            **dict.fromkeys(("end of", "end -", "end", "close of"), "end"),
            **dict.fromkeys(("year end", "year - end", "eoy"), "end"),
        }
    ),
    weeks="week | calendar week | week no . | week number | calendar week no . | week nr .",
    seasons={"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    holidays="easter christmas",
    year_words="year | calendar year",
    about="about | around | approximately | approx . | circa | ca . | towards | toward",
    by="""
        by | by no later than | by the latest | no later than | not later than |
        at the latest by | at the latest in | at the latest on | at the latest |
        ( at the latest ) | latest by | on or before | due by | due on | due in |
        target date of | target date : | target date | at latest | no later than by |
        not after | no later than in | no later than on | by close of business |
        by close of business on | by the close of business on | close of business |
        close of business on | by cob | by cob on | cob | by noon on | by midday on |
        by midnight on
        """,
    until="until | till | up to | up until | latest | due",
    at_the_latest="at the latest | ( at the latest ) | , at the latest | latest | at latest",
    before="before | prior to | ahead of | not later than before",
    after="after | following",
    since="""
        commencing | commencing in | commencing on | commencing from |
        since | from | as from | as of | starting from | starting in | starting | starting on |
        beginning in | beginning on | beginning from | with effect from | effective from |
        effective | not before | not earlier than | no earlier than | no sooner than | earliest |
        at the earliest | at the earliest in | at the earliest on | start : | start date |
        start date : | starting date | starting date : | begin : | beginning :
        """,
    starting="""
        starting | starting in | starting from | beginning in | beginning from | commencing |
        commencing in | commencing from | from | as from | as of | with effect from
        """,
    onwards="""
        onwards | onward | at the earliest | ( at the earliest ) | and beyond | and after |
        and later | and thereafter | thereafter | and ongoing | - ongoing | – ongoing |
        — ongoing | - present | – present | to present | to date | and continuing |
        and continuously | +
        """,
    first_round="""
        for the first time | first time | the first time | first | the first | the first one |
        with the first | the first of which | the first of them
        """,
    valid="""
        that which who whose valid open running lasting runs lasts force extended financed funded
        continuing continues
        """,
    during="""
        during | in | under | throughout | within | over | in the course of |
        during the course of | over the course of
        """,
    throughout="during | throughout | in the course of | during the course of | within | under",
    on="on | at | planned for | scheduled for | foreseen for",
    to="to | - | – | — | until | till | through | up to | /",
    either="or | or in | or by",
    between="between",
    joined="and | &",
    opened="""
        from | during | in | for the period from | for the period | throughout | over the period |
        over the period from | in the period | during the period | over the years |
        during the years | in the years
        """,
    within="""
        within | within a period of | within the next | within the | in the next | inside |
        at the latest within | no later than within | not later than within
        """,
    of_anchor="of | from | after | following | as from | counting from",
    before_anchor="before | prior to | ahead of | in advance of",
    at_least="""
        at least | at the latest | at the very least | no later than | not later than |
        not less than | no less than | a minimum of | minimum
        """,
    awaiting="""
        await | awaiting | pending | subject to | depending on | once | following | upon
        """,
    articles="the",
    linking="of | in | ,",
    every="every | each | per",
    rates="per",
    alternate="other | second",
    counts=phrase_map({"once": 1, "twice": 2, "thrice": 3}),
    times="times | time | x | ×",
    per="a | an | per | each | every | in each | in every | during each | in a",
    rhythms=phrase_map(
        {
            "weekly": ("W", 1),
            "fortnightly": ("W", 2),
            "monthly": ("M", 1),
            "quarterly": ("M", 3),
            **dict.fromkeys(("half - yearly", "half yearly"), ("M", 6)),
            **dict.fromkeys(("biannual", "biannually"), ("M", 6)),
            **dict.fromkeys(("bi - annual", "bi - annually"), ("M", 6)),
            **dict.fromkeys(("semi - annual", "semi - annually"), ("M", 6)),
            **dict.fromkeys(("annual", "annually", "yearly", "per annum"), ("Y", 1)),
            **dict.fromkeys(("biennial", "biennially"), ("Y", 2)),
            "triennial": ("Y", 3),
        }
    ),
    adverbs="annually biannually biennially annum",
    adjectives="annual biannual biennial triennial bi semi",
    rhythmic={"weekly": "W", "monthly": "M", "yearly": "Y"},
    basis=(
        (phrase_set("on a"), "basis"),
        (phrase_set("on an"), "basis"),
        (phrase_set("at"), "intervals"),
    ),
    ongoing="""
        ongoing | on - going | on going | continuous | continuously | continuing | regular |
        regularly | periodic | periodically | permanent | permanently | standing | standing item |
        rolling | bimonthly | bi - monthly | until further notice
        """,
    occasions="""
        meeting conference plenary operation visit session exercise occasion plan summit event
        council
        """,
    upcoming="next forthcoming coming following upcoming",
    lasting="""
        presidency project projects plan programme mandate exercise operation pilot phase
        conference meeting session campaign term period
        """,
    labels="""
        deadline | deadlines | dead - line | dead - lines | dead line | time limit | target date |
        due date | completion date | timescale | time scale | timeframe | time frame | timing
        """,
    loose_labels="due | target | to be completed | completion | when",
    label_qualifiers="""
        report reporting final interim revised new overall target completion first second
        implementation provisional indicative
        """,
    label_signs=": | - | – | — | is | of | = | * | _ | < i > | < b > | < em > | < strong >",
    label_joints="for of to in on regarding concerning",
    to_be="""
        to be | shall be | should be | must be | needs to be | due to be | has to be
        """,
    duties="shall should must will to may can could would due needs need please",
    past="was were has have had been did met took held began ended already",
    past_behind="",
    verbs_last=False,
    done="completed complete done",
    reports="""
        report reports reporting update updates review reviews meeting meetings monitoring
        evaluation evaluations assessment assessments statistics summary summaries overview
        exercise exercises check checks progress return returns survey surveys follow visit visits
        training newsletter bulletin data figures contribution
        """,
    prepositions="to on in by at for from with until through during the as if and",
    unknown="""
        tbc | tbd | tba | t . b . c . | n / a | n . a . | to be confirmed | to be decided |
        to be determined | to be agreed | to be announced | to be specified | open |
        not yet known | not yet fixed | none | as soon as possible | asap | urgently | urgent |
        in the near future | in due course | immediately | sine die | to be defined |
        to be fixed | to be set | no deadline | without deadline | without a deadline |
        no fixed deadline | no specific deadline | no date | undetermined | unknown
        """,
    provisional="""
        provisional | provisionally | tentative | tentatively | indicative | indicatively |
        estimate | estimated | expected | anticipated | ?
        """,
    unconfirmed="""
        tbc | t . b . c . | to be confirmed | not confirmed | not yet confirmed | unconfirmed |
        still to be confirmed | date tbc | date to be confirmed | exact date tbc |
        exact date to be confirmed | subject to confirmation
        """,
    negations="not never without",
    limits="""
        at most | at the most | at the very most | no more than | not more than | more than |
        less than | fewer than | up to | maximum | a maximum of | max . | not exceeding | not |
        no longer | never | instead of | rather than
        """,
    not_events="""
        only again more off or and yearly per to on in by at for from with until through during
        """,
    superseded="""
        previously | formerly | originally | initially | was | instead of | rather than |
        postponed from | extended from | moved from | deferred from | delayed from |
        brought forward from | changed from | replaces | replacing | previous | former |
        original | earlier | old | before : | previous deadline | former deadline |
        original deadline | initial deadline | earlier deadline | old deadline | previous date |
        original date
        """,
    replaced="""
        postponed | extended | prolonged | deferred | delayed | moved | put back | put off |
        rescheduled | brought forward | revised | changed | shifted
        """,
    renewed="now | new | new deadline | new date | revised deadline | revised date",
    later="later | later on | subsequently",
    moved_to="to | until | till | up to",
    longer_by="by | for",
    auxiliaries="""
        now then later since is was has been which but again further subsequently to be may will
        deadline and
        """,
    act_joints="of dated",
    not_acts="deadline deadlines date limit term month quarter end",
    numbered="""
        no nos nr number numbers regulation regulations decision decisions directive directives
        recommendation recommendations document doc opinion resolution act action agreement
        article articles page pages version point points section chapter annex
        """,
)
