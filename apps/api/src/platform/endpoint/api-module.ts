import type Koa from 'koa';
import type { Em } from '../../database/index.ts';
import type { JobRegistry } from '../jobs/index.ts';
import type { Principal, RequestFacts } from '../principal/index.ts';
import type { SessionFacts } from '../session/index.ts';
import type { Deps } from './call.ts';
import type { Route } from './routes.ts';

/** A session, and who it stands for: undefined where the account was disabled or is gone, and the session ends. */
export interface FoundPerson {
  readonly session: SessionFacts;
  readonly person: Principal | undefined;
}

/** Turns a session or a machine's key into who it stands for, with the grants of this moment. */
export interface PrincipalSource {
  /** One statement at every request, for the session and the person. Whether the session is over is not asked here. */
  findPerson(em: Em, tokenHash: string, facts: RequestFacts & { now: Date }): Promise<FoundPerson | undefined>;
  /** `Authorization: Bearer KEY`; undefined for an unknown key. */
  loadMachine?(em: Em, key: string, facts: RequestFacts & { now: Date }): Promise<Principal | undefined>;
}

/** What a module's index.ts exports as `…Module`; `modules/index.ts` lists them. */
export interface ApiModule {
  readonly name: string;
  readonly routes?: readonly Route[];
  /** Pages and protocols that are not part of the contract, such as `/auth/cas/callback`. */
  mount?(deps: Deps): readonly Koa.Middleware[];
  /** Offers services to other modules; called for all modules before anything else. */
  provide?(deps: Deps): void;
  registerJobs?(jobs: JobRegistry, deps: Deps): void;
  registerCron?(jobs: JobRegistry, deps: Deps): void;
  /** Only the module that owns identity has one. */
  principals?(deps: Deps): PrincipalSource;
  /** After the database is migrated and before the first request: load what is held in memory. */
  start?(deps: Deps): Promise<void>;
  stop?(deps: Deps): Promise<void> | void;
}
