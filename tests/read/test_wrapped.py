"""Mails, newsletters, archives, PDFs and feeds: what is read out of each wrapper."""

import json
from collections.abc import Sequence
from email.message import EmailMessage

import pytest

from briefings.errors import BadFileError
from briefings.model import Article, Role
from briefings.read import Reading, read_article, read_articles
from briefings.read.split import companion_of, limit_of

LEDE = (
    "The harbour board of Port Selby opened its new ferry terminal on Monday, two years later "
    "than planned, after inspectors passed the last of the safety tests."
)
SAID = "“The old pier could not have stood another winter,” said Ada Brook, the harbour master."
COST = (
    "The terminal cost 41 million crowns, nine million more than the council had voted, and will "
    "handle 4,000 passengers a day from 1 April."
)
FISH = (
    "Fish landings in the bay rose by a fifth in February, the fisheries office said, the best "
    "month since records began in 1998, while prices at the quay fell by a tenth, to the anger "
    "of skippers."
)


def a_mail(body: str, *, html: str | None = None, **head: str) -> bytes:
    """Write a mail; heads with underscores for hyphens."""
    message = EmailMessage()
    for name, value in head.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    return bytes(message)


def only(reading: Reading) -> Article:
    """Give the one article."""
    (article,) = reading.articles
    return article


def joined(article: Article) -> str:
    """Give the text the roles make."""
    return "".join(span.text for span in article.roles)


def test_a_press_release_by_mail_is_one_article() -> None:
    """Its headline is the subject's words in the text, its date the sending's."""
    body = f"PRESS RELEASE\n\nNew terminal opens\n\n{LEDE}\n\n{SAID}\n\n{COST}\n\nENDS\n"
    content = a_mail(
        body,
        From="Press <p@harbour.example>",
        Date="Mon, 09 Mar 2026 08:15:00 +0100",
        Subject="Press release: New terminal opens",
    )

    article = only(read_articles(content, path="a.eml"))

    assert (article.path, article.title, article.format) == ("a.eml", "New terminal opens", "email")
    assert str(article.date) == "2026-03-09 08:15:00+01:00"
    assert article.body == (LEDE, SAID, COST)
    assert article.source is None
    assert "Subject: Press release: New terminal opens" in joined(article)


def test_a_mail_without_a_headline_has_its_subject() -> None:
    """The line of the head stays metadata; the title is its words."""
    content = a_mail(f"{LEDE}\n\n{COST}\n", Subject="Re: Terminal opens late")

    article = only(read_articles(content, path="a.eml"))

    assert (article.title, article.body) == ("Terminal opens late", (LEDE, COST))


def test_a_forwarded_story_is_the_inner_one() -> None:
    """The note above it is not the story's, and the sender is no outlet."""
    body = (
        "Worth a look?\n\nKim\n\n---------- Forwarded message ---------\n"
        "From: Coast Daily <n@coast.example>\nDate: Mon, 9 Mar 2026 07:00:00 +0100\n"
        f"Subject: Terminal opens\nTo: <kim@x.example>\n\n{LEDE}\n\n{COST}\n"
    )
    content = a_mail(
        body, From="Kim <k@x.example>", Date="Tue, 10 Mar 2026 10:00:00 +0100", Subject="Fwd: T"
    )

    article = only(read_articles(content, path="a.eml"))

    assert (article.title, article.body) == ("Terminal opens", (LEDE, COST))
    assert str(article.date) == "2026-03-09 07:00:00+01:00"
    assert article.source is None


def a_letter(*stories: tuple[str, str], site: str = "https://coast.example/2026/03/") -> bytes:
    """Write a newsletter as tables."""
    rows = "".join(
        f"<tr><td><h2><a href='{site}{title.lower().replace(' ', '-')}'>"
        f"{title}</a></h2><p>{text}</p></td></tr>"
        for title, text in stories
    )
    html = (
        f"<table><tr><td>View in browser</td></tr>{rows}<tr><td>Sponsored by Selby Bank</td></tr>"
        "<tr><td>Unsubscribe</td></tr></table>"
    )
    return a_mail(
        "see the page",
        html=html,
        From="The Coast Letter <l@coast.example>",
        Date="Mon, 09 Mar 2026 06:00:00 +0000",
        Subject="Monday",
        List_Unsubscribe="<mailto:u@coast.example>",
    )


STORIES = (("Terminal opens two years late", f"{LEDE} {COST}"), ("Fish landings rise again", FISH))


def test_a_newsletter_is_the_articles_in_it() -> None:
    """Each with its own address and key; the letter's furniture is nowhere."""
    reading = read_articles(a_letter(*STORIES), path="n.eml")

    assert [article.path for article in reading.articles] == [
        "n.eml#terminal-opens-two-years-late",
        "n.eml#fish-landings-rise-again",
    ]
    assert [article.title for article in reading.articles] == [title for title, _ in STORIES]
    assert {article.source for article in reading.articles} == {"The Coast Letter"}
    assert reading.articles[1].url == "https://coast.example/2026/03/fish-landings-rise-again"
    assert not any("nsubscribe" in joined(article) for article in reading.articles)


def test_the_order_of_a_newsletter_changes_no_article() -> None:
    """Paths and digests belong to the stories."""
    one = read_articles(a_letter(*STORIES), path="n.eml").articles
    other = read_articles(a_letter(*STORIES[::-1]), path="n.eml").articles

    assert {(a.path, a.digest) for a in one} == {(a.path, a.digest) for a in other}


def test_one_article_of_several_is_read_by_its_key() -> None:
    """A name that is not there is an error."""
    content = a_letter(*STORIES)

    article = read_article(content, path="n.eml#fish-landings-rise-again")

    assert article.title == "Fish landings rise again"
    with pytest.raises(BadFileError, match='BR209: no article "x" among the 2'):
        read_article(content, path="n.eml#x")


RSS = f"""<?xml version="1.0"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Coast Daily</title><language>en-GB</language>
<item><title>Ferry &amp;amp; fish</title><link>https://coast.example/a</link><guid>1</guid>
<dc:creator>Ada Brook</dc:creator><pubDate>Mon, 09 Mar 2026 07:00:00 GMT</pubDate>
<category>Harbour</category><content:encoded><![CDATA[<p>{LEDE}</p><figure><figcaption>The pier
</figcaption></figure><h3>Costs</h3><p>{COST}</p>]]></content:encoded></item>
<item><title>Teaser</title><link>https://coast.example/b</link><description>Short.</description>
</item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast Daily</title>
<entry><title>Ferry &amp; fish</title><id>1</id><link href="https://coast.example/a"/>
<author><name>Ada Brook</name></author><published>2026-03-09T07:00:00Z</published>
<category term="Harbour"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>{LEDE}</p><h3>Costs</h3><p>{COST}</p></div></content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Coast Daily",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": "https://coast.example/a",
                "title": "Ferry & fish",
                "content_html": f"<p>{LEDE}</p><h3>Costs</h3><p>{COST}</p>",
                "date_published": "2026-03-09T07:00:00Z",
                "authors": [{"name": "Ada Brook"}],
                "tags": ["Harbour"],
            }
        ],
    }
)


@pytest.mark.parametrize(
    ("path", "text"), [("f.rss", RSS), ("f.atom", ATOM), ("f.xml", ATOM), ("f.json", JSON_FEED)]
)
def test_a_feed_gives_an_article_for_each_entry(path: str, text: str) -> None:
    """The three kinds of feed say the same."""
    article = only(read_articles(text.encode(), path=path))

    assert article.path.startswith(f"{path}#ferry-fish-")
    assert (article.title, article.byline, article.tags) == (
        "Ferry & fish",
        ("Ada Brook",),
        ("Harbour",),
    )
    assert str(article.date) == "2026-03-09 07:00:00+00:00"
    assert (article.source, article.url) == ("Coast Daily", "https://coast.example/a")
    assert (article.body, article.subheads) == ((LEDE, COST), ((2, "Costs"),))


def test_entries_without_a_text_are_counted() -> None:
    """One note says how many."""
    (finding,) = read_articles(RSS.encode(), path="f.rss").findings

    assert finding.code == "BR232"
    assert "1 entry" in finding.message


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("f.xml", "<html><p>words</p></html>", "BR231"),
        ("f.rss", "<rss><channel>", "BR230"),
        ("f.rss", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>", "BR230"),
        ("f.json", '{"items": ', "BR230"),
        ("f.json", '{"name": 1}', "BR231"),
        ("f.json", '{"items": []}', "BR233"),
        ("f.eml", "Subject: x\n\n", "BR233"),
        ("f.mhtml", "Subject: x\n\nwords", "BR233"),
        ("f.pdf", "%PDF-1.4 nothing", "BR234"),
    ],
)
def test_what_holds_no_article_is_refused(path: str, text: str, code: str) -> None:
    """With the one code that says why."""
    with pytest.raises(BadFileError, match=code):
        read_articles(text.encode(), path=path)


def test_an_archive_is_its_page() -> None:
    """The address and the time of saving are the archive's."""
    page = f"<html><body><article><h1>Terminal opens</h1><p>{LEDE}</p><p>{COST}</p></article>"
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://coast.example/t\r\n"
        "Date: Mon, 9 Mar 2026 12:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="X"\r\n\r\n--X\r\n'
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--X--\r\n"
    )

    article = only(read_articles(content.encode(), path="p.mhtml"))

    assert (article.title, article.url) == ("Terminal opens", "https://coast.example/t")
    assert (article.format, article.body) == ("mhtml", (LEDE, COST))


def a_pdf(*lines: tuple[float, int, str], lefts: Sequence[int] = ()) -> bytes:
    """Write a page: (height, size of type, words) of each line, and how far from the left."""
    shown = "".join(
        f"BT /F1 {size} Tf {left} {top} Td ({words}) Tj ET\n"
        for left, (top, size, words) in zip(lefts or [72] * len(lines), lines, strict=True)
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n{len(content)}\n%%EOF"
    return f"{content}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


def test_a_pdf_gives_headline_and_paragraphs() -> None:
    """The largest type heads it, lines are joined, a broken word is whole, the number is out."""
    content = a_pdf(
        (800, 10, "9 March 2026"),
        (770, 20, "New ferry terminal opens"),
        (740, 10, "The harbour board of Port Selby opened its new ferry ter-"),
        (728, 10, "minal on Monday, two years later than had been planned"),
        (716, 10, "in the town."),
        (690, 10, "It cost 41 million crowns, nine million more than voted."),
        (40, 10, "Page 1 of 1"),
    )

    article = only(read_articles(content, path="p.pdf"))

    assert (article.title, str(article.date)) == ("New ferry terminal opens", "2026-03-09")
    assert article.body == (
        "The harbour board of Port Selby opened its new ferry terminal on Monday, two years "
        "later than had been planned in the town.",
        "It cost 41 million crowns, nine million more than voted.",
    )
    assert [span.text.strip() for span in article.roles if span.role is Role.FURNITURE] == [
        "Page 1 of 1"
    ]


def test_a_pdf_of_pictures_says_so() -> None:
    """There is nothing to read in it."""
    with pytest.raises(BadFileError, match="BR235: the PDF has no text layer"):
        read_articles(a_pdf(), path="p.pdf")


def test_folders_browsers_make_name_their_page() -> None:
    """In the languages browsers speak; whether the page is there is not asked here."""
    pages = ["ferry_files", "Fähre-Dateien", "bac_fichiers", "lautta_tiedostot"]
    assert list(map(companion_of, pages)) == ["ferry", "Fähre", "bac", "lautta"]
    assert not any(map(companion_of, ["03", "files", "profiles"]))


def test_files_full_of_pictures_may_be_larger() -> None:
    """Their text may not."""
    assert limit_of("a.mhtml") > limit_of("a.html")


def test_a_second_entry_of_one_title_changes_no_key() -> None:
    """What a briefing stands on keeps its path when the feed grows."""
    feed = json.loads(JSON_FEED)
    (first,) = read_articles(json.dumps(feed).encode(), path="f.json").articles
    feed["items"].insert(
        0, {**feed["items"][0], "id": "2", "content_html": f"<p>{FISH} {SAID}</p>"}
    )

    second, again = read_articles(json.dumps(feed).encode(), path="f.json").articles

    assert (again.path, again.digest) == (first.path, first.digest)
    assert second.path != first.path


def test_a_feed_of_this_world_is_read() -> None:
    """With a name of HTML's, the feed's own line below, and a summary that is the dek."""
    text = RSS.replace("<channel>", "<channel><copyright>Coast&nbsp;Daily</copyright>")
    text = text.replace("]]>", "<p>The post Ferry first appeared on Coast Daily.</p>]]>", 1)
    text = text.replace("<guid>", "<description>Two years late and dear</description><guid>", 1)

    article = only(read_articles(text.encode(), path="f.rss"))

    assert (article.body, article.dek) == ((LEDE, COST), "Two years late and dear")


def test_a_text_parted_by_a_picture_is_whole() -> None:
    """Some programs send text, picture, text."""
    message = EmailMessage()
    message["Subject"] = "Terminal opens"
    message.set_content(LEDE)
    message.add_attachment(b"x", maintype="image", subtype="png", disposition="inline")
    message.add_attachment(COST, disposition="inline")

    assert only(read_articles(bytes(message), path="a.eml")).body == (LEDE, COST)


def test_an_attached_release_is_the_article() -> None:
    """The note above it is none; what is no article is named."""
    message = EmailMessage()
    message["Subject"] = "Our release"
    message["Date"] = "Mon, 09 Mar 2026 08:15:00 +0100"
    message.set_content("Please find attached our release.\n\nBest, Jo")
    text = f"Terminal opens\n\n9 March 2026\n\n{LEDE}\n\n{COST}\n"
    message.add_attachment(text, filename="release.txt")
    message.add_attachment(b"x", maintype="application", subtype="zip", filename="photos.zip")

    reading = read_articles(bytes(message), path="a.eml")

    assert (only(reading).title, only(reading).body) == ("Terminal opens", (LEDE, COST))
    assert [(f.code, f.message) for f in reading.findings] == [("BR236", "left aside: photos.zip")]


def test_a_story_and_an_attached_one_are_two() -> None:
    """Each under its own key."""
    message = EmailMessage()
    message["Subject"] = "Terminal opens"
    message.set_content(f"{LEDE}\n\n{COST}\n\n{FISH}\n")
    message.add_attachment(f"Fish landings rise\n\n{FISH}\n", filename="Fish.md")

    paths = [article.path for article in read_articles(bytes(message), path="a.eml").articles]

    assert paths == ["a.eml#terminal-opens", "a.eml#fish"]


def test_outlook_forwards_without_a_line_above() -> None:
    """The inner head is known by its lines; its day is known though its hour is not."""
    html = (
        "<p>FYI</p><p><b>From:</b> Press &lt;p@x.example&gt;<br><b>Sent:</b> Sunday, February 8, "
        "2026 9:00 AM<br><b>To:</b> Kim<br><b>Subject:</b> Terminal opens</p>"
        f"<p>{LEDE}</p><p>{COST}</p>"
    )
    content = a_mail("x", html=html, From="Kim <k@x.example>", Subject="FW: Terminal opens")

    article = only(read_articles(content, path="a.eml"))

    assert (article.title, str(article.date)) == ("Terminal opens", "2026-02-08")
    assert article.body == (LEDE, COST)


@pytest.mark.parametrize("titles", [("1. Terminal opens", "2. Fish rises"), ("TERMINAL", "FISH")])
def test_plain_letters_mark_their_stories(titles: tuple[str, str]) -> None:
    """By numbers or capitals; what is paid for is no story."""
    body = [f"{titles[0]} LATE", LEDE, COST, f"{titles[1]} AGAIN", FISH, "3. Sponsored", FISH]
    content = a_mail("\n\n".join(body), Subject="Monday", List_Id="<l.coast.example>")

    articles = read_articles(content, path="n.eml").articles

    assert [article.body for article in articles] == [(LEDE, COST), (FISH,)]


def test_links_over_a_counter_part_stories_too() -> None:
    """Their addresses are nobody's, so there is none."""
    letter = a_letter(*STORIES, site="https://click.x.example/2026/03/")

    articles = read_articles(letter, path="n.eml").articles

    assert [article.url for article in articles] == [None, None]


def test_lines_set_far_apart_are_joined() -> None:
    """The usual distance is the document's own."""
    lines = [
        (740.0, 20, "New ferry terminal opens"),
        *(
            (680.0 - 28 * i, 12, t)
            for i, t in enumerate(
                [
                    "The harbour board of Port Selby opened its new ferry terminal",
                    "on Monday, two years later than planned, after inspectors had",
                    "passed the last of the safety tests. It cost 41 million crowns,",
                    "nine million more than the council had voted for it in 2023.",
                ]
            )
        ),
    ]
    article = only(read_articles(a_pdf(*lines), path="p.pdf"))

    assert len(article.body) == 1


def test_columns_printed_row_by_row_are_read_as_columns() -> None:
    """A sentence never goes on in the other column; a letterhead is no headline."""
    left = [
        "The harbour board of Port Selby has opened",
        "its new ferry terminal on Monday, two years",
        "later than had been planned in the town.",
    ]
    right = [
        "Fish landings in the bay rose by a fifth in",
        "February, the fisheries office said, the best",
        "month since records began, it told us today.",
    ]
    rows = [
        line
        for i in range(3)
        for line in ((600.0 - 12 * i, 10, left[i]), (600.0 - 12 * i, 10, right[i]))
    ]
    content = a_pdf(
        (780, 28, "Port Selby Board"),
        (700, 18, "New ferry terminal opens"),
        *rows,
        lefts=[72, 72, *[72, 330] * 3],
    )

    article = only(read_articles(content, path="p.pdf"))

    assert article.title == "New ferry terminal opens"
    assert article.dek is None
    assert article.body == (" ".join(left), " ".join(right))


def test_a_library_s_own_error_is_one_message() -> None:
    """Whatever it is: here a cipher it lacks."""
    lock = b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /O <00> /U <00> /P 0 >> /Size 6"
    content = a_pdf((700, 12, "New ferry terminal opens today")).replace(b"/Size 6", lock)

    with pytest.raises(BadFileError, match="BR234"):
        read_articles(content, path="p.pdf")


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    """The library will not convert it, and says so in its own way."""
    with pytest.raises(BadFileError, match="BR230"):
        read_articles(b'{"items": [' + b"9" * 5000 + b"]}", path="f.json")
