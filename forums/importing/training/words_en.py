"""Words of invented English resolutions; every phrase was written for this generator."""

BODIES = (
    "the City Council|local authorities|the regional government|schools and colleges|businesses|"
    "civil society organisations|the Ministry of Health|employers|the media|neighbourhood associations|universities|"
    "the Planning Board|donors|national governments|the Secretariat|member organisations|parents|trade unions|"
    "the Mayor|housing providers|research councils|the Parks Department|libraries|youth clubs|"
    "the international community|journals|editors"
).split("|")
ACTIONS = (
    "establish|adopt|support|promote|publish|ensure|provide|develop|strengthen|create|review|encourage|allocate|"
    "consider|improve|expand|maintain|prepare|introduce|organise|conduct|protect|reduce|take|use|make|recognise|"
    "continue|monitor|invest in|work with|refrain from delaying|give priority to|increase|implement|offer|set up|"
    "carry out|integrate|fund"
).split("|")
OBJECTS = (
    "an open register of local initiatives|a plan for safe streets|training for volunteers|"
    "equal access to public services|an annual report on progress|community gardens on vacant lots|"
    "affordable housing for young families|water quality|clear criteria for awarding grants|"
    "a network of neighbourhood centres|the rights of minorities|public transport at night|"
    "small grants for residents' projects|better data on emissions|the exchange of good practice|"
    "a standing committee|consultations with those concerned|the teaching of local history|mental health services|"
    "recycling in every district"
).split("|")
ADJUNCTS = (
    "by the end of 2024|in cooperation with residents|at all levels|wherever possible|, including in rural areas|"
    "within six months|through open calls|with the support of partners|in line with the Charter of 1998|(see annex)|"
    "on a regular basis|, taking into account local needs|to the benefit of all|without further delay"
).split("|")
EVENTS = (
    "Forum|Conference|Congress|Assembly|Convention|Round Table|Meeting|Summit|Workshop|Synod|Symposium|Council|"
    "Focus Group"
).split("|")
KINDS = "Civic|Regional|Youth|International|Annual|Housing|Neighbourhood|Climate|Women's|Rural|World".split("|")
OF = (
    "of Local Communities|on Public Health|of the Lakeside Region|on Open Science|on Families|of Residents' Councils|"
    "on Education|of Small Towns"
).split("|")
PLACES = ("Rivermouth|Lakeside|Springfield Hills|Port Elba|Ottershaw|Brookfield|Geneva|Tallinn|Vienna|Nairobi").split(
    "|"
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December".split("|")
FORMS = (
    "RESOLUTION|Resolution|DECLARATION|Declaration|RECOMMENDATIONS|Final Statement|Outcome Document|Decision|"
    "Communiqué|Statement|Appeal"
).split("|")
PREAMBLE = (
    "The {event} brought together {num} delegates from {few} districts.|"
    "Participants discussed the state of local democracy and shared their experience.|"
    "There is growing concern about the quality of public services, the loss of green space, and the cost of housing.|"
    "Over the past decade much has been achieved; much remains to be done.|"
    "A group of experts met in {place} on {day} and prepared a set of proposals.|"
    "Communities thrive where people are heard.|We, the delegates, met at a time of change.|"
    "Several themes emerged from the discussion:|"
    "These problems include: A) rising prices; B) poor insulation [2]; and C) a lack of data [3,4].|"
    "We recognise that many institutions are already taking steps in this direction."
).split("|")
PREAMBLE += (
    "There is a need to change how public money is spent, for three reasons: cost, fairness and trust.|"
    "Councils, schools and charities all have a stake in this, and each of them wishes to do better.|"
    "Below we set out what should be done, by whom and when.|"
    "The index of deprivation, as calculated by the statistics office*, was never meant to guide planning.|"
    "With that in mind, it is important to understand that such figures have well-known weaknesses: "
    "they are averages; they are old; "
    "and they can be misread."
    "|"
    "Our recommendations focus on practice but can be extended to policy.|"
    "These recommendations are aimed at councils, landlords and tenants.|"
    "Such steps are a good beginning that others may follow.|Those who sign support the following principles.|"
    "We invite others to sign.|The state of our rivers is a matter of concern to all who live here."
).split("|")
NEEDS = (
    "the need to listen to those who use the services, in cities and in villages;|"
    "the wish to keep decisions close to the people;|the hope that data will be open;|"
    "the importance of trust (for example, by publishing minutes);|rising rents and falling wages;|"
    "a lack of places to meet"
).split("|")
"""Lists that stand above the decisions and decide nothing."""
WHEREAS = (
    "the well-being of families depends on decent housing|our communities face a time of rapid change|"
    "clean water is a basic need|the members have expressed their concern|young people seek a voice in public life|"
    "the Charter calls for cooperation|the attention of the public has turned to this matter|"
    "the number of volunteers has doubled since 1995"
).split("|")
PARTICIPLES = (
    "Recalling its earlier decisions,|Noting with concern the state of public services,|"
    "Having considered the report of the committee,|Recognising the role of volunteers,|"
    "Aware of the needs of small towns,|Convinced that dialogue is needed,|Bearing in mind the Charter,"
).split("|")
OPERATIVE = (
    "Calls upon {body} to {act}|Urges {body} to {act}|Requests {body} to {act}|Decides to {act}|"
    "Invites {body} to {act}|Welcomes the decision to {act}|Recommends that {body} {act}|Encourages {body} to {act}|"
    "Reaffirms its commitment to the Charter|Expresses its gratitude to {body}|"
    "Endorses the report of the working group|Condemns all attempts to restrict assembly"
).split("|")
TURNS = (
    "The {event} recommends|The {event} resolves|The participants agreed|The delegates call for the following steps|"
    "We recommend|We call upon {body} to|The {event} decides|It was resolved|We therefore propose|"
    "The participants recommend that {body}|Participants proposed|The {event} urges {body} to|We commit ourselves to|"
    "The following actions are recommended|The meeting decided to|Recommendations|Our recommendations|Decisions|"
    "Actions|Next steps|The group made the following recommendations|We, the delegates, demand"
).split("|")
TOPICS = (
    "Housing|Education|Health and care|Environment|General|Transport|Culture|Youth|Public space|Research|Economy|Others"
).split("|")
CLOSING = (
    "Adopted unanimously.|The participants thank the organisers.|"
    "We are confident that these steps will make a difference.|This resolution was adopted by a show of hands.|"
    "Adopted in {place} on {day}.|The next meeting will be held in {place}.|Carried."
).split("|")
SIGNS = "Chair|Secretary|President|On behalf of the participants|Chairperson|Moderator|Signed".split("|")
PEOPLE = "J. Marlow|Ann B. Castle|R. T. Okoro|Maria Lindqvist|P. O'Hara|L. Novak".split("|")
ABOVE = (
    "Home|Search this site|Menu|Log in|Print|Share this page|News|About us|Posted on 4 May 2016|Skip navigation|"
    "Contact|Back to archive"
).split("|")
BELOW = (
    "Back to top|Related pages|Comments are closed.|© 2019 All rights reserved|Printer-friendly version|Share|Next|"
    "Last modified: 2 June 2018|Privacy|Contact us|Site map|Text size: small medium large"
).split("|")
THEMES = (
    "Cities for People|Voices of the Valley|From Words to Deeds|One Region, One Future|Open Doors|Water for Life"
).split("|")
