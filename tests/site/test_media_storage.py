"""Where images and attachments lie is configuration."""

from importlib.util import find_spec

import pytest

from cyberworkers import environment


@pytest.fixture
def storages(monkeypatch, tmp_path):
    """Return a function that reads MEDIA_STORAGE, as if the packages of S3 were installed."""
    monkeypatch.setattr(environment, "find_spec", lambda name: name)

    def read(value):
        monkeypatch.setenv("MEDIA_STORAGE", value)
        return environment.file_storages(tmp_path)

    return read


@pytest.mark.parametrize("value", ["", "local"])
def test_files_lie_on_this_machine_by_default(storages, value, tmp_path):
    found = storages(value)
    assert found["default"]["BACKEND"].endswith("FileSystemStorage")
    assert found["private"]["OPTIONS"] == {"location": tmp_path / "private", "base_url": None}


def test_a_bucket_holds_both_and_shows_the_public_ones_only(storages):
    found = storages("s3://k%2F:s%40@s3.example:9000/press?domain=media.example&region=eu")
    public, private = found["default"]["OPTIONS"], found["private"]["OPTIONS"]
    for options in (public, private):
        assert options["bucket_name"] == "press"
        assert (options["access_key"], options["secret_key"]) == ("k/", "s@")
        assert options["endpoint_url"] == "https://s3.example:9000"
        assert options["region_name"] == "eu"
    assert public["custom_domain"] == "media.example"
    assert (private["location"], private["default_acl"]) == ("private", "private")
    assert "custom_domain" not in private


@pytest.mark.skipif(find_spec("boto3") is not None, reason="the package is installed here")
def test_without_its_package_the_command_that_installs_it_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("MEDIA_STORAGE", "s3://s3.example/press")
    with pytest.raises(environment.ImproperlyConfigured, match="pip install"):
        environment.file_storages(tmp_path)
