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
        tasse=cup, flasche=bottle, wein=wine, bier=beer, seife=soap, parfum=perfume, schuh=shoes
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
        main=handbag, pluvieu=rainy*
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
        amanecer=sunrise, campo=field, lavanda=lavender, invierno=winter, verano=summer, primavera=spring,
        oficina=office, dormitorio=bedroom, nube=cloud, calabaza=pumpkin, vinedo=vineyard, podio=podium,
        flotando=levitating, levitando=levitating, manta=blanket, punto=knit, mimbre=wicker, ratan=rattan,
        cesta=basket, guijarro=pebble, rayas=stripes, lunares=dots, arcoiris=rainbow, paja=straw,
        heno=hay, burbuja=bubbles, globo=balloons, fresa=strawberry, tulipan=tulip, girasol=sunflower,
        amapola=poppy, invernadero=greenhouse, cascada=waterfall, lago=lake, granero=barn,
        panaderia=bakery, azotea=rooftop, fuegos=fireworks, purpurina=glitter, cactus=cactus,
        pluma=feathers, ajedrez=checkerboard, mercado=market, naranja=orange*, naranjas=oranges,
        mandarina=mandarins, pomelo=grapefruit, rodajas de naranja=orange slices, lima=lime*, limas=limes,
        rodaja de lima=lime slices, manzana=apple*, manzanas=apples, arandano=blueberries,
        frambuesa=raspberries, baya=berries, canela=cinnamon sticks, rama de canela=cinnamon sticks,
        anis=star anise, anis estrellado=star anise, especia=spices, almendra=almonds, avellana=hazelnuts,
        nueces=nuts, croissant=croissant, cruasan=croissant, coco=coconut, miel=honey, panal=honeycomb,
        panal de miel=honeycomb, aguacate=avocado, uva=grapes, melocoton=peach*, melocotones=peaches,
        durazno=peach*, duraznos=peaches, tomate=tomatoes, flor seca=dried flowers, flores seca=dried
        flowers, sec=dried*, ramita de lavanda=lavender sprigs, rama de lavanda=lavender sprigs, ramo de
        lavanda=lavender bouquet, flor de lavanda=lavender flowers, flores de lavanda=lavender flowers,
        flor de cerezo=cherry blossoms, flores de cerezo=cherry blossoms, rama de cerezo=cherry branch,
        cerezo en flor=cherry blossoms, madera de cerezo=cherry wood, cerezo=cherry, margarita=daisies,
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
        cojin=cushion, alfombra=rug, taza=cup, perfume=perfume, bolso=bag, escalera=stairs, lluvios=rainy*
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
        cuscin=cushion, tappet=rug, tazza=cup, profum=perfume, scarp=shoes, borsa=bag, scal=stairs
        """
    ),
}
