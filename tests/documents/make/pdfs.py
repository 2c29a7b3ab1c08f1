#!/usr/bin/env python3
"""Makes the PDFs in ../pdf with the engines that make them in the world.

- Pages of ../pages, printed by Chromium as people print them: the site's print rules, the browser's own
  header and footer. Served from this machine under the page's own address, so that the footer has it.
- pdf-sources/*.tex, set by LaTeX; the first line names the engine.
- pdf-sources/*.fodt, set by LibreOffice Writer.

The truths ../pdf/*.txt are written by hand. Usage: pdfs.py [NAME…]; needs chromium, latex and soffice.
"""
import functools, http.server, pathlib, re, shutil, subprocess, sys, tempfile, threading

HERE = pathlib.Path(__file__).parent
PAGES, PDFS, SOURCES = HERE.parent / "pages", HERE.parent / "pdf", HERE / "pdf-sources"

# Page, name of the PDF, and what the site's print rules leave out.
PRINTED = {
    "print-fr-wordpress": ("fr-wordpress-blocks", "nav, header.wp-block-template-part, footer, .sharedaddy, "
                           ".jp-relatedposts, .wp-block-comments, .newsletter-inline, [role=dialog], .skip-link, img"),
    "print-en-fusion": ("en-fusion", "[data-qa=sc-top-bar], .action-bar, .wpds-c-ad, .newsletter-inline, footer, img, "
                        "[data-qa=article-comments], [data-qa=more-from], [data-qa=right-rail], .sr-only, .interstitial"),
    "print-ar": ("ar-jazira", ".site-header, .ads, .container--ads-inline, .more-on, aside, .comments, .article-share, "
                 ".article-tags, .site-footer, #onetrust-consent-sdk, .screen-reader-text, .topics__topics, img"),
    "print-zh": ("zh-sina-gb18030", ".sina-header, .top-banner, .path-search, .page-tools, .article-ad, "
                 ".article-bottom, .article-content-right, .footer, img"),
}
FONTS = {"print-ar": "Noto Naskh Arabic", "print-zh": "WenQuanYi Micro Hei"}
CSS = ("@page {{ margin: 20mm 18mm }} body, h1, h2, strong {{ font-family: {font}; font-weight: normal }} "
       "{left_out} {{ display: none !important }}")


class Page(http.server.BaseHTTPRequestHandler):
    def __init__(self, body, *rest):
        self.body = body
        super().__init__(*rest)

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_):
        pass


def printed(name):
    page, left_out = PRINTED[name]
    html = (PAGES / f"{page}.html").read_bytes()
    address = re.search(rb'(?:rel=.canonical. href|property="og:url" content)=.(https?://[^"\']+)', html).group(1)
    style = f"<style media=print>{CSS.format(left_out=left_out, font=FONTS.get(name, 'serif'))}</style></head>".encode()
    body = html.replace(b"</head>", style, 1)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Page, body))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = address.decode().replace("https:", "http:")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             f"--host-resolver-rules=MAP * 127.0.0.1:{server.server_port}", f"--print-to-pdf={PDFS / name}.pdf", url],
            check=True, capture_output=True, timeout=120)
    server.shutdown()


def set_by_latex(name):
    source = SOURCES / f"{name}.tex"
    engine = source.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("% ").strip()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(source, folder)
        for _ in range(2):
            subprocess.run([engine, "-interaction=nonstopmode", "-halt-on-error", source.name],
                           cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=120)
        shutil.copy(pathlib.Path(folder) / f"{name}.pdf", PDFS)


def set_by_writer(name):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                        "pdf:writer_pdf_Export", "--outdir", str(PDFS), str(SOURCES / f"{name}.fodt")],
                       check=True, capture_output=True, timeout=300)


def main():
    makers = dict.fromkeys(PRINTED, printed)
    makers |= {path.stem: set_by_latex for path in sorted(SOURCES.glob("*.tex"))}
    makers |= {path.stem: set_by_writer for path in sorted(SOURCES.glob("*.fodt"))}
    for name in sys.argv[1:] or makers:
        makers[name](name)
        print(name, (PDFS / f"{name}.pdf").stat().st_size)


main()
