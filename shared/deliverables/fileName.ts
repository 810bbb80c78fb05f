/** What a file that leaves the board is called: readable for people, accepted by Windows, macOS, Linux and mail programs. */

export interface FileNameParts {
  readonly title: string;
  /** Title of the area, where the file shows one only. */
  readonly area?: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Without its dot. */
  readonly extension: string;
}

const MAX_PART = 80;
/** Names that Windows keeps for devices, alone or before a dot. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Keeps accents and spaces; takes out what some system forbids, and what could turn or hide the end of the name. */
function clean(part: string): string {
  const kept = part
    .replace(/\s*[/\\:|]\s*/gu, ' - ')
    .replace(/["“”«»<>?*\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .-]+|[ .-]+$/gu, '');
  return Array.from(kept.normalize('NFC')).slice(0, MAX_PART).join('').trim();
}

/** E.g. `Démarreur bienveillant – Idées – 2026-11-22.png`. A title without a usable character becomes `Pêle-mêle`. */
export function fileName({ title, area, date, extension }: FileNameParts): string {
  const named = clean(title);
  const parts = [named === '' || RESERVED.test(named) ? 'Pêle-mêle' : named, clean(area ?? ''), clean(date)];
  return `${parts.filter((part) => part !== '').join(' – ')}.${extension}`;
}
