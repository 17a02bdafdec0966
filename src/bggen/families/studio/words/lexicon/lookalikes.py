"""English words and names one letter from a word of the lexicon: they are never taken for a slip of it."""

from __future__ import annotations

LOOKALIKES: frozenset[str] = frozenset(
    """
    biter caped lightning carnet coker diper filed liter maron miler muled raged ruble saten taned toled
    abound academic acadia accept adler adventured adventurer africa agglomerate agreeably aground america
    amphitheater analogy anesthetic angara angelia angelica angelico angels angler angola annular anthrax
    antics antiqued appalachia applies aquarius arcane archer arcked ardour argentina armour artiest ascent
    asserted assorter astray atlantis augean aureola austerer avenge aviary baaing backbit backboard backers
    backing backslash backward bailey baling balking balled ballot bandanna banking banter banting baptiste
    barbecued barbed barbeque barberry barely baring barker barking barkley barney barred barren barrie
    barter barton basemen bashed basing basked basking basque basted batched bather bating batista batted
    battery battle battled bavaria bawling baying beached beading beaked beamed beaned bearded beards bearer
    beater becket bedded belling bellowing bending berger berried bessel bianca bicycled biking bitches
    bitten bittern blackbeard blacking blamer blames blaming blanch blanche blanked blanker blares blaring
    blaster blazed bleaker blends blight blinks blondel blonder blondie blotted blunting blurted blurting
    boarder boasted bobble boding boeing bohemia boiling bolton boning bonkers bonner booing booming boorish
    borden boreas boring borrower botnet bouncy bounded bounder bowlder bracket brackish braking brandi
    brando brandt braver breach breached breaded breadth breathe breathy breezed breezy brewer bridged
    bridger bridget bridle brighten brinks brisked broker bronte brooking brooms browne brutish bubbled
    bubbly bucked budging bulled bumble bunche bunched bundled bunging bungle bunked bunking burble burger
    buried burlesqued burnishes burped burping burrowed burton burying buster busting butchery butches
    butler butted buttes butting cabals cabrera cackling caging caking calcine calved calving cambia
    cambrian camouflaged canard cancan candide candied canine canker canning cannon cantaloup canting canton
    canvass capper capping carbine carboy carding carnot caroline caroling carpel carrier carson carte
    carted carter carting carton carver carves casals cashed cashes cassino caster castled catalogued
    cataloguer catkin cattier catting cattle caustic caviare cawing celebrated celesta certain chaired
    chamoix champing chancel chancing chaney channel chanting chapel chaplet chapped chapping charbray
    charged charging charmed charted chaster cheeky cheers cheesed cheque chequed chicano chides chiles
    chimes chimps chipper chirped chivas choker choking chomped chomping chomps chopped chopper choppy
    chrystal chumps chunks circlets citrous clacked clamber clamping clamps clanging cleaned cleaning
    cleanser clearer cleaver cleaving clement clever climbed clinked clipped clippings cloned clones clopped
    clopping closest clothed clouted clouts cloven cloves clovis cloyed clunker clunky coaling coarsen
    coarser coasted cocking cocoanut coding coffer coffey collar colombia colorful coloring comfortably
    comforted commence communism compaq comport comporting compos compose concern concerti concerto concorde
    conditioned conics conked conking conservator constriction contract contracting convert cooked cookery
    cooler coolie cootie copier coping copped copping copter cordova corina coring corking cornea corned
    cornet cornier coroner corrode corrugate cortes cortex cortez costly coulter counted county coursed
    courser cowing cowling cowper cozily coziness cracker cracking crackled cramping cramps craning cranked
    crashed craved craving creaky creep creepier creeps crocked crocks cronus crooking cropper cropping
    crossroad crotchet crufted cruised cruiser crumbing crumpling crunch crushes crusted cubits cuddle
    culture curbed curled currant currents cursed curtail curtailed curving custer dabbed dailies damion
    dammed danced dander danger danker dankly dankness dapper dapple daubed dawson decree dedicate defied
    defiled define definer delude deluge denial denton derail deserter deserved dessert detain devote
    dewdrop diaper dicing diking dimmer dinging dinker dinned dinning dipped dippier dipping direst
    distiller distresses divers divide divined diviner doable docking dodder dodged dodges dodgier donner
    doorstop doubled doublet doubly douglass dragoon drakes draping draught drawling dreams dreamt dreary
    drenches dresser dripper drizzly dropping ducking ducting dudgeon dunner duster dustin earthly easier
    easing eastern eaters eclipsed elastic elating elevate elfish ellipse elwood embosses embroider empress
    enchanter encyclopaedia encyclopedic entranced erotic eschew escorts esther etcher eternity evenest
    everett exampled expansive exports expose extensive faction factor fading fagging failing faking
    faltered famous farmed farmer farmhand farther farting fathered fating fatness fatter favors favour
    faxing fazing feeding felled ferraro fiddled fiddler fiddly fiends fiercer fillet filling filmed filters
    finder firefight firmed firming flaked flamer flaming flanked flared flatly flattening flavours flawed
    flawing flayed flaying flecking fleshly flicking flighty floater flogging flooder flooding floored
    florae flouring flouting flowed fluffs flukes fluttering fluxed focussed foosball footfall foothill
    forced forded forester forged forked former forming forrest framers framing francisca franck franco
    francs freeing fresno friction fright frisco fronted frying fuddle fueling fulled fulling funeral
    furbished furnishes furrow gaberdine gaging galvanise gamine gamins gander gannet gaping garaged garbage
    gardner garner garret gearing geller gentile gentled gentleman gentler gentry georgia georgina gerber
    germanium gibing giotto girded girted girting gladiola glazier gleaning glided gloating globing gloving
    goaded goading goggle goldfish googled graced graces gradation grader grades graduate graffito grafting
    grainy grander grange granting graphs grated gravely graven graver graves grayish grazed grazes greedy
    greener greening greets greyer gripes groins grooved groovy gropes grosses grounder grouped groused
    grovel growing grudge grundy guatemalan gulled gulley gyrating halfway hallow hammer hampered hampton
    handing hanger hardest hardtack harper harries harvester hatfield hawthorne health hearst heater heathen
    heaved heaves henan herpes hiding hieing highlight highlighted hinging hinting hiring hither hiving
    holden holier holler hollows homeward homily horseshoed housecoat hunger hunker hurting imperil incensed
    inciting indiana inferior ingredient inland intenser internationale intimated ireland isolate jacked
    jagger javanese jeweled jeweller jigged jiggle jingled jogged joined journal joyner jugged juggle kennel
    kerned kerosine kindly knelled knelling lacing lacuna lambkin laming lancing landon landscaped
    landscaper lansing larded larding lardner larger lasing lasting lather latter latticed lauding lazing
    lazying leaded leagued leases leaved leaven lemony lending letter levant levees levers lifting lighten
    lighter likely lilting limber limning lineal linking lisping lister liston lither livery loader loafed
    loaned loaves locking longer looming looping loosing looting lorded louvered loving lubber lucile lumbar
    lusting lyndon macing madden maldive mallow malting manicure manson mantle manuel mariana mariner marion
    marisa marking marlon marmot marple marquita marred martel martial martins masher masked masking masque
    massaged maternal mather mating mattel matter maurine maxine maxing median melanie melding mellon
    message metallica middletown midway miking milder milestone milker millard millennia millet milling
    million miltown minima mister moaning modernise moldiness molding molting monarchy monotony monster
    mooting moping mortal motoring mottle moulting mounding mourning mowing mullen mullet mullins murine
    muslim muster muzzle namibian navaho nebulae nebular needle needled needless negatived neighborhood
    nestling neural nevadan nichols nicked nickle nickolas nicolas nighty noshing notching noticed nought
    novice nutting obscured obscurer oceania officer ogives oliver olivet opining ouster outran outsider
    outsise overexpose overhear overheard overheat overlap overly overpay overplay oxidise oxidiser pacing
    packaged packer packing padding paddle padlock paginated paging paglia paining paisley palatal palate
    palin paling palled panting parachuted parceled parches parked parkour parley parred parring parsing
    parting passel pasted pastern pastes pasties pastured patagonian patched pathos patient patinae patine
    patrick patrol pattered paulette paunchy pawing pealing pecked pedals peddle peeing peeking peeper
    peeping peering peeving pellet pepped peppery peppier perched perches perforate perking permian persia
    perter petrel phonies photographs piazze picker pickett piddle pieced pierces pilaster pinter pinto
    pirated pisces pitied placing plague plaints plaited plaits planed planets planing planned planner
    planning planting plasterer plateaux plating platte pleaded pleads pleased plexiglas plonking plotted
    plotter plotting plugging plummet plying poaches pocked pocket podding pointed pointer pointing polisher
    polled poller ponder ponies popper poppin poppins popular ported porter portia porting portray posher
    posting posture potent pothole potpies pouting prance praying preaches preserve preserver preset presses
    prevent previous prickled primacy primate printing privater produce profess profiled projection province
    prowess prussia puddling puebla pullet punting puppies purpler putters puttying quartet quarto quarts
    queerly quieting quincy quitting rabble racial radical raffled raggedy raided raiding railed railing
    raindrop rained raises ramada ranged ranking reader readying reaming reaping receded recife recite
    recycle redder redding redress reefed reeked reelecting reelection reeled reenforced reeved refiled
    refine refiner reined reinforce reining rending renter repaid repeal report rested retain retort retread
    retrieve retrieved riding riffled riling riming rimmed rinsing ripped ripping risking rivera roaming
    roaster robbed robber robbins robing rockier rockiest roiling rolled rollins romanced rookies rooking
    rooming rooting rosins rotting routing rowling royally rubbery rubier ruffed ruffle rumble runaway
    runnel runnier rushed russel rutted sacked saddled safely sallow salter saluted salvages salved salver
    samara sample sampling sandbag sandblaster sapping sarong saturate sauted savager saving sawing scabby
    scandinavia scanted scarcer scared scarfed scatted schism scollop scones scoots scorcher scorches
    scotched scotching scratches scream screwed scrimp sculley sculptured scupper seabed sealed seamed
    seared seating seceded secrete secular sedated seeding seeing seemed seeped selena sequoya serene setter
    settle settling sexing sexting shackle shader shading shakes shaking shallot shames shaming shaping
    shares sharing sharped shatter shattered shearing shears sheave sheller shelley shelved sherbert shilled
    shimmed shingled shipper shipping shirting shouldering shouts shoving showcased showed showery showier
    showman showmen shredder shrike shriner shrink shrive shticks shucking sicking sickly sidewall sidling
    sidney silted silvan simile simmering simpler simplex singes singly siting sizing skated skewing
    skimping skipper skying slacked slacking slacks slaked slanted slashing slaving sleeker sleepier slewing
    slicer slicked slider sliding slimmer slipped slippery sliver slivered slopping slotted slower slowing
    sluiced slummer smacked smacking smacks smelled smiling smiths smocked smoldering smooch smoothy snacked
    snacking snacks snailing snaked sneers snider snitch snooper snoring snorts snowball snuggle snugly
    socked softener soiling solver sophisticate sopped sopping sottish souped spaced spaded sparely spares
    sparing sparking sparkled sparkler sparred sparser sparta spatted specked speckles speeded spelled
    spewing spicks spidery spiked spinal spited splatted splices spokes sponged sponger spongy spooks spores
    sporing sporty spouting spouts sprang spreed springy sprint sprite spruced sprucer sprung spurts sputter
    sputtered spying squashy squeak squire squired squish stabled stabler stain stains staled staling
    stalked stance staple stapling staring starkly starlets starred stated static staving stealthy steamers
    steele steeped steeper steeping steeply steers stewing sticking sticky stinks stints stocked stoked
    stokes stoking stoles stoned stoner stopped storey storing stowing strained strapped streak streamer
    streamline stricture stride striding strife strike stringy striping stripper stript strive strived
    striving strode stroke stroking stropped strove structured stutter stuttered subbed subdue submerge
    submersed submit subset subtler subtly sucking suffer summary summed sumner sumter sunbathe sunbather
    sunburnt sunned supped suppler supremacist surfaced surfed surging surprised surrounding swaddle
    swaggered swallow swanks swashed swashes swatches swaths sweeper swelled swerving swimmer switch
    swopping sylvester tabular tacking tainted tanked tanners tartar tarzan tasered tasted taylor teaches
    teemed telephoned telephony tended tenser tented terrance thicken thicker thickest thickset thorough
    though thread threats thunks ticket tickling tiding tieing tiller tilling tilting timbre timing tinder
    tinged tinkle tinkling tireless tiring titling toaster toiled toiling tongued tooted topical topically
    topics topsail torches touched toweling tracer traces tracey tracked tracking traded trading training
    trammed trawling treasured treasurer treasury treetop trialing tricking trifle trilled trimmer tripled
    triplet triply trippe tropes trough trowelling trowels trucks tucking tumbler tunney turner tuscon
    tweets twenty twinkled ultimata underexpose underlie underpays understate unmake unnamed upholster
    upholsterer valour vanish vantage vaporware vaulter vaunted veiled veiling vender victoria viewer
    villager violent virgie virgil virginian vocation volley vouched vouches wacker waders wafers waffled
    wafting wagers waging wailing wainscotting waiter waiving waling wallow walters waning wanting warded
    warehoused warily warmer warned warning warped warping warred warring washer wasted wasters wasting
    watching watercolor wattled wavers waving waxing wealthy wedged wedgies wedging weeding weighs weighty
    welding welland wending wheals whimper whiner whippet whisked whisks whitener whither whiting wicked
    wicket widowed widows wieners willowy winching winfred winger winnow winnowed wintered wished wishful
    wistaria woodmen woodworm woofed wooten worker wrapper wreathe wright writer writing yoghourt yogurt
    """.split()
)
