#!/usr/bin/env python3
"""Proposes the truth of each page in ../pages: what Chromium shows of the elements that pages.json names.

A person says in pages.json which elements are the article (`truth`), which may be kept or not (`neutral`,
such as the byline), and which are there and not shown (`hidden`). What else the browser shows is clutter.
The result is then read, and mended by hand where the browser is not the judge (see README.md).

Usage: truths.py [PAGE…]    writes ../pages/PAGE.txt; needs `chromium`.
"""
import base64, json, pathlib, re, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
PAGES = HERE.parent / "pages"

SCRIPT = """<script id="truth-maker">(() => {
  const plan = %s;
  document.getElementById("truth-maker").remove();
  document.querySelectorAll("details").forEach(one => { one.open = true; });
  // Figures above or below the line are characters of their own.
  const set = { SUP: %s, SUB: %s };
  for (const one of document.querySelectorAll("sup, sub")) {
    const figures = one.innerText.trim();
    if (/^\\d+$/.test(figures)) one.textContent = [...figures].map(figure => set[one.tagName][figure]).join("");
  }
  const all = selectors => selectors ? [...document.querySelectorAll(selectors)] : [];
  const outermost = list => list.filter(one => !list.some(other => other !== one && other.contains(one)));
  const shown = one => one.innerText;
  const raw = one => new DOMParser()
    .parseFromString(one.innerHTML.replace(/<\\/(p|li|h\\d)>/g, "\\n"), "text/html").body.textContent;
  const answer = {
    truth: outermost(all(plan.truth)).map(shown),
    neutral: all(plan.neutral).map(shown),
    hidden: all(plan.hidden).map(raw),
    body: document.body.innerText,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  document.documentElement.innerHTML = "<body>@@" + btoa(String.fromCharCode(...bytes)) + "@@";
})()</script>"""


def lines(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def bare(line):
    """A line without white space: two that differ in that alone are not told apart as clutter."""
    return re.sub(r"\s+", "", line)


def seen(page, plan):
    script = SCRIPT % tuple(map(json.dumps, (plan, "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉")))
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "page.html"
        copy.write_bytes(page.read_bytes() + script.encode("ascii"))
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", copy.as_uri()]
        dumped = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
    return json.loads(base64.b64decode(re.search(r"@@(.*?)@@", dumped).group(1)))


def truth(page, plan):
    answer = seen(page, plan)
    blocks = ["\n".join(lines(part)) for block in answer["truth"] for part in re.split(r"\n\s*\n", block)]
    blocks = [block for block in blocks if block]
    wanted = {bare(line) for block in blocks for line in lines(block)}
    neutral = [line for block in answer["neutral"] for line in lines(block) if bare(line) not in wanted]
    known = wanted | {bare(line) for line in neutral}
    clutter = lines(answer["body"]) + [line for block in answer["hidden"] for line in lines(block)]
    clutter = [line for line in dict.fromkeys(clutter) if bare(line) not in known and len(line) > 1]
    head = [f"@{key} {value}" for key, value in plan["metadata"].items()]
    parts = ["\n".join(head)] if head else []
    parts += blocks
    parts.append("\n".join("? " + line for line in dict.fromkeys(neutral)))
    parts.append("\n".join("! " + line for line in clutter))
    return "\n\n".join(part for part in parts if part) + "\n"


def main():
    plans = json.loads((HERE / "pages.json").read_text(encoding="utf-8"))
    for name in sys.argv[1:] or plans:
        written = truth(PAGES / f"{name}.html", plans[name])
        (PAGES / f"{name}.txt").write_text(written, encoding="utf-8")


main()
