"""Names like one that does not exist."""

from app.near import near

KNOWN = ["robot-density-492", "robot-density-doubling", "nev-share-20", "5g-stations", "charging-facilities"]


def test_a_slip_of_the_finger_is_found():
    assert near("robot-denstiy-492", KNOWN)[0] == "robot-density-492"
    assert near("chargingfacilities", KNOWN) == ["charging-facilities"]


def test_a_part_of_a_name_finds_all_that_have_it():
    assert near("Robot-density", KNOWN) == ["robot-density-492", "robot-density-doubling"]
    assert near("nev", KNOWN) == ["nev-share-20"]


def test_nothing_is_made_up():
    assert near("", KNOWN) == near("favicon", KNOWN) == near("robot", []) == []
