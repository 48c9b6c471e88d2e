"""The bundles say what their sources say, and are what pages ask for."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from core import bundles


def _plain(css: str) -> str:
    """CSS without what may be left out: comments, and white space where it means nothing."""
    text = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>(\[]) ?| ([)\]])", r"\1\2", text)
    text = re.sub(r"(: | !)", lambda found: found[0].strip(), text)
    return re.sub(r"url\([^)]*\)", "url()", text).replace(";}", "}").strip()


def test_the_stylesheet_is_all_its_sources_in_order():
    whole = bundles.build("css/site.css").read_text()
    parts = []
    for name in settings.STATIC_BUNDLES["css/site.css"]:
        text = Path(finders.find(name)).read_text()
        parts.append(f"@media print {{ {text} }}" if name == "css/print.css" else text)
    assert _plain(whole) == _plain("\n".join(parts))


def test_addresses_in_the_stylesheet_lead_somewhere():
    whole = bundles.build("css/site.css").read_text()
    found = [one for one in re.findall(r"url\(\"?([^\")]+)", whole) if not one.startswith("data:")]
    assert found
    for address in found:
        assert finders.find(str(Path("css").joinpath(address)).replace("css/../", "")), address


def test_modules_do_not_see_each_others_names(settings, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.js").write_text(f"const name = `{name}  //`; // a word\ndocument.title += name;\n")
    settings.STATICFILES_DIRS = [str(tmp_path)]
    settings.STATIC_BUNDLES = {"both.js": ["one.js", "two.js"]}
    finders.get_finder.cache_clear()
    text = bundles.build("both.js").read_text()
    finders.get_finder.cache_clear()
    assert re.sub(r"\s*\n\s*", "", text) == (
        "{const name=`one  //`;document.title+=name;}{const name=`two  //`;document.title+=name;}"
    )


def test_no_source_of_the_script_needs_another_file():
    for name in settings.STATIC_BUNDLES["js/site.js"]:
        assert not re.search(r"^(import|export)\b", Path(finders.find(name)).read_text(), re.MULTILINE), name


def test_the_font_has_the_letters_of_both_languages_and_all_weights():
    font = TTFont(bundles.build("fonts/manrope.woff2"))
    letters = font.getBestCmap()
    assert all(ord(letter) in letters for letter in "АБЯабяЁёQq019«»—№₽")
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 200, 800)]
    assert bundles.build("fonts/manrope.woff2").stat().st_size < 30_000


def test_a_changed_source_makes_a_new_bundle(settings, tmp_path):
    (tmp_path / "one.css").write_text("@layer base { a { color: red; } }")
    settings.STATICFILES_DIRS = [str(tmp_path)]
    settings.STATIC_BUNDLES = {"css/new.css": ["one.css"]}
    finders.get_finder.cache_clear()
    first = bundles.build("css/new.css")
    assert bundles.build("css/new.css") == first
    (tmp_path / "one.css").write_text("@layer base { a { color: green; } }")
    assert "green" in bundles.build("css/new.css").read_text()
    finders.get_finder.cache_clear()


def test_a_missing_source_is_named(settings):
    settings.STATIC_BUNDLES = {"css/new.css": ["css/nothing.css"]}
    with pytest.raises(FileNotFoundError, match=r"css/nothing\.css"):
        bundles.build("css/new.css")


@pytest.mark.django_db
def test_a_page_asks_for_one_stylesheet_and_one_script(client, site):
    page = client.get("/").content.decode()
    assert re.findall(r'<script[^>]*src="([^"]+)', page)[-1:] == ["/static/js/site.js"]
    assert [one for one in re.findall(r'rel="stylesheet"[^>]*href="([^"]+)', page) if "theme" not in one] == [
        "/static/css/site.css"
    ]
    for address in ("/static/css/site.css", "/static/js/site.js", "/static/fonts/manrope.woff2"):
        assert finders.find(address.removeprefix("/static/"))
