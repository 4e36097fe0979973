"""The shapes templates print: the contract between `pages/` and `theme/`.

All values are plain text and never HTML, except the two named `html`, which are sanitised last.
Every `href` is relative to the page it stands on. Templates escape every value.
"""

from briefings.pages.views.frame import (
    PlainView,
    SearchView,
    Shell,
    SiteView,
)
from briefings.pages.views.kinds import (
    BriefingView,
    CorrectionsView,
    EditionView,
    IndexGroup,
    IndexItem,
    IndexView,
    ListView,
    NameView,
    Running,
    SaidView,
    SectionView,
    StoryView,
    TimelineEntry,
)
from briefings.pages.views.parts import (
    Card,
    CorrectionView,
    Link,
    Mark,
    MaybeLink,
    NameGroup,
    OriginsView,
    PictureView,
    PointView,
    ProvenanceView,
    QuoteView,
    RelatedView,
    StoryStrip,
    Text,
    When,
)

__all__ = [
    "BriefingView",
    "Card",
    "CorrectionView",
    "CorrectionsView",
    "EditionView",
    "IndexGroup",
    "IndexItem",
    "IndexView",
    "Link",
    "ListView",
    "Mark",
    "MaybeLink",
    "NameGroup",
    "NameView",
    "OriginsView",
    "PictureView",
    "PlainView",
    "PointView",
    "ProvenanceView",
    "QuoteView",
    "RelatedView",
    "Running",
    "SaidView",
    "SearchView",
    "SectionView",
    "Shell",
    "SiteView",
    "StoryStrip",
    "StoryView",
    "Text",
    "TimelineEntry",
    "When",
]
