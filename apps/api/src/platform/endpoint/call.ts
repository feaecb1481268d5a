import type { Answer, Endpoint, Input } from '@yitang/contract';
import type Koa from 'koa';
import type { Registry } from 'prom-client';
import type { Em, Orm } from '../../database/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { RunAddition, RunCommand } from '../command/index.ts';
import type { Config } from '../config/index.ts';
import type { FieldCrypto, PersonKeys } from '../crypto/index.ts';
import type { BlobStore } from '../files/index.ts';
import type { JobRunner } from '../jobs/index.ts';
import type { RateLimits } from '../limits/index.ts';
import type { Log } from '../logger/index.ts';
import type { Numbers } from '../numbers/index.ts';
import type { Principal } from '../principal/index.ts';
import type { PublicCache } from '../public-cache/index.ts';
import type { Sessions } from '../session/index.ts';
import type { RepeatedAnswer } from './repeated-answer.ts';
import type { Services } from './services.ts';

/** What the composition root hands to every module. */
export interface Deps {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly orm: Orm;
  readonly crypto: FieldCrypto;
  readonly personKeys: PersonKeys;
  readonly blobs: BlobStore;
  readonly audit: Audit;
  readonly jobs: JobRunner;
  readonly numbers: Numbers;
  readonly limits: RateLimits;
  readonly sessions: Sessions;
  readonly runCommand: RunCommand;
  readonly runAddition: RunAddition;
  readonly metrics: Registry;
  /** Stands in front of the API and the pages; the catalog tells it when what it keeps has become old. */
  readonly publicCache: PublicCache;
  /** What modules offer each other beyond plain queries; see `serviceKey`. */
  readonly services: Services;
}

/** What one call has written so far; the endpoint layer holds it against "exactly one audit row". */
export interface CallTrace {
  auditRows: number;
  /** The answer is that of an earlier call with the same key. */
  isReplay: boolean;
  /** That it was asked for was counted: each call has to come here, so that no answer may stand for later ones. */
  isCounted?: boolean;
}

/** Whoever runs a command: a request, or the system itself. */
export interface Caller {
  readonly principal: Principal;
  readonly trace?: CallTrace;
  /** The Idempotency-Key header. */
  readonly idempotencyKey?: string | undefined;
  /** What the key stands for: another input under the same key is refused. */
  readonly input?: unknown;
}

/** One request on its way through a handler. */
export interface Call extends Caller {
  readonly deps: Deps;
  /** The request's own entity manager; inside a command use `tx.em`. */
  readonly em: Em;
  /** For streams only. */
  readonly ctx: Koa.Context;
  readonly now: Date;
  readonly trace: CallTrace;
}

type Given<E extends Endpoint> = Answer<E> | RepeatedAnswer<Answer<E>>;
export type Handler<E extends Endpoint> = (input: Input<E>, call: Call) => Promise<Given<E>> | Given<E>;
