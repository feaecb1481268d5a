/** A question without a body that the pages' server asks the API. */
export interface InProcessQuestion {
  /** Path and query: `/api/matters?limit=20`. */
  readonly target: string;
  readonly headers: Headers;
}

/** What a request for a page carries where the API answers in the same process: a way to ask it without a connection. */
export interface AsksInProcess {
  readonly askApi?: (question: InProcessQuestion) => Promise<Response>;
}
