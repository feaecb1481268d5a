import { Strategy, type Verified } from 'passport-cas';
import { askCas } from './ask-cas.ts';
import { CasProblem } from './cas-problem.ts';
import { serviceUrlFor, type CasSettings } from './cas-settings.ts';
import { readCasAnswer, type CasProfile } from './read-cas-answer.ts';

/** What the callback has checked before the strategy runs; kept in `ctx.state.cas`. */
export interface CasRequest {
  readonly nonce: string;
  /** Only on the way back from the CAS. */
  readonly ticket?: string;
}

/**
 * passport-cas with its weak half replaced. The package still builds the redirect to the CAS and reads the answer;
 * ours are the service URL (from configuration, never from the request target), the question to the CAS (deadline,
 * size, status, no redirect) and a strict second reading: both readers must name the same user.
 * Its own HTTP request is never reached: `authenticate` of the package is only called without a ticket.
 */
export class GuardedCasStrategy extends Strategy {
  readonly settings: CasSettings;

  constructor(settings: CasSettings) {
    super(
      {
        version: 'CAS3.0',
        ssoBaseURL: settings.baseUrl,
        serverBaseURL: new URL(settings.serviceUrl).origin,
        serviceURL: settings.serviceUrl,
        passReqToCallback: true,
      },
      (_request, profile, done) => done(null, profile),
    );
    this.settings = settings;
  }

  override service(request: unknown): string {
    return serviceUrlFor(this.settings, casRequestOf(request).nonce);
  }

  override authenticate(request: unknown, options?: unknown): void {
    const { ticket } = casRequestOf(request);
    if (ticket === undefined) {
      super.authenticate(request, options);
      return;
    }
    this.redeem(request, ticket).then(
      (profile) => this.success(profile),
      (error: unknown) => this.error(error instanceof Error ? error : new Error('sign-in failed')),
    );
  }

  private async redeem(request: unknown, ticket: string): Promise<CasProfile> {
    const answer = await askCas(this.settings, ticket, this.service(request));
    const profile = readCasAnswer(answer, this.settings);
    if ((await this.userByPackage(request, answer)) !== profile.user) {
      throw new CasProblem('cas-unavailable', 'two readers of the answer name different users');
    }
    return profile;
  }

  private userByPackage(request: unknown, answer: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const verified: Verified = (error, user) => {
        if (error === null)
          resolve(typeof user === 'object' && user !== null && 'user' in user ? user.user : undefined);
        else reject(new CasProblem('cas-unavailable', 'passport-cas could not read the answer'));
      };
      this._validate(request, answer, verified);
    });
  }
}

function casRequestOf(request: unknown): CasRequest {
  const state = (request as { ctx?: { state?: { cas?: CasRequest } } }).ctx?.state?.cas;
  if (state === undefined) throw new Error('ctx.state.cas must be set before passport runs');
  return state;
}
