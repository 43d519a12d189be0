"""What a document says of others around its actions: which links its text states, and which not."""

from customs_coop.model import (
    ActionPlan,
    Document,
    Dossier,
    Link,
    LinkKind,
    Named,
    Note,
    Recommendation,
    Strategy,
)
from customs_coop.readers.mentions import (
    Introduction,
    PlanContext,
    find_links,
    note_links,
    with_introduction,
    with_recommendation_links,
)
from customs_coop.readers.mentions.introductions import cited_documents, introduction_links
from customs_coop.references import DocumentNumber, OJReference
from folded import every_case

AP3 = PlanContext("AP3", 3, frozenset(("3.1", "3.2")))
STRATEGY = Strategy(
    id="S2003",
    title="Council Resolution of 3 April 2003 on a strategy for ropes",
    reference=OJReference.parse("OJ C 12, 3.4.2003, p. 1"),
)


def stated(text: str) -> list[str]:
    return [f"{link.kind.value}: {link.target}" for link in find_links(text, AP3)]


def around(text: str, **given: object) -> list[str]:
    introduction = Introduction(text=text, number=3, **given)  # type: ignore[arg-type] # by name
    return [f"{link.kind.value}: {link.target}" for link in introduction_links(introduction)]


@every_case(
    ("text", "name"),
    [
        ("Mend nets as the Net Mending Guide says.", "Net Mending Guide"),
        ("Nets described in CCWP Handbook", "CCWP Handbook"),
        ("Print the Directory of Centres of rope and send it.", "Directory of Centres of Rope"),
        ("Print the Directory of Rope Makers.", "Directory of Rope Makers"),
        ("Revoir le Guide des bonnes pratiques tous les ans.", "Guide des bonnes pratiques"),
        ("Das Handbuch über Seile wird neu gedruckt.", "Handbuch über Seile"),
        ("ropes (see the EU Rope Strategy for Small Ports)", "EU Rope Strategy for Small Ports"),
        (
            "the EU Strategy and Action Plan on Net Theft",
            "EU Strategy and Action Plan on Net Theft",
        ),
        ("Since the entry into force of the Lisbon Treaty", "Treaty of Lisbon"),
        ("Seit dem Vertrag von Lissabon", "Treaty of Lisbon"),
        ("What the new EU Treaty asks of ports", "new EU Treaty"),
        (
            "as the draft Convention on Salvage at Night has it",
            "draft Convention on Salvage at Night",
        ),
        ("the Convention of 3 April 1998 comes first", "Convention of 3 April 1998"),
        (
            "They adopted an action plan against net theft on 3 April 1998.",
            "Action plan of 3 April 1998 against net theft",
        ),
        # A document in the next bracket that proves the work is not the number of the guide.
        ("put into the Net Guide (Completed: 1234/05)", "Net Guide"),
    ],
)
def test_names_that_are_formed_by_rule_are_cited(text: str, name: str) -> None:
    assert f"cites: {name}" in stated(text)


@every_case(
    "text",
    [
        "Develop a practical guide and a manual for ports.",
        "Ask the Net Guide Project Group.",
        "Best practice guides are printed.",
        "Manual counting of nets goes on.",
        "a strategy for small ports",
        "Conventions on nets are counted.",
        "The conference in Nice went well.",
        "They adopted the plan on 3 April 1998.",
    ],
)
def test_what_has_no_name_is_no_guide(text: str) -> None:
    assert stated(text) == []


@every_case(
    ("text", "links"),
    [
        (
            (
                "It incorporates the recommendations of the Rope Strategy report, as well as those"
                " recommendations of the Expert Group on Nets."
            ),
            [
                "uses the recommendations of: Rope Strategy report",
                "uses the recommendations of: Expert Group on Nets",
            ],
        ),
        (
            "Mend nets to comply with all recommendations endorsed in Bergen.",
            ["takes up: recommendations endorsed in Bergen"],
        ),
        ("in line with UN and WCO recommendations", ["takes up: UN and WCO recommendations"]),
        (
            "conformément aux recommandations de l'OMD",
            ["takes up: recommandations de l'OMD"],
        ),
        ("gemäß den WZO-Empfehlungen", ["takes up: WZO-Empfehlungen"]),
        (
            "Ports follow up the Rope Committee conclusions on lost nets.",
            ["takes up: Rope Committee conclusions on lost nets"],
        ),
        (
            "donner suite aux conclusions du comité des cordes sur les filets perdus",
            ["takes up: Conclusions du comité des cordes sur les filets perdus"],
        ),
        (
            "die Schlussfolgerungen des Seilausschusses zu Netzen weiterverfolgen",
            ["takes up: Schlussfolgerungen des Seilausschusses zu Netzen"],
        ),
        ("Update the existing study on ropes to add ports.", ["starts from: study on ropes"]),
        ("mettre à jour l'étude existante sur les filets", None),
        ("die bestehende Studie über Netze aktualisieren", ["starts from: Studie über Netze"]),
        (
            "Count nets, taking into account port data, annual report on lost nets, etc.",
            ["cites: annual report on lost nets"],
        ),
        # Nothing is put to use, or nobody says whose words they are.
        ("recommendations endorsed in Bergen are printed", []),
        ("The ports make recommendations.", []),
        ("They will not follow the recommendations of the Expert Group on Nets.", []),
        ("Read the existing study on ropes.", []),
        ("Update the list. Read the existing study on ropes.", []),
        ("Ports follow up conclusions.", []),
        ("taking into account the report on their own work", []),
    ],
)
def test_what_has_no_number_is_linked_where_the_words_put_it_to_use(
    text: str, links: list[str] | None
) -> None:
    wanted = ["starts from: étude existante sur les filets"] if links is None else links
    assert stated(text) == wanted


def test_a_note_that_a_row_bears_gives_links_but_no_parties() -> None:
    notes = ["Ports apply the CIS Convention. Report to the CCWP."]
    assert [str(link.target) for link in note_links(notes, AP3)] == ["CIS Convention"]


@every_case(
    ("text", "links"),
    [
        # The sentence speaks of the plan of the document.
        ("This Action Plan builds on the study 1234/02.", ["starts from: 1234/02"]),
        ("On the basis of 1234/02, the new work plan goes on.", ["starts from: 1234/02"]),
        ("The third Action Plan carries on, implementing 1234/02.", ["implements: 1234/02"]),
        ("Compte tenu du document 1234/02, le plan d'action suit.", ["starts from: 1234/02"]),
        ("Der Aktionsplan beruht auf 1234/02.", ["starts from: 1234/02"]),
        # It speaks of something else.
        ("The second Action Plan builds on the study 1234/02.", ["cites: 1234/02"]),
        ("The ports met on the basis of 1234/02.", ["cites: 1234/02"]),
        ("This Action Plan is not based on 1234/02.", ["cites: 1234/02"]),
        ("This Action Plan is printed beside 1234/02.", ["cites: 1234/02"]),
        ("Ports comply with all recommendations endorsed in Bergen.", None),
        ("Ports report to the CCWP.", []),
    ],
)
def test_a_document_starts_from_what_its_plan_starts_from(
    text: str, links: list[str] | None
) -> None:
    wanted = ["cites: recommendations endorsed in Bergen"] if links is None else links
    assert around(text) == wanted


def test_a_footnote_is_read_with_the_sentence_that_bears_its_mark() -> None:
    notes = [
        Note(id="n1", mark="1", text="1234/01 HARBOUR 7."),
        Note(id="n2", mark="2", text="1234/02 HARBOUR 8."),
        Note(id="n3", mark="3", text="1234/03 HARBOUR 9."),
    ]
    text = (
        "Nets were lost in 20011 by many.\nThe Action Plan is based on the survey of\n"
        "ports2 and on more.\n2 1234/02 HARBOUR 8.\n\nSee what else there is.\n"
    )
    found = introduction_links(Introduction(text=text, notes=notes))
    assert [(link.kind.name, str(link.target)) for link in found] == [
        ("CITES", "1234/01"),
        ("STARTS_FROM", "1234/02"),
        ("CITES", "1234/03"),
    ]
    assert [link.text for link in found] == [
        "Nets were lost in 20011 by many.",
        "The Action Plan is based on the survey of ports2 and on more.",
        "1234/03 HARBOUR 9.",
    ]


def test_each_act_of_a_list_in_a_note_is_cited_with_its_own_words() -> None:
    text = (
        "– the Joint Action of 3 May 1996 on ropes, nets and floats (OJ L 1, 4.5.1996, p. 2);\n"
        "– the Convention of 5 May 1995 on nets (CIS Convention);\n"
        "– the mandate of 6 June 1996 on floats."
    )
    note = Note(id="n1", mark="(1)", text=text)
    found = introduction_links(Introduction(text="Acts were adopted <sup>(1)</sup>.", notes=[note]))
    assert [str(link.target) for link in found] == [
        "OJ L 1, 4.5.1996, p. 2",
        "CIS Convention",
        "Mandate of 6 June 1996 on floats",
    ]
    assert [link.text for link in found] == text.split("\n")
    item = Recommendation(id="R1", text="Apply the Convention of 5 May 1995 by 1998.")
    dossier = Dossier(
        recommendations=with_recommendation_links([item]),
        documents=[Document(reference=DocumentNumber.parse("99/97"), title="Ropes")],
    )
    introduction = Introduction(notes=[note], own=DocumentNumber.parse("99/97"))
    read = with_introduction(dossier, introduction)
    assert [str(link.target) for link in read.recommendations[0].links] == ["CIS Convention"]
    assert len(read.documents[0].links) == 3


def test_a_title_says_which_strategies_its_plan_implements() -> None:
    title = (
        "Third Action Plan to implement the Council Resolution of 3 April 2003 on a strategy for"
        " ropes and the harbour scheme"
    )
    note = Note(id="n1", mark="1", text="1234/03 HARBOUR 7.")
    introduction = Introduction(
        title=title, text="Ports know the harbour scheme1.", notes=[note], strategy=STRATEGY
    )
    found = introduction_links(introduction)
    assert [(link.kind.value, str(link.target)) for link in found] == [
        ("implements", "S2003"),
        ("implements", "1234/03"),
    ]
    assert {link.text for link in found} == {title}


def test_a_document_that_holds_or_carries_out_the_strategy_is_linked_with_it() -> None:
    held = "The work plan implements the strategy for ropes set out in document 1234/03."
    later = "See the revised strategy for ropes1 aiming to implement the Council Resolution, too."
    notes = [Note(id="n1", mark="1", text="5678/09 HARBOUR 7.")]
    found = [
        *cited_documents(Introduction(text=held, strategy=STRATEGY)),
        *cited_documents(Introduction(text=later, notes=notes, strategy=STRATEGY)),
    ]
    assert [(str(where), title) for where, title, _ in found] == [
        ("1234/03", "strategy for ropes"),
        ("5678/09", "revised strategy for ropes"),
    ]
    assert [(link.kind, link.inferred) for _, _, link in found] == [
        (LinkKind.PRINTS, False),
        (LinkKind.IMPLEMENTS, True),
    ]
    assert cited_documents(Introduction(text=held)) == ()


def test_a_document_without_a_number_goes_by_its_title_where_it_cites_something() -> None:
    dossier = Dossier.of(ActionPlan(id="AP3", title="Rope plan"))
    silent = Introduction(title="Rope plan", text="Nets are lost.")
    assert with_introduction(dossier, silent) == dossier
    (document,) = with_introduction(
        dossier, Introduction(title="Rope plan", text="Nets are lost (1234/05).")
    ).documents
    assert document.reference == Named("Rope plan", "document")
    assert [(link.kind.name, str(link.target)) for link in document.links] == [
        ("PRINTS", "AP3"),
        ("CITES", "1234/05"),
    ]


def test_recommendations_keep_the_links_that_they_have() -> None:
    link = Link(kind=LinkKind.CITES, target=Named("Net Guide", "manual"), text="on the Net Guide")
    item = Recommendation(id="R1", text="Report to the CCWP on 1234/05.", links=[link])
    (found,) = with_recommendation_links([item])
    assert [str(one.target) for one in found.links] == ["Net Guide", "1234/05"]


def test_hostile_introductions_take_linear_time() -> None:
    pieces = [
        "the Action Plan on the basis of ",
        "Net Net Net Guide of ",
        "recommendations of the Rope Group and of ",
        "the Convention of 3 May 1998 (",
        "implement the strategy set out in ",
        "updating the existing study on ",
        "<sup>(1)</sup> ports1 ",
    ]
    notes = [Note(id=f"n{mark}", mark=str(mark), text="1234/05 A 1.") for mark in range(1, 9)]
    text = "".join(piece * 60 for piece in pieces)
    assert isinstance(around(text, notes=notes, strategy=STRATEGY), list)
