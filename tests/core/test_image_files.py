"""Pictures that are uploaded: whole, of a bearable size, without the place where they were taken."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from core.image_files import ORIENTATION, is_whole, without_metadata

GPS = 0x8825
MAKER = 0x010F


def picture(kind: str, turned: int = 1, **options) -> bytes:
    """A small picture that tells where it was taken and by what."""
    image = Image.effect_noise((64, 48), 50).convert("RGB")
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = "Acme", turned
    exif.get_ifd(GPS)[2] = (54.0, 59.0, 0.0)
    target = io.BytesIO()
    image.save(target, kind, exif=exif, **options)
    return target.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_device_are_dropped_and_no_pixel_changes(kind):
    before = picture(kind)
    assert GPS in opened(before).getexif()

    after = without_metadata(before)

    assert not opened(after).getexif()
    assert b"Acme" not in after
    assert opened(after).tobytes() == opened(before).tobytes()
    assert without_metadata(after) == after


def test_a_picture_taken_on_its_side_is_still_turned():
    exif = opened(without_metadata(picture("JPEG", turned=6))).getexif()
    assert dict(exif) == {ORIENTATION: 6}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_was_cut_short_is_known(kind):
    whole = picture(kind)
    assert is_whole(whole)
    assert not is_whole(whole[: len(whole) * 2 // 3])


def form_with(name: str, content: bytes):
    form = get_image_form(get_image_model())
    return form({"title": "Снимок", "collection": 1}, {"file": SimpleUploadedFile(name, content)})


def large_png(side: int) -> bytes:
    target = io.BytesIO()
    Image.new("1", (side, side)).save(target, "PNG")
    return target.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.jpg", picture("JPEG")[:900]),
        ("cut.png", picture("PNG")[:900]),
        ("false.jpg", b"<script>alert(1)</script>"),
        ("false.png", picture("JPEG")),
        ("huge.png", large_png(11_000)),
        ("empty.webp", b"RIFF\x00\x00\x00\x00WEBP"),
    ],
)
def test_what_is_no_picture_is_refused_at_its_field(name, content):
    form = form_with(name, content)
    assert not form.is_valid()
    assert list(form.errors) == ["file"]


@pytest.mark.django_db
def test_121_megapixels_are_refused_before_a_pixel_is_decoded(monkeypatch):
    content = large_png(11_000)

    def refuse(self):
        raise AssertionError("a pixel was decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", refuse)
    assert not form_with("huge.png", content).is_valid()


@pytest.mark.django_db
def test_the_library_keeps_the_picture_without_its_place(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    form = form_with("walk.jpg", picture("JPEG"))
    assert form.is_valid(), form.errors
    image = form.save()
    with image.file.open() as kept:
        assert not opened(kept.read()).getexif()
