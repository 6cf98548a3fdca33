"""A real SMTP server for tests: STARTTLS, every message into a folder, and replies as told on standard input.

Standard input takes one line each, answered by "ok":
  accept               take everything
  login NAME PASSWORD  take mail only from this user
  no-starttls          offer no TLS
  mail CODE TEXT       answer MAIL FROM with it
  rcpt CODE TEXT       answer RCPT TO with it
  refuse ADDRESS       answer RCPT TO of this address with 550, from now on
  data CODE TEXT       answer the end of DATA with it, nothing kept
  drop                 keep the message, break the connection before the answer
  hang                 keep the message, never answer
"""
import asyncio
import logging
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, folder):
        self.folder = folder
        self.mode = ("accept", "")
        self.count = 0
        self.refused = set()

    async def auth_login(self, server, args):
        # The .NET client writes the mechanism in small letters; aiosmtpd compares them exactly.
        return await server.auth_LOGIN(server, args)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode[0] == "mail":
            return self.mode[1]
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode[0] == "rcpt":
            return self.mode[1]
        if address in self.refused:
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mode, rest = self.mode
        if mode == "data":
            return rest
        self.count += 1
        name = os.path.join(self.folder, f"{self.count:03d}.eml")
        with open(name + ".new", "wb") as out:
            out.write(f"X-Test-Tls: {session.ssl is not None}\r\n".encode())
            out.write(f"X-Test-Envelope: {envelope.mail_from} {','.join(envelope.rcpt_tos)}\r\n".encode())
            out.write(envelope.original_content)
        os.rename(name + ".new", name)
        if mode == "drop":
            server.transport.abort()
        if mode == "hang":
            await asyncio.sleep(3600)
        return "250 OK"


class Server:
    def __init__(self, sink, context):
        self.sink, self.context, self.login = sink, context, None

    def protocol(self):
        mode = self.sink.mode[0]
        return SMTP(
            self.sink,
            hostname="localhost",
            tls_context=None if mode == "no-starttls" else self.context,
            require_starttls=mode != "no-starttls",
            auth_required=self.login is not None,
            authenticator=self.authenticate,
        )

    def authenticate(self, server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == self.login, handled=False)


async def main(folder, certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    sink = Sink(folder)
    server = Server(sink, context)
    loop = asyncio.get_running_loop()
    listener = await loop.create_server(server.protocol, "127.0.0.1", 0)
    print(listener.sockets[0].getsockname()[1], flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        mode, _, rest = line.strip().partition(" ")
        if mode == "login":
            server.login = tuple(rest.split(" ", 1))
        elif mode == "refuse":
            sink.refused.add(rest)
        else:
            sink.mode = (mode, rest)
        print("ok", flush=True)


logging.getLogger("mail.log").setLevel(logging.ERROR)
asyncio.run(main(*sys.argv[1:]))
