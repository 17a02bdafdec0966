"""Words of any English sentence that ask for nothing in a scene, whether or not it shows them.

They are only never named as unknown: what they stand beside is read as if they were not there.
"""

from __future__ import annotations

SMALL: frozenset[str] = frozenset(
    """
    about actual actually after again ago aka already alternative always am another anyone anything anyway
    anywhere appearing appears approximately area article away awesome back balanced basic be because been
    before beyond buyer buyers call can carefully casually classic clearly client clients come compelling
    context could creative customer customers dear definitely different distance distant during either else
    enough environment especially etc even ever everybody everyone everything everywhere exactly extremely
    fabulous fantastic far fewer focal focused fully gathered get given go going got grade grouped he hello
    help hi how however i i'd i'll i'm i've if image's important impressive including incredibly it'd it'll
    it's item items keeping kind kindly less let let's level lifelike liked location looked lower making may
    maybe me memorable midground might mounted must namely neatly needed needs neither nobody noone normal
    nothing now object objects obviously off ok okay once online opposite option ourselves overall
    overlooking own part partially parts past per perched perhaps photographic plus positioned possible
    possibly prefer preferably preferred pro prompt propped quarter random randomly regular related request
    res respectively retail roughly same seems seen self shall she should similar simply since somebody
    somehow someone sometimes somewhere sort special spot standard still stuff subject such suitable suited
    tastefully thank thanks that's they they're thing things third throughout till totally true truly try
    tucked type typical unique unless until upper us useful usual usually variant variants variation
    variations various version versions via visible wanted was we we'd we're web webshop were what whatever
    when where which who whose why will wish wished within wonderful would yes yet you you're yours zone
    """.split()
)
#: how a stuff is or feels, of which a picture in this size tells little; cracks and dents would be seen
PASSED: frozenset[str] = frozenset(
    """
    aged angled battered beaten bleached breezy bumpy charming chiselled chunky cut dainty dense distressed
    dusted dusty enclosed faded flowing giant hollow huge low lush lustrous massive opaque open padded painted
    patinated planed quaint reflected sawn scuffed slim solid spacious stained steep straight sturdy tarnished
    uneven washed weathered windy woven
    """.split()
)
#: a style or an age, which is that of what stands right after it, where that is read
STYLES: frozenset[str] = frozenset("antique industrial old retro vintage".split())
