/** What a client reads of an answer; a `Response` has it all. */
export interface ApiAnswer extends Pick<Response, 'ok' | 'status' | 'statusText' | 'json' | 'arrayBuffer'> {
  readonly headers: Pick<Headers, 'get' | 'getSetCookie'>;
}

/** A question without a body that the pages' server asks the API. */
export interface InProcessQuestion {
  /** Path and query: `/api/matters?limit=20`. */
  readonly target: string;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a request for a page carries where the API answers in the same process: a way to ask it without a connection. */
export interface AsksInProcess {
  readonly askApi?: (question: InProcessQuestion) => Promise<ApiAnswer>;
}
