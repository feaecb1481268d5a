import { createPrivateKey } from 'node:crypto';
import { refusedPorts } from './refused-ports.ts';
import { address, flag, integer, list, modes, oneOf, optional, text, type Mode, type Setting } from './setting.ts';

const outsideProduction = (value: string) => (mode: Mode) => (mode === 'production' ? undefined : value);
const never = () => undefined;

const keyText: Setting<{ id: string; secret: Buffer }[]> = {
  read: (value) =>
    value.split(',').map((entry) => {
      const [id = '', secret = ''] = entry.trim().split(':');
      const bytes = Buffer.from(secret, 'base64');
      if (!/^[\w-]{1,40}$/.test(id) || bytes.length !== 32)
        throw new Error('must be NAME:BASE64 of 32 random bytes, the current key first');
      return { id, secret: bytes };
    }),
  fallback: never,
};
const secretBytes: Setting<Buffer> = {
  read: (value) => {
    const bytes = Buffer.from(value, 'base64');
    if (bytes.length !== 32) throw new Error('must be the base64 of 32 random bytes');
    return bytes;
  },
  fallback: never,
};
const signingKey: Setting<string> = {
  read: (value) => {
    const pem = value.includes('BEGIN') ? value : Buffer.from(value, 'base64').toString('utf8');
    try {
      if (createPrivateKey(pem).asymmetricKeyType === 'ed25519') return pem;
    } catch {
      // The sentence below says it better than OpenSSL does.
    }
    throw new Error('must be an Ed25519 private key: PEM, or the base64 of PEM');
  },
  fallback: never,
};

const anyPort = integer(0, 65_535, '3000');
const pagePort: Setting<number> = {
  ...anyPort,
  read: (value) => {
    const port = anyPort.read(value);
    if (refusedPorts.has(port)) throw new Error('is a port on which browsers open no page; take another one');
    return port;
  },
};

/** Every environment variable that the API reads. `config/env.example` explains them; a test keeps the two equal. */
export const settings = {
  YITANG_MODE: oneOf(modes, 'development'),
  PORT: pagePort,
  PUBLIC_ORIGIN: address(['http', 'https'], outsideProduction('http://localhost:3000')),
  INTERNAL_KEY: optional(text('', /^.{32,}$/)),
  TRUSTED_PROXIES: integer(0, 5, '0'),
  DATABASE_URL: address(['sqlite', 'mariadb', 'mysql'], outsideProduction('sqlite:var/yitang.db')),
  MIGRATE: flag('1'),
  DATABASE_POOL: integer(1, 200, '10'),
  FILES_FOLDER: text(outsideProduction('var/files')),
  NO_WEB: flag('0'),
  NO_JOBS: flag('0'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info'),
  TIME_ZONE: text('Asia/Shanghai', /^[A-Za-z_]+\/[A-Za-z_]+$|^UTC$/),
  TRIPS_COUNT_KIOSK: flag('0'),
  TRIPS_MERGE_MINUTES: integer(1, 1_440, '120'),
  TRIPS_LINK_DAYS: integer(0, 365, '30'),
  UNIVERSITY_NAME: text(outsideProduction('示范大学')),
  HELP_PHONE: text(outsideProduction('0571-00000000')),
  MASTER_KEYS: keyText,
  BLIND_INDEX_KEY: secretBytes,
  COOKIE_KEYS: list(never),
  AUDIT_SIGNING_KEY: signingKey,
  SEAL_P12_FILE: optional(text('')),
  SEAL_P12_PASSWORD: optional(text('')),
  CJK_FONT: optional(text('')),
  SESSION_IDLE_MINUTES: integer(1, 1_440, '60'),
  SESSION_HOURS: integer(1, 168, '12'),
  CAS_URL: optional(address(['http', 'https'], '')),
  CAS_EMBEDDED: flag((mode) => (mode === 'development' || mode === 'demo' ? '1' : '0')),
  CAS_VERSION: oneOf(['2', '3'], '3'),
  CAS_USER_PATTERN: text('^[A-Za-z0-9._-]{1,40}$'),
  CAS_ATTRIBUTES: list('name=cn,number=userName'),
  CAS_ADMIT_UNKNOWN: oneOf(['refuse', 'visitor'], 'refuse'),
  SMTP_URL: optional(address(['smtp', 'smtps'], '')),
  MAIL_FROM: text(outsideProduction('一趟 <noreply@localhost>')),
  CLAMAV: optional(text('', /^[\w.-]+:\d+$/)),
  FRAME_ANCESTORS: list(''),
  LINK_HOSTS: list(''),
  METRICS_TOKEN: optional(text('', /^.{16,}$/)),
  READS_PER_MINUTE: integer(1, 1_000_000, '600'),
  WRITES_PER_MINUTE: integer(1, 1_000_000, '120'),
  SENSITIVE_PER_MINUTE: integer(1, 1_000_000, '30'),
  PUBLIC_CACHE_MB: integer(1, 4_096, '64'),
} as const satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;
export type SettingValues = { readonly [K in SettingName]: (typeof settings)[K] extends Setting<infer T> ? T : never };

/** May also be given as the path of a file, in NAME_FILE: for secrets that a platform mounts. */
export const secretSettings = [
  'DATABASE_URL',
  'MASTER_KEYS',
  'BLIND_INDEX_KEY',
  'COOKIE_KEYS',
  'AUDIT_SIGNING_KEY',
  'SEAL_P12_PASSWORD',
  'SMTP_URL',
  'METRICS_TOKEN',
  'INTERNAL_KEY',
] as const satisfies readonly SettingName[];
