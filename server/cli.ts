/**
 * The command line for whoever keeps the data folder: take a board away as a file, see which boards there are, show or renew their links.
 * Works on the files themselves, so the server must not be running; the instance lock makes sure of it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale } from '../shared/control/Control.ts';
import { LINK_NAMES } from '../shared/control/commands.ts';
import { InstanceKey } from './auth/InstanceKey.ts';
import { Sealer } from './auth/Sealer.ts';
import { Tickets } from './auth/Tickets.ts';
import { readConfig } from './config.ts';
import { Boards } from './control/Boards.ts';
import { Links } from './control/Links.ts';
import { NO_ROOMS, Sessions } from './control/Sessions.ts';
import { storedState } from './control/storedState.ts';
import { publicAddress } from './http/PublicAddress.ts';
import { StartupError } from './lib/StartupError.ts';
import { ShippedPictures } from './pictures/ShippedPictures.ts';
import { createRenderer } from './render/Renderer.ts';
import type { BoardRow, Storage } from './storage/Storage.ts';
import { DATABASE_FILE } from './storage/sqlite/messages.ts';
import { SqliteStorage } from './storage/sqlite/SqliteStorage.ts';

const USAGE = `
  npm run board -- list [--data DOSSIER]
  npm run board -- links --board ID [--renew facilitate|participate|watch] [--data DOSSIER]
  npm run export -- --board ID --format png --out FICHIER [--area ID] [--scale 1] [--data DOSSIER]
`;
/** What stands in the place of a link that cannot be shown: « Animer » always, as only its hash is kept; the others after a change of key. */
const NOT_SHOWN: Readonly<Record<Locale, (name: string) => string>> = {
  fr: (name) =>
    `ne peut pas être montré\u202f; pour en avoir un nouveau\u202f: --renew ${name} (l’ancien n’ouvrira plus rien)`,
  en: (name) => `cannot be shown; for a new one: --renew ${name} (the old one will open nothing any more)`,
};
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A refusal in both languages; ends the command without a stack. */
const refuse = (fr: string, en: string): never => {
  throw new StartupError('usage', fr, en);
};

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        board: { type: 'string' },
        format: { type: 'string', default: 'png' },
        out: { type: 'string' },
        area: { type: 'string' },
        scale: { type: 'string', default: '1' },
        renew: { type: 'string' },
        data: { type: 'string' },
      },
    });
  } catch {
    // An option that is none, or without its value.
    process.stderr.write(`${USAGE}\n`);
    return process.exit(2);
  }
}

const { positionals, values } = readArguments();

async function findBoard(storage: Storage): Promise<BoardRow> {
  const board = values.board === undefined ? null : await storage.findBoard(values.board);
  return (
    board ??
    refuse('Aucun mur de ce nom. Voir : npm run board -- list', 'There is no such board. See: npm run board -- list')
  );
}

async function list(storage: Storage): Promise<void> {
  for (const { id, createdAt, control } of await storage.listBoards()) {
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: control.timeZone, dateStyle: 'short' }).format(createdAt);
    say(`${id}  ${date}  ${control.title}`);
  }
}

async function showLinks(storage: Storage, boards: Boards): Promise<void> {
  const { id, control } = await findBoard(storage);
  if (values.renew !== undefined) {
    const name = LINK_NAMES.find((known) => known === values.renew);
    const names = LINK_NAMES.join(', ');
    if (name) say(`${name}  ${await boards.renewLink(id, name)}`);
    else refuse(`--renew : ${names}`, `--renew: ${names}`);
    return;
  }
  const links = await boards.links(id);
  const known = { participate: links?.participate ?? null, watch: links?.watch ?? null, facilitate: null };
  const width = Math.max(...Object.keys(known).map((name) => name.length));
  for (const [name, link] of Object.entries(known))
    say(`${name.padEnd(width)}  ${link ?? NOT_SHOWN[control.locale](name)}`);
}

async function exportBoard(storage: Storage, boards: Boards): Promise<void> {
  const scale = Number(values.scale);
  if (!(scale >= 0.1 && scale <= 4)) refuse('--scale : de 0,1 à 4', '--scale: from 0.1 to 4');
  if (values.format !== 'png') refuse('Formats : png', 'Formats: png');
  const out = values.out ?? refuse('Indiquez --out FICHIER', 'Give --out FILE');
  const { id, control } = await findBoard(storage);
  const people = await boards.people(id);
  const renderer = createRenderer();
  try {
    const shipped = new ShippedPictures();
    const picture = await renderer.renderPng({
      update: await storedState(storage, id),
      ...(values.area !== undefined && { area: values.area }),
      scale,
      locale: control.locale,
      people: Object.fromEntries([...people].map(([personId, { name }]) => [personId, name])),
      picture: async (hash) => ((await shipped.find(hash)) ?? (await storage.loadPicture(id, hash)))?.bytes ?? null,
    });
    if (picture.ok) writeFileSync(out, picture.value.bytes);
    else if (picture.reason === 'area_unknown')
      refuse('Cette zone n’est pas sur le mur.', 'This area is not on the board.');
    else
      refuse(
        `L’image n’a pas pu être faite (${picture.reason}).`,
        `The picture could not be made (${picture.reason}).`,
      );
  } finally {
    await renderer.close();
  }
  say(out);
}

async function main(): Promise<void> {
  // `npm run board -- list` and `npm run export -- …`: the first word is the script's, the second the action of `board`.
  const [topic, action] = positionals;
  const command = topic === 'board' ? action : topic;
  if (command !== 'list' && command !== 'links' && command !== 'export') {
    say(USAGE);
    if (command !== undefined) process.exitCode = 2;
    return;
  }
  const config = readConfig(process.env, { defaultLogLevel: 'warn' });
  const dataDir = values.data ?? config.dataDir;
  if (!existsSync(join(dataDir, DATABASE_FILE)))
    refuse(`Aucun mur dans ${dataDir}`, `There are no boards in ${dataDir}`);
  const storage = await SqliteStorage.open(dataDir);
  try {
    const key = InstanceKey.open(dataDir);
    const address = publicAddress(config);
    const now = Date.now;
    const links = new Links(new Sealer(key.derive('links')), () => address.base);
    const sessions = new Sessions({ storage, links, now, rooms: () => NO_ROOMS });
    const boards = new Boards({ storage, tickets: new Tickets(key.derive('tickets'), now), links, sessions, now });
    if (command === 'list') await list(storage);
    else if (command === 'links') await showLinks(storage, boards);
    else await exportBoard(storage, boards);
  } finally {
    await storage.close();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`\n  ${error.fr}\n  ${error.en}\n\n`);
  process.exitCode = 2;
});
