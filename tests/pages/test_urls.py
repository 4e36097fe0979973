"""Addresses as hrefs."""

import pytest

from briefings.pages.urls import absolute, host_of, relative, rooted, safe_link, safe_url
from briefings.pages.urls import with_fragment as pointed


@pytest.mark.parametrize(
    ("from_url", "to_url", "href"),
    [
        ("/", "/", "./"),
        ("/", "/2026/03/a/", "2026/03/a/"),
        ("/2026/03/a/", "/", "../../../"),
        ("/2026/03/a/", "/2026/03/a/", "./"),
        ("/2026/03/a/", "/2026/03/b/", "../b/"),
        ("/2026/03/a/", "/story/x/", "../../../story/x/"),
        ("/story/x/", "/story/x/feed.xml", "feed.xml"),
        ("/story/x/2/", "/story/x/", "../"),
        ("/story/x/", "/story/x/2/", "2/"),
        ("/story/a/", "/story/a-b/", "../a-b/"),
        ("/search/", "/feed.xml", "../feed.xml"),
        ("/", "/topic/منبر/", "topic/%D9%85%D9%86%D8%A8%D8%B1/"),
        ("/", "/topic/a?b#c%d/", "topic/a%3Fb%23c%25d/"),
    ],
)
def test_hrefs_are_relative(from_url: str, to_url: str, href: str) -> None:
    """An href leads from one page to another wherever the site stands."""
    assert relative(from_url, to_url) == href


@pytest.mark.parametrize(
    ("site", "rooted_href", "full"),
    [
        ("https://x.example/", "/a/", "https://x.example/a/"),
        ("https://x.example/desk/", "/desk/a/", "https://x.example/desk/a/"),
        ("https://x.example/my%20desk/", "/my%20desk/a/", "https://x.example/my%20desk/a/"),
    ],
)
def test_the_sites_path_comes_first(site: str, rooted_href: str, full: str) -> None:
    """Absolute hrefs keep the path of a site that does not stand at its host's root."""
    assert rooted(site, "/a/") == rooted_href
    assert absolute(site, "/a/") == full


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/a?b=c&d#e",
        "http://courier.example:8080/",
        "HTTPS://COURIER.EXAMPLE",
        "https://münchen.example/straße",
    ],
)
def test_web_addresses_become_links(url: str) -> None:
    """An http or https address is kept as it is."""
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://x.example",
        "data:text/html,x",
        "//x.example/",
        "/a/",
        "ftp://x.example/",
        "https://user:pw@x.example/",
        "https://bank.example@evil.example/",
        "https://x.example/\njavascript:x",
        "https://x.example/\x00",
        'https://x.example/"onclick=x',
        "https://x.example/<script>",
        "https://x.example\\@evil.example/",
        "https:///path",
        "https://[::1/",
        "https://x.example:port/",
        "https://x.example/" + "a" * 2000,
        "mailto:a@x.example",
    ],
)
def test_nothing_else_becomes_a_link(url: str | None) -> None:
    """Other schemes, user names, line ends and quotation marks never become an href."""
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("mailto:desk@x.example", True),
        ("mailto:desk@x.example?bcc=all@x.example", False),
        ("mailto:desk@x.example\n", False),
        ("https://x.example/", True),
        ("tel:1", False),
        (None, False),
    ],
)
def test_prose_may_also_link_to_mail(url: str | None, good: bool) -> None:
    """A mail address alone is a good link in prose; one with headers is not."""
    assert (safe_link(url) is not None) is good


@pytest.mark.parametrize(
    ("url", "passage", "wanted"),
    [
        ("https://x.example/", "A short one.", "https://x.example/#:~:text=A%20short%20one."),
        ("https://x.example/", "", "https://x.example/"),
        ("https://x.example/", "a-b, c & d", "https://x.example/#:~:text=a%2Db%2C%20c%20%26%20d"),
        ("https://x.example/#top", "One", "https://x.example/#top:~:text=One"),
        ("https://x.example/#", "One", "https://x.example/#:~:text=One"),
        ("https://x.example/#:~:text=old", "One", "https://x.example/#:~:text=One"),
        (
            "https://x.example/",
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "https://x.example/#:~:text=one%20two%20three%20four,ten%20eleven%20twelve%20thirteen",
        ),
        ("https://x.example/", "«été»", "https://x.example/#:~:text=%C2%AB%C3%A9t%C3%A9%C2%BB"),
    ],
)
def test_marks_point_at_the_passage(url: str, passage: str, wanted: str) -> None:
    """A text fragment names a short passage whole and a long one by its two ends."""
    assert pointed(url, passage) == wanted


def test_a_host_is_named_as_people_say_it() -> None:
    """The host comes without `www.`, in small letters."""
    assert host_of("https://www.Courier.example:80/a") == "courier.example"
