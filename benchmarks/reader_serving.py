"""Serve a built tree as a host does: nginx with gzip where it is installed, else Python's own."""

import functools
import gzip
import http.server
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection, socket

_TEXTS = ("text/", "javascript", "json", "svg", "xml")
_NGINX = """daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes 1;
events {{ worker_connections 128; }}
http {{
  types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg;
    application/json json; application/xml xml; application/wasm wasm; text/plain txt; }}
  default_type application/octet-stream; access_log off;
  gzip on; gzip_comp_level 6; gzip_types text/css text/javascript image/svg+xml application/json
    application/xml text/plain;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {site}; absolute_redirect off; }}
}}
"""


class _Zipped(http.server.SimpleHTTPRequestHandler):
    """Gives files as hosts do: text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(str(path))
        body = path.read_bytes()
        self.send_response(200)
        if any(part in kind for part in _TEXTS):
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base names it
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[tuple[str, str]]:
    """Serve a tree; give its address and the name of the server."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    with _by_nginx(site, nginx) if nginx else _by_python(site) as address:
        yield address, "nginx with gzip" if nginx else "a gzip server of Python's (no nginx here)"


@contextmanager
def _by_python(site: Path) -> Iterator[str]:
    handler = functools.partial(_Zipped, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def _by_nginx(site: Path, nginx: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="bench-nginx-") as folder:
        port = _free_port()
        conf = Path(folder) / "nginx.conf"
        conf.write_text(
            # A server started by root would read as nobody.
            (f"user {site.owner()};\n" if os.geteuid() == 0 else "")
            + _NGINX.format(folder=folder, port=port, site=site.resolve()),
            encoding="utf-8",
        )
        command = [nginx, "-c", str(conf), "-e", f"{folder}/errors"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            try:
                _await(port)
                yield f"http://127.0.0.1:{port}"
            finally:
                process.terminate()


def _free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(port: int) -> None:
    for _ in range(50):
        try:
            create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing listens on {port}")
