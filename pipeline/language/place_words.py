"""Words of place: kinds of place, directions, prepositions, and words that are no place."""

from collections.abc import Mapping

# What a common noun says about the name beside it. "settlement" is any of city, town, village,
# since texts call one place by all three.
_KINDS = {
    "settlement": "village villages town towns city cities hamlet hamlets settlement township "
    "municipality municipalities parish barrio commune",
    "district": "district districts subdistrict sub-district county canton sector nahiya",
    "governorate": "governorate governorates province provinces department departments state "
    "prefecture muhafazah oblast",
    "area": "area areas region regions valley suburb suburbs countryside outskirts surroundings "
    "neighborhood neighborhoods neighbourhood neighbourhoods mountains mountain hills hill "
    "mount peninsula island zone desert forest plain jungle",
    "facility": "camp prison market square checkpoint crossing crossroads airport airbase base "
    "airfield hospital school mosque church university stadium station barracks farm dam mine "
    "refinery bazaar plaza park hotel embassy compound port garrison",
    "road": "road highway bridge street avenue river lake motorway freeway canal",
}
KIND_OF_WORD: Mapping[str, str] = {
    word: kind for kind, words in _KINDS.items() for word in words.split()
}
# The noun may stand before its name with "of": "the village of X"; these do so without it.
BEFORE_WITHOUT_OF = frozenset("villages towns cities provinces districts mount".split())
# Types of the gazetteer that a kind may mean; a kind that is missing here fits every type.
TYPES_OF_KIND: Mapping[str, frozenset[str]] = {
    "settlement": frozenset(("city", "town", "village")),
    "governorate": frozenset(("governorate",)),
    "district": frozenset(("district", "city", "town", "village")),
    "road": frozenset(("road",)),
    "facility": frozenset(
        (
            "facility",
            "airport",
            "security_facility",
            "border_crossing",
            "crossroads",
            "camp",
            "road",
            "city",
            "town",
            "village",
        )
    ),
}
# How near a point a kind or a type of place is; the higher wins.
LEVELS: Mapping[str, int] = {
    "country": 1,
    "region": 3,
    "governorate": 3,
    "area": 4,
    "mountain_area": 4,
    "district": 4,
    "road": 6,
    "settlement": 6,
    "city": 6,
    "town": 6,
    "village": 6,
    "facility": 7,
    "camp": 7,
    "crossroads": 7,
    "border_crossing": 7,
    "airport": 7,
    "security_facility": 7,
    "": 5,
}
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern north-east north-west "
    "south-east "
    "south-west north-eastern north-western south-eastern south-western upper lower "
    "downtown uptown".split()
)
# Words that may stand between a preposition and a name without parting them.
PASSED = DIRECTIONS | frozenset(
    "the a an of 's rural remote nearby neighboring neighbouring main capital its edge "
    "center centre "
    "vicinity heart middle part parts most capture rest whole outskirts side entrance many some "
    "all various several other two three four five six seven eight nine ten and bordering border "
    "coastal mountainous volatile restive besieged rebel-held opposition-held government-held "
    "town's city's small strategic".split()
)
INSIDE = {
    "in": "in",
    "inside": "in",
    "within": "in",
    "at": "in",
    "into": "in",
    "on": "in",
    "throughout": "in",
    "across": "in",
    "over": "in",
    "near": "near",
    "outside": "near",
    "around": "near",
    "by": "near",
    "beside": "near",
    "alongside": "near",
    "along": "in",
    "between": "between",
    "from": "from",
    "to": "to",
    "toward": "to",
    "towards": "to",
    "for": "to",
    "of": "of",
    "via": "to",
    "against": "object",
    "targeting": "object",
}
# Capitalised words that end no place: months, days, organisations, services, titles, peoples.
NO_PLACE = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday "
    "sunday ramadan eid christmas easter parliament congress senate islam english arabic spanish "
    "french russian twitter facebook telegram whatsapp youtube operation article chapter section "
    "resolution mr mrs ms dr col gen lt maj capt sgt president general colonel lieutenant captain "
    "major minister the a an i we he she it they this that these those his her their its our my "
    "reuters ap afp dpa efe cnn bbc gmt utc local on at in by and or but as if when while after "
    "afghan coalition taliban syrian turkish iraqi iranian lebanese israeli palestinian american "
    "ukrainian british german arab kurdish western international all some most many two three "
    "four five six seven eight nine ten one first second also both according another other "
    "addition "
    "total fact response order front charge view text christian muslim".split()
)
# A name followed by one of these belongs to an organisation, an office or an event.
ORGANISATION = frozenset(
    "front battalion battalions brigade brigades army network observatory council movement party "
    "committee committees organisation organization forces force division regiment government "
    "ministry agency police command operation clashes coalition union league institute bank "
    "times news post radio television tv today herald tribune gazette journal media agreement "
    "talks summit conference process accord accords treaty plan offensive shield regime "
    "authorities administration militia militias gang cartel cell group commander governor mayor "
    "bishop archbishop office bureau team corps guard guards liberation revolutionary federation "
    "association foundation company society center centre directorate court".split()
)
# Such words in lower case after a name make it stand for its rulers, or say where men hail from.
RULERS = frozenset("government regime authorities administration state-run".split())
# Small words inside a name, and words that end a name written in capitals.
PARTICLES = frozenset("de del la las los el e ye y i do da dos van al ul wa bin".split())
CAPITAL_STOPS = frozenset(
    "was were has had have who whom which where when is be are been will would not with also "
    "yesterday today tonight last this killed left".split()
)
