import Koa from 'koa';
import compress from 'koa-compress';
import helmet from 'koa-helmet';
import { constants } from 'node:zlib';
import { createAudit } from './platform/audit/index.ts';
import { systemClock, type Clock } from './platform/clock/index.ts';
import { createRunAddition, createRunCommand } from './platform/command/index.ts';
import type { Config } from './platform/config/index.ts';
import { createFieldCrypto, createPersonKeys } from './platform/crypto/index.ts';
import {
  createServices,
  mountRoutes,
  routesAskedInside,
  type ApiModule,
  type Deps,
  type Route,
} from './platform/endpoint/index.ts';
import { createFolderBlobStore } from './platform/files/index.ts';
import { housekeepingModule } from './platform/housekeeping/index.ts';
import {
  answerInside,
  createMetrics,
  createReadiness,
  gauge,
  frame,
  platformPages,
  refuseCrossSite,
  resolvePrincipal,
  watchPublicAnswers,
  type AnswerInside,
  type HttpMetrics,
  type Readiness,
} from './platform/http/index.ts';
import { createJobRunner } from './platform/jobs/index.ts';
import { createRateLimits } from './platform/limits/index.ts';
import type { Log } from './platform/logger/index.ts';
import { createNumbers } from './platform/numbers/index.ts';
import { PublicCache } from './platform/public-cache/index.ts';
import { createSessions, sessionCookieName } from './platform/session/index.ts';
import type { Orm } from './database/index.ts';

export interface AppParts {
  readonly config: Config;
  readonly orm: Orm;
  readonly log: Log;
  readonly clock?: Clock;
  readonly modules: readonly ApiModule[];
  /** Shared with the pages' server of the same process. */
  readonly internalKey?: string;
  readonly version?: string;
}

export interface App {
  readonly deps: Deps;
  readonly koa: Koa;
  /** For the pages' server of the same process. */
  readonly inside: AnswerInside;
  readonly metrics: HttpMetrics;
  readonly readiness: Readiness;
  /** Loads what modules hold in memory. After the database is migrated, before the first request. */
  start(): Promise<void>;
  /** Finishes jobs that are under way. The database stays open. */
  stop(): Promise<void>;
}

/** The composition root: everything is made here, once, and handed down. */
export function createApp(parts: AppParts): App {
  const metrics = createMetrics();
  const deps = createDeps(parts, metrics);
  const modules = [housekeepingModule, ...parts.modules];
  for (const module of modules) module.provide?.(deps);
  for (const module of modules) {
    module.registerJobs?.(deps.jobs.registry, deps);
    module.registerCron?.(deps.jobs.registry, deps);
  }
  const readiness = createReadiness(parts.orm);
  const read = (): number => deps.publicCache.bytes;
  gauge(metrics.registry, { name: 'yitang_public_cache_bytes', help: 'Memory of ready-made public answers', read });
  return {
    deps,
    metrics,
    readiness,
    ...createFront(parts, { deps, metrics, readiness, modules }),
    start: async () => {
      for (const module of modules) await module.start?.(deps);
      if (parts.config.hasJobs) deps.jobs.start(deps);
    },
    stop: async () => {
      await deps.jobs.stop();
      for (const module of modules) await module.stop?.(deps);
      await deps.sessions.writeSeen();
    },
  };
}

function createDeps(parts: AppParts, metrics: HttpMetrics): Deps {
  const { config, orm, log } = parts;
  const clock = parts.clock ?? systemClock;
  const crypto = createFieldCrypto(config.keys);
  const personKeys = createPersonKeys(crypto.keyRing, clock);
  const audit = createAudit({ orm, clock, personKeys });
  const jobs = createJobRunner();
  const limits = createRateLimits({ orm, clock, config });
  const front = { trustedProxies: config.trustedProxies, internalKey: parts.internalKey ?? '' };
  const command = {
    ...{ orm, clock, crypto, audit, log },
    wakeJobs: () => jobs.wake(),
    checksAnswers: config.mode === 'test' || config.mode === 'development',
  };
  return {
    config,
    orm,
    log,
    clock,
    crypto,
    personKeys,
    audit,
    jobs,
    blobs: createFolderBlobStore({ folder: config.filesFolder, orm, keyRing: crypto.keyRing, clock }),
    numbers: createNumbers(orm),
    limits,
    sessions: createSessions({ orm, clock, config }),
    runCommand: createRunCommand(command),
    runAddition: createRunAddition(command),
    metrics: metrics.registry,
    publicCache: new PublicCache({
      maxBytes: config.publicCacheBytes,
      ...watchPublicAnswers({ ...front, limits, metrics, log }),
    }),
    services: createServices(),
  };
}

interface Built {
  readonly deps: Deps;
  readonly metrics: HttpMetrics;
  readonly readiness: Readiness;
  readonly modules: readonly ApiModule[];
}

/** Whoever asks is met by the same steps, over a connection and within the process. */
function createFront(parts: AppParts, built: Built): Pick<App, 'koa' | 'inside'> {
  const { deps, metrics, modules } = built;
  const { config, log, internalKey = '' } = parts;
  const source = modules.map((module) => module.principals?.(deps)).find((found) => found !== undefined);
  const outermost = frame({ log, metrics, trustedProxies: config.trustedProxies, internalKey });
  const caller = resolvePrincipal({ ...deps, source });
  const routes = modules.flatMap((module) => module.routes ?? []);
  const asked = routesAskedInside(routes, deps);
  return {
    koa: createKoa(parts, { ...built, routes, outermost, caller }),
    inside: answerInside((path) => {
      const answer = asked.get(path);
      return answer && [outermost, caller, answer];
    }),
  };
}

interface Steps {
  readonly routes: readonly Route[];
  readonly outermost: Koa.Middleware;
  readonly caller: Koa.Middleware;
}

function createKoa(
  parts: AppParts,
  { deps, metrics, readiness, modules, routes, outermost, caller }: Built & Steps,
): Koa {
  const { config, log } = parts;
  const koa = new Koa({
    keys: [...config.keys.cookies],
    proxy: config.trustedProxies > 0,
    maxIpsCount: config.trustedProxies,
  });
  koa.silent = true;
  koa.on('error', (error: unknown) => log.debug({ err: error }, 'an answer could not be sent'));
  koa.use(outermost);
  koa.use(securityHeaders(config));
  koa.use(uncompressedInside);
  koa.use(compress({ threshold: 1024, br: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, zstd: false }));
  koa.use(
    platformPages({
      registry: metrics.registry,
      readiness,
      metricsToken: config.metricsToken,
      version: parts.version ?? '0.1.0',
      isDemo: config.mode !== 'production',
    }),
  );
  koa.use(
    refuseCrossSite({
      origin: config.origin,
      cookieName: sessionCookieName(config.isSecure),
      allowsLoopback: config.mode !== 'production',
    }),
  );
  koa.use(caller);
  for (const module of modules) for (const middleware of module.mount?.(deps) ?? []) koa.use(middleware);
  for (const middleware of mountRoutes(routes, deps)) koa.use(middleware);
  return koa;
}

/** The pages' server sits in the same process: packing for it would only be unpacked again. */
const uncompressedInside: Koa.Middleware = (ctx, next) => {
  if ((ctx.state as { isInternal?: boolean }).isInternal) ctx.compress = false;
  return next();
};

/** For data and redirects; pages bring their own content security policy. */
function securityHeaders(config: Config): Koa.Middleware {
  const frameAncestors = config.frameAncestors.length === 0 ? ["'none'"] : [...config.frameAncestors];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors, baseUri: ["'none'"], formAction: ["'self'"] },
    },
    // `no-referrer` would make browsers send `Origin: null` with plain forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: config.frameAncestors.length === 0 ? { action: 'deny' } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}
