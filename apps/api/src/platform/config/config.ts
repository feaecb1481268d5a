import type { SettingValues } from './settings.ts';
import type { Mode } from './setting.ts';

export interface Config {
  readonly mode: Mode;
  readonly port: number;
  /** `https://fuwu.example.edu.cn`: what people type, without a trailing slash. */
  readonly origin: string;
  readonly isSecure: boolean;
  /** What the pages' server proves itself with; made anew by a process that holds both. */
  readonly internalKey: string | undefined;
  /** How many proxies stand in front; their X-Forwarded-For entries are believed, no others. */
  readonly trustedProxies: number;
  readonly database: { readonly url: string; readonly poolSize: number };
  readonly migratesAtStart: boolean;
  readonly filesFolder: string;
  readonly hasWeb: boolean;
  readonly hasJobs: boolean;
  readonly logLevel: string;
  readonly timeZone: string;
  /** How trips (跑动) are counted. */
  readonly trips: { readonly countsKiosk: boolean; readonly mergeMinutes: number; readonly linkDays: number };
  readonly university: { readonly name: string; readonly helpPhone: string };
  readonly keys: {
    /** The first one encrypts; the others only decrypt what was written before the rotation. */
    readonly master: readonly { readonly id: string; readonly secret: Buffer }[];
    readonly blindIndex: Buffer;
    readonly cookies: readonly string[];
    /** Ed25519, PEM. */
    readonly auditSigning: string;
  };
  readonly seal: {
    readonly p12File: string | undefined;
    readonly password: string | undefined;
    readonly font: string | undefined;
  };
  readonly session: { readonly idleMinutes: number; readonly hours: number };
  readonly cas: {
    readonly url: string | undefined;
    readonly isEmbedded: boolean;
    readonly version: '2' | '3';
    readonly userPattern: RegExp;
    /** Our name → the attribute's name at this campus. */
    readonly attributes: Readonly<Record<string, string>>;
    readonly admitsUnknown: boolean;
  };
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly clamav: { readonly host: string; readonly port: number } | undefined;
  readonly frameAncestors: readonly string[];
  /** Hosts (`host` or `host:port`) whose addresses in guides are asked each night; none: nothing is asked. */
  readonly linkHosts: readonly string[];
  readonly metricsToken: string | undefined;
  readonly limits: {
    readonly readsPerMinute: number;
    readonly writesPerMinute: number;
    readonly sensitivePerMinute: number;
  };
  readonly publicCacheBytes: number;
}

export function toConfig(values: SettingValues): Config {
  const origin = new URL(values.PUBLIC_ORIGIN).origin;
  return {
    mode: values.YITANG_MODE,
    port: values.PORT,
    origin,
    isSecure: origin.startsWith('https:'),
    internalKey: values.INTERNAL_KEY,
    trustedProxies: values.TRUSTED_PROXIES,
    database: { url: values.DATABASE_URL, poolSize: values.DATABASE_POOL },
    migratesAtStart: values.MIGRATE,
    filesFolder: values.FILES_FOLDER,
    hasWeb: !values.NO_WEB,
    hasJobs: !values.NO_JOBS,
    logLevel: values.LOG_LEVEL,
    timeZone: values.TIME_ZONE,
    trips: {
      countsKiosk: values.TRIPS_COUNT_KIOSK,
      mergeMinutes: values.TRIPS_MERGE_MINUTES,
      linkDays: values.TRIPS_LINK_DAYS,
    },
    university: { name: values.UNIVERSITY_NAME, helpPhone: values.HELP_PHONE },
    keys: {
      master: values.MASTER_KEYS,
      blindIndex: values.BLIND_INDEX_KEY,
      cookies: values.COOKIE_KEYS,
      auditSigning: values.AUDIT_SIGNING_KEY,
    },
    seal: { p12File: values.SEAL_P12_FILE, password: values.SEAL_P12_PASSWORD, font: values.CJK_FONT },
    session: { idleMinutes: values.SESSION_IDLE_MINUTES, hours: values.SESSION_HOURS },
    cas: casOf(values),
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    clamav: hostAndPort(values.CLAMAV),
    frameAncestors: values.FRAME_ANCESTORS,
    linkHosts: values.LINK_HOSTS.map((host) => host.toLowerCase()),
    metricsToken: values.METRICS_TOKEN,
    limits: {
      readsPerMinute: values.READS_PER_MINUTE,
      writesPerMinute: values.WRITES_PER_MINUTE,
      sensitivePerMinute: values.SENSITIVE_PER_MINUTE,
    },
    publicCacheBytes: values.PUBLIC_CACHE_MB * 1024 * 1024,
  };
}

function casOf(values: SettingValues): Config['cas'] {
  return {
    url: values.CAS_URL,
    isEmbedded: values.CAS_EMBEDDED && values.CAS_URL === undefined,
    version: values.CAS_VERSION,
    userPattern: new RegExp(values.CAS_USER_PATTERN, 'u'),
    attributes: Object.fromEntries(values.CAS_ATTRIBUTES.map((pair) => pair.split('=', 2) as [string, string])),
    admitsUnknown: values.CAS_ADMIT_UNKNOWN === 'visitor',
  };
}

function hostAndPort(value: string | undefined): Config['clamav'] {
  if (value === undefined) return undefined;
  const colon = value.lastIndexOf(':');
  return { host: value.slice(0, colon), port: Number(value.slice(colon + 1)) };
}
