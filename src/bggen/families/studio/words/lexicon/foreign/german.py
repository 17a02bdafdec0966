"""German words of scenes, in the form that the package says."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import meanings

GERMAN = meanings(
    """
    auf=on, vor=against, mit=with, ohne=without, und=and, von=from, aus=of, in=in, im=in, am=on, an=on,
    bei=in, neben=beside, hinter=behind, unter=under, kein=no, nicht=not, ein=a, der=the, die=the, das=the,
    dem=the, den=the, einem=a, einer=a, hintergrund=background, wand=wall, tisch=table, boden=floor,
    platte=top, brett=board, theke=counter, regal=shelf, flache=surface, sockel=plinth, podest=podium,
    holz=wood, eiche=oak, nussbaum=walnut, kiefer=pine, bambus=bamboo, marmor=marble, stein=stone,
    beton=concrete, schiefer=slate, fliese=tile, ziegel=brick, leinen=linen, stoff=cloth, seide=silk,
    samt=velvet, leder=leather, papier=paper, glas=glass, spiegel=mirror, metall=metal, sand=sand, erde=soil,
    moos=moss, gras=grass, wiese=meadow, schnee=snow, eis=ice, wasser=water, kork=cork, strand=beach,
    meer=sea, wald=forest, garten=garden, berg=mountain, stadt=city, himmel=sky, nacht=night, kuche=kitchen,
    bad=bathroom, wohnzimmer=living room, werkstatt=workshop, licht=light, sonne=sun, sonnig=sunny,
    schatten=shadow, fenster=window, links=left, rechts=right, oben=above, hinten=behind, vorne=front,
    weich=soft, hart=hard, warm=warm, kuhl=cool, hell=bright, dunkel=dark, dunkl=dark, dramatisch=dramatic,
    naturlich=natural, edel=elegant, schlicht=minimal, gemutlich=cosy, abend=evening, morgen=morning,
    weihnacht=christmas, weihnachten=christmas, ostern=easter, herbst=autumn, blatt=leaf, blatter=leaves,
    blume=flower, rose=rose, kerze=candle, pflanze=plant, palme=palm, zitrone=lemon, buch=book, buche=beech,
    bucher=books, kiesel=pebble, geschenk=gift, weiss=white, schwarz=black, grau=grey, rot=red, blau=blue,
    grun=green, gelb=yellow, rosa=pink, lila=lilac, braun=brown, turkis=turquoise, beige=beige, gold=gold,
    produkt=product, foto=photo, sonnenuntergang=sunset, sonnenaufgang=sunrise, terrasse=terrace, feld=field,
    lavendel=lavender, winter=winter, sommer=summer, fruhling=spring, buro=office, schlafzimmer=bedroom,
    wolke=cloud, handtuch=towel, weinberg=vineyard, kurbis=pumpkin, schwebend=levitating, uber=above,
    strick=knit, decke=blanket, picknick=picnic, kariert=checked, korb=basket, rattan=rattan,
    gestreift=striped, streifen=stripes, gepunktet=dotted, punkt=dots, regenbogen=rainbow, stroh=straw,
    heu=hay, jute=jute, fell=fur, seifenblase=bubbles, luftballon=balloons, ballon=balloons,
    erdbeere=strawberry, tulpe=tulip, sonnenblume=sunflower, feuerwerk=fireworks, silvester=fireworks,
    gewachshaus=greenhouse, wasserfall=waterfall, see=lake, scheune=barn, backerei=bakery,
    dachterrasse=rooftop, unterwasser=underwater, nordlicht=aurora, schokolade=chocolate pieces,
    kaktus=cactus, feder=feathers, glitzer=glitter, mohn=poppy, kaffeetasse=coffee cup,
    schachbrett=checkerboard, orangen=oranges, orangenscheibe=orange slices, apfelsine=oranges,
    mandarine=mandarins, limette=limes, limettenscheibe=lime slices, apfel=apple, heidelbeere=blueberries,
    blaubeere=blueberries, himbeere=raspberries, beere=berries, zimt=cinnamon sticks, zimtstange=cinnamon
    sticks, sternanis=star anise, gewurz=spices, mandel=almonds, nuss=nuts, haselnuss=hazelnuts,
    walnuss=walnuts, croissant=croissant, kokosnuss=coconut, kokos=coconut, honig=honey, honigwabe=honeycomb,
    bienenwabe=honeycomb, honigloffel=honey dipper, traube=grapes, weintraube=grapes, pfirsich=peach,
    pfirsiche=peaches, tomate=tomatoes, lavendelzweig=lavender sprigs, lavendelblute=lavender flowers,
    lavendelstrauss=bouquet of lavender, kirschblute=cherry blossoms, kirschblutenzweig=cherry blossom branch,
    kirschzweig=cherry branch, ganseblumchen=daisies, margerite=daisies, kamille=chamomile,
    pfingstrose=peonies, farn=fern, farnblatt=fern leaf, farnblatter=fern leaves, oliven=olives,
    olivenzweig=olive branch, trockenblume=dried flowers, getrocknet=dried, zweig=branch, scheibe=slices,
    weizen=wheat, ahre=ears of wheat, strauss=bouquet, minze=mint, minzblatt=mint leaves, minzblatter=mint
    leaves, obst=fruit, gebackstuck=pastries, geback=pastries, sakura=sakura, avocado=avocado,
    grapefruit=grapefruit, bluhend=blooming, frisch=fresh, umgeben von=surrounded by, halb=half,
    weinkeller=wine cellar, keller=cellar, fass=barrel, holzfass=barrel, baumstamm=tree trunk, baumstumpf=tree
    stump, fensterbank=windowsill, regen=rain, draussen=outside, asphalt=asphalt, nass=wet,
    wassertropfen=water drops, wasserspritzer=splash of water, bergsee=mountain lake,
    weihnachtsmarkt=christmas market, weihnachtsbaum=christmas tree, tannenbaum=christmas tree,
    lichterkette=fairy lights, kinderzimmer=kids room, teppich=rug, spielzeug=toys, kneipe=pub, eiswurfel=ice
    cubes, gurke=cucumber, gurkenscheibe=cucumber slices, brot=bread, rosmarin=rosemary, tuch=cloth,
    kissen=cushion, holzkiste=wooden crate, kiste=crate, olivenol=olive oil, knoblauch=garlic,
    schneidebrett=cutting board, muschel=seashells, treppe=stairs, requisite=props, tasse=cup, flasche=bottle,
    wein=wine, bier=beer, seife=soap, parfum=perfume, schuh=shoes, herbstlaub=autumn leaves,
    herbstblatter=autumn leaves, badezimmer=bathroom, stimmung=mood, weihnachtlich=christmas, tannenzweig=fir
    branch, tanne=fir, weihnachtskugel=baubles, nebel=fog, neblig=foggy, dunst=mist, salbei=sage,
    salbeigrun=sage green, mintgrun=mint green, olivgrun=olive green, smaragdgrun=emerald green,
    tannengrun=forest green, dunkelgrun=dark green, hellgrun=light green, hellgrau=light grey, dunkelgrau=dark
    grey, anthrazit=anthracite, hellblau=light blue, dunkelblau=dark blue, himmelblau=sky blue,
    nachtblau=midnight blue, altrosa=dusty pink, zartrosa=pale pink, weinrot=burgundy, bordeaux=burgundy,
    senfgelb=mustard yellow, flieder=lilac, koralle=coral, terrakotta=terracotta, petrol=teal, creme=cream,
    cremeweiss=off white, cremefarben=cream, pastell=pastel, pastellfarben=pastel, farben=coloured,
    gruen=green, kueche=kitchen, blaetter=leaves, ueber=above, modern=modern, arbeitsplatte=worktop,
    palmblatt=palm leaf, palmblatter=palm leaves, bett=bed, fotografiert=photographed, zement=cement,
    fabrik=factory, fabrikhalle=factory hall, kamin=fireplace, mauer=wall, balkon=balcony, blick=view,
    fruhlingsblume=spring flowers, tag=day, sonnenlicht=sunlight, tageslicht=daylight, mittag=noon,
    gegenlicht=backlight, fensterlicht=window light, schattenspiel=shadow play, rauch=smoke, dampf=steam,
    lagerfeuer=campfire, zelt=tent, wuste=desert, dune=dunes, fels=rock, felsen=rock, lavastein=lava rock,
    granit=granite, travertin=travertine, terrazzo=terrazzo, kopfsteinpflaster=cobblestones, strasse=street,
    kies=gravel, rasen=lawn, tropisch=tropical, pampasgras=pampas grass, eukalyptus=eucalyptus, efeu=ivy,
    orchidee=orchid, rosenblatter=rose petals, blutenblatter=petals, tannenzapfen=pine cone,
    ahornblatter=maple leaves, ostereier=easter eggs, valentinstag=valentine, herz=hearts, muttertag=mother's
    day, geburtstag=birthday, konfetti=confetti, hochzeit=wedding, girlande=garland, luxurios=luxury,
    luxus=luxury, rustikal=rustic, skandinavisch=scandinavian, minimalistisch=minimal, industriell=industrial,
    verschwommen=blurred, unscharf=blurred, unscharfe=blur, vogelperspektive=bird's eye view, draufsicht=top
    view, augenhohe=eye level, dielen=floorboards, palette=pallet, stufe=steps, bogen=arch, vorhang=curtain,
    saule=columns, kreis=circle, wurfel=cubes, gebirge=mountains, gipfel=peak, alpen=alps, hugel=hills,
    blumenwiese=wildflower meadow, park=park, hof=courtyard, zimmer=room, raum=room, esszimmer=dining room,
    sofa=sofa, fitnessstudio=gym, klassenzimmer=classroom, bibliothek=library, labor=laboratory,
    apotheke=pharmacy, laden=shop, schaufenster=shop window, markt=market, fluss=river, bach=stream,
    teich=pond, schwimmbad=swimming pool, pool=pool, welle=waves, tropfen=drops, frost=frost,
    schneeflocke=snowflakes, winterlandschaft=winter landscape, stern=stars, mond=moon, weltall=outer space,
    verlauf=gradient, farbverlauf=gradient, einfarbig=plain, fur=for, mein=my, unser=our, dein=your,
    bitte=please, bild=picture, sehr=very, etwas=some, viel=many, leicht=slight, stehend=standing,
    liegend=lying, zwischen=between, vom=from, zum=to, zur=to, bis=to, beim=at, durch=through, als=as,
    wie=like, es=it, ist=is, rund=round, gross=large, klein=small, alt=old, neu=new, reif=ripe, sauber=clean,
    rein=pure, matt=matte, glanzend=glossy, mensch=people, leute=people, hande=hands, schrift=text,
    kase=cheese, meersalz=sea salt, sandstrand=sandy beach, silber=silver, kupfer=copper, messing=brass,
    stahl=steel, keramik=ceramic, putz=plaster, jahreszeit=season, ambiente=mood, atmosphare=mood,
    lichtstimmung=light mood, nachmittag=afternoon, personen=people, kugel=balls, edl=elegant,
    herbstlich=autumn, pilz=mushrooms, seitenlicht=side light, bunt=colourful, ei=egg, eier=eggs,
    lichtreflex=reflections, sessel=armchair, samtsessel=velvet armchair, lampenlicht=lamp light, hutte=cabin,
    almhutte=mountain cabin, bank=bench, holzbank=wooden bench, winterlich=winter, sommerlich=summer,
    fruhlingshaft=spring, kraut=herbs, krauter=herbs, gemuse=vegetables, bauernhof=farm, ofen=oven,
    spule=sink, waschbecken=sink, badewanne=bathtub, schneebedeckt=snow covered, klar=clear, luft=air,
    steg=jetty, neonlicht=neon light, pfirsichton=peach, zart=soft, landhausstil=country style,
    freundlich=cheerful, schmuck=jewellery, goldstaub=gold dust, kerzenlicht=candle light, steinboden=stone
    floor, pfad=path, weg=path, stuhl=chair, gegen=against
    """
)
