/**
 * The pictures of the photo-langage, in the order of the deck: what each is called and what is seen on it. Drawn for Pêle-mêle, given to the
 * public domain (CC0). A title names, it does not interpret: what a picture says is for those who choose it.
 */
import { t } from '../build.ts';
import type { Text } from '../Template.ts';
import { PHOTO_HASHES, PICTURE_SIZE } from './photoHashes.ts';

export { PICTURE_SIZE };

export interface ShippedPicture {
  readonly id: keyof typeof PHOTO_HASHES;
  readonly hash: string;
  readonly title: Text;
  readonly alt: Text;
}

const picture = (id: ShippedPicture['id'], title: Text, alt: Text): ShippedPicture => ({
  id,
  hash: PHOTO_HASHES[id],
  title,
  alt,
});

export const PHOTO_PICTURES: readonly ShippedPicture[] = [
  picture(
    'bridge',
    t('Le pont inachevé', 'The unfinished bridge'),
    t(
      'Deux moitiés de pont se font face au-dessus d’un ravin ; sur chacune, une personne fait signe à l’autre.',
      'Two halves of a bridge face each other over a ravine; on each, a person waves to the other.',
    ),
  ),
  picture(
    'seed',
    t('La pousse', 'The sprout'),
    t(
      'Une plante à deux feuilles sort d’une fente du bitume ; sous terre, la graine et ses racines.',
      'A plant with two leaves comes out of a crack in the tarmac; below, the seed and its roots.',
    ),
  ),
  picture(
    'crossroads',
    t('Le carrefour', 'The crossroads'),
    t(
      'Une personne avec un sac à dos regarde un poteau à trois flèches, là où le chemin se partage.',
      'A person with a backpack looks at a signpost with three arrows where the path divides.',
    ),
  ),
  picture(
    'table',
    t('La grande table', 'The big table'),
    t(
      'Vue d’en haut, une table ronde couverte de notes, sept personnes assises et une chaise vide.',
      'From above, a round table covered with notes, seven people seated and one empty chair.',
    ),
  ),
  picture(
    'lighthouse',
    t('Le phare', 'The lighthouse'),
    t(
      'Dans la nuit, le faisceau d’un phare passe au-dessus d’un petit voilier.',
      'At night, the beam of a lighthouse passes over a small sailing boat.',
    ),
  ),
  picture(
    'knot',
    t('Le nœud', 'The knot'),
    t(
      'Deux cordes, l’une jaune, l’autre rouge, passent l’une dans l’autre et se retiennent.',
      'Two ropes, one yellow and one red, pass through each other and hold.',
    ),
  ),
  picture(
    'door',
    t('La porte ouverte', 'The open door'),
    t(
      'Dans une pièce sombre, une personne se tient près d’une porte ouverte sur un paysage ensoleillé.',
      'In a dark room, a person stands by a door open onto a sunny landscape.',
    ),
  ),
  picture(
    'umbrella',
    t('Le parapluie jaune', 'The yellow umbrella'),
    t(
      'Sous la pluie, une foule de parapluies sombres et un seul parapluie jaune.',
      'In the rain, a crowd of dark umbrellas and a single yellow one.',
    ),
  ),
  picture(
    'hands',
    t('Les mains', 'The hands'),
    t(
      'Six mains de couleurs différentes se rejoignent au centre.',
      'Six hands of different colours meet in the middle.',
    ),
  ),
  picture(
    'ladder',
    t('L’échelle', 'The ladder'),
    t(
      'Une échelle sort d’un trou et monte dans les nuages ; une personne grimpe, deux autres restent en bas.',
      'A ladder comes out of a hole and goes up into the clouds; one person climbs, two stay below.',
    ),
  ),
  picture(
    'puzzle',
    t('La pièce qui manque', 'The missing piece'),
    t(
      'Une main tient une pièce blanche près du dernier trou d’un puzzle de toutes les couleurs.',
      'A hand holds a white piece near the last gap of a jigsaw of all colours.',
    ),
  ),
  picture(
    'storm',
    t('L’orage', 'The storm'),
    t(
      'Un éclair traverse un ciel noir ; un arbre penche, des feuilles volent vers une maison allumée.',
      'Lightning crosses a black sky; a tree bends, leaves fly towards a house with a light on.',
    ),
  ),
  picture(
    'boat',
    t('La barque', 'The rowing boat'),
    t(
      'Quatre personnes rament dans la même barque : deux vers la gauche, deux vers la droite.',
      'Four people row in the same boat: two to the left, two to the right.',
    ),
  ),
  picture(
    'key',
    t('La clé', 'The key'),
    t(
      'Une grande clé blanche s’approche d’une serrure d’où sort de la lumière.',
      'A large white key comes near a keyhole from which light is shining.',
    ),
  ),
  picture(
    'path',
    t('Le chemin', 'The path'),
    t(
      'Un chemin serpente entre collines et arbres jusqu’aux montagnes ; un adulte et un enfant s’y engagent.',
      'A path winds between hills and trees to the mountains; an adult and a child set out on it.',
    ),
  ),
  picture(
    'mask',
    t('Le masque', 'The mask'),
    t(
      'Une personne au visage sans sourire tient devant elle un masque qui sourit.',
      'A person with an unsmiling face holds up a mask that smiles.',
    ),
  ),
  picture(
    'mountain',
    t('La cordée', 'The roped party'),
    t(
      'Trois personnes encordées montent vers un sommet enneigé où flotte un drapeau.',
      'Three people on a rope climb towards a snowy summit with a flag.',
    ),
  ),
  picture(
    'window',
    t('Les fenêtres', 'The windows'),
    t(
      'La nuit, un immeuble de quinze fenêtres ; cinq sont allumées, on y voit des gens, une plante, un chat.',
      'At night, a building with fifteen windows; five are lit, with people, a plant, a cat.',
    ),
  ),
  picture(
    'clock',
    t('L’horloge', 'The clock'),
    t(
      'Sur une grande horloge, deux petites personnes tiennent les aiguilles.',
      'On a large clock, two small people hold on to the hands.',
    ),
  ),
  picture(
    'garden',
    t('Le jardin partagé', 'The shared garden'),
    t(
      'Quatre carrés de potager et de fleurs ; trois personnes arrosent, marchent, se parlent.',
      'Four plots of vegetables and flowers; three people water, walk and talk.',
    ),
  ),
  picture(
    'tightrope',
    t('Le fil', 'The tightrope'),
    t(
      'Une personne traverse sur un fil entre deux immeubles ; en bas, une foule regarde.',
      'A person walks a rope between two buildings; below, a crowd is watching.',
    ),
  ),
  picture(
    'mirror',
    t('Le miroir', 'The mirror'),
    t(
      'Une personne en gris se regarde ; dans le miroir, elle porte du rouge, lève le bras, et derrière elle s’étend un paysage.',
      'A person in grey looks in a mirror; there she wears red, raises her arm, and a landscape opens behind her.',
    ),
  ),
  picture(
    'fire',
    t('Le feu de camp', 'The campfire'),
    t('La nuit, huit personnes assises autour d’un feu.', 'At night, eight people sit around a fire.'),
  ),
  picture(
    'train',
    t('Le train', 'The train'),
    t(
      'Sur un quai, une personne avec une valise fait signe devant un train rouge.',
      'On a platform, a person with a suitcase waves in front of a red train.',
    ),
  ),
  picture(
    'scales',
    t('La balance', 'The scales'),
    t(
      'Sur une balance, une pierre d’un côté, une plume de l’autre.',
      'On a pair of scales, a stone on one side, a feather on the other.',
    ),
  ),
  picture(
    'market',
    t('Le marché', 'The market'),
    t(
      'Vu d’en haut, un marché : cinq étals rayés et des gens qui se croisent.',
      'From above, a market: five striped stalls and people passing by.',
    ),
  ),
  picture(
    'cage',
    t('La cage', 'The cage'),
    t(
      'Une cage à oiseaux à la porte ouverte ; deux oiseaux sont dehors.',
      'A bird cage with its door open; two birds are outside.',
    ),
  ),
  picture(
    'stairs',
    t('L’escalier', 'The stairs'),
    t(
      'Des personnes montent un long escalier vers une porte ; l’une est assise sur les premières marches.',
      'People climb a long flight of stairs to a door; one sits on the first steps.',
    ),
  ),
  picture(
    'domino',
    t('Les dominos', 'The dominoes'),
    t(
      'Des dominos tombent l’un sur l’autre ; un doigt arrête la chute avant les suivants.',
      'Dominoes fall one onto another; a finger stops the fall before the next ones.',
    ),
  ),
  picture(
    'field',
    t('Le champ', 'The field'),
    t(
      'Au soleil couchant, une personne sème dans un grand champ aux sillons droits, près d’un arbre seul.',
      'At sunset, a person sows in a large field of straight furrows, near a lone tree.',
    ),
  ),
  picture(
    'wall',
    t('La brèche', 'The breach'),
    t(
      'Dans un mur de briques, un trou laisse passer un adulte et un enfant, du soleil et des fleurs.',
      'A hole in a brick wall lets through an adult and a child, sunshine and flowers.',
    ),
  ),
  picture(
    'loom',
    t('Le métier à tisser', 'The loom'),
    t(
      'Une main passe une navette rouge sur un métier où naît un tissu à rayures et à motif blanc.',
      'A hand passes a red shuttle on a loom where a striped cloth with a white motif is growing.',
    ),
  ),
  picture(
    'kite',
    t('Le cerf-volant', 'The kite'),
    t(
      'Un enfant tient un cerf-volant très haut dans le vent, à côté d’une personne aux cheveux blancs.',
      'A child flies a kite high in the wind, beside a person with white hair.',
    ),
  ),
  picture(
    'voice',
    t('Le porte-voix', 'The megaphone'),
    t(
      'Une personne parle dans un porte-voix ; des bulles s’envolent au-dessus de celles et ceux qui écoutent.',
      'A person speaks through a megaphone; speech bubbles fly over those who listen.',
    ),
  ),
  picture(
    'tide',
    t('Le château de sable', 'The sandcastle'),
    t(
      'La mer approche d’un château de sable ; un enfant tend le bras.',
      'The sea comes near a sandcastle; a child stretches out an arm.',
    ),
  ),
  picture(
    'map',
    t('La carte', 'The map'),
    t(
      'Une carte dépliée : un trajet en pointillés va d’une croix rouge à un repère, à travers une rivière.',
      'An unfolded map: a dotted route goes from a red cross to a pin, across a river.',
    ),
  ),
  picture(
    'nest',
    t('Le nid', 'The nest'),
    t(
      'Un nid et trois œufs sur une branche ; un oiseau rouge arrive.',
      'A nest with three eggs on a branch; a red bird is coming.',
    ),
  ),
  picture(
    'bicycle',
    t('Le tandem', 'The tandem'),
    t(
      'Deux personnes pédalent ensemble sur un tandem, dans une montée.',
      'Two people pedal together on a tandem, uphill.',
    ),
  ),
  picture(
    'nightsky',
    t('Les étoiles', 'The stars'),
    t(
      'Trois personnes près d’une tente montrent les constellations dans un ciel étoilé.',
      'Three people near a tent point at the constellations in a starry sky.',
    ),
  ),
  picture(
    'school',
    t('La marelle', 'Hopscotch'),
    t(
      'Dans une cour, un enfant saute à la marelle ; deux autres regardent ; un cartable et un ballon attendent.',
      'In a yard, a child plays hopscotch; two others watch; a satchel and a ball are waiting.',
    ),
  ),
];
