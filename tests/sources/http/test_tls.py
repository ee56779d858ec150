"""Encrypted connections, with a certificate made for the test."""

from __future__ import annotations

import shutil
import ssl
import subprocess

import pytest

from briefing.errors import NetworkError
from briefing.sources.fetch import fetch
from tests.sources.http.server import page, redirect, serving

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Files of a certificate for 127.0.0.1 and of its key."""
    folder = tmp_path_factory.mktemp("tls")
    files = folder / "certificate.pem", folder / "key.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-out", str(files[0]), "-keyout", str(files[1])]
    subprocess.run([*command.split(), *names], check=True, capture_output=True)
    return files


@pytest.fixture
def secure(certificate):
    """A server that speaks TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with serving({"/": page(b"in private")}, tls=context) as server:
        yield server


def test_a_certificate_of_nobody_is_not_trusted(secure):
    with pytest.raises(NetworkError, match="its certificate is not trusted") as caught:
        fetch(secure.url, allow_private=True)

    assert "ca_bundle" in (caught.value.hint or "")
    assert secure.requests == []


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", None])
def test_a_certificate_can_be_trusted_by_setting_or_variable(secure, certificate, home, monkeypatch, variable):
    if variable:
        monkeypatch.setenv(variable, str(certificate[0]))
    else:
        home.mkdir()
        (home / "config.toml").write_text(f'ca_bundle = "{certificate[0]}"\n')

    assert fetch(secure.url, allow_private=True).content == b"in private"


def test_a_certificate_for_another_name_is_not_trusted(secure, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with pytest.raises(NetworkError, match="not trusted"):
        fetch(secure.url.replace("127.0.0.1", "localhost"), allow_private=True)


def test_no_redirect_leads_out_of_the_encryption(secure, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    secure.answers["/out"] = redirect(f"http://127.0.0.1:{secure.port}/")
    with pytest.raises(NetworkError, match="open to eavesdroppers"):
        fetch(f"{secure.url}/out", allow_private=True)
