#!/usr/bin/env python3
"""What an editor shows in files of ibid: asks the language server of Tombi as an editor would.

Usage: tombi_editor.py IBID TOMBI
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

CLAIMS = """[[claim]]
id = "a"
text = "T"
verdict = ""

[[claim.quote]]
source = ""
exact = "the words"
stance = ""

"""


class Server:
    """A language server on standard input and output."""

    def __init__(self, command, folder):
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":", 1)
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.receive()
            if "method" in message and "id" in message:
                # What the server asks of an editor: it has no settings of its own.
                items = (message.get("params") or {}).get("items", [])
                self.send({"id": message["id"], "result": [None for _ in items] or None})
            elif message.get("id") == self.number:
                return message.get("result")

    def tell(self, method, params):
        self.send({"method": method, "params": params})


def main(ibid, tombi):
    ibid, tombi = str(pathlib.Path(ibid).resolve()), str(pathlib.Path(tombi).resolve())
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder).resolve()
        subprocess.run([ibid, "init"], cwd=root, check=True, stdout=subprocess.DEVNULL)
        (root / "article.txt").write_text("Some words of an article.\n")
        add = [ibid, "add", "article.txt", "--id", "some-article", "--title", "Its title"]
        subprocess.run(add, cwd=root, check=True, stdout=subprocess.DEVNULL)
        write = [ibid, "schema", "--write", "--sources"]
        subprocess.run(write, cwd=root, check=True, stdout=subprocess.DEVNULL)
        file = root / "claims" / "a.toml"
        file.write_text(CLAIMS)
        server = Server([tombi, "lsp", "--offline"], root)
        folders = [{"uri": root.as_uri(), "name": "r"}]
        start = {"processId": None, "rootUri": root.as_uri(), "capabilities": {}, "workspaceFolders": folders}
        server.ask("initialize", start)
        server.tell("initialized", {})
        document = {"uri": file.as_uri(), "languageId": "toml", "version": 1, "text": CLAIMS}
        server.tell("textDocument/didOpen", {"textDocument": document})

        def at(line, column):
            return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}

        def offered(line, column):
            items = server.ask("textDocument/completion", at(line, column)) or []
            items = items if isinstance(items, list) else items["items"]
            return {item["label"].strip('"'): json.dumps(item) for item in items}

        def hover(line, column):
            return json.dumps(server.ask("textDocument/hover", at(line, column)), ensure_ascii=False)

        # The server reads its settings when it likes.
        for _ in range(200):
            told = hover(1, 1)
            if told != "null":
                break
            time.sleep(0.05)
        assert "unique and kept for good" in told, f"hover over id: {told}"
        told = hover(7, 2)
        assert "letter for letter" in told, f"hover over exact: {told}"
        verdicts = offered(3, 11)
        assert {"supported", "refuted", "disputed", "unproven"} <= set(verdicts), f"verdicts: {verdicts}"
        stances = offered(8, 10)
        assert {"supports", "refutes", "context"} <= set(stances), f"stances: {stances}"
        sources = offered(6, 10)
        assert "some-article" in sources, f"sources: {sources}"
        keys = offered(9, 0)
        assert {"within", "speaker", "repeated"} <= set(keys), f"keys: {sorted(keys)}"
        assert "exact" not in keys, f"keys that are there already: {sorted(keys)}"
        server.process.kill()
        print(f"tombi explains keys, completes {len(keys)} keys, {len(verdicts)} verdicts, {len(sources)} sources")


main(sys.argv[1], sys.argv[2])
