/** The parts of passport-cas 0.1.1 that we build on; the package brings no types. */
declare module 'passport-cas' {
  export interface StrategyOptions {
    readonly version: 'CAS1.0' | 'CAS3.0';
    readonly ssoBaseURL: string;
    readonly serverBaseURL: string;
    readonly serviceURL: string;
    readonly passReqToCallback: true;
  }
  export type Verified = (error: Error | null, user?: unknown) => void;
  export class Strategy {
    constructor(options: StrategyOptions, verify: (request: unknown, profile: unknown, done: Verified) => void);
    readonly name: string;
    authenticate(request: unknown, options?: unknown): void;
    service(request: unknown): string;
    /** Parses the text of an answer and hands it to the verify function. */
    _validate(request: unknown, answer: string, verified: Verified): void;
    // added by passport for one request
    success(user: unknown): void;
    error(error: Error): void;
  }
}
