"""The phrases for figures on which outlets differ."""

from typing import Final

from briefings.text.phrases import Phrase, phrase

FIGURES: Final[dict[str, Phrase]] = {
    "figure_killed": phrase("Killed"),
    "figure_injured": phrase("Injured"),
    "figure_hospital": phrase("In hospital"),
    "figure_arrested": phrase("Arrested"),
    "figure_missing": phrase("Missing"),
    "figure_evacuated": phrase("Evacuated"),
    "figure_displaced": phrase("Displaced"),
    "figure_rescued": phrase("Rescued"),
    "figure_aboard": phrase("Aboard"),
    "figure_crowd": phrase("People who came"),
    "figure_votes": phrase("Votes"),
    "figure_votes_margin": phrase("Margin in votes"),
    "figure_percent": phrase("Per cent"),
    "figure_percent_change": phrase("Change in per cent"),
    "figure_percent_share": phrase("Share"),
    "figure_date": phrase("Date"),
    "figure_cost": phrase("Cost"),
    "figure_of": phrase("{figure}: {thing}"),
    "figure_where": phrase("{figure} ({place})"),
    "at_least": phrase("at least {value}"),
    "at_most": phrase("at most {value}"),
    "about": phrase("about {value}"),
}
"""By key."""
