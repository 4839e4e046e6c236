#!/usr/bin/env bash
# Puts a file as a comment under a pull request with gh; an earlier comment of this kind is replaced, so that one remains.
#
#   FILE               the comment; its first line is the mark by which an earlier one is known
#   NUMBER             the pull request
#   GITHUB_REPOSITORY  owner/name; GitHub sets it
#   GH_TOKEN           a token that may write comments, for gh
set -euo pipefail

: "${FILE:?The file with the comment.}" "${NUMBER:?The number of the pull request.}"
comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
former=$(gh api --paginate "$comments" --jq \
  '.[] | select(.user.type == "Bot" and (.body | startswith("<!-- wegwijs review -->"))) | .id' | head -n 1)
if [ -n "$former" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$former" --field "body=@$FILE"
else
  gh api --silent --method POST "$comments" --field "body=@$FILE"
fi
