"""A small OpenID Connect provider on loopback: discovery, keys, authorise, token, userinfo.

It signs in whoever `person` describes, and goes wrong in the ways that the tests ask for.
"""

import base64
import hashlib
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, SECRET = "answerable", "a secret of the client"
KEY, OTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


class Provider:
    """Serves from a thread until it is closed; `faults` change what it signs or tells."""

    def __init__(self):
        self.person = {"sub": "person-1", "email": "anna@office.example", "email_verified": True}
        self.claims, self.told, self.key, self.algorithm = {}, {}, KEY, "RS256"
        self.codes = {}
        handler = type("Handler", (Answers,), {"provider": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def as_setting(self, **switches):
        """Return what OPENID_PROVIDERS says of this provider."""
        one = {
            "id": "office",
            "name": "Office account",
            "server_url": self.url,
            "client_id": CLIENT_ID,
            "secret": SECRET,
        }
        return json.dumps([one | switches])

    def authorise(self, address):
        """Do what a browser and the person at it do there; return where they are sent back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["client_id"] == CLIENT_ID
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, form):
        """Return the tokens for the code in `form`, once; None where it is not theirs."""
        asked = self.codes.pop(form.get("code"), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_theirs = asked and challenge == asked["code_challenge"]
        if not is_theirs or form.get("client_secret") != SECRET:
            return None
        now = int(time.time())
        times = {"iat": now, "exp": now + 300}
        claims = {"iss": self.url, "aud": CLIENT_ID, **times, **self.person, **self.claims}
        key = "x" * 32 if self.algorithm == "HS256" else self.key
        key = None if self.algorithm == "none" else key
        signed = jwt.encode(claims, key, algorithm=self.algorithm, headers={"kid": "1"})
        return {"access_token": "open", "token_type": "Bearer", "id_token": signed}

    def discovery(self):
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorise",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }


class Answers(BaseHTTPRequestHandler):
    provider = None

    def do_GET(self):
        path = urlsplit(self.path).path
        if path == "/authorise":
            self.send_response(302)
            self.send_header("Location", self.provider.authorise(self.path))
            self.end_headers()
        elif path == "/keys":
            public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
            self._json({"keys": [public | {"kid": "1", "alg": "RS256", "use": "sig"}]})
        elif path == "/userinfo" and self.headers["Authorization"] == "Bearer open":
            self._json(self.provider.person | self.provider.told)
        elif path == "/.well-known/openid-configuration":
            self._json(self.provider.discovery())
        else:
            self.send_error(404)

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        tokens = self.provider.token({name: one[0] for name, one in parse_qs(sent).items()})
        self._json(tokens or {"error": "invalid_grant"}, 200 if tokens else 400)

    def _json(self, answer, status=200):
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Say nothing."""
