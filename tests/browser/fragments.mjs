// Opens every link of this repository's own quotes in Chromium and looks whether it shows the quote's words and
// nothing else: `just browser` runs it. Needs Node, Chromium (CHROMIUM names another) and the packages puppeteer-core
// and pngjs. Only this machine is asked for anything.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [binary, packages, folder = "."] = process.argv.slice(2);
const ibid = resolve(binary);
const load = createRequire(join(resolve(packages), "package.json"));
const puppeteer = load("puppeteer-core");
const { PNG } = load("pngjs");

const repository = mkdtempSync(join(tmpdir(), "ibid-browser-"));
for (const part of ["claims", "sources", "ibid.toml"]) {
  cpSync(join(folder, part), join(repository, part), { recursive: true });
}

// A paragraph a line, each with the number of code points before it.
const escaped = (text) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
const page = (text, language) => {
  let at = 0;
  const paragraphs = text.split("\n").map((line) => {
    const paragraph = line.trim() ? `<p data-start="${at}">${escaped(line)}</p>` : "";
    at += [...line].length + 1;
    return paragraph;
  });
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>
    ::target-text { background: #f0f; color: #f0f } body { width: 40em; margin: 2em; font: 16px serif }
    </style><body>${paragraphs.join("\n")}`;
};

const report = () => JSON.parse(execFileSync(ibid, ["report", "--format", "json"], { cwd: repository }));
const sources = new Map(report().sources.map((source) => [source.id, source]));
const server = createServer((request, response) => {
  const source = sources.get(decodeURIComponent(request.url.slice(1)));
  if (!source) return response.writeHead(404).end();
  const text = readFileSync(join(repository, source.captures.at(-1).path), "utf8");
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(text, source.language ?? ""));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}/`;
for (const id of sources.keys()) {
  const record = join(repository, "sources", id, "source.toml");
  const rest = readFileSync(record, "utf8").replace(/^url *=.*\n/m, "");
  writeFileSync(record, `url = "${origin}${encodeURIComponent(id)}"\n${rest}`);
}

const run = spawnSync(ibid, ["export", "links", "--format", "json"], { cwd: repository, maxBuffer: 1 << 30 });
const links = JSON.parse(run.stdout).links;
const placed = report().claims.flatMap((claim) => claim.quotes.filter((quote) => quote.status === "stands"));
if (links.length !== placed.length) throw new Error(`${links.length} links for ${placed.length} quotes`);

// Where the words of a span of code points are drawn.
const rectangles = (start, end) => {
  const all = [];
  for (const paragraph of document.querySelectorAll("p")) {
    const node = paragraph.firstChild;
    const from = Number(paragraph.dataset.start);
    const units = (count) => [...node.data].slice(0, Math.max(0, count)).join("").length;
    const [first, last] = [units(start - from), units(end - from)];
    if (first >= last) continue;
    const range = document.createRange();
    range.setStart(node, first);
    range.setEnd(node, last);
    all.push(...[...range.getClientRects()].map(({ left, top, width, height }) => ({ left, top, width, height })));
  }
  return all;
};

// How much of the words is shown, and how many dots are shown beside them.
const compared = (image, expected) => {
  const isShown = (x, y) => {
    const at = (y * image.width + x) * 4;
    return image.data[at] > 200 && image.data[at + 1] < 60 && image.data[at + 2] > 200;
  };
  const isInside = (x, y, grown) =>
    expected.some(
      (one) =>
        x >= one.left - grown && x < one.left + one.width + grown && y >= one.top - grown && y < one.top + one.height + grown,
    );
  let [shown, beside, total] = [0, 0, 0];
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const inside = isInside(x, y, 0);
      total += inside;
      if (!isShown(x, y)) continue;
      if (inside) shown += 1;
      else if (!isInside(x, y, 2)) beside += 1;
    }
  }
  return { part: shown / total, beside };
};

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let missed = 0;
let opened = 0;
for (const [number, link] of links.entries()) {
  // Links to an archive lead elsewhere, and no other machine is asked for anything.
  if (link.short || !link.link.startsWith(origin)) continue;
  opened += 1;
  const words = link.exact.join(" […] ");
  const tab = await browser.newPage();
  await tab.setViewport({ width: 800, height: 600 });
  await tab.goto(link.link, { waitUntil: "load" });
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  await tab.setViewport({ width: 800, height });
  await tab.evaluate(() => scrollTo(0, 0));
  const expected = [];
  for (const { location } of placed[number].segments) {
    expected.push(...(await tab.evaluate(rectangles, location.char_start, location.char_end)));
  }
  const { part, beside } = compared(PNG.sync.read(Buffer.from(await tab.screenshot())), expected);
  await tab.close();
  // Some letters reach a dot or two out of their box.
  if (part > 0.6 && beside < 10) continue;
  missed += 1;
  console.log(`${link.claim}: ${Math.round(part * 100)} % of the words shown, ${beside} dots beside them\n  ${words}\n  ${link.link}`);
}
await browser.close();
server.close();
rmSync(repository, { recursive: true });
console.log(`${opened - missed} of ${opened} links lead Chromium to the words and to nothing else`);
process.exit(missed === 0 ? 0 : 1);
