import pytest
from icalendar import Event, vText, vUnknown

from customs_coop.formats.calendars.octets import octets_of, written_properties


def event() -> Event:
    made = Event()
    made.add("SUMMARY", vText("5.1 Try; again"), parameters={"LANGUAGE": "en"})
    made.add("CONTACT", vText("CCWP"))
    made.add("CONTACT", vText("Europol"))
    return made


def test_a_component_is_written_in_the_order_of_the_library() -> None:
    made = event()
    assert octets_of(made).decode().split("\r\n") == [
        "BEGIN:VEVENT",
        r"SUMMARY;LANGUAGE=en:5.1 Try\; again",
        "CONTACT:CCWP",
        "CONTACT:Europol",
        "END:VEVENT",
        "",
    ]
    assert octets_of(made) == made.to_ical()


def test_what_was_added_since_is_written_in_its_place() -> None:
    made = event()
    written = written_properties(made)
    made.add("RELATED-TO", vText("t"))
    made.add("CLASS", "CONFIDENTIAL")
    assert octets_of(made, written) == made.to_ical()


def test_no_value_can_begin_a_property_of_its_own() -> None:
    made = event()
    made.add("X-NOTE", vUnknown("a\nSUMMARY:b"))
    with pytest.raises(ValueError, match="a line break is not escaped"):
        written_properties(made)
