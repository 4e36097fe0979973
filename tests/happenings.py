"""One happening told by two outlets in words of their own, and what came the day after."""

COURIER = """Saltmere Bridge closed after crack is found

By Lena Costa
14 March 2026
Source: Harbour Courier

Engineers closed the Saltmere Bridge on Saturday morning after a crack as long as a hand was found in one of its steel beams, the Roads Agency said.

"We will not open a bridge we are not sure of," the agency's director, Petra Lindqvist, told reporters beside the barrier. About 11,000 cars cross the bridge each day.

The crack was seen during an inspection that had been put off twice. Traffic is sent by the Northport tunnel, where queues reached four kilometres at noon.

The mayor of Saltmere, Idris Bell, asked the government for a second ferry until the bridge is open again.
"""
LEDGER = """Cracked beam shuts Saltmere Bridge

14 March 2026
Source: Northport Ledger

Saltmere Bridge was shut to all traffic on Saturday when inspectors of the Roads Agency discovered a crack in a steel beam on its southern side.

Petra Lindqvist, who heads the agency, said the bridge would stay closed for at least ten days. A specialist firm will weld a plate over the beam.

Drivers were sent through the Northport tunnel, and the queues were the longest in years. Two bus lines to Saltmere end at the tunnel for now.

Idris Bell, the mayor, said the town of 30,000 was cut in half.
"""
NEXT_DAY = """Roads Agency knew of Saltmere Bridge crack in November, union says

15 March 2026
Source: Harbour Courier

The engineers' union said on Sunday that the Roads Agency had been told in November of a crack in the Saltmere Bridge, which was closed on Saturday.

A letter the union published names two inspectors who asked for repairs. Petra Lindqvist, the agency's director, said she had not seen it.

The transport minister, Omar Haddad, asked for a report by Wednesday. Opposition members want a debate in parliament.
"""
OTHER = """Saltmere harbour museum opens a hall of sails

14 March 2026
Source: Northport Ledger

The harbour museum of Saltmere opened a hall on Saturday with forty sails sewn in the town since 1810, and children queued for the knots.

The mayor, Idris Bell, cut a rope instead of a ribbon. Entry is free until June.

The sails were kept for years in a shed by the Saltmere Bridge, the curator, Odile Marchand, said.
"""


def later(text: str, outlet: str = "Island Today") -> str:
    """Give the Ledger's report as a third outlet might tell it a few hours later."""
    return (
        text.replace("Northport Ledger", outlet)
        .replace("Cracked beam shuts Saltmere Bridge", "Saltmere Bridge barred to cars")
        .replace("for at least ten days", "until 28 March")
        .replace("was shut to all traffic on Saturday when", "was barred to cars after")
        .replace(
            "A specialist firm will weld a plate over the beam.",
            "Engineers from Northport will weld a plate over the beam for 2 million crowns.",
        )
        .replace(
            "Drivers were sent through the Northport tunnel, and the queues were the longest in "
            "years. Two bus lines to Saltmere end at the tunnel for now.",
            "Traffic queued for an hour at the Northport tunnel, police said. Schools in Saltmere "
            "stay closed on Monday.",
        )
    )
