from customs_coop.model import Status
from customs_coop.model.vocabulary import joint_status
from folded import every_case


@every_case(
    "parts, whole, joint",
    [
        ("completed, completed", "open", "completed"),
        ("completed, obsolete", "open", "completed"),
        ("obsolete, obsolete", "open", "obsolete"),
        ("completed, open", "open", "partly completed"),
        ("partly completed, open", "open", "partly completed"),
        ("ongoing, open", "open", "ongoing"),
        ("obsolete, ongoing", "open", "ongoing"),
        ("obsolete, deferred", "open", "deferred"),
        ("awaiting, deferred", "open", "open"),
        ("completed, completed", "standing", "standing"),
    ],
)
def test_an_action_is_as_far_as_its_parts(parts: str, whole: str, joint: str) -> None:
    assert joint_status(map(Status, parts.split(", ")), Status(whole)) is Status(joint)
