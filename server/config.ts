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
  /** A model that compares texts by meaning; absent: none. */
  readonly embeddings?: EmbeddingsConfig;
}

/** An OpenAI-compatible address. The key is read here and goes nowhere but into its requests. */
export interface EmbeddingsConfig {
  /** Without `/embeddings`, no trailing slash. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
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
  PELEMELE_EMBEDDINGS_URL: z.string().refine(isWebAddress).optional(),
  PELEMELE_EMBEDDINGS_MODEL: z.string().trim().min(1).max(200).optional(),
  // A line break would end the header it is sent in.
  PELEMELE_EMBEDDINGS_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional(),
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
  PELEMELE_EMBEDDINGS_URL: {
    fr: 'une adresse http:// ou https:// qui répond à /embeddings, par exemple https://albert.api.etalab.gouv.fr/v1, avec PELEMELE_EMBEDDINGS_MODEL',
    en: 'an http:// or https:// address that answers at /embeddings, for instance https://albert.api.etalab.gouv.fr/v1, with PELEMELE_EMBEDDINGS_MODEL',
  },
  PELEMELE_EMBEDDINGS_MODEL: {
    fr: 'le nom d’un modèle, avec PELEMELE_EMBEDDINGS_URL',
    en: 'the name of a model, with PELEMELE_EMBEDDINGS_URL',
  },
  PELEMELE_EMBEDDINGS_KEY: {
    fr: 'une clé sans espace, avec PELEMELE_EMBEDDINGS_URL',
    en: 'a key without spaces, with PELEMELE_EMBEDDINGS_URL',
  },
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
  if (!read.success) throw invalid(read.error.issues[0]?.path[0] as Name);
  const { data } = read;
  const embeddings = readEmbeddings(data);
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.PELEMELE_DATA,
    // As browsers write it: whether it is https is read from how it begins.
    publicUrl: data.PELEMELE_PUBLIC_URL ? new URL(data.PELEMELE_PUBLIC_URL).href.replace(/\/+$/, '') : null,
    trustProxyHops: data.PELEMELE_TRUST_PROXY_HOPS,
    logLevel: data.PELEMELE_LOG_LEVEL ?? options.defaultLogLevel,
    ...(embeddings && { embeddings }),
  };
}

/** Address and model together, or neither: half a setting is a mistake, told as one. */
function readEmbeddings(data: z.infer<typeof environment>): EmbeddingsConfig | null {
  const { PELEMELE_EMBEDDINGS_URL: url, PELEMELE_EMBEDDINGS_MODEL: model, PELEMELE_EMBEDDINGS_KEY: key } = data;
  if (url === undefined) {
    if (model !== undefined) throw invalid('PELEMELE_EMBEDDINGS_MODEL');
    if (key !== undefined) throw invalid('PELEMELE_EMBEDDINGS_KEY');
    return null;
  }
  if (model === undefined) throw invalid('PELEMELE_EMBEDDINGS_URL');
  return { url: new URL(url).href.replace(/\/+$/, ''), key: key ?? null, model };
}

/** Names the variable and what it should be, never its value: one of them is a secret. */
const invalid = (name: Name): StartupError =>
  new StartupError(
    'config_invalid',
    `${name} : attendu ${EXPECTED[name].fr}.`,
    `${name}: expected ${EXPECTED[name].en}.`,
  );
