"""Italian words of scenes, in the form that the package says."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import meanings

ITALIAN = meanings(
    """
    su=on, sul=on, sulla=on, davanti=against, contro=against, con=with, senza=without, e=and, di=of, del=of,
    della=of, da=from, dal=from, dalla=from, in=in, un=a, una=a, il=the, lo=the, la=the, le=the, non=not,
    dietro=behind, sfondo=background, parete=wall, muro=wall, tavol=table, pavimento=floor, piano=top,
    bancone=counter, mensola=shelf, piedistallo=pedestal, legno=wood, rovere=oak, noce=walnut, bambu=bamboo,
    marmo=marble, pietra=stone, cemento=concrete, ardesia=slate, piastrell=tile, matton=brick, lino=linen,
    tessuto=cloth, seta=silk, velluto=velvet, pelle=leather, carta=paper, vetro=glass, specchio=mirror,
    metallo=metal, sabbia=sand, terra=soil, muschio=moss, erba=grass, neve=snow, ghiaccio=ice, acqua=water,
    sughero=cork, spiaggia=beach, mare=sea, bosco=forest, foresta=forest, giardino=garden, montagn=mountain,
    citta=city, cielo=sky, notte=night, cucina=kitchen, soggiorno=living room, officina=workshop, luce=light,
    sole=sun, soleggiat=sunny*, ombr=shadow, finestra=window, sinistra=left, destra=right, alto=above,
    morbid=soft*, dur=hard*, cald=warm*, fredd=cool*, chiar=light*, luminos=bright*, scur=dark*,
    natural=natural*, elegante=elegant*, minimalista=minimal*, sera=evening, mattino=morning,
    natale=christmas, pasqua=easter, autunno=autumn, foglia=leaf, foglie=leaves, fior=flower, candel=candle,
    piant=plant, palm=palm, limon=lemon, libr=book, regal=gift, bianc=white*, ner=black*, grigi=grey*,
    ross=red*, blu=blue*, azzurr=blue*, verd=green*, giall=yellow*, rosa=pink*, viola=purple*, marrone=brown*,
    turchese=turquoise*, beige=beige*, dorat=golden*, prodotto=product, foto=photo, tramonto=sunset,
    alba=dawn, terrazza=terrace, campo=field, lavanda=lavender, inverno=winter, primavera=spring,
    ufficio=office, scrivania=desk, camera=room, nuvola=cloud, zucca=pumpkin, vigneto=vineyard, podio=podium,
    sospes=levitating, fluttuante=levitating, sopra=above, coperta=blanket, maglia=knit, vimini=wicker,
    rattan=rattan, cest=basket, ciottol=pebble, righe=stripes, pois=dots, arcobaleno=rainbow, paglia=straw,
    fieno=hay, pelliccia=fur, bolle=bubbles, palloncin=balloons, fragol=strawberry, tulipan=tulip,
    girasol=sunflower, papaver=poppy, serra=greenhouse, cascata=waterfall, lago=lake, fienile=barn,
    panetteria=bakery, fuochi=fireworks, glitter=glitter, cactus=cactus, piume=feathers, scacchi=checkerboard,
    mercato=market, arance=oranges, arancia=oranges, fett di arancia=orange slices, fett d'arancia=orange
    slices, arancion=orange*, mandarin=mandarins, pompelmo=grapefruit, lime=lime*, mela=apple*, mele=apples,
    mirtill=blueberries, lampon=raspberries, cannella=cinnamon sticks, stecca di cannella=cinnamon sticks,
    stecche di cannella=cinnamon sticks, anice=star anise, anice stellato=star anise, spezi=spices,
    mandorl=almonds, nocciol=hazelnuts, noci=nuts, noce di cocco=coconut, noci di cocco=coconut,
    cocco=coconut, croissant=croissant, cornett=croissant, miele=honey, favo=honeycomb, nido d'ape=honeycomb,
    avocado=avocado, uva=grapes, pesche=peaches, pesca=peach*, albicocc=apricots, pomodor=tomatoes, fiori
    secchi=dried flowers, secc=dried*, rametto di lavanda=lavender sprigs, rametti di lavanda=lavender sprigs,
    mazzo di lavanda=lavender bouquet, fiori di lavanda=lavender flowers, fiori di ciliegio=cherry blossoms,
    rami di ciliegio=cherry branches, ramo di ciliegio=cherry branch, ciliegio in fiore=cherry blossoms,
    ciliegi in fiore=cherry blossoms, legno di ciliegio=cherry wood, ciliegio=cherry, margherit=daisies,
    camomilla=chamomile, peoni=peonies, felc=fern, felci=fern, oliva=olive*, olive=olives, legno d'ulivo=olive
    wood, legno di ulivo=olive wood, ramo d'ulivo=olive branch, rami d'ulivo=olive branches, ramo di
    ulivo=olive branch, rami di ulivo=olive branches, ramo di olivo=olive branch, rami di olivo=olive
    branches, ramo=branch, rami=branches, mazzo=bouquet, grano=wheat, spighe=ears of wheat, spiga=ears of
    wheat, foglie di menta=mint leaves, menta=mint*, frutta=fruit, fett=slices, fresc=fresh*, circondat
    da=surrounded by, circondat dai=surrounded by, accanto a=next to, accanto alla=next to, accanto ai=next
    to, campo di grano=wheat field, favo di miele=honeycomb, verde oliva=olive green*, verde lime=lime green*,
    verde mela=apple green*, verde menta=mint green*, roccia=rock, roccia vulcanica=volcanic rock,
    schizz=splash, d'acqua=of water, gocce d'acqua=water drops, asfalto=asphalt, bagnat=wet*, olio
    d'oliva=olive oil, olio=oil, pane=bread, aglio=garlic,
    spicchio d'aglio=garlic cloves, spicchi d'aglio=garlic cloves, peperoncin=chillies, manubri=dumbbells,
    pallone da basket=basketball, palla da basket=basketball, pallone da calcio=football, palla da
    tennis=tennis balls, pallina da tennis=tennis balls, palline da tennis=tennis balls, macaron=macarons,
    lantern=lantern, portatile=laptop, computer portatile=laptop, tagliere=cutting board,
    davanzale=windowsill,
    pioggia=rain, fuori=outside, bottiglia=bottle, vino=wine, botte=barrel, cantina=wine cellar,
    cetriol=cucumber, strada=street, sapone=soap, schiuma=foam, rotond=round*, drammatic=dramatic*,
    gioiell=jewellery, conchigli=seashells, perl=pearls, albero di natale=christmas tree, luci=lights,
    pila=stack, cuscin=cushion, tappet=rug, tazza=cup, profum=perfume, scarp=shoes, borsa=bag, scal=stairs,
    basilico=basil, toscan=tuscan*, crema=cream*, color=coloured, panna=cream*, avorio=ivory*, al=at, alla=at,
    ai=at, nel=in, nella=in, nei=in, sulle=on, sui=on, sugli=on, dei=of, delle=of, degli=of, dello=of,
    dai=from, natalizi=christmas*, pino=pine, rami di pino=pine branches, nebbia=fog, foschia=mist,
    bagno=bathroom, lusso=luxury, lussuos=luxury*, asciugaman=towels, tavolino=table, sfocat=blurred*,
    lavic=volcanic*, pietra lavica=volcanic rock, fumo=smoke, fondale=backdrop, sfumat=gradient*,
    sfumatura=gradient, verde smeraldo=emerald green*, verde salvia=sage green*, verde bosco=forest green*,
    verde petrolio=teal*, blu navy=navy blue*, blu notte=midnight blue*, blu scuro=dark blue*, celeste=sky
    blue*, rosa cipria=powder pink*, rosa antico=dusty pink*, bordeaux=burgundy*, senape=mustard*,
    corallo=coral*, lilla=lilac*, terracotta=terracotta*, smeraldo=emerald*, dettagli=details, collin=hills,
    calice=glass, vista=view, vista mare=sea view, vista sul mare=sea view, atmosfera=mood, ambiente=mood,
    stile=style, granito=granite, travertino=travertine, intonaco=plaster, gesso=plaster, ottone=brass,
    rame=copper, acciaio=steel, oro=gold, argento=silver, camino=fireplace, divano=sofa, letto=bed,
    lenzuol=bed sheets, tenda=curtain, arco=arch, gradin=steps, cubi=cubes, cubo=cubes, colonn=columns,
    cerchio=circle, deserto=desert, dune=dunes, scoglier=cliffs, fiume=river, ruscello=stream, piscina=pool,
    onda=waves, onde=waves, riva=shore, molo=pier, barca=boat, gente=people, testo=text, mani=hands,
    rustic=rustic*, modern=modern*, vista dall'alto=top view, dall'alto=from above, controluce=backlight,
    mezzogiorno=noon, luce del giorno=daylight, foglie di palma=palm leaves, foglie autunnali=autumn leaves,
    foglie d'autunno=autumn leaves, autunnal=autumn*, invernal=winter*, eucalipto=eucalyptus, petal=petals,
    cuore=hearts, cuori=hearts, san valentino=valentine, compleanno=birthday, matrimonio=wedding,
    festa=celebration, festiv=festive*, giungla=jungle, prato=lawn, frutteto=orchard, mio=my, mia=my,
    nostr=our, per=for, tra=between, fra=between, sotto=under, molto=very, piccol=small*, grande=large*,
    vecchi=old*, antic=old*, negozio=shop, palestra=gym, biblioteca=library, farmacia=pharmacy,
    laboratorio=laboratory, caffetteria=cafe, caffe=coffee, ristorante=restaurant, tovaglia=tablecloth,
    tovaglia a quadri=checked tablecloth, quadri=checked*, formaggio=cheese, burro=butter, stelle=stars,
    luna=moon, tropical=tropical*, riflessi=reflections, opac=matte*, pulit=clean*, lato=side, roccios=rocky*,
    erbe=herbs, edera=ivy, ponte=bridge, tetto=rooftop, cortile=courtyard, d'epoca=vintage*,
    accogliente=cosy*, mediterrane=mediterranean*, o=or, venature=veins, persone=people, in estate=in summer,
    d'estate=of summer, estiv=summer*, tronco=log, funghi=mushrooms, campagna=countryside, da dietro=from
    behind, baita=cabin, vasca=bathtub, lavandino=sink, verdur=vegetables, uova=eggs, fiorit=blooming*,
    ceppo=tree stump, petali di rosa=rose petals, petali di rose=rose petals, tazza di caffe=coffee cup,
    mattina=morning, sentiero=trail, ulivo=olive tree, albero di ulivo=olive tree, albero d'ulivo=olive tree,
    sedia=chair, muretto=ledge, piatto=plate, panca=bench, panchina=bench, panchina nel parco=park bench,
    parco=park, lana=wool, coperta di lana=wool blanket, sgabello=stool, poltrona=armchair, comodino=bedside
    table, lavello=sink, lavabo=sink, doccia=in the shower, balcone=balcony, vicolo=alley, isola=island,
    porto=harbour, fuoco=fire, falo=campfire, forno=oven, fiamma=flames, fiamme=flames, vapore=steam,
    goccia=drops, gocce=drops, stella=star, raggi=rays, multicolore=multicoloured*, colorato=colourful*,
    liscio=smooth*, lucidat=polished*, spazzolat=brushed*, invecchiat=aged*, nuov=new*, quadrat=square*,
    basso=low*, strett=narrow*, larg=wide*, legger=light*, pesante=heavy*, spess=thick*, sporc=dirty*,
    polveros=dusty*, arrugginit=rusty*, bronzo=bronze, argentato=silver*, alluminio=aluminium,
    plastica=plastic, acrilico=acrylic*, ceramica=ceramic, porcellana=porcelain, argilla=clay,
    terrazzo=terrazzo, arenaria=sandstone, calcare=limestone, vulcanic=volcanic*, pietra vulcanica=volcanic
    stone, ghiaia=gravel, acciottolato=cobblestones, carta da parati=wallpaper, cornice=frame, vaso=vase, vaso
    di fiori=vase of flowers, orchidea=orchid, pianta grassa=succulent, succulenta=succulent, timo=thyme,
    salvia=sage, pera=pear, ciliegia=cherries, ciliegie=cherries, prugna=plums, prugne=plums, banana=bananas,
    ananas=pineapple, mango=mango, carota=carrots, latte=milk, chicchi di caffe=coffee beans, te=tea, tazza di
    te=cup of tea, torta=cake, biscott=biscuits, zucchero=sugar, sale marino=sea salt, sale=salt, pepe=pepper,
    farina=flour, riso=rice, cioccolato=chocolate pieces, caramella=candy, bambin=child, neonat=baby,
    cane=dog, gatto=cat, uomo=man, donna=woman, mano=hand, halloween=halloween, scandinavo=scandinavian*,
    industriale=industrial*, vintage=vintage*, retro=retro*, romantic=romantic*, sognante=dreamy*,
    allegro=cheerful*, nitid=sharp*, primo piano=close up, vista frontale=front view, inclinat=tilted*,
    appoggiat=placed, circondat=surrounded, in mezzo=in the middle, pubblicitaria=advertising*, natura
    morta=still life, scena=scene, lunga=long*, ora d'oro=golden hour, mezzanotte=midnight, parquet=parquet,
    lastra=slab, pelle di pecora=sheepskin, pizzo=lace, valigia=suitcase, castagne=chestnuts, barile=barrel,
    iuta=burlap, succo d'arancia=orange juice, crema mani=hand cream, crema viso=face cream, crema
    solare=sunscreen, rossetto=lipstick, smalto=nail polish, candela profumata=scented candle, vino rosso=red
    wine, vino bianco=white wine, marmellata=jam, graffiti=graffiti, tagliat=sliced*, fredda=cold*,
    freddo=cold*
    """
)
