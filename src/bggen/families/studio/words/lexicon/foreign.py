"""What a scene is described with in German, French, Spanish and Italian, word by word in English.

Without accents. Words stand as they are before their endings (`weiss` for `weisser`); those marked `*` follow
what they describe where the language has it so (`fond blanc`). Entries of several words go
before those of one.
"""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    return dict(entry.split("=", 1) for entry in " ".join(text.split()).split(", "))


#: language -> word -> English
FOREIGN: dict[str, dict[str, str]] = {
    "german": _pairs(
        """
        auf=on, vor=against, mit=with, ohne=without, und=and, von=from, aus=of, in=in, im=in, am=on,
        an=on, bei=in, neben=beside, hinter=behind, unter=under, kein=no, nicht=not, ein=a, der=the,
        die=the, das=the, dem=the, den=the, einem=a, einer=a, hintergrund=background, wand=wall,
        tisch=table, boden=floor, platte=top, brett=board, theke=counter, regal=shelf, flache=surface,
        sockel=plinth, podest=podium, holz=wood, eiche=oak, nussbaum=walnut, kiefer=pine, bambus=bamboo,
        marmor=marble, stein=stone, beton=concrete, schiefer=slate, fliese=tile, ziegel=brick,
        leinen=linen, stoff=cloth, seide=silk, samt=velvet, leder=leather, papier=paper, glas=glass,
        spiegel=mirror, metall=metal, sand=sand, erde=soil, moos=moss, gras=grass, wiese=meadow,
        schnee=snow, eis=ice, wasser=water, kork=cork, strand=beach, meer=sea, wald=forest, garten=garden,
        berg=mountain, stadt=city, himmel=sky, nacht=night, kuche=kitchen, bad=bathroom, wohnzimmer=living
        room, werkstatt=workshop, licht=light, sonne=sun, sonnig=sunny, schatten=shadow, fenster=window,
        links=left, rechts=right, oben=above, hinten=behind, vorne=front, weich=soft, hart=hard,
        warm=warm, kuhl=cool, hell=bright, dunkel=dark, dunkl=dark, dramatisch=dramatic,
        naturlich=natural, edel=elegant, schlicht=minimal, gemutlich=cosy, abend=evening, morgen=morning,
        weihnacht=christmas, weihnachten=christmas, ostern=easter, herbst=autumn, blatt=leaf,
        blatter=leaves, blume=flower, rose=rose, kerze=candle, pflanze=plant, palme=palm, zitrone=lemon,
        buch=book, buche=beech, bucher=books, kiesel=pebble, geschenk=gift, weiss=white, schwarz=black,
        grau=grey, rot=red, blau=blue, grun=green, gelb=yellow, rosa=pink, lila=lilac, braun=brown,
        turkis=turquoise, beige=beige, gold=gold, produkt=product, foto=photo, sonnenuntergang=sunset,
        sonnenaufgang=sunrise, terrasse=terrace, feld=field, lavendel=lavender, winter=winter,
        sommer=summer, fruhling=spring, buro=office, schlafzimmer=bedroom, wolke=cloud, handtuch=towel,
        weinberg=vineyard, kurbis=pumpkin, schwebend=levitating, uber=above, strick=knit, decke=blanket,
        picknick=picnic, kariert=checked, korb=basket, rattan=rattan, gestreift=striped, streifen=stripes,
        gepunktet=dotted, punkt=dots, regenbogen=rainbow, stroh=straw, heu=hay, jute=jute, fell=fur,
        seifenblase=bubbles, luftballon=balloons, ballon=balloons, erdbeere=strawberry, tulpe=tulip,
        sonnenblume=sunflower, feuerwerk=fireworks, silvester=fireworks, gewachshaus=greenhouse,
        wasserfall=waterfall, see=lake, scheune=barn, backerei=bakery, dachterrasse=rooftop,
        unterwasser=underwater, nordlicht=aurora, schokolade=chocolate pieces, kaktus=cactus,
        feder=feathers, glitzer=glitter, mohn=poppy, kaffeetasse=coffee cup, schachbrett=checkerboard,
        orangen=oranges, orangenscheibe=orange slices, apfelsine=oranges, mandarine=mandarins,
        limette=limes, limettenscheibe=lime slices, apfel=apple, heidelbeere=blueberries,
        blaubeere=blueberries, himbeere=raspberries, beere=berries, zimt=cinnamon sticks,
        zimtstange=cinnamon sticks, sternanis=star anise, gewurz=spices, mandel=almonds, nuss=nuts,
        haselnuss=hazelnuts, walnuss=walnuts, croissant=croissant, kokosnuss=coconut, kokos=coconut,
        honig=honey, honigwabe=honeycomb, bienenwabe=honeycomb, honigloffel=honey dipper, traube=grapes,
        weintraube=grapes, pfirsich=peach, pfirsiche=peaches, tomate=tomatoes, lavendelzweig=lavender
        sprigs, lavendelblute=lavender flowers, lavendelstrauss=bouquet of lavender, kirschblute=cherry
        blossoms, kirschblutenzweig=cherry blossom branch, kirschzweig=cherry branch,
        ganseblumchen=daisies, margerite=daisies, kamille=chamomile, pfingstrose=peonies, farn=fern,
        farnblatt=fern leaf, farnblatter=fern leaves, oliven=olives, olivenzweig=olive branch,
        trockenblume=dried flowers, getrocknet=dried, zweig=branch, scheibe=slices, weizen=wheat,
        ahre=ears of wheat, strauss=bouquet, minze=mint, minzblatt=mint leaves, minzblatter=mint leaves,
        obst=fruit, gebackstuck=pastries, geback=pastries, sakura=sakura, avocado=avocado,
        grapefruit=grapefruit, bluhend=blooming, frisch=fresh, umgeben von=surrounded by, halb=half,
        weinkeller=wine cellar, keller=cellar, fass=barrel, holzfass=barrel, baumstamm=tree trunk,
        baumstumpf=tree stump, fensterbank=windowsill, regen=rain, draussen=outside, asphalt=asphalt,
        nass=wet, wassertropfen=water drops, wasserspritzer=splash of water, bergsee=mountain lake,
        weihnachtsmarkt=christmas market, weihnachtsbaum=christmas tree, tannenbaum=christmas tree,
        lichterkette=fairy lights, kinderzimmer=kids room, teppich=rug, spielzeug=toys, kneipe=pub,
        eiswurfel=ice cubes, gurke=cucumber, gurkenscheibe=cucumber slices, brot=bread, rosmarin=rosemary,
        tuch=cloth, kissen=cushion, holzkiste=wooden crate, kiste=crate, olivenol=olive oil,
        knoblauch=garlic, schneidebrett=cutting board, muschel=seashells, treppe=stairs, requisite=props,
        tasse=cup, flasche=bottle, wein=wine, bier=beer, seife=soap, parfum=perfume, schuh=shoes,
        herbstlaub=autumn leaves, herbstblatter=autumn leaves, badezimmer=bathroom, stimmung=mood,
        weihnachtlich=christmas, tannenzweig=fir branch, tanne=fir, weihnachtskugel=baubles, nebel=fog,
        neblig=foggy, dunst=mist, salbei=sage, salbeigrun=sage green, mintgrun=mint green, olivgrun=olive
        green, smaragdgrun=emerald green, tannengrun=forest green, dunkelgrun=dark green, hellgrun=light
        green, hellgrau=light grey, dunkelgrau=dark grey, anthrazit=anthracite, hellblau=light blue,
        dunkelblau=dark blue, himmelblau=sky blue, nachtblau=midnight blue, altrosa=dusty pink,
        zartrosa=pale pink, weinrot=burgundy, bordeaux=burgundy, senfgelb=mustard yellow, flieder=lilac,
        koralle=coral, terrakotta=terracotta, petrol=teal, creme=cream, cremeweiss=off white,
        cremefarben=cream, pastell=pastel, pastellfarben=pastel, farben=coloured, gruen=green,
        kueche=kitchen, blaetter=leaves, ueber=above, modern=modern, arbeitsplatte=worktop, palmblatt=palm
        leaf, palmblatter=palm leaves, bett=bed, fotografiert=photographed, zement=cement, fabrik=factory,
        fabrikhalle=factory hall, kamin=fireplace, mauer=wall, balkon=balcony, blick=view,
        fruhlingsblume=spring flowers, tag=day, sonnenlicht=sunlight, tageslicht=daylight, mittag=noon,
        gegenlicht=backlight, fensterlicht=window light, schattenspiel=shadow play, rauch=smoke,
        dampf=steam, lagerfeuer=campfire, zelt=tent, wuste=desert, dune=dunes, fels=rock, felsen=rock,
        lavastein=lava rock, granit=granite, travertin=travertine, terrazzo=terrazzo,
        kopfsteinpflaster=cobblestones, strasse=street, kies=gravel, rasen=lawn, tropisch=tropical,
        pampasgras=pampas grass, eukalyptus=eucalyptus, efeu=ivy, orchidee=orchid, rosenblatter=rose
        petals, blutenblatter=petals, tannenzapfen=pine cone, ahornblatter=maple leaves, ostereier=easter
        eggs, valentinstag=valentine, herz=hearts, muttertag=mother's day, geburtstag=birthday,
        konfetti=confetti, hochzeit=wedding, girlande=garland, luxurios=luxury, luxus=luxury,
        rustikal=rustic, skandinavisch=scandinavian, minimalistisch=minimal, industriell=industrial,
        verschwommen=blurred, unscharf=blurred, unscharfe=blur, vogelperspektive=bird's eye view,
        draufsicht=top view, augenhohe=eye level, dielen=floorboards, palette=pallet, stufe=steps,
        bogen=arch, vorhang=curtain, saule=columns, kreis=circle, wurfel=cubes, gebirge=mountains,
        gipfel=peak, alpen=alps, hugel=hills, blumenwiese=wildflower meadow, park=park, hof=courtyard,
        zimmer=room, raum=room, esszimmer=dining room, sofa=sofa, fitnessstudio=gym,
        klassenzimmer=classroom, bibliothek=library, labor=laboratory, apotheke=pharmacy, laden=shop,
        schaufenster=shop window, markt=market, fluss=river, bach=stream, teich=pond, schwimmbad=swimming
        pool, pool=pool, welle=waves, tropfen=drops, frost=frost, schneeflocke=snowflakes,
        winterlandschaft=winter landscape, stern=stars, mond=moon, weltall=outer space, verlauf=gradient,
        farbverlauf=gradient, einfarbig=plain, fur=for, mein=my, unser=our, dein=your, bitte=please,
        bild=picture, sehr=very, etwas=some, viel=many, leicht=slight, stehend=standing, liegend=lying,
        zwischen=between, vom=from, zum=to, zur=to, bis=to, beim=at, durch=through, als=as, wie=like,
        es=it, ist=is, rund=round, gross=large, klein=small, alt=old, neu=new, reif=ripe, sauber=clean,
        rein=pure, matt=matte, glanzend=glossy, mensch=people, leute=people, hande=hands, schrift=text,
        kase=cheese, meersalz=sea salt, sandstrand=sandy beach, silber=silver, kupfer=copper,
        messing=brass, stahl=steel, keramik=ceramic, putz=plaster, jahreszeit=season, ambiente=mood,
        atmosphare=mood, lichtstimmung=light mood, nachmittag=afternoon, personen=people, kugel=balls,
        edl=elegant, herbstlich=autumn, pilz=mushrooms, seitenlicht=side light, bunt=colourful, ei=egg,
        eier=eggs, lichtreflex=reflections, sessel=armchair, samtsessel=velvet armchair, lampenlicht=lamp
        light, hutte=cabin, almhutte=mountain cabin, bank=bench, holzbank=wooden bench, winterlich=winter,
        sommerlich=summer, fruhlingshaft=spring, kraut=herbs, krauter=herbs, gemuse=vegetables,
        bauernhof=farm, ofen=oven, spule=sink, waschbecken=sink, badewanne=bathtub, schneebedeckt=snow
        covered, klar=clear, luft=air, steg=jetty, neonlicht=neon light, pfirsichton=peach, zart=soft,
        landhausstil=country style, freundlich=cheerful, schmuck=jewellery, goldstaub=gold dust,
        kerzenlicht=candle light, steinboden=stone floor, pfad=path, weg=path, stuhl=chair, gegen=against
        """
    ),
    "french": _pairs(
        """
        sur=on, devant=against, contre=against, d'un=of, d'une=of, avec=with, sans=without, et=and, de=of,
        du=of, des=of, en=of, a=at, au=at, aux=at, dans=in, un=a, une=a, le=the, la=the, les=the, pas=not,
        derriere=behind, fond=background, mur=wall, table=table, sol=floor, plan=top, comptoir=counter,
        etagere=shelf, socle=plinth, bois=wood, chene=oak, noyer=walnut, bambou=bamboo, marbre=marble,
        pierre=stone, beton=concrete, ardoise=slate, carrelage=tiles, brique=brick, lin=linen,
        tissu=cloth, soie=silk, velours=velvet, cuir=leather, papier=paper, verre=glass, miroir=mirror,
        metal=metal, sable=sand, terre=soil, mousse=moss, herbe=grass, neige=snow, glace=ice, eau=water,
        liege=cork, plage=beach, mer=sea, foret=forest, jardin=garden, montagne=mountain, ville=city,
        ciel=sky, nuit=night, cuisine=kitchen, salon=living room, atelier=workshop, lumiere=light,
        soleil=sun, ensoleille=sunny, ombre=shadow, fenetre=window, gauche=left, droite=right, haut=above,
        dos=behind, douce=soft*, doux=soft*, dur=hard*, chaud=warm*, froid=cool*, clair=light*,
        lumineu=bright*, sombre=dark*, naturel=natural*, elegant=elegant*, epure=minimal*, soir=evening,
        matin=morning, noel=christmas, paques=easter, automne=autumn, feuille=leaf, fleur=flower,
        bougie=candle, plante=plant, palmier=palm, citron=lemon, livre=book, galet=pebble, cadeau=gift,
        blanc=white*, blanche=white*, noir=black*, gris=grey*, rouge=red*, bleu=blue*, vert=green*,
        jaune=yellow*, rose=pink*, violet=purple*, marron=brown*, brun=brown*, turquoise=turquoise*,
        beige=beige*, dore=golden*, produit=product, photo=photo, terrasse=terrace, vue=view,
        coucher=sunset, champ=field, lavande=lavender, hiver=winter, ete=summer, printemps=spring,
        bureau=desk, chambre=bedroom, nuage=cloud, vigne=vineyard, citrouille=pumpkin, podium=podium,
        flottant=levitating, dessus=above, maille=knit, tricot=knit, osier=wicker, rotin=rattan,
        panier=basket, couverture=blanket, vichy=gingham, raye=striped*, rayure=stripes, pois=dots,
        arc-en-ciel=rainbow, paille=straw, foin=hay, fourrure=fur, bulle=bubbles, fraise=strawberry,
        savon=soap, tulipe=tulip, tournesol=sunflower, coquelicot=poppy, serre=greenhouse,
        cascade=waterfall, lac=lake, grange=barn, boulangerie=bakery, rooftop=rooftop, vignoble=vineyard,
        damier=checkerboard, paillette=glitter, cactus=cactus, plume=feathers, citrons=lemons,
        oranges=oranges, tranche d'orange=orange slices, mandarine=mandarins, clementine=clementines,
        pamplemousse=grapefruit, citron vert=limes, lime=limes, pomme=apple*, pommes=apples,
        myrtille=blueberries, framboise=raspberry*, framboises=raspberries, baie=berries,
        cannelle=cinnamon sticks, baton de cannelle=cinnamon sticks, anis=star anise, anis etoile=star
        anise, badiane=star anise, epice=spices, amande=almonds, noisette=hazelnuts, noix=nuts, noix de
        coco=coconut, coco=coconut, croissant=croissant, viennoiserie=pastries, miel=honey, rayon de
        miel=honeycomb, nid d'abeille=honeycomb, cuillere a miel=honey dipper, avocat=avocado,
        raisin=grapes, grappe=bunch, peche=peach*, peches=peaches, abricot=apricots, tomate=tomatoes,
        fleur sechee=dried flowers, bouquet=bouquet, seche=dried*, brin de lavande=lavender sprigs,
        branche de lavande=lavender sprigs, bouquet de lavande=lavender bouquet, fleur de lavande=lavender
        flowers, fleur de cerisier=cherry blossoms, branche de cerisier=cherry branch, cerisier en
        fleur=cherry blossoms, bois de cerisier=cherry wood, cerisier=cherry, marguerite=daisies,
        paquerette=daisies, camomille=chamomile, pivoine=peonies, fougere=fern, olive=olive*,
        olives=olives, branche d'olivier=olive branch, rameau d'olivier=olive branch, branche=branch,
        ble=wheat, epi de ble=ears of wheat, feuille de menthe=mint leaves, menthe=mint*, fruit=fruit,
        tranche=slices, frais=fresh*, fraiche=fresh*, entoure de=surrounded by, entoure par=surrounded by,
        a cote de=next to, a cote du=next to, a cote des=next to, a cote d'un=next to, a cote d'une=next
        to, champ de ble=wheat field, vert olive=olive green*, vert pomme=apple green*, vert menthe=mint
        green*, vert citron=lime green*, rocher=rock, roche=rock, roche volcanique=volcanic rock,
        eclaboussure=splash, d'eau=of water, goutte d'eau=water drops, mouille=wet*, vitrine=shop window,
        huile d'olive=olive oil, huile=oil, pain=bread, ail=garlic, planche=board, planche a
        decouper=cutting board, mousse et bulle=foam and bubbles, bulles et mousse=bubbles and foam,
        dramatique=dramatic*, rebord de fenetre=windowsill, pluie=rain, dehors=outside, bouteille=bottle,
        vin=wine, tonneau=barrel, caisse=crate, cave=wine cellar, chaussure=shoes, escalier=staircase,
        pur=pure*, accessoire=props, rond=round*, bijou=jewellery, coquillage=seashells, coussin=cushion,
        tapis=rug, sapin=fir, sapin de noel=christmas tree, guirlande lumineuse=fairy lights,
        concombre=cucumber, parfum=perfume, tasse=cup, rue=street, asphalte=asphalt, sac=bag, sac a
        main=handbag, pluvieu=rainy*, rustique=rustic*, salle de bain=bathroom, serviette=towels, rose
        poudre=powder pink*, rose pale=pale pink*, vieux rose=dusty pink*, arriere plan=background,
        flou=blurred*, parisien=parisian*, carreaux=checked*, nappe=tablecloth, nappe a carreaux=checked
        tablecloth, sauge=sage, vert sauge=sage green*, vert sapin=forest green*, vert emeraude=emerald
        green*, vert d'eau=mint green*, vert fonce=dark green*, bleu nuit=midnight blue*, bleu marine=navy
        blue*, bleu ciel=sky blue*, bleu canard=teal*, fonce=dark*, pale=pale*, bordeaux=burgundy*,
        moutarde=mustard*, creme=cream*, ecru=cream*, corail=coral*, lilas=lilac*, ocre=ochre*,
        orange=orange*, terre cuite=terracotta, terracotta=terracotta*, anthracite=charcoal*, pierre
        volcanique=volcanic rock, volcanique=volcanic*, pierre de lave=volcanic rock, fumee=smoke,
        brume=mist, brouillard=fog, plan de travail=worktop, granit=granite, travertin=travertine,
        brut=raw*, lit=bed, lit defait=unmade bed, drap=bed sheets, vue de dessus=top view, vue du
        dessus=top view, vu du dessus=top view, vu de dessus=top view, vue d'en haut=top view, en
        plongee=high angle, au bord de=by, au bord d'un=by, au bord d'une=by, au bord du=by, pres de=by,
        piscine=pool, ambiance=mood, luxe=luxury, luxueu=luxury*, moderne=modern*, table basse=coffee
        table, canape=sofa, fauteuil=armchair, cheminee=fireplace, rideau=curtain, parquet=oak floor,
        plancher=floorboards, platre=plaster, chaux=limewash, ceramique=ceramic, laiton=brass,
        cuivre=copper, acier=steel, or=gold, argent=silver, gravier=gravel, dune=dunes, desert=desert,
        falaise=cliffs, colline=hills, riviere=river, ruisseau=stream, etang=pond, vague=waves,
        goutte=drops, feu de camp=campfire, tente=tent, fete=celebration, anniversaire=birthday,
        mariage=wedding, saint valentin=valentine, coeur=hearts, fete des meres=mother's day,
        ballon=balloons, confetti=confetti, petale=petals, feuille morte=autumn leaves, feuilles
        morte=autumn leaves, feuilles d'automne=autumn leaves, feuille de palmier=palm leaf, feuilles de
        palmier=palm leaves, eucalyptus=eucalyptus, herbe de la pampa=pampas grass, herbes de la
        pampa=pampas grass, orchidee=orchid, lierre=ivy, pomme de pin=pine cone, pommes de pin=pine cones,
        houx=holly, gens=people, personne=people, personnage=people, texte=text, main=hands, mains=hands,
        lumiere du jour=daylight, contre jour=backlight, heure doree=golden hour, midi=noon, lever de
        soleil=sunrise, lever du soleil=sunrise, coucher de soleil=sunset, coucher du soleil=sunset, fin
        d'apres midi=late afternoon, rasant=raking*, tamise=dim*, degrade=gradient*, uni=plain*,
        marocain=moroccan*, mediterraneen=mediterranean*, scandinave=scandinavian*, minimaliste=minimal*,
        boheme=boho*, industriel=industrial*, chaleureu=warm*, festi=festive*, printanier=spring*,
        automnal=autumn*, hivernal=winter*, tropical=tropical*, tropicale=tropical*, fromage=cheese,
        beurre=butter, mon=my, ma=my, mes=my, notre=our, nos=our, votre=your, pour=for, par=by,
        entre=between, sous=under, tres=very, petit=small*, grand=large*, vieu=old*, vieil=old*,
        beau=beautiful*, belle=beautiful*, est=is, vue sur mer=sea view, vue sur la mer=sea view,
        toit=rooftop, ponton=jetty, quai=pier, bateau=boat, marche=market, boutique=shop, magasin=shop,
        salle de sport=gym, salle a manger=dining room, bibliotheque=library, salle de classe=classroom,
        laboratoire=laboratory, pharmacie=pharmacy, cafe=cafe, restaurant=restaurant, jungle=jungle,
        potager=vegetable garden, verger=orchard, prairie=meadow, pelouse=lawn, gazon=lawn, sous
        bois=forest floor, arche=arch, marches=steps, colonne=columns, cercle=circle, cube=cubes,
        etoile=stars, lune=moon, espace=space, peu=some, style=style, motif=pattern, reflet=reflections,
        brillant=glossy*, mat=matte*, lisse=smooth*, propre=clean*, fleuri=blooming*, herbes=herbs, herbes
        aromatique=herbs, campagne=countryside, cuisine de campagne=country kitchen, champignon=mushrooms,
        venant=coming, de derriere=from behind, de cote=from the side, rondin=log, tronc=log, souche=tree
        stump, chalet=chalet, cabane=cabin, baignoire=bathtub, lavabo=sink, evier=sink, legume=vegetables,
        oeuf=eggs, oeufs=eggs, etal=stall, tamisee=dim*, sur des=on, sur du=on, sur de la=on, avec
        des=with, avec du=with, avec de la=with, petales de rose=rose petals, petale de rose=rose petals,
        tasse de cafe=coffee cup, carnet=notebook, guirlande=garland, plaque=slab, orageu=stormy*,
        sentier=trail, olivier=olive tree, chaise=chair, assiette=plate, retroeclaire=backlit*
        """
    ),
    "spanish": _pairs(
        """
        sobre=on, en=on, ante=against, contra=against, con=with, sin=without, y=and, de=of, del=of,
        desde=from, un=a, una=a, el=the, la=the, los=the, las=the, no=no, tras=behind, fondo=background,
        pared=wall, mesa=table, suelo=floor, encimera=counter, estante=shelf, pedestal=pedestal,
        madera=wood, roble=oak, nogal=walnut, bambu=bamboo, marmol=marble, piedra=stone,
        hormigon=concrete, cemento=concrete, pizarra=slate, azulejo=tile, ladrillo=brick, lino=linen,
        tela=cloth, seda=silk, terciopelo=velvet, cuero=leather, papel=paper, vidrio=glass, cristal=glass,
        espejo=mirror, metal=metal, arena=sand, tierra=soil, musgo=moss, hierba=grass, cesped=grass,
        nieve=snow, hielo=ice, agua=water, corcho=cork, playa=beach, mar=sea, bosque=forest,
        jardin=garden, montana=mountain, ciudad=city, cielo=sky, noche=night, cocina=kitchen, salon=living
        room, taller=workshop, luz=light, sol=sun, soleado=sunny*, sombra=shadow, ventana=window,
        izquierda=left, derecha=right, arriba=above, detras=behind, suave=soft*, dur=hard*, calid=warm*,
        fri=cool*, clar=light*, brillante=bright*, oscur=dark*, natural=natural*, elegante=elegant*,
        minimalista=minimal*, tarde=evening, manana=morning, navidad=christmas, pascua=easter,
        otono=autumn, hoja=leaf, flor=flower, vela=candle, planta=plant, palm=palm, palmera=palm,
        limon=lemon, libro=book, regalo=gift, blanc=white*, negr=black*, gris=grey*, roj=red*, azul=blue*,
        verde=green*, amarill=yellow*, rosa=pink*, morad=purple*, marron=brown*, turquesa=turquoise*,
        beige=beige*, dorad=golden*, producto=product, foto=photo, terraza=terrace, atardecer=sunset,
        amanecer=sunrise, campo=countryside, lavanda=lavender, invierno=winter, verano=summer,
        primavera=spring, oficina=office, dormitorio=bedroom, nube=cloud, calabaza=pumpkin,
        vinedo=vineyard, podio=podium, flotando=levitating, levitando=levitating, manta=blanket,
        punto=knit, mimbre=wicker, ratan=rattan, cesta=basket, guijarro=pebble, rayas=stripes,
        lunares=dots, arcoiris=rainbow, paja=straw, heno=hay, burbuja=bubbles, globo=balloons,
        fresa=strawberry, tulipan=tulip, girasol=sunflower, amapola=poppy, invernadero=greenhouse,
        cascada=waterfall, lago=lake, granero=barn, panaderia=bakery, azotea=rooftop, fuegos=fireworks,
        purpurina=glitter, cactus=cactus, pluma=feathers, ajedrez=checkerboard, mercado=market,
        naranja=orange*, naranjas=oranges, mandarina=mandarins, pomelo=grapefruit, rodajas de
        naranja=orange slices, lima=lime*, limas=limes, rodaja de lima=lime slices, manzana=apple*,
        manzanas=apples, arandano=blueberries, frambuesa=raspberries, baya=berries, canela=cinnamon
        sticks, rama de canela=cinnamon sticks, anis=star anise, anis estrellado=star anise,
        especia=spices, almendra=almonds, avellana=hazelnuts, nueces=nuts, croissant=croissant,
        cruasan=croissant, coco=coconut, miel=honey, panal=honeycomb, panal de miel=honeycomb,
        aguacate=avocado, uva=grapes, melocoton=peach*, melocotones=peaches, durazno=peach*,
        duraznos=peaches, tomate=tomatoes, flor seca=dried flowers, flores seca=dried flowers, sec=dried*,
        ramita de lavanda=lavender sprigs, rama de lavanda=lavender sprigs, ramo de lavanda=lavender
        bouquet, flor de lavanda=lavender flowers, flores de lavanda=lavender flowers, flor de
        cerezo=cherry blossoms, flores de cerezo=cherry blossoms, rama de cerezo=cherry branch, cerezo en
        flor=cherry blossoms, madera de cerezo=cherry wood, cerezo=cherry, margarita=daisies,
        manzanilla=chamomile, peonia=peonies, helecho=fern, aceituna=olives, rama de olivo=olive branch,
        ramas de olivo=olive branches, madera de olivo=olive wood, rama=branch, ramo=bouquet, trigo=wheat,
        espiga=ears of wheat, hoja de menta=mint leaves, menta=mint*, fruta=fruit, rodaja=slices,
        fresc=fresh*, rodead de=surrounded by, rodead por=surrounded by, junto a=next to, junto al=next
        to, al lado de=next to, campo de trigo=wheat field, verde oliva=olive green*, verde lima=lime
        green*, verde manzana=apple green*, verde menta=mint green*, roca=rock, roca volcanica=volcanic
        rock, salpicadura=splash, gotas de agua=water drops, antigu=old*, asfalto=asphalt, mojad=wet*,
        aceite de oliva=olive oil, aceite=oil, pan=bread, ajo=garlic, tabla de cortar=cutting board,
        tabla=board, alfeizar=windowsill, lluvia=rain, afuera=outside, botella=bottle, vino=wine,
        barril=barrel, bodega=wine cellar, pepino=cucumber, calle=street, jabon=soap, espuma=foam,
        accesorio=props, ni=or, redond=round*, dramatic=dramatic*, joya=jewellery, concha=seashells,
        concha marina=seashells, perla=pearls, arbol de navidad=christmas tree, luces=lights,
        cojin=cushion, alfombra=rug, taza=cup, perfume=perfume, bolso=bag, escalera=stairs,
        lluvios=rainy*, hierbas=herbs, luminos=bright*, degradado=gradient*, naviden=christmas*,
        pino=pine, ramas de pino=pine branches, niebla=fog, bruma=mist, mantel=tablecloth, mantel a
        cuadros=checked tablecloth, azul cielo=sky blue*, azul marino=navy blue*, azul claro=light blue*,
        verde salvia=sage green*, verde esmeralda=emerald green*, verde bosque=forest green*, celeste=sky
        blue*, lila=lilac*, burdeos=burgundy*, mostaza=mustard*, crema=cream*, coral=coral*, ocre=ochre*,
        terracota=terracotta*, lujos=luxury*, lujo=luxury, cuarto de bano=bathroom, bano=bathroom,
        toalla=towels, desierto=desert, mediodia=noon, vista al mar=sea view, vista=view, vistas=view,
        agrietad=cracked*, veta=veins, vetas doradas=gold veins, estilo=style, ambiente=mood,
        atmosfera=mood, al=at, a=at, hojas de otono=autumn leaves, hojas otonales=autumn leaves, hojas de
        palmera=palm leaves, hojas seca=autumn leaves, hojas de eucalipto=eucalyptus,
        eucalipto=eucalyptus, gente=people, persona=people, texto=text, mano=hands, humo=smoke,
        chimenea=fireplace, sofa=sofa, cama=bed, sabana=bed sheets, cortina=curtain, rustic=rustic*,
        modern=modern*, tropical=tropical*, colina=hills, rio=river, dunas=dunes, acantilado=cliffs,
        piscina=pool, ola=waves, orilla=shore, muelle=pier, yeso=plaster, estuco=stucco, granito=granite,
        travertino=travertine, laton=brass, cobre=copper, acero=steel, oro=gold, plata=silver, arco=arch,
        escalon=steps, columna=columns, circulo=circle, borros=blurred*, desenfocad=blurred*, vista
        cenital=top view, cenital=overhead*, desde arriba=from above, contraluz=backlight, luz del
        dia=daylight, hora dorada=golden hour, puesta de sol=sunset, puesta del sol=sunset, salida del
        sol=sunrise, mi=my, mis=my, nuestr=our, tu=your, para=for, por=by, entre=between, bajo=under,
        muy=very, pequen=small*, grande=large*, viej=old*, bonit=nice*, color=coloured, tienda=shop,
        gimnasio=gym, biblioteca=library, farmacia=pharmacy, laboratorio=laboratory, cafeteria=cafe,
        cafe=cafe, restaurante=restaurant, selva=jungle, pradera=meadow, prado=meadow, huerto=orchard,
        petalo=petals, corazon=hearts, corazones=hearts, san valentin=valentine, cumpleanos=birthday,
        boda=wedding, fiesta=celebration, festiv=festive*, dia de la madre=mother's day, otonal=autumn*,
        invernal=winter*, estrella=stars, luna=moon, queso=cheese, mantequilla=butter, copa=glass,
        vaso=glass, estanteria=shelf, tocon=tree stump, lavabo=sink, hoguera=campfire, tienda de
        campana=tent, jungla=jungle, hiedra=ivy, reflejo=reflections, liso=plain*, mate=matte*,
        limpi=clean*, solid=plain*, lado=side, lateral=side*, o=or, tronco=log, setas=mushrooms,
        hongo=mushrooms, desde atras=from behind, de atras=from behind, cabana=cabin, banera=bathtub,
        fregadero=sink, verdura=vegetables, huevo=eggs, herbal=herbal*, florid=blooming*, petalos de
        rosa=rose petals, petalo de rosa=rose petals, taza de cafe=coffee cup, adoquin=cobblestones,
        adoquines=cobblestones, sendero=trail, olivo=olive tree, silla=chair, plato=plate
        """
    ),
    "italian": _pairs(
        """
        su=on, sul=on, sulla=on, davanti=against, contro=against, con=with, senza=without, e=and, di=of,
        del=of, della=of, da=from, dal=from, dalla=from, in=in, un=a, una=a, il=the, lo=the, la=the,
        le=the, non=not, dietro=behind, sfondo=background, parete=wall, muro=wall, tavol=table,
        pavimento=floor, piano=top, bancone=counter, mensola=shelf, piedistallo=pedestal, legno=wood,
        rovere=oak, noce=walnut, bambu=bamboo, marmo=marble, pietra=stone, cemento=concrete,
        ardesia=slate, piastrell=tile, matton=brick, lino=linen, tessuto=cloth, seta=silk, velluto=velvet,
        pelle=leather, carta=paper, vetro=glass, specchio=mirror, metallo=metal, sabbia=sand, terra=soil,
        muschio=moss, erba=grass, neve=snow, ghiaccio=ice, acqua=water, sughero=cork, spiaggia=beach,
        mare=sea, bosco=forest, foresta=forest, giardino=garden, montagn=mountain, citta=city, cielo=sky,
        notte=night, cucina=kitchen, soggiorno=living room, officina=workshop, luce=light, sole=sun,
        soleggiat=sunny*, ombr=shadow, finestra=window, sinistra=left, destra=right, alto=above,
        morbid=soft*, dur=hard*, cald=warm*, fredd=cool*, chiar=light*, luminos=bright*, scur=dark*,
        natural=natural*, elegante=elegant*, minimalista=minimal*, sera=evening, mattino=morning,
        natale=christmas, pasqua=easter, autunno=autumn, foglia=leaf, foglie=leaves, fior=flower,
        candel=candle, piant=plant, palm=palm, limon=lemon, libr=book, regal=gift, bianc=white*,
        ner=black*, grigi=grey*, ross=red*, blu=blue*, azzurr=blue*, verd=green*, giall=yellow*,
        rosa=pink*, viola=purple*, marrone=brown*, turchese=turquoise*, beige=beige*, dorat=golden*,
        prodotto=product, foto=photo, tramonto=sunset, alba=dawn, terrazza=terrace, campo=field,
        lavanda=lavender, inverno=winter, primavera=spring, ufficio=office, scrivania=desk, camera=room,
        nuvola=cloud, zucca=pumpkin, vigneto=vineyard, podio=podium, sospes=levitating,
        fluttuante=levitating, sopra=above, coperta=blanket, maglia=knit, vimini=wicker, rattan=rattan,
        cest=basket, ciottol=pebble, righe=stripes, pois=dots, arcobaleno=rainbow, paglia=straw,
        fieno=hay, pelliccia=fur, bolle=bubbles, palloncin=balloons, fragol=strawberry, tulipan=tulip,
        girasol=sunflower, papaver=poppy, serra=greenhouse, cascata=waterfall, lago=lake, fienile=barn,
        panetteria=bakery, fuochi=fireworks, glitter=glitter, cactus=cactus, piume=feathers,
        scacchi=checkerboard, mercato=market, arance=oranges, arancia=oranges, fett di arancia=orange
        slices, fett d'arancia=orange slices, arancion=orange*, mandarin=mandarins, pompelmo=grapefruit,
        lime=lime*, mela=apple*, mele=apples, mirtill=blueberries, lampon=raspberries, cannella=cinnamon
        sticks, stecca di cannella=cinnamon sticks, stecche di cannella=cinnamon sticks, anice=star anise,
        anice stellato=star anise, spezi=spices, mandorl=almonds, nocciol=hazelnuts, noci=nuts, noce di
        cocco=coconut, noci di cocco=coconut, cocco=coconut, croissant=croissant, cornett=croissant,
        miele=honey, favo=honeycomb, nido d'ape=honeycomb, avocado=avocado, uva=grapes, pesche=peaches,
        pesca=peach*, albicocc=apricots, pomodor=tomatoes, fiori secchi=dried flowers, secc=dried*,
        rametto di lavanda=lavender sprigs, rametti di lavanda=lavender sprigs, mazzo di lavanda=lavender
        bouquet, fiori di lavanda=lavender flowers, fiori di ciliegio=cherry blossoms, rami di
        ciliegio=cherry branches, ramo di ciliegio=cherry branch, ciliegio in fiore=cherry blossoms,
        ciliegi in fiore=cherry blossoms, legno di ciliegio=cherry wood, ciliegio=cherry,
        margherit=daisies, camomilla=chamomile, peoni=peonies, felc=fern, felci=fern, oliva=olive*,
        olive=olives, legno d'ulivo=olive wood, legno di ulivo=olive wood, ramo d'ulivo=olive branch, rami
        d'ulivo=olive branches, ramo di ulivo=olive branch, rami di ulivo=olive branches, ramo di
        olivo=olive branch, rami di olivo=olive branches, ramo=branch, rami=branches, mazzo=bouquet,
        grano=wheat, spighe=ears of wheat, spiga=ears of wheat, foglie di menta=mint leaves, menta=mint*,
        frutta=fruit, fett=slices, fresc=fresh*, circondat da=surrounded by, circondat dai=surrounded by,
        accanto a=next to, accanto alla=next to, accanto ai=next to, campo di grano=wheat field, favo di
        miele=honeycomb, verde oliva=olive green*, verde lime=lime green*, verde mela=apple green*, verde
        menta=mint green*, roccia=rock, roccia vulcanica=volcanic rock, schizz=splash, d'acqua=of water,
        gocce d'acqua=water drops, asfalto=asphalt, bagnat=wet*, olio d'oliva=olive oil, olio=oil,
        pane=bread, aglio=garlic, tagliere=cutting board, davanzale=windowsill, pioggia=rain,
        fuori=outside, bottiglia=bottle, vino=wine, botte=barrel, cantina=wine cellar, cetriol=cucumber,
        strada=street, sapone=soap, schiuma=foam, rotond=round*, drammatic=dramatic*, gioiell=jewellery,
        conchigli=seashells, perl=pearls, albero di natale=christmas tree, luci=lights, pila=stack,
        cuscin=cushion, tappet=rug, tazza=cup, profum=perfume, scarp=shoes, borsa=bag, scal=stairs,
        basilico=basil, toscan=tuscan*, crema=cream*, color=coloured, panna=cream*, avorio=ivory*, al=at,
        alla=at, ai=at, nel=in, nella=in, nei=in, sulle=on, sui=on, sugli=on, dei=of, delle=of, degli=of,
        dello=of, dai=from, natalizi=christmas*, pino=pine, rami di pino=pine branches, nebbia=fog,
        foschia=mist, bagno=bathroom, lusso=luxury, lussuos=luxury*, asciugaman=towels, tavolino=table,
        sfocat=blurred*, lavic=volcanic*, pietra lavica=volcanic rock, fumo=smoke, fondale=backdrop,
        sfumat=gradient*, sfumatura=gradient, verde smeraldo=emerald green*, verde salvia=sage green*,
        verde bosco=forest green*, verde petrolio=teal*, blu navy=navy blue*, blu notte=midnight blue*,
        blu scuro=dark blue*, celeste=sky blue*, rosa cipria=powder pink*, rosa antico=dusty pink*,
        bordeaux=burgundy*, senape=mustard*, corallo=coral*, lilla=lilac*, terracotta=terracotta*,
        smeraldo=emerald*, dettagli=details, collin=hills, calice=glass, vista=view, vista mare=sea view,
        vista sul mare=sea view, atmosfera=mood, ambiente=mood, stile=style, granito=granite,
        travertino=travertine, intonaco=plaster, gesso=plaster, ottone=brass, rame=copper, acciaio=steel,
        oro=gold, argento=silver, camino=fireplace, divano=sofa, letto=bed, lenzuol=bed sheets,
        tenda=curtain, arco=arch, gradin=steps, cubi=cubes, cubo=cubes, colonn=columns, cerchio=circle,
        deserto=desert, dune=dunes, scoglier=cliffs, fiume=river, ruscello=stream, piscina=pool,
        onda=waves, onde=waves, riva=shore, molo=pier, barca=boat, gente=people, testo=text, mani=hands,
        rustic=rustic*, modern=modern*, vista dall'alto=top view, dall'alto=from above,
        controluce=backlight, mezzogiorno=noon, luce del giorno=daylight, foglie di palma=palm leaves,
        foglie autunnali=autumn leaves, foglie d'autunno=autumn leaves, autunnal=autumn*,
        invernal=winter*, eucalipto=eucalyptus, petal=petals, cuore=hearts, cuori=hearts, san
        valentino=valentine, compleanno=birthday, matrimonio=wedding, festa=celebration, festiv=festive*,
        giungla=jungle, prato=lawn, frutteto=orchard, mio=my, mia=my, nostr=our, per=for, tra=between,
        fra=between, sotto=under, molto=very, piccol=small*, grande=large*, vecchi=old*, antic=old*,
        negozio=shop, palestra=gym, biblioteca=library, farmacia=pharmacy, laboratorio=laboratory,
        caffetteria=cafe, caffe=coffee, ristorante=restaurant, tovaglia=tablecloth, tovaglia a
        quadri=checked tablecloth, quadri=checked*, formaggio=cheese, burro=butter, stelle=stars,
        luna=moon, tropical=tropical*, riflessi=reflections, opac=matte*, pulit=clean*, lato=side,
        roccios=rocky*, erbe=herbs, edera=ivy, ponte=bridge, tetto=rooftop, cortile=courtyard,
        d'epoca=vintage*, accogliente=cosy*, mediterrane=mediterranean*, o=or, venature=veins,
        persone=people, in estate=in summer, d'estate=of summer, estiv=summer*, tronco=log,
        funghi=mushrooms, campagna=countryside, da dietro=from behind, baita=cabin, vasca=bathtub,
        lavandino=sink, verdur=vegetables, uova=eggs, fiorit=blooming*, ceppo=tree stump, petali di
        rosa=rose petals, petali di rose=rose petals, tazza di caffe=coffee cup, mattina=morning,
        sentiero=trail, ulivo=olive tree, albero di ulivo=olive tree, albero d'ulivo=olive tree,
        sedia=chair, piatto=plate
        """
    ),
}
