"""French words of scenes, in the form that the package says."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import meanings

FRENCH = meanings(
    """
    sur=on, devant=against, contre=against, d'un=of, d'une=of, avec=with, sans=without, et=and, de=of, du=of,
    des=of, en=of, a=at, au=at, aux=at, dans=in, un=a, une=a, le=the, la=the, les=the, pas=not,
    derriere=behind, fond=background, mur=wall, table=table, sol=floor, plan=top, comptoir=counter,
    etagere=shelf, socle=plinth, bois=wood, chene=oak, noyer=walnut, bambou=bamboo, marbre=marble,
    pierre=stone, beton=concrete, ardoise=slate, carrelage=tiles, brique=brick, lin=linen, tissu=cloth,
    soie=silk, velours=velvet, cuir=leather, papier=paper, verre=glass, miroir=mirror, metal=metal,
    sable=sand, terre=soil, mousse=moss, herbe=grass, neige=snow, glace=ice, eau=water, liege=cork,
    plage=beach, mer=sea, foret=forest, jardin=garden, montagne=mountain, ville=city, ciel=sky, nuit=night,
    cuisine=kitchen, salon=living room, atelier=workshop, lumiere=light, soleil=sun, ensoleille=sunny,
    ombre=shadow, fenetre=window, gauche=left, droite=right, haut=above, dos=behind, douce=soft*, doux=soft*,
    dur=hard*, chaud=warm*, froid=cool*, clair=light*, lumineu=bright*, sombre=dark*, naturel=natural*,
    elegant=elegant*, epure=minimal*, soir=evening, matin=morning, noel=christmas, paques=easter,
    automne=autumn, feuille=leaf, fleur=flower, bougie=candle, plante=plant, palmier=palm, citron=lemon,
    livre=book, galet=pebble, cadeau=gift, blanc=white*, blanche=white*, noir=black*, gris=grey*, rouge=red*,
    bleu=blue*, vert=green*, jaune=yellow*, rose=pink*, violet=purple*, marron=brown*, brun=brown*,
    turquoise=turquoise*, beige=beige*, dore=golden*, produit=product, photo=photo, terrasse=terrace,
    vue=view, coucher=sunset, champ=field, lavande=lavender, hiver=winter, ete=summer, printemps=spring,
    bureau=desk, chambre=bedroom, nuage=cloud, vigne=vineyard, citrouille=pumpkin, podium=podium,
    flottant=levitating, dessus=above, maille=knit, tricot=knit, osier=wicker, rotin=rattan, panier=basket,
    couverture=blanket, vichy=gingham, raye=striped*, rayure=stripes, pois=dots, arc-en-ciel=rainbow,
    paille=straw, foin=hay, fourrure=fur, bulle=bubbles, fraise=strawberry, savon=soap, tulipe=tulip,
    tournesol=sunflower, coquelicot=poppy, serre=greenhouse, cascade=waterfall, lac=lake, grange=barn,
    boulangerie=bakery, rooftop=rooftop, vignoble=vineyard, damier=checkerboard, paillette=glitter,
    cactus=cactus, plume=feathers, citrons=lemons, oranges=oranges, tranche d'orange=orange slices,
    mandarine=mandarins, clementine=clementines, pamplemousse=grapefruit, citron vert=limes, lime=limes,
    pomme=apple*, pommes=apples, myrtille=blueberries, framboise=raspberry*, framboises=raspberries,
    baie=berries, cannelle=cinnamon sticks, baton de cannelle=cinnamon sticks, anis=star anise, anis
    etoile=star anise, badiane=star anise, epice=spices, amande=almonds, noisette=hazelnuts, noix=nuts, noix
    de coco=coconut, coco=coconut, croissant=croissant, viennoiserie=pastries, miel=honey, rayon de
    miel=honeycomb, nid d'abeille=honeycomb, cuillere a miel=honey dipper, avocat=avocado, raisin=grapes,
    grappe=bunch, peche=peach*, peches=peaches, abricot=apricots, tomate=tomatoes, fleur sechee=dried flowers,
    bouquet=bouquet, seche=dried*, brin de lavande=lavender sprigs, branche de lavande=lavender sprigs,
    bouquet de lavande=lavender bouquet, fleur de lavande=lavender flowers, fleur de cerisier=cherry blossoms,
    branche de cerisier=cherry branch, cerisier en fleur=cherry blossoms, bois de cerisier=cherry wood,
    cerisier=cherry, marguerite=daisies, paquerette=daisies, camomille=chamomile, pivoine=peonies,
    fougere=fern, olive=olive*, olives=olives, branche d'olivier=olive branch, rameau d'olivier=olive branch,
    branche=branch, ble=wheat, epi de ble=ears of wheat, feuille de menthe=mint leaves, menthe=mint*,
    fruit=fruit, tranche=slices, frais=fresh*, fraiche=fresh*, entoure de=surrounded by, entoure
    par=surrounded by, a cote de=next to, a cote du=next to, a cote des=next to, a cote d'un=next to, a cote
    d'une=next to, champ de ble=wheat field, vert olive=olive green*, vert pomme=apple green*, vert
    menthe=mint green*, vert citron=lime green*, rocher=rock, roche=rock, roche volcanique=volcanic rock,
    eclaboussure=splash, d'eau=of water, goutte d'eau=water drops, mouille=wet*, vitrine=shop window, huile
    d'olive=olive oil, huile=oil, pain=bread, ail=garlic, gousse d'ail=garlic cloves, gousses d'ail=garlic
    cloves, tete d'ail=garlic bulbs, piment=chillies, piments=chillies, haltere=dumbbells, ballon de
    basket=basketball, ballon de foot=football, ballon de football=football, balle de tennis=tennis balls,
    balles de tennis=tennis balls, macaron=macarons, lanterne=lantern, ordinateur portable=laptop,
    perle=pearls, collier de perles=string of pearls, planche=board, planche a decouper=cutting board,
    mousse et bulle=foam and bubbles, bulles et mousse=bubbles and foam, dramatique=dramatic*, rebord de
    fenetre=windowsill, pluie=rain, dehors=outside, bouteille=bottle, vin=wine, tonneau=barrel, caisse=crate,
    cave=wine cellar, chaussure=shoes, escalier=staircase, pur=pure*, accessoire=props, rond=round*,
    bijou=jewellery, coquillage=seashells, coussin=cushion, tapis=rug, sapin=fir, sapin de noel=christmas
    tree, guirlande lumineuse=fairy lights, concombre=cucumber, parfum=perfume, tasse=cup, rue=street,
    asphalte=asphalt, sac=bag, sac a main=handbag, pluvieu=rainy*, rustique=rustic*, salle de bain=bathroom,
    serviette=towels, rose poudre=powder pink*, rose pale=pale pink*, vieux rose=dusty pink*, arriere
    plan=background, flou=blurred*, parisien=parisian*, carreaux=checked*, nappe=tablecloth, nappe a
    carreaux=checked tablecloth, sauge=sage, vert sauge=sage green*, vert sapin=forest green*, vert
    emeraude=emerald green*, vert d'eau=mint green*, vert fonce=dark green*, bleu nuit=midnight blue*, bleu
    marine=navy blue*, bleu ciel=sky blue*, bleu canard=teal*, fonce=dark*, pale=pale*, bordeaux=burgundy*,
    moutarde=mustard*, creme=cream*, ecru=cream*, corail=coral*, lilas=lilac*, ocre=ochre*, orange=orange*,
    terre cuite=terracotta, terracotta=terracotta*, anthracite=charcoal*, pierre volcanique=volcanic rock,
    volcanique=volcanic*, pierre de lave=volcanic rock, fumee=smoke, brume=mist, brouillard=fog, plan de
    travail=worktop, granit=granite, travertin=travertine, brut=raw*, lit=bed, lit defait=unmade bed, drap=bed
    sheets, vue de dessus=top view, vue du dessus=top view, vu du dessus=top view, vu de dessus=top view, vue
    d'en haut=top view, en plongee=high angle, au bord de=by, au bord d'un=by, au bord d'une=by, au bord
    du=by, pres de=by, piscine=pool, ambiance=mood, luxe=luxury, luxueu=luxury*, moderne=modern*, table
    basse=coffee table, canape=sofa, fauteuil=armchair, cheminee=fireplace, rideau=curtain, parquet=oak floor,
    plancher=floorboards, platre=plaster, chaux=limewash, ceramique=ceramic, laiton=brass, cuivre=copper,
    acier=steel, or=gold, argent=silver, gravier=gravel, dune=dunes, desert=desert, falaise=cliffs,
    colline=hills, riviere=river, ruisseau=stream, etang=pond, vague=waves, goutte=drops, feu de
    camp=campfire, tente=tent, fete=celebration, anniversaire=birthday, mariage=wedding, saint
    valentin=valentine, coeur=hearts, fete des meres=mother's day, ballon=balloons, confetti=confetti,
    petale=petals, feuille morte=autumn leaves, feuilles morte=autumn leaves, feuilles d'automne=autumn
    leaves, feuille de palmier=palm leaf, feuilles de palmier=palm leaves, eucalyptus=eucalyptus, herbe de la
    pampa=pampas grass, herbes de la pampa=pampas grass, orchidee=orchid, lierre=ivy, pomme de pin=pine cone,
    pommes de pin=pine cones, houx=holly, gens=people, personne=people, personnage=people, texte=text,
    main=hands, mains=hands, lumiere du jour=daylight, contre jour=backlight, heure doree=golden hour,
    midi=noon, lever de soleil=sunrise, lever du soleil=sunrise, coucher de soleil=sunset, coucher du
    soleil=sunset, fin d'apres midi=late afternoon, rasant=raking*, tamise=dim*, degrade=gradient*,
    uni=plain*, marocain=moroccan*, mediterraneen=mediterranean*, scandinave=scandinavian*,
    minimaliste=minimal*, boheme=boho*, industriel=industrial*, chaleureu=warm*, festi=festive*,
    printanier=spring*, automnal=autumn*, hivernal=winter*, tropical=tropical*, tropicale=tropical*,
    fromage=cheese, beurre=butter, mon=my, ma=my, mes=my, notre=our, nos=our, votre=your, pour=for, par=by,
    entre=between, sous=under, tres=very, petit=small*, grand=large*, vieu=old*, vieil=old*, beau=beautiful*,
    belle=beautiful*, est=is, vue sur mer=sea view, vue sur la mer=sea view, toit=rooftop, ponton=jetty,
    quai=pier, bateau=boat, marche=market, boutique=shop, magasin=shop, salle de sport=gym, salle a
    manger=dining room, bibliotheque=library, salle de classe=classroom, laboratoire=laboratory,
    pharmacie=pharmacy, cafe=cafe, restaurant=restaurant, jungle=jungle, potager=vegetable garden,
    verger=orchard, prairie=meadow, pelouse=lawn, gazon=lawn, sous bois=forest floor, arche=arch,
    marches=steps, colonne=columns, cercle=circle, cube=cubes, etoile=stars, lune=moon, espace=space,
    peu=some, style=style, motif=pattern, reflet=reflections, brillant=glossy*, mat=matte*, lisse=smooth*,
    propre=clean*, fleuri=blooming*, herbes=herbs, herbes aromatique=herbs, campagne=countryside, cuisine de
    campagne=country kitchen, champignon=mushrooms, venant=coming, de derriere=from behind, de cote=from the
    side, rondin=log, tronc=log, souche=tree stump, chalet=chalet, cabane=cabin, baignoire=bathtub,
    lavabo=sink, evier=sink, legume=vegetables, oeuf=eggs, oeufs=eggs, etal=stall, tamisee=dim*, sur des=on,
    sur du=on, sur de la=on, avec des=with, avec du=with, avec de la=with, petales de rose=rose petals, petale
    de rose=rose petals, tasse de cafe=coffee cup, carnet=notebook, guirlande=garland, plaque=slab,
    orageu=stormy*, sentier=trail, olivier=olive tree, chaise=chair, assiette=plate, retroeclaire=backlit*,
    banc=bench, banc de parc=park bench, parc=park, laine=wool, plaid en laine=wool blanket, tabouret=stool,
    table de chevet=bedside table, chevet=bedside, douche=in the shower, rebord=ledge, balcon=balcony,
    cour=courtyard, ruelle=alley, pont=bridge, rivage=shore, ile=island, port=harbour, feu=fire, four=oven,
    flamme=flames, vapeur=steam, rayons=rays, multicolore=multicoloured*, colore=colourful*, bicolore=two
    coloured*, poli=polished*, brosse=brushed*, patine=patinated*, vieilli=aged*, neuf=new*, carre=square*,
    bas=low*, etroit=narrow*, large=wide*, leger=light, lourd=heavy*, epais=thick*, sale=dirty*,
    poussiereux=dusty*, rouille=rusty*, inox=stainless steel*, bronze=bronze*, aluminium=aluminium,
    plastique=plastic*, acrylique=acrylic*, porcelaine=porcelain, argile=clay, terrazzo=terrazzo,
    gres=sandstone, calcaire=limestone, paves=cobblestones, enduit=plaster, peint=painted*, cadre=frame,
    vase=vase, succulente=succulent, plante grasse=succulent, thym=thyme, poire=pear, cerise=cherries,
    prune=plums, banane=bananas, ananas=pineapple, mangue=mango, rondelles=slices, carotte=carrots, lait=milk,
    grains de cafe=coffee beans, the=tea, tasse de the=cup of tea, gateau=cake, biscuit=biscuits, sucre=sugar,
    sel=salt, poivre=pepper, farine=flour, riz=rice, chocolat=chocolate pieces, bonbon=candy, enfant=child,
    bebe=baby, chien=dog, chat=cat, homme=man, femme=woman, halloween=halloween, estival=summer*,
    vintage=vintage*, retro=retro*, romantique=romantic*, reveur=dreamy*, joyeux=cheerful*, net=sharp*, gros
    plan=close up, plongee=high angle, vue de face=front view, incline=tilted*, pose=placed, debout=standing,
    entoure=surrounded, dessous=below, au milieu=in the middle, publicitaire=advertising*, nature morte=still
    life, scene=scene, environnement=setting, longue=long*, crepuscule=dusk, aube=dawn, minuit=midnight, salle
    de bains=bathroom, dalle=slab, peau de mouton=sheepskin, dentelle=lace, denim=denim, toile de jute=burlap,
    fut=barrel, chataigne=chestnuts, valise=suitcase, rouge a levres=lipstick, vernis a ongles=nail polish,
    jus d'orange=orange juice, jus de pomme=apple juice, creme pour les mains=hand cream, creme visage=face
    cream, creme solaire=sunscreen, bougie parfumee=scented candle, vin rouge=red wine, vin blanc=white wine,
    confiture=jam, pot de miel=honey jar, graffiti=graffiti, huile pour cheveux=hair oil, eau de
    toilette=perfume
    """
)
