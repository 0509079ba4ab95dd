"""The closed classes of English words that the grammar leans on."""

BE = frozenset("be is are was were been being am isn't aren't wasn't weren't".split())
# "Remain detained", "stayed behind bars": a state goes on.
REMAIN = frozenset("remain remains remained remaining stay stays stayed".split())
HAVE = frozenset("have has had having haven't hasn't hadn't 've".split())
GET = frozenset("get gets got gotten getting".split())
DO = frozenset("do does did didn't don't doesn't".split())
MODALS = frozenset(
    "will would shall should can could may might must cannot can't couldn't won't wouldn't "
    "mustn't shouldn't ought".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS
SPEECH = frozenset("said told says tells added reported stated announced claimed".split())
# Things whose names end as those of persons who do something.
THINGS = frozenset(
    "earlier further later banner lasts "
    "tractor motor computer letter paper water power tower river border corner order matter number "
    "weather container counter cover dinner summer winter door floor mirror error horror terror "
    "sector factor honor labor harbor harbour poster shelter trailer helicopter bulldozer chamber "
    "finger shoulder silver timber center offer answer manner quarter chapter register barrier "
    "career engineer-corps generator reactor transformer radar meter filter fever disaster "
    "character theater disorder murder slaughter ladder hammer tanker charter former latter "
    "centre committee guarantee degree coffee fee tree knee".split()
)
NEGATIONS = frozenset("not never n't neither nor no without".split())
NEGATED_AUXILIARIES = frozenset(
    "isn't aren't wasn't weren't haven't hasn't hadn't didn't don't doesn't cannot can't couldn't "
    "won't wouldn't mustn't shouldn't".split()
)
# Verbs that may stand between an auxiliary and the action: "were reported killed".
HEARSAY = frozenset(
    "reported said believed alleged feared thought known confirmed understood presumed claimed "
    "rumored rumoured announced declared pronounced considered found reportedly supposed "
    "documented verified recorded listed registered".split()
)
# Past forms that tell of no deed in the word lists and are no participle of their verb.
FINITE_PASTS = frozenset(
    "went came ran fled fell lay gave took saw sat slept stood chose drove drank ate flew forgot "
    "grew hid knew rode rose sank sang shook spoke stole swam swore threw wept woke wore wrote "
    "began became crept trod knelt leapt sprang strode drew blew broke shrank clung bore".split()
)
# The same with those that are participles as well, which none is before a noun.
PASTS = FINITE_PASTS | frozenset(
    "made kept got left told spent brought built bought caught held hung lost met paid put sent "
    "showed stole understood won reached turned stayed climbed led needed sought remain remained "
    "belonged refused tried wanted spun slid swung dug fed heard felt sold taught flung fought "
    "swept stumbled".split()
)
# Verbs whose infinitive did happen: "managed to escape", "were able to withdraw".
REALISED = frozenset(
    "managed able succeeded continued began started helped used went proceeded stopped dared "
    "rose turned ordered forced".split()
)
# Words of a closed class that may open a verb group: "was", "has", "to", "reported to have".
VERB_OPENERS = BE | REMAIN | HAVE | GET | DO | MODALS | HEARSAY | REALISED | {"to"}
ADVERBS = frozenset(
    "since also later then still already even just only both all either once twice again too first "
    "soon apparently allegedly instantly outright together simultaneously later subsequently "
    "previously earlier today yesterday now once either however meanwhile so far there "
    "thereafter thereupon afterwards forthwith "
    "accidentally deliberately summarily initially either overnight reportedly themselves".split()
)
PREPOSITIONS = frozenset(
    "in at on near from of with by to into onto over under between among amid around across along "
    "through during after before since until till against for inside outside within toward towards "
    "behind beyond off out up down upon per via following like despite throughout because due "
    "beside besides about above below beneath versus than".split()
)
SUBORDINATORS = frozenset(
    "when while as after before because although though since if unless where whereas once until "
    "that whether so".split()
)
RELATIVES = frozenset("who whom whose which that".split())
DETERMINERS = frozenset("a an the this that these those another each every any no".split())
POSSESSIVES = frozenset("his her their its our my your".split())
# Those who are somebody's: "his wife", "her two sons".
KIN = frozenset(
    "wife husband spouse father mother parent son daughter child brother sister sibling uncle aunt "
    "cousin nephew niece grandfather grandmother grandson granddaughter grandchild stepfather "
    "stepmother stepson stepdaughter father-in-law mother-in-law son-in-law daughter-in-law "
    "brother-in-law sister-in-law baby infant fiance fiancee girlfriend boyfriend widow".split()
)
PRONOUNS = frozenset(
    "he she it they we you i him them us me himself herself itself themselves one ones there "
    "anyone everyone someone nobody none everybody somebody".split()
)
# "a soldier", "her husband", "she", "nobody", "no casualties", "not a single", "old Petrov".
NOUN_OPENERS = POSSESSIVES | frozenset(
    "a an another the this each every he she him not zero nil without no any nobody none "
    "old young little poor".split()
)
CONJUNCTIONS = frozenset("and or but nor & plus".split())
SEPARATORS = frozenset("and or & plus".split())
INCLUSIONS = frozenset("including includes included include incl namely comprising".split())

# Words at which the run of words before a noun must have ended.
PHRASE_STOPS = (
    BE
    | HAVE
    | DO
    | MODALS
    | NEGATIONS
    | PREPOSITIONS
    | SUBORDINATORS
    | RELATIVES
    | DETERMINERS
    | PRONOUNS
    | CONJUNCTIONS
    | INCLUSIONS
    | frozenset(
        "his their its our my your said told reportedly later also then now according min "
        "max".split()
    )
)
# Counted nouns that are never victims: measures, times, places, papers, animals, things.
MEASURES = frozenset(
    "percent per cent km kilometers kilometres kilometer kilometre miles mile meters metres "
    "meter metre yards feet foot inches inch kg kilograms kilos kilo pounds tons tonnes ton "
    "grams liters litres gallons acres hectares hours hour days day weeks week months month "
    "years year minutes minute seconds second decades decade centuries century times time "
    "occasions nights morning mornings evening weekend dollars euros pesos lira usd afghanis "
    "rupees cents shekels quetzales villages village towns town cities city districts "
    "district provinces province areas area regions region locations location places "
    "neighborhoods neighbourhoods countries country nations states reports report articles "
    "pages page documents agreements agreement rounds phases stages steps points parts part "
    "sides side fronts front directions ways reasons questions charges counts cases case "
    "conditions demands resolutions talks rallies games goals matches dogs dog cattle cows "
    "cow sheep goats goat horses horse animals animal donkeys camels birds fish chickens "
    "elephants lions tigers pigs cats cat livestock mules mule buffaloes buffalo oxen ox bulls "
    "bull calves calf ewes lambs yaks yak llamas llama reindeer ponies pony hens turkeys ducks "
    "bees hives poultry rhinos weeds trees tree "
    "crops buildings building bridges bridge hospitals hospital schools school mosques shops "
    "pylons towers camps camp fields roads road streets street houses homes compounds "
    "compound rooms households generation generations degrees votes seats shares jobs copies "
    "kinds types series sets pieces hand way number lot end thing things event events teeth "
    "tooth fingers finger toes toe legs leg arms arm eyes eye limbs limb hands ears ear".split()
)
