"""Spanish words of scenes, in the form that the package says."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import meanings

SPANISH = meanings(
    """
    sobre=on, en=on, ante=against, contra=against, con=with, sin=without, y=and, de=of, del=of, desde=from,
    un=a, una=a, el=the, la=the, los=the, las=the, no=no, tras=behind, fondo=background, pared=wall,
    mesa=table, suelo=floor, encimera=counter, estante=shelf, pedestal=pedestal, madera=wood, roble=oak,
    nogal=walnut, bambu=bamboo, marmol=marble, piedra=stone, hormigon=concrete, cemento=concrete,
    pizarra=slate, azulejo=tile, ladrillo=brick, lino=linen, tela=cloth, seda=silk, terciopelo=velvet,
    cuero=leather, papel=paper, vidrio=glass, cristal=glass, espejo=mirror, metal=metal, arena=sand,
    tierra=soil, musgo=moss, hierba=grass, cesped=grass, nieve=snow, hielo=ice, agua=water, corcho=cork,
    playa=beach, mar=sea, bosque=forest, jardin=garden, montana=mountain, ciudad=city, cielo=sky, noche=night,
    cocina=kitchen, salon=living room, taller=workshop, luz=light, sol=sun, soleado=sunny*, sombra=shadow,
    ventana=window, izquierda=left, derecha=right, arriba=above, detras=behind, suave=soft*, dur=hard*,
    calid=warm*, fri=cool*, clar=light*, brillante=bright*, oscur=dark*, natural=natural*, elegante=elegant*,
    minimalista=minimal*, tarde=evening, manana=morning, navidad=christmas, pascua=easter, otono=autumn,
    hoja=leaf, flor=flower, vela=candle, planta=plant, palm=palm, palmera=palm, limon=lemon, libro=book,
    regalo=gift, blanc=white*, negr=black*, gris=grey*, roj=red*, azul=blue*, verde=green*, amarill=yellow*,
    rosa=pink*, morad=purple*, marron=brown*, turquesa=turquoise*, beige=beige*, dorad=golden*,
    producto=product, foto=photo, terraza=terrace, atardecer=sunset, amanecer=sunrise, campo=countryside,
    lavanda=lavender, invierno=winter, verano=summer, primavera=spring, oficina=office, dormitorio=bedroom,
    nube=cloud, calabaza=pumpkin, vinedo=vineyard, podio=podium, flotando=levitating, levitando=levitating,
    manta=blanket, punto=knit, mimbre=wicker, ratan=rattan, cesta=basket, guijarro=pebble, rayas=stripes,
    lunares=dots, arcoiris=rainbow, paja=straw, heno=hay, burbuja=bubbles, globo=balloons, fresa=strawberry,
    tulipan=tulip, girasol=sunflower, amapola=poppy, invernadero=greenhouse, cascada=waterfall, lago=lake,
    granero=barn, panaderia=bakery, azotea=rooftop, fuegos=fireworks, purpurina=glitter, cactus=cactus,
    pluma=feathers, ajedrez=checkerboard, mercado=market, naranja=orange*, naranjas=oranges,
    mandarina=mandarins, pomelo=grapefruit, rodajas de naranja=orange slices, lima=lime*, limas=limes, rodaja
    de lima=lime slices, manzana=apple*, manzanas=apples, arandano=blueberries, frambuesa=raspberries,
    baya=berries, canela=cinnamon sticks, rama de canela=cinnamon sticks, anis=star anise, anis
    estrellado=star anise, especia=spices, almendra=almonds, avellana=hazelnuts, nueces=nuts,
    croissant=croissant, cruasan=croissant, coco=coconut, miel=honey, panal=honeycomb, panal de
    miel=honeycomb, aguacate=avocado, uva=grapes, melocoton=peach*, melocotones=peaches, durazno=peach*,
    duraznos=peaches, tomate=tomatoes, flor seca=dried flowers, flores seca=dried flowers, sec=dried*, ramita
    de lavanda=lavender sprigs, rama de lavanda=lavender sprigs, ramo de lavanda=lavender bouquet, flor de
    lavanda=lavender flowers, flores de lavanda=lavender flowers, flor de cerezo=cherry blossoms, flores de
    cerezo=cherry blossoms, rama de cerezo=cherry branch, cerezo en flor=cherry blossoms, madera de
    cerezo=cherry wood, cerezo=cherry, margarita=daisies, manzanilla=chamomile, peonia=peonies, helecho=fern,
    aceituna=olives, rama de olivo=olive branch, ramas de olivo=olive branches, madera de olivo=olive wood,
    rama=branch, ramo=bouquet, trigo=wheat, espiga=ears of wheat, hoja de menta=mint leaves, menta=mint*,
    fruta=fruit, rodaja=slices, fresc=fresh*, rodead de=surrounded by, rodead por=surrounded by, junto a=next
    to, junto al=next to, al lado de=next to, campo de trigo=wheat field, verde oliva=olive green*, verde
    lima=lime green*, verde manzana=apple green*, verde menta=mint green*, roca=rock, roca volcanica=volcanic
    rock, salpicadura=splash, gotas de agua=water drops, antigu=old*, asfalto=asphalt, mojad=wet*, aceite de
    oliva=olive oil, aceite=oil, pan=bread, ajo=garlic,
    diente de ajo=garlic cloves, dientes de ajo=garlic cloves, cabeza de ajo=garlic bulbs, chile=chillies,
    guindilla=chillies, mancuerna=dumbbells, pesas=dumbbells, balon de baloncesto=basketball, balon de
    futbol=football, pelota de tenis=tennis balls, pelotas de tenis=tennis balls, macaron=macarons,
    farol=lantern, faroles=lanterns, portatil=laptop, ordenador portatil=laptop, tabla de cortar=cutting
    board, tabla=board,
    alfeizar=windowsill, lluvia=rain, afuera=outside, botella=bottle, vino=wine, barril=barrel, bodega=wine
    cellar, pepino=cucumber, calle=street, jabon=soap, espuma=foam, accesorio=props, ni=or, redond=round*,
    dramatic=dramatic*, joya=jewellery, concha=seashells, concha marina=seashells, perla=pearls, arbol de
    navidad=christmas tree, luces=lights, cojin=cushion, alfombra=rug, taza=cup, perfume=perfume, bolso=bag,
    escalera=stairs, lluvios=rainy*, hierbas=herbs, luminos=bright*, degradado=gradient*, naviden=christmas*,
    pino=pine, ramas de pino=pine branches, niebla=fog, bruma=mist, mantel=tablecloth, mantel a
    cuadros=checked tablecloth, azul cielo=sky blue*, azul marino=navy blue*, azul claro=light blue*, verde
    salvia=sage green*, verde esmeralda=emerald green*, verde bosque=forest green*, celeste=sky blue*,
    lila=lilac*, burdeos=burgundy*, mostaza=mustard*, crema=cream*, coral=coral*, ocre=ochre*,
    terracota=terracotta*, lujos=luxury*, lujo=luxury, cuarto de bano=bathroom, bano=bathroom, toalla=towels,
    desierto=desert, mediodia=noon, vista al mar=sea view, vista=view, vistas=view, agrietad=cracked*,
    veta=veins, vetas doradas=gold veins, estilo=style, ambiente=mood, atmosfera=mood, al=at, a=at, hojas de
    otono=autumn leaves, hojas otonales=autumn leaves, hojas de palmera=palm leaves, hojas seca=autumn leaves,
    hojas de eucalipto=eucalyptus, eucalipto=eucalyptus, gente=people, persona=people, texto=text, mano=hands,
    humo=smoke, chimenea=fireplace, sofa=sofa, cama=bed, sabana=bed sheets, cortina=curtain, rustic=rustic*,
    modern=modern*, tropical=tropical*, colina=hills, rio=river, dunas=dunes, acantilado=cliffs, piscina=pool,
    ola=waves, orilla=shore, muelle=pier, yeso=plaster, estuco=stucco, granito=granite, travertino=travertine,
    laton=brass, cobre=copper, acero=steel, oro=gold, plata=silver, arco=arch, escalon=steps, columna=columns,
    circulo=circle, borros=blurred*, desenfocad=blurred*, vista cenital=top view, cenital=overhead*, desde
    arriba=from above, contraluz=backlight, luz del dia=daylight, hora dorada=golden hour, puesta de
    sol=sunset, puesta del sol=sunset, salida del sol=sunrise, mi=my, mis=my, nuestr=our, tu=your, para=for,
    por=by, entre=between, bajo=under, muy=very, pequen=small*, grande=large*, viej=old*, bonit=nice*,
    color=coloured, tienda=shop, gimnasio=gym, biblioteca=library, farmacia=pharmacy, laboratorio=laboratory,
    cafeteria=cafe, cafe=cafe, restaurante=restaurant, selva=jungle, pradera=meadow, prado=meadow,
    huerto=orchard, petalo=petals, corazon=hearts, corazones=hearts, san valentin=valentine,
    cumpleanos=birthday, boda=wedding, fiesta=celebration, festiv=festive*, dia de la madre=mother's day,
    otonal=autumn*, invernal=winter*, estrella=stars, luna=moon, queso=cheese, mantequilla=butter, copa=glass,
    vaso=glass, estanteria=shelf, tocon=tree stump, lavabo=sink, hoguera=campfire, tienda de campana=tent,
    jungla=jungle, hiedra=ivy, reflejo=reflections, liso=plain*, mate=matte*, limpi=clean*, solid=plain*,
    lado=side, lateral=side*, o=or, tronco=log, setas=mushrooms, hongo=mushrooms, desde atras=from behind, de
    atras=from behind, cabana=cabin, banera=bathtub, fregadero=sink, verdura=vegetables, huevo=eggs,
    herbal=herbal*, florid=blooming*, petalos de rosa=rose petals, petalo de rosa=rose petals, taza de
    cafe=coffee cup, adoquin=cobblestones, adoquines=cobblestones, sendero=trail, olivo=olive tree,
    silla=chair, plato=plate, cancha=court, fuerte=strong*, barrica=barrel, banco=bench, banco de parque=park
    bench, parque=park, lana=wool, manta de lana=wool blanket, taburete=stool, sillon=armchair, mesita de
    noche=bedside table, mesita=table, ducha=in the shower, mostrador=counter, repisa=shelf, balcon=balcony,
    patio=courtyard, callejon=alley, puente=bridge, arroyo=stream, isla=island, puerto=harbour, barco=boat,
    fuego=fire, horno=oven, llama=flames, vapor=steam, gota=drops, rayos=rays, multicolor=multicoloured*,
    colorido=colourful*, pulid=polished*, cepillad=brushed*, envejecid=aged*, nuev=new*, cuadrad=square*,
    alt=tall*, estrech=narrow*, anch=wide*, liger=light*, pesad=heavy*, grues=thick*, suci=dirty*,
    polvorient=dusty*, oxidad=rusty*, bronce=bronze, plateado=silver*, aluminio=aluminium, plastico=plastic*,
    acrilico=acrylic*, ceramica=ceramic*, porcelana=porcelain, arcilla=clay, terrazo=terrazzo,
    arenisca=sandstone, caliza=limestone, volcanic=volcanic*, piedra volcanica=volcanic stone, grava=gravel,
    jarron=vase, orquidea=orchid, suculenta=succulent, tomillo=thyme, salvia=sage, pera=pear, cereza=cherries,
    ciruela=plums, pina=pineapple, mango=mango, zanahoria=carrots, leche=milk, granos de cafe=coffee beans,
    te=tea, taza de te=cup of tea, pastel=cake, galleta=cookies, azucar=sugar, sal marina=sea salt,
    pimienta=pepper, harina=flour, arroz=rice, chocolate=chocolate pieces, caramelo=candy, nin=child,
    bebe=baby, perro=dog, gato=cat, hombre=man, mujer=woman, halloween=halloween, veraniego=summer*,
    escandinavo=scandinavian*, industrial=industrial*, vintage=vintage*, retro=retro*, romantico=romantic*,
    sonador=dreamy*, acogedor=cosy*, alegre=cheerful*, nitido=sharp*, primer plano=close up, vista
    frontal=front view, inclinad=tilted*, colocad=placed, rodead=surrounded, delante de=in front of,
    debajo=below, en medio=in the middle, publicitaria=advertising*, naturaleza muerta=still life,
    escena=scene, entorno=setting, larga=long*, medianoche=midnight, piel de oveja=sheepskin, piel=leather,
    encaje=lace, tela vaquera=denim, maleta=suitcase, castana=chestnuts, mantel de cuadros=checked tablecloth,
    zumo de naranja=orange juice, jugo de naranja=orange juice, zumo=juice, crema de manos=hand cream, crema
    facial=face cream, crema solar=sunscreen, protector solar=sunscreen, pintalabios=lipstick,
    labial=lipstick, esmalte de unas=nail polish, esmalte=nail polish, vela aromatica=scented candle, vino
    tinto=red wine, vino blanco=white wine, mermelada=jam, grafiti=graffiti, cortad=sliced*, fria=cold*,
    frio=cold*
    """
)
