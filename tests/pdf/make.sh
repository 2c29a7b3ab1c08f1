#!/usr/bin/env bash
# Makes the PDFs of this folder with the engines that people use: pdfTeX, Chromium, LibreOffice, qpdf.
# They are kept, for no two versions of an engine make the same bytes. Needs a Chinese TrueType font
# (fonts-droid-fallback), Noto Naskh Arabic and Liberation.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=/tmp/ibid-pdf
mkdir -p "$work"; trap 'rm -r "$work"' EXIT
cp ./*.tex ./*.html ./*.fodt "$work"
cd "$work"
keep() { qpdf --object-streams=generate --recompress-flate --compression-level=9 "$1.pdf" "$here/$1.pdf"; }
for paper in colonnes; do
    pdflatex -interaction=batchmode "$paper.tex" >/dev/null
    pdflatex -interaction=batchmode "$paper.tex" >/dev/null
    keep "$paper"
done
# Chromium's own heads and feet, with the date and the page's address, stay in one of them.
chromium --headless --no-sandbox --disable-gpu --print-to-pdf=article.pdf "file://$work/article.html" 2>/dev/null
keep article
for page in akhbar xinwen; do
    chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$page.pdf" "file://$work/$page.html" 2>/dev/null
    keep "$page"
done
soffice --headless --convert-to pdf rapport.fodt >/dev/null 2>&1
keep rapport
# A scan: the picture of a page and no letters.
pdftoppm -r 40 -gray -jpeg -singlefile article.pdf scan
printf '\\documentclass{article}\\usepackage[margin=0pt]{geometry}\\usepackage{graphicx}\\pagestyle{empty}\\begin{document}\\noindent\\includegraphics[width=12cm]{scan.jpg}\\end{document}' > scan.tex
pdflatex -interaction=batchmode scan.tex >/dev/null
keep scan
qpdf --encrypt secret owner 256 -- "$here/rapport.pdf" "$here/locked.pdf"
qpdf --encrypt "" owner 256 -- "$here/rapport.pdf" "$here/readable.pdf"
qpdf --empty --pages "$here/rapport.pdf" "$here/scan.pdf" -- "$here/partly-scanned.pdf"
