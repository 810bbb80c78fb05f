/** The words of every refusal over HTTP, in both languages. The code is the contract; the words are for people and may change. */
import type { Locale } from '../../shared/control/Control.ts';

/** `{…}` is filled in with the detail of the same name. */
const MESSAGES = {
  bad_request: { fr: 'Demande mal formée : {field}.', en: 'Malformed request: {field}.' },
  template_unknown: {
    fr: 'Ce modèle n’existe pas. Modèles : {list}.',
    en: 'There is no such template. Templates: {list}.',
  },
  board_not_found: {
    fr: 'Ce mur n’existe pas, ou ce lien n’est plus valable.',
    en: 'There is no such board, or this link is no longer valid.',
  },
  ticket_invalid: {
    fr: 'Votre accès n’est plus valable. Revenez par le lien du mur.',
    en: 'Your access is no longer valid. Come back by the board’s link.',
  },
  removed: { fr: 'Votre accès à ce mur vous a été retiré.', en: 'Your access to this board has been removed.' },
  facilitators_only: {
    fr: 'Seule une personne qui anime peut faire cela.',
    en: 'Only a facilitator may do this.',
  },
  forbidden: {
    fr: 'Vous n’avez pas le droit de faire cela sur ce mur.',
    en: 'You may not do this on this board.',
  },
  rev_conflict: {
    fr: 'Quelqu’un d’autre vient de changer cela. Regardez l’état actuel, puis recommencez.',
    en: 'Somebody else has just changed this. Look at the present state, then try again.',
  },
  participant_unknown: {
    fr: 'Cette personne n’est pas, ou n’est plus, sur ce mur.',
    en: 'This person is not, or no longer, on this board.',
  },
  last_facilitator: {
    fr: 'Il doit rester au moins une personne qui anime.',
    en: 'At least one facilitator must remain.',
  },
  unreadable_notes: {
    fr: 'Des notes privées sont illisibles sur le disque. Rien n’a été révélé, rien n’a été effacé.',
    en: 'Some private notes cannot be read from the disk. Nothing was revealed, nothing was erased.',
  },
  format_unknown: {
    fr: 'Ce format d’export n’existe pas. Formats : {list}.',
    en: 'There is no such export format. Formats: {list}.',
  },
  area_unknown: { fr: 'Cette zone n’est pas sur le mur.', en: 'This area is not on the board.' },
  picture_too_large: {
    fr: 'Cette image serait trop grande. Choisissez une zone ou une échelle plus petite.',
    en: 'This picture would be too large. Choose an area or a smaller scale.',
  },
  picture_type: {
    fr: 'Ce fichier n’est pas une image qu’on puisse mettre sur le mur. Formats : JPEG, PNG, WebP, GIF.',
    en: 'This file is not a picture that can be put on the board. Formats: JPEG, PNG, WebP, GIF.',
  },
  picture_too_heavy: {
    fr: 'Cette image est trop lourde : {limit} Mo au plus.',
    en: 'This picture is too heavy: {limit} MB at most.',
  },
  picture_pixels: {
    fr: 'Cette image est trop grande : {limit} millions de pixels au plus.',
    en: 'This picture is too large: {limit} million pixels at most.',
  },
  picture_damaged: {
    fr: 'Cette image est abîmée et ne peut pas être lue.',
    en: 'This picture is damaged and cannot be read.',
  },
  picture_not_found: {
    fr: 'Cette image n’est pas sur le mur.',
    en: 'This picture is not on the board.',
  },
  board_pictures_full: {
    fr: 'Ce mur ne peut plus recevoir d’images : elles tiennent déjà {limit} Mo.',
    en: 'This board takes no more pictures: they already fill {limit} MB.',
  },
  picture_share_full: {
    fr: 'Vos images tiennent déjà {limit} Mo sur ce mur : c’est votre part. Une personne qui anime peut encore en ajouter.',
    en: 'Your pictures already fill {limit} MB of this board: that is your share. A facilitator can still add some.',
  },
  too_many_requests: {
    fr: 'Trop de demandes d’affilée. Réessayez dans {seconds} s.',
    en: 'Too many requests in a row. Try again in {seconds} s.',
  },
  busy: {
    fr: 'Le serveur est occupé. Réessayez dans {seconds} s.',
    en: 'The server is busy. Try again in {seconds} s.',
  },
  storage_paused: {
    fr: 'L’enregistrement est suspendu. Rien n’est perdu ; réessayez dans un instant.',
    en: 'Saving is paused. Nothing is lost; try again in a moment.',
  },
  board_damaged: {
    fr: 'Ce mur est abîmé sur le disque du serveur et n’est montré à personne. La personne qui l’héberge peut remettre une sauvegarde.',
    en: 'This board is damaged on the server’s disk and is shown to nobody. Whoever hosts it can put a backup back.',
  },
  origin_refused: {
    fr: 'Cette page n’a pas le droit de s’adresser à ce serveur.',
    en: 'This page may not speak to this server.',
  },
  not_found: { fr: 'Il n’y a rien à cette adresse.', en: 'There is nothing at this address.' },
  body_too_large: { fr: 'Cette demande est trop volumineuse.', en: 'This request is too large.' },
  headers_too_large: {
    fr: 'Les en-têtes de cette demande sont trop volumineux.',
    en: 'The headers of this request are too large.',
  },
  too_slow: { fr: 'Cette demande n’est pas arrivée à temps.', en: 'This request did not come in time.' },
  meanings_failed: {
    fr: 'Le modèle choisi par ce serveur n’a pas répondu. Le tri peut se faire sans lui.',
    en: 'The model chosen by this server has not answered. Sorting works without it.',
  },
  internal: {
    fr: 'Le serveur n’a pas pu répondre. L’incident est noté dans son journal.',
    en: 'The server could not answer. The incident is noted in its log.',
  },
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** The sentence for a code, with its details filled in. */
export function messageOf(code: ErrorCode, locale: Locale, details: Readonly<Record<string, string>> = {}): string {
  return MESSAGES[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '');
}

/** The language an `Accept-Language` header prefers among ours (RFC 9110 §12.5.4); French where it names neither. */
export function preferredLocale(header: string | undefined): Locale {
  let best: Locale = 'fr';
  let weight = 0;
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = range.split('-')[0];
    const quality = Number(
      parameters
        .find((one) => one.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    if ((language === 'fr' || language === 'en') && quality > weight) {
      best = language;
      weight = quality;
    }
  }
  return best;
}
