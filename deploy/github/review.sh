#!/usr/bin/env bash
# Writes what a change of content does into a folder: comment.md (Markdown for a pull request) and screens.html.
# It reads the content and runs nothing of it. Ends with 1 if the content has errors, after everything is written.
#
#   BASE         the revision to compare with: the branch that the change shall go into; HEAD^1 in a merge commit
#   OUT          the folder to write into; it is made if needed
#   CONTENT_DIR  the folder with bot.yaml; without it: content, else the folder one stands in
#   SCREENS_AT   a sentence on where the screens can be had, for the comment
set -euo pipefail

: "${BASE:?The revision to compare with, for example HEAD^1.}" "${OUT:?The folder to write into.}"
if [ -z "${CONTENT_DIR:-}" ]; then
  CONTENT_DIR=content
  [ -f content/bot.yaml ] || CONTENT_DIR=.
fi
export CONTENT_DIR
mkdir -p "$OUT"

# Findings stand in paragraphs, below the name of their file; this prints those of some kinds, each with its file. What
# does not fit into a comment is left out: GitHub takes 65 536 characters, and the differences take up to 45 000.
findings() {
  awk -v RS= -v ORS='\n\n' -v room=6000 -v kinds="$1" '
    { kind = $1 == "line" ? $3 : $1 }
    kind !~ /^(error|warning|note)$/ || $0 !~ /^  / { file = $0; next }
    kind ~ kinds && (room -= length(file $0)) > 0 { print file "\n" $0 }' "$OUT/check.txt"
}
errors() { findings '^error$'; }
others() { findings '^(warning|note)$'; }

# The check. GitHub shows what it prints in this form beside the changed lines; numbers in "text" are for the comment.
checked=0
wegwijs check --format github || checked=$?
wegwijs check >"$OUT/check.txt" 2>&1 || true

# The differences in words, and the screens that differ. Where one of them fails, the comment says why.
wegwijs diff "$BASE" --format markdown >"$OUT/diff.md" 2>"$OUT/diff.err" || cat "$OUT/diff.err" >>"$OUT/diff.md"
drawn=0
wegwijs screens "$OUT/screens.html" --language all --changed-since "$BASE" >"$OUT/screens.txt" 2>&1 || drawn=$?

{
  echo '<!-- wegwijs review -->'
  echo '## What this change does'
  echo
  if [ "$checked" -eq 0 ]; then
    echo "**Check:** no errors. $(tail -n 1 "$OUT/check.txt")."
  else
    echo "**Check: there are errors. The bot would not take this content.** $(tail -n 1 "$OUT/check.txt")"
  fi
  if [ "$checked" -ne 0 ]; then
    printf '\n%s\n%s\n%s\n' '~~~~~~~~~~text' "$(errors)" '~~~~~~~~~~'
  fi
  if [ -n "$(others)" ]; then
    printf '\n<details><summary>Warnings and notes</summary>\n\n'
    printf '%s\n%s\n%s\n' '~~~~~~~~~~text' "$(others)" '~~~~~~~~~~'
    printf '\n</details>\n'
  fi
  echo
  cat "$OUT/diff.md"
  echo
  if [ "$drawn" -eq 0 ]; then
    count=$(sed -n 's/.*: \([0-9]* screens* in .*\)$/\1/p' "$OUT/screens.txt")
    echo "**Screens that differ:** ${count:-none}. ${SCREENS_AT:-}"
  else
    echo "**Screens:** they cannot be shown while the content has these errors."
  fi
} >"$OUT/comment.md"
rm -f "$OUT/check.txt" "$OUT/diff.md" "$OUT/diff.err" "$OUT/screens.txt"

exit "$checked"
