#!/usr/bin/env bash
# Makes the PDFs of this folder with the engines that people use: pdfTeX, Chromium, LibreOffice, qpdf.
# They are kept, for no two versions of an engine make the same bytes.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d); trap 'rm -r "$work"' EXIT
pdflatex -interaction=batchmode -output-directory "$work" colonnes.tex >/dev/null
pdflatex -interaction=batchmode -output-directory "$work" colonnes.tex >/dev/null
cp "$work/colonnes.pdf" .
for page in article akhbar xinwen; do
    chromium --headless --no-sandbox --disable-gpu --print-to-pdf="$work/$page.pdf" "file://$PWD/$page.html" 2>/dev/null
    cp "$work/$page.pdf" .
done
soffice --headless --convert-to pdf:writer_web_pdf_Export --outdir "$work" rapport.html >/dev/null 2>&1 \
    || soffice --headless --convert-to pdf --outdir "$work" rapport.html >/dev/null 2>&1
cp "$work/rapport.pdf" .
# A scan: the picture of a page and no letters.
pdftoppm -r 60 -gray -jpeg -singlefile article.pdf "$work/scan"
printf '\\documentclass{article}\\usepackage[margin=0pt]{geometry}\\usepackage{graphicx}\\pagestyle{empty}\\begin{document}\\noindent\\includegraphics[width=\\paperwidth]{%s}\\end{document}' "$work/scan.jpg" > "$work/scan.tex"
pdflatex -interaction=batchmode -output-directory "$work" "$work/scan.tex" >/dev/null
cp "$work/scan.pdf" .
qpdf --encrypt secret owner 256 -- rapport.pdf locked.pdf
qpdf --encrypt "" owner 256 -- rapport.pdf readable.pdf
qpdf --empty --pages rapport.pdf scan.pdf rapport.pdf -- partly-scanned.pdf
