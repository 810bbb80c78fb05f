/**
 * The settings of an instance, read once from the environment that `main.ts` hands over. Every mistake is told in words that name the
 * variable; nothing is guessed and nothing falls back silently.
 */
import { z } from 'zod';
import { StartupError } from './lib/StartupError.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the database and the key, as given: relative to the working directory or absolute. */
  readonly dataDir: string;
  /** Where people reach this server, when a proxy or a name stands before it; no trailing slash. */
  readonly publicUrl: string | null;
  /** How many proxies of our own stand before the server: so many entries of `X-Forwarded-For` are believed, from the right. */
  readonly trustProxyHops: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const isWebAddress = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, search, hash, username, password } = new URL(value);
  return (protocol === 'http:' || protocol === 'https:') && `${search}${hash}${username}${password}` === '';
};

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  HOST: z.string().min(1).default('127.0.0.1'),
  PELEMELE_DATA: z.string().min(1).default('./data'),
  PELEMELE_PUBLIC_URL: z.string().refine(isWebAddress).optional(),
  PELEMELE_TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  PELEMELE_LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
});

type Name = keyof z.infer<typeof environment>;

const EXPECTED: Readonly<Record<Name, { readonly fr: string; readonly en: string }>> = {
  PORT: { fr: 'un nombre entier de 0 à 65535', en: 'a whole number from 0 to 65535' },
  HOST: { fr: 'une adresse, par exemple 127.0.0.1 ou 0.0.0.0', en: 'an address, for instance 127.0.0.1 or 0.0.0.0' },
  PELEMELE_DATA: { fr: 'un dossier', en: 'a folder' },
  PELEMELE_PUBLIC_URL: {
    fr: 'une adresse http:// ou https:// sans paramètre, par exemple https://mur.example.org',
    en: 'an http:// or https:// address without parameters, for instance https://mur.example.org',
  },
  PELEMELE_TRUST_PROXY_HOPS: { fr: 'un nombre entier de 0 à 10', en: 'a whole number from 0 to 10' },
  PELEMELE_LOG_LEVEL: { fr: `un de ${LOG_LEVELS.join(', ')}`, en: `one of ${LOG_LEVELS.join(', ')}` },
};

/** Known names of later versions: setting one now would promise a durability that is not there. */
const LATER = ['PELEMELE_DATABASE_URL', 'PELEMELE_REDIS_URL'] as const;

/**
 * Reads the settings. `defaultLogLevel` depends on who reads the output: a person at a terminal wants less than a log collector.
 * Throws `StartupError`.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  options: { readonly defaultLogLevel: Config['logLevel'] },
): Config {
  const later = LATER.find((name) => env[name]);
  if (later) {
    throw new StartupError(
      'config_later',
      `${later} est réservé à une version ultérieure : celle-ci enregistre tout dans le dossier PELEMELE_DATA. Retirez ce réglage.`,
      `${later} belongs to a later version: this one keeps everything in the folder PELEMELE_DATA. Remove this setting.`,
    );
  }
  // An empty variable (PORT= in a compose file) means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const name = read.error.issues[0]?.path[0] as Name;
    throw new StartupError(
      'config_invalid',
      `${name} : attendu ${EXPECTED[name].fr}.`,
      `${name}: expected ${EXPECTED[name].en}.`,
    );
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.PELEMELE_DATA,
    // As browsers write it: whether it is https is read from how it begins.
    publicUrl: data.PELEMELE_PUBLIC_URL ? new URL(data.PELEMELE_PUBLIC_URL).href.replace(/\/+$/, '') : null,
    trustProxyHops: data.PELEMELE_TRUST_PROXY_HOPS,
    logLevel: data.PELEMELE_LOG_LEVEL ?? options.defaultLogLevel,
  };
}
