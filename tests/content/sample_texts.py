"""The words of the sample content."""

BOT = """\
name: Sample
description: Information for people without a residence permit.
about: Free information.

pages:
  welcome: help.start
  privacy: help.start
  help: help.start
  emergency: help.numbers
  browser: help.start

locales:
  en: {}
  ar: {fallback: en}

menu:
  - text: I got a paper
    icon: paper
    to: paper.start
  - text: About this bot
    icon: info
    to: help.start
  - text: Help near me
    icon: places
    places: choose

kinds:
  legal: {text: Legal help, icon: legal, main: "yes"}
  medical: {text: Doctor, icon: medical, main: "yes"}

provinces:
  antwerp: Antwerp

web:
  address: https://wegwijs.example
  colour: "#0b5394"
  frames: https://help.example
"""

HELP = """\
flow: help
title: Help
owner: content-team
start: start

steps:
  start:
    title: What this bot does
    text: |
      This bot gives **information**. It is free.

      It can delete messages of the last {duration.telegram_delete}.
    sources: none
    options:
      - text: I got a paper
        to: paper.start
      - text: Numbers to call
        to: numbers

  numbers:
    title: Numbers to call
    text: |
      Call {phone.emergency} if somebody is in danger.
    sources: alarm-page
    always-shown: true
    keywords: emergency, ambulance
    options:
      - text: A doctor
        places: medical
      - text: What this bot does
        to: start
"""

PAPER = """\
flow: paper
title: I got a paper
owner: content-team
start: start

steps:
  start:
    title: Where do you live?
    text: Do you live at an address?
    sources: none
    remember: home
    options:
      - text: At an address
        answer: address
        to: decision
      - text: No fixed address
        answer: none
        to: decision

  decision:
    title: A decision about your stay
    text: |
      Somebody decided about your stay. Keep:
      - the paper
      - the envelope

      The deadline is written on the decision. It can be as short as {deadline.appeal_short}. Call a lawyer today.
    sources: law-page, court-page
    sensitivity: red
    card: true
    moved-from: old-decision
    options:
      - text: A lawyer near me
        places: legal
        when: {home: [none, not-given]}
      - text: Numbers to call
        icon: phone
        to: help.numbers
"""

FACTS = """\
phone.emergency:
  value: "112"
  sources: alarm-page
  seen: 2026-11-21

term.operator_name:
  value: the sample organisation

duration.telegram_delete:
  value: 48 hours
  sources: telegram-page
  seen: 2026-11-21

deadline.appeal_short:
  value: 10 days
  sources: law-page
  seen: 2026-11-21

term.council:
  value: CCE/RvV
  in: {nl: RvV, fr: CCE}
"""

SOURCES = """\
alarm-page:
  title: Emergency numbers
  publisher: Government
  link: https://www.example.org/numbers
  kind: official
  seen: 2026-11-21

telegram-page:
  title: Bot API
  publisher: Telegram
  link: https://www.example.org/bots
  kind: organisation
  seen: 2026-11-21

law-page:
  title: The law
  publisher: Government
  link: https://www.example.org/law
  kind: law
  date: 2026-06
  seen: 2026-11-21

court-page:
  title: How to appeal
  publisher: The court
  link: https://www.example.org/court
  kind: court
  seen: 2026-11-21
"""

GLOSSARY = """\
appeal:
  term: appeal
  text: A request to a judge to look at a decision again. The judges are those of {term.council}.
  official: {nl: beroep, fr: recours}
  sources: court-page
"""

NOTICES = """\
strike:
  text: The desks are closed today.
  from: 2026-12-01
  until: 2026-12-02
  sources: court-page
"""

CAMPAIGNS = """\
poster:
  name: Poster in the north
  to: paper.start
  locale: ar

flyer:
  name: A flyer that opens the menu
"""

PLACES = """\
legal-desk:
  name: {en: Legal desk, nl: Juridisch loket}
  kinds: legal
  street: Lange Straat 1
  postcode: "2018"
  town: Antwerp
  serves: [2000, 2018]
  point: 51.2057, 4.4106
  precision: street
  phones: +3232011690
  emails: desk@example.org
  hours: Mo-Fr 09:00-12:30
  seen: 2026-11-21

telephone-line:
  name: {en: Line without a desk}
  kinds: medical
  serves: Belgium
  seen: 2026-11-21
"""

TONE = """\
words:
  - find: unfortunately, so sorry
    why: emotion
    instead: State the fact.
  - find: you should, convinc*
    why: persuade
    instead: Say who decides.
  - find: somebody decid*
    why: blame
    instead: Name the office.

except:
  - text: paper.decision.text
    word: Somebody decided
    reason: The paper does not say which office it was.
"""

ARABIC_TONE = """\
prefixes: و, ال
words:
  - find: للأسف, وعد*
    why: emotion
    instead: State the fact.
"""

_ROWS = (
    "postcode|local|nl|fr|de|province|latitude|longitude|population|further",
    "2000|nl|Antwerpen|Anvers||antwerp|51.2199|4.4035|500000|",
    "2018|nl|Antwerpen|Anvers||antwerp|51.2057|4.4106|500000|",
)

TALK = """\
talk: Somebody got a paper
locale: en

> /start
> [English]
> [I got a paper]
> [At an address]
< as short as {deadline.appeal_short}
<! you should
< [Numbers to call]
"""

TEXTS = {
    "bot.yaml": BOT,
    "flows/help.yaml": HELP,
    "flows/paper.yaml": PAPER,
    "facts.yaml": FACTS,
    "sources.yaml": SOURCES,
    "glossary.yaml": GLOSSARY,
    "notices.yaml": NOTICES,
    "campaigns.yaml": CAMPAIGNS,
    "places/antwerp.yaml": PLACES,
    "tone/en.yaml": TONE,
    "tone/ar.yaml": ARABIC_TONE,
    "terms/ar.yaml": "appeal:\n  words: نص, طعن\n  except: help.start.title\n",
    "gazetteer.tsv": "\n".join(row.replace("|", "\t") for row in _ROWS) + "\n",
    "talks/paper.talk": TALK,
}
