import customs_coop as cc
from customs_coop.serialization import from_json, to_json


def test_a_short_text_that_stands_in_many_rows_is_kept_once() -> None:
    involved = [cc.Involvement(role=cc.Role.CONCERNED, party="MS", text="Member States")]
    actions = [cc.Action(code=code, title="", involved=involved) for code in ("1", "2")]
    dossier = cc.Dossier.of(cc.ActionPlan(id="AP1", title="", actions=actions))
    read, report = from_json(to_json(dossier))
    assert report.ok
    one, other = (action.involved[0] for action in read.plan)
    assert one is not other
    assert one.text is other.text
    assert one.party is other.party
