"""Patterns by which `when` and `governing_dates` tell what a date dates and a figure sums up."""

import re

BOUNDARY = re.compile(
    r"(?P<strong>\b(?:noting|adding|saying|recalling|stressing|warning) that\b)|"
    r"(?P<clause>\b(?:who|whom|whose|which|where|when|after|before|following|because|since|until|so(?=\s(?:it|the|that|this)\b))"
    r"\b|[;:]|[.!?]\s)|(?P<quote>[“”\"])|(?P<light>\b(?:and|but|while|as|for)\b)|(?P<comma>,)",
    re.IGNORECASE,
)
# "The first raid was on 5 May, when ..." sets the scene for what follows.
SCENE = re.compile(r"\s*(?:\)\s*)?,?\s*when\b", re.IGNORECASE)
# "The March 1990 killing of a mayor" dates the mayor's death.
OF_NAMED = re.compile(
    r"\s+(?:[a-z]+\s)?(?:killing|assassination|murder|death|execution|slaying|massacre|shooting|"
    r"lynching|abduction|kidnapping|capture|arrest)s?\s+of\s+[^,;.]{0,50}",
    re.IGNORECASE,
)
# "the 2012 Easter bombing at the mill, which killed"
WHICH_KILLED = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s){0,2}\w+\b[^;]{0,80}?"
    r"\b(?:that|which|in which|when|where)\s[^;]{0,60}",
    re.IGNORECASE,
)
# A figure that sums up a time without a date belongs to no day of the story.
OPEN_TOTAL = re.compile(
    r"\bsince\s+(?:the|its|their)\s+(?:[\w-]+\s){0,2}(?:coup|war|start|beginning|outset|outbreak|"
    r"invasion|uprising|revolution|conflict|insurgency|rebellion|operation|offensive)\b"
    r"(?!\s+of\s+(?:\d|(?:the|this)\s+(?:year|month|week)\b))|"
    r"\b(?:war|conflict|insurgency|uprising|rebellion|civil strife)\b[^.;:]{0,40}\b(?:has|have)\s+"
    r"(?:\w+ly\s+)?(?:killed|claimed|cost|left)\b|"
    r"\b(?:killed|died|dead|deaths|perished)\b[^.;:]{0,30}\bin\s+the\s+(?:[\w-]+\s)?[\w-]+-?"
    r"(?:year|month)s?(?:-old)?(?:-long)?\s+(?:civil\s+)?(?:war|conflict|insurgency)\b|"
    r"\b(?:war|conflict|decade|insurgency|uprising|campaign)\s+as\s+a\s+whole\b|"
    r"\b(?:war|conflict|insurgency|uprising|rebellion),\s[^.;]{3,90},\s+has\s+(?:\w+ly\s+)?(?:killed|"
    r"claimed|cost|left)\b|"
    r"\ba total of [^.;]{3,40}\b(?:has|have) been\b|"
    # "more than 400 police had been killed in 14 months"
    r"\b(?:ha[sd]|have)\s+(?:been\s+)?(?:\w+ly\s+)?(?:killed|died|lost|shot|murdered|abducted|arrested|"
    r"wounded|injured|kidnapped)\b[^.;:]{0,40}\bin\s+(?:\w+\s+)?(?:\d+|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|several|many)\s+(?:months|years|decades)\b",
    re.IGNORECASE,
)
# "..., taking the overall toll to 583" sums up all that was before.
OVERALL = re.compile(
    r"\b(?:taking|bringing|brings|takes|brought|took)\s+(?:the|its)\s+(?:overall|total|cumulative)\s+"
    r"(?:death\s+)?(?:toll|number)\b[^.;]*\Z",
    re.IGNORECASE,
)
# A force is told of as it is on the day of writing.
PRESENT = re.compile(
    r"\b(?:has|have|says\s+(?:its|his|their|the)|holds?|commands?|numbers|keeps?|are|is|now\s+\w+s)\b"
    r"(?!\s+(?:been|put|thought|said|known|\w+ed)\b)[^.;]{0,25}\Z"
)
# "14 attacks in October, up from five in September" goes on with October.
COMPARED = re.compile(
    r"\b(?:up|down|rise|fall|compared|compares|against|than)\s+(?:from|with|to|the)?\s*[^,;.]{0,30}"
    r"\b(?:in|for|during|of)\s*(?:early\s+|late\s+)?\Z",
    re.IGNORECASE,
)
# "657 cases, the same as in May", "3,460 dead, double that of 1989"
SET_AGAINST = re.compile(
    r"\b(?:as|than|unlike|compared\s+(?:with|to)|(?:that|those)\s+(?:of|in))\s+(?:in|for|during)?\s*\Z",
    re.IGNORECASE,
)
# "raising this year's toll to 1,206" dates the toll alone.
TOLL_OF = re.compile(r"(?:['’]s)?\s+(?:[\w-]+\s){0,2}(?:toll|total|tally)\b", re.IGNORECASE)
DURATION = re.compile(
    r"\b(?P<count>two|three|2|3)(?:-|\s)days?(?:-long)?\s+(?:of\s+)?"
    r"(?!after|before|later|earlier|ago)[^\W\d]+",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"\b(?:in (?:the )?whole|across the country|nationwide|in total|a total of|altogether|overall|"
    r"so far|to date|throughout the (?:country|period)|(?:killed|died|dead|wounded) that day)\b",
    re.IGNORECASE,
)
# What sums up a happening goes back to its first day: "during the six-day battle", "for the nine
# days", "by the time the operation was declared over".
_LONG = r"(?:battle|siege|offensive|campaign|occupation|uprising|mutiny)"
# These may last an hour: they sum up only where the text says how long or that all is meant.
_SHORT = r"(?:fighting|operation|clashes|engagement|assault|violence|sweep)"
_ALL_OF = r"(?:(?:whole|entire|\w+-(?:day|week|month))(?:-long)?\s+)"
WHOLE_OF_IT = re.compile(
    rf"\b(?:during|throughout|over|for)\s+the\s+(?:whole\s+|entire\s+)?(?:[\w-]+\s)?{_LONG}\b|"
    rf"\bin\s+the\s+{_ALL_OF}?{_LONG}\b|"
    rf"\b(?:during|throughout|over|for|in)\s+the\s+{_ALL_OF}{_SHORT}\b|\bthroughout\s+the\s+{_SHORT}\b|"
    rf"\bby\s+the\s+end\s+of\s+the\s+(?:{_LONG}|{_SHORT})\b|"
    rf"\bby\s+the\s+time\s+the\s+(?:{_LONG}|{_SHORT})\s+(?:was|had|ended)\b|"
    r"\b(?:over|for|during|in|of)\s+the\s+(?:four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|1?[4-9]|[1-3]\d)\s+(?:days|weeks|months)\b",
    re.IGNORECASE,
)
