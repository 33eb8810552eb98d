"""The words of the exemptions themselves, and those that show why one applies."""

from __future__ import annotations

import re
from collections.abc import Mapping

from foi_tracker.intake.questions.wording import pattern

TITLE = pattern(
    r"""(?: of the (?:freedom of information act|foia?|act|foi act|eir
    |environmental information regulations)(?: \d{4})?)?
    \s?[(:,-]{0,2}\s?(?:the |for |as |- )?(?:third party )?
    (?:personal (?:data|information)|commercial interests?|law enforcement
    |investigations?(?: and proceedings)?
    |information (?:provided|supplied) in confidence|legal professional privilege|health and safety
    |confidential\w*+(?: information)?|national security
    |(?:prejudice to )?(?:the )?(?:effective )?(?:conduct of )?public affairs
    |(?:information )?intended for future publication|prohibitions? on disclosure|trade secrets
    |audit functions|defence
    |(?:formulation|development) of (?:government )?policy|internal communications
    |(?:the )?course of justice
    |commercial confidentiality|manifestly unreasonable|material in the course of completion
    |international relations)\b"""
)
_LAW = (
    r"(?:sections?|regulations?|ss?\.?|regs?\.?|(?:this|the|that|such an?) (?:exemption|exception|section))"
)
_TO_ITS_VERB = r"(?:(?!\b(?:as|it|they|this|which|that|because|is|are|was|information)\b)[^,;]){0,60}\b"
SAYS_THE_LAW = pattern(
    rf"""\A\W{{0,3}}(?:\w{{1,3}}[.)] )?(?:under )?(?:the )?(?:{_LAW}|exemption|exception)\b
    (?!.{{0,200}}\b(?:because|as (?:it|this|the|they|we)|since|in this (?:case
    |instance))\b)[^,;]{{0,70}}\s(?:provides?|exempts?|sets? out|relates? to information|concerns
    |covers? information
    |allows?|permits?|removes|applies to information|applies (?:if|where|when)|protects? information)\b
    |\A\W{{0,3}}this (?:exempts|covers|protects|applies to) information\b
    |\binformation is (?:also )?exempt(?: information)? if\b|\bpublic authority may refuse\b
    |\b{_LAW}\b{_TO_ITS_VERB}(?:states? that|says? that|is (?:there|designed|intended|meant
    |aimed) |exists (?:to|so)|aims to|seeks to
    |reflects the|recogni[sz]es|safeguards|serves to|protects? (?:the|a|an)|covers information|refers to)
    (?!.{{0,200}}\b(?:because|since|in this (?:case|instance)|in question|you (?:have )?(?:asked|requested
    |seek))\b)
    |\A\W{{0,3}}it is (?:there|designed|intended|meant) to\b
    |\b(?:purpose|aim|intention|rationale) (?:of|behind) (?:{_LAW}|the exemption)
    |, which (?:exempts|covers|protects|provides)\b
    |\A\W{{0,3}}personal data (?:is|are|means)\b(?=.{{0,40}}\b(?:defined|any|information|data)\b)
    |\bis defined (?:as|in|by)\b"""
)
"""A sentence that says what the exemption is or is for, and not why it applies here."""
PARAGRAPH = pattern(r"""\A\W{0,3}(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s""")
"""How a paragraph of a provision begins."""
NO_REASON = pattern(
    r"""\b(?:re-?us(?:e|ing)|licen[cs]ed?|copyright|internal review|commissioner)\b
    |\b(?:you|your|to) (?:\w++ ){0,4}complain\w*+|\bcomplaints? (?:procedure|process|team|officer
    |about (?:this|our|how))
    |\bpublic interest in (?:maintaining|applying|withholding)\b.{0,60}\b(?:outweighs|is greater)
    \b.{0,60}\Z|\bpublic interest test\b.{0,20}\Z
    |\A\W{0,3}(?:we|i|the \w++) (?:do |also |fully )?(?:recogni[sz]|accept|acknowledg|appreciat)e?s?\b
    (?!.{0,300}\b(?:but|however|although|though|while|harm\w*+|prejudic\w++|risks?|because)\b)
    (?=.{0,200}\b(?:transparen\w++|accountab\w++|openness|scrutin\w++|public (?:confidence|understanding
    |debate|trust|awareness)))
    |\bpublic interest (?:is|was|would be) (?:\w++ ){0,2}served by (?:withholding|maintaining|not|keeping)\b
    (?!.{0,200}\b(?:because|as|since|would|could)\b)
    |\bnot (?:\w++ ){0,2}(?:a matter of|in the) public interest\W{0,3}\Z
    |\b(?:is|being|are) (?:an )?absolute\b.{0,80}\bpublic interest\b
    |\b(?:qualified|absolute) (?:exemption|exception)\b.{0,60}\Z
    |\b(?:please (?:find|see|note that all|contact)|openness and transparency)\b"""
)
CLOSES = pattern(
    r"""\A\W{0,3}(?:(?:kind |best )?regards\b|yours (?:sincerely|faithfully)|(?:if|should) you (?:are|have
    |wish|be
    |remain|would)|you (?:have the right|may (?:ask|appeal)|can ask)|complaint rights)"""
)
NEXT_ANSWER = pattern(
    r"""\A\W{0,3}(?:(?:question|q|answer|a|response|part) ?\d{1,2}\b|\d{1,2}[a-z]?\s?[.):](?:\s|\Z))"""
)
"""Where another question's answer begins."""
FIGURES = pattern(
    r"""\A\W{0,3}(?:(?:question|q|answer|part) ?)?\d{1,2}\s?[.):]|(?<![\d(.,£])\b\d{2,3}\b(?![\d)]|,\d)
    |£ ?\d|\bdated \d|\byou may (?:like|wish|want) to (?:know|note)\b
    |\byou (?:have )?also (?:asked|requested|wanted)\b"""
)
"""An answer of its own, and no reason for the one above it."""
WHY = pattern(
    r"""\b(?:because|(?<!such )as(?! (?:amended|follows|set out|well|to))|since|due to|given that
    |on the (?:grounds?|basis)
    |in order|so that|which|who|would|could|may|might|will|if)\b|:"""
)
CLAIMS = pattern(r"""\b(?:because|since|due to|given that|on the (?:grounds?|basis) that)\b""")
"""What leads to a reason, whether or not it then says one."""
HARM = pattern(r"""\b(?:would|could|might)\b""")

_FORMS = (
    "a an the of to in on at by for from with and or not no nor is are was were be been being has have had do"
    " does it its this that these those they them their there here we i our us you your he she any all some"
    " other such than then so if as because since which who whom what when where how would could may might"
    " will shall should must can cannot likely under also therefore however please note further more most"
    " into out up about above below within without between only very each both either one two three part"
    " parts rest remaining remainder following given grounds ground basis case view order virtue respect"
    " regard line relation accordance pursuant careful consideration concluded considered consider believe"
    " satisfied decided conclusion opinion effect public interest interests balance test favour maintaining"
    " outweighs outweigh factors question questions response request requested requests provide provided"
    " providing information data document documents details detail records record figures figure material"
    " held hold exempt exempts exemption exemptions exception exceptions excepted apply applies applied"
    " applying engaged engage engages rely relies relied reliance cite cited withheld withhold withholding"
    " disclose disclosed disclosing disclosure release released releasing section sections subsection act"
    " foi foia freedom 2000 2004 regulation regulations eir eirs environmental council trust authority force"
    " department university police office constabulary person persons people individual individuals party"
    " parties purpose purposes obliged able unable refuse refused refusal sensitive nature prejudice"
    " prejudicial prejudiced harm harmful adversely affect affected affecting covers covered cover relates"
    " relate relating concerning contain contains breakdown such payments required supply supplied number"
    " provisions provision uk general legislation law world large instance same subject refer refers regards"
    " absolute qualified outcome transparency transparent accountability accountable openness scrutiny"
    " understanding confidence trust awareness pi feel felt sheet attached enclosed herewith accordingly none"
    " item items info aware correspondence emails email letter letters report reports paper papers file files"
    " note notes list copy copies advised advise exists outweighed takes take"
    " including includes third holds holding where"
)
GENERIC = frozenset(_FORMS.split())
"""Words that every notice uses."""
OWN: Mapping[str, re.Pattern[str]] = {
    "s.40": pattern(
        r"""personal|protection|gdpr|dpa|privacy|living|subjects?|third|article|principles?|first
        |lawful\w*+|fair\w*+|unfair\w*+|contravene\w*+|contravention|breach\w*+|process\w*+|identif\w++"""
    ),
    "s.41": pattern(r"""confiden\w++|breach|actionable|obtained|duty|another|absolute"""),
    "s.43": pattern(r"""commercial\w*+|sensitiv\w++|trade|secrets?|competitive"""),
    "s.31": pattern(
        r"""crimes?|prevention|detection|prevent|detect|apprehension|prosecution|offenders?|law|enforcement
        |administration|justice|assessment|collection|tax|immigration|security|good|prisons?|regulatory
        |functions?|exercise"""
    ),
    "s.30": pattern(r"""investigations?|investigated|proceedings|criminal|conducted|charged"""),
    "s.42": pattern(r"""legal\w*+|professional|privileg\w++|claim|maintained|proceedings"""),
    "s.38": pattern(r"""health|safety|endanger\w*+|physical|mental"""),
    "s.36": pattern(
        r"""free|frank|inhibit\w*+|conduct|affairs|effective|exchange|views|advice|deliberation|qualified
        |reasonable|chief|executive|monitoring|officer|vice|chancellor"""
    ),
    "s.24": pattern(r"""national|security|safeguard\w*+"""),
    "s.22": pattern(r"""publi\w++|future|intend\w*+"""),
}
"""The words of each exemption itself, by which no case is told from another."""
FAR: Mapping[str, re.Pattern[str]] = {
    "s.40": pattern(r"""\b(?:personal (?:data|information)|privacy|gdpr|unfair\w*+|identifiable)\b"""),
    "s.41": pattern(
        r"""\b(?:in confidence|confiden(?:ce|tial|tiality|tially))\b(?<!commercially confidential)"""
    ),
    "s.43": pattern(r"""\b(?:commercial\w*+|trade secrets?|competit\w++)\b"""),
    "s.31": pattern(r"""\b(?:crimes?|criminals?|offenders?|law enforcement|fraud\w*+)\b"""),
    "s.30": pattern(r"""\b(?:investigations?|criminal proceedings)\b"""),
    "s.42": pattern(r"""\b(?:legal advice|privileged?)\b"""),
    "s.38": pattern(r"""\b(?:safety|endanger\w*+)\b"""),
    "s.36": pattern(r"""\b(?:frank\w*+|candou?r|candid\w*+|inhibit\w*+)\b"""),
    "s.24": pattern(r"""\bnational security\b"""),
    "s.22": pattern(r"""\b(?:publish\w*+|publication)\b"""),
}
"""Words by which a sentence far from its citation is known to be about an exemption."""
CLASS = pattern(r"""\b(?:absolute|qualified|class[- ]based|prejudice[- ]based)\b""")
"""A sentence that tells what sort of exemption each is."""
THEREFORE = pattern(
    r"""\A\W{0,3}(?:therefore|thus|hence|accordingly|consequently|so|this|these|that|they|it|as such|as a
    \s(?:result|consequence)|for (?:this|these|that|those|the above) |on (?:this|that) basis
    |because of this|we (?:have |are |do )?therefore|it is (?:therefore|for this))\b|\btherefore\b"""
)
"""How a sentence begins that draws on the one before it."""
OTHERS_OWN = pattern(
    r"""defence|armed|forces|international|relations|united|kingdom|state|another|economy|economic
    |financial|court
    |records?|audit|formulation|development|government|policy|ministerial|ministers?|communications?|royal
    |honours?|dignity|conferring|majesty|sovereign|research|internal|emails?|manifestly|unreasonable|course
    |completion|unfinished|incomplete|draft|justice|intellectual|property|rights|confidential\w*+|commercial
    |industrial|security|safety|volunteered|environment|protection|bodies|privilege|constitut\w*+"""
)
PLAIN_CASE: Mapping[str, re.Pattern[str]] = {
    "s.40": pattern(
        r"""\b(?:names?|staff|employees?|colleagues?|patients?|officers(?! will)|famil(?:y|ies)|residents?
        |pupils?|students?|tenants?|carers?|child(?:ren)?|parents?|complainants?|claimants?|victims?
    |witness\w*+
        |suspects?|teachers?|doctors?|nurses?|drivers?|directors?|applicants?|bab(?:y|ies)|deceased|women|men
        |signatures?|contact details|(?:home|private|e-?mail|personal) address\w*+|telephone|mobile
        |small(?:er)? (?:numbers?|figures?|cohorts?|counts?)|low(?:er)? (?:numbers?|figures?|counts?)
        |less than \w++|fewer than \w++|members? of the public|registration (?:numbers?|marks?)
        |households?|salar(?:y|ies)|medical|sickness|disciplinary|dates? of birth|expect\w*+
        |(?:could|may|might|can|possible|potential|risk|lead|result)\w*+ [^.]{0,40}identif\w++)\b"""
    ),
    "s.41": pattern(r"""\b(?:would be|to be|is|constitute) an actionable breach\b"""),
    "s.42": pattern(r"""\b(?:lawyers?|solicitors?|counsel|barristers?|litigation)\b"""),
    "s.22": pattern(
        r"""\b(?:intend\w*+|due|will|going|plan\w*+) (?:to )?(?:be )?(?:\w++ ){0,3}publish\w*+
    |\bto be published\b
        |\b(?:it|this|they|which) (?:is|are) (?:\w++ )?intended for (?:future )?publication\b"""
    ),
}
"""What shows by itself why it applies: whose data it is, whose advice, that it will be published."""
THIN_CASE: Mapping[str, re.Pattern[str]] = {
    "s.40": pattern(
        r"""\bidentif\w++|\b(?:un)?fair(?:ly|ness)?\b|\bthird part(?:y|ies)\b|\b(?:other|an|any|the|those)
        \sindividuals?\b|\b(?:other|another) (?:people|persons?)\b"""
    ),
    "s.42": pattern(r"""\b(?:legal advice|advice (?:from|of|by|given))\b"""),
}
"""What says hardly more than the exemption, and yet of this information."""
