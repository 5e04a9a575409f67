"""nginx and Caddy with the files of docs/hosting as they are, but for names, places and ports."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOSTING = Path(__file__).parents[2] / "docs/hosting"
NAME = "facts.example"
PLACE = f"/srv/www/{NAME}"
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
Ask = Callable[..., http.client.HTTPResponse]


def nginx(www: Path, folder: Path) -> tuple[list[str], int]:
    """Write the settings of an nginx for a folder; give its command and its port, which speaks TLS."""
    port, plain = _free_port(), _free_port()
    text = (HOSTING / "nginx.conf").read_text().replace(PLACE, str(www))
    text = text.replace(f"/etc/letsencrypt/live/{NAME}", str(_certificate(folder)))
    text = text.replace("listen 443 ssl http2", f"listen 127.0.0.1:{port} ssl").replace(
        "listen 80", f"listen 127.0.0.1:{plain}"
    )
    text = "".join(f"{line}\n" for line in text.splitlines() if "listen [::]" not in line)
    (folder / "site.conf").write_text(text)
    module = f"load_module {BROTLI};\n" if BROTLI.exists() else ""
    temporary = "".join(
        f"{one}_temp_path {folder}/{one};\n" for one in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{module}{user}daemon off;\nmaster_process off;\nerror_log stderr;\npid {folder}/pid;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}include {folder}/site.conf;\n}}\n"
    )
    return [str(shutil.which("nginx", path=PATH)), "-p", str(folder), "-c", str(folder / "nginx.conf")], port


def caddy(www: Path, folder: Path) -> tuple[list[str], int]:
    """Write the settings of a Caddy for a folder; give its command and its port."""
    port = _free_port()
    text = (HOSTING / "Caddyfile").read_text().replace(PLACE, str(www))
    text = text.replace(f"\n{NAME} {{", f"\nhttp://{NAME}:{port} {{\n\tbind 127.0.0.1")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text)
    return [str(shutil.which("caddy")), "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")], port


@contextmanager
def running(command: list[str], port: int, folder: Path, *, secure: bool) -> Iterator[Ask]:
    """Run a server for as long as the block lasts; give what asks it."""
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, env=home | {"PATH": PATH}, stdout=log, stderr=log) as program,
    ):
        try:
            while not _answers(port):
                assert program.poll() is None, (folder / "log").read_text()
            yield lambda path, **headers: _ask(port, path, headers, secure=secure)
        finally:
            program.terminate()


def _ask(port: int, path: str, headers: dict[str, str], *, secure: bool) -> http.client.HTTPResponse:
    context = ssl._create_unverified_context()  # noqa: S323 (its certificate is of a moment ago)
    asked = (
        http.client.HTTPSConnection("127.0.0.1", port, context=context)
        if secure
        else http.client.HTTPConnection("127.0.0.1", port)
    )
    method = headers.pop("method", "GET")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    asked.request(method, path, headers={"Host": NAME, **named})
    answer = asked.getresponse()
    answer.content = answer.read()
    asked.close()
    return answer


def _answers(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def _certificate(folder: Path) -> Path:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    today = datetime(2026, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, today, today + timedelta(days=9000)).sign(
        key, hashes.SHA256()
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "fullchain.pem").write_bytes(made.public_bytes(pem))
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    return folder
