import type { IncomingMessage } from 'node:http';
import type { Principal, RequestFacts } from '../principal/index.ts';

/**
 * One reading of a page. Who reads it is found out once for all that the page asks of the API meanwhile: it is the same
 * request at the same moment. It lives as long as that request, and what is asked with other proof of who asks is looked
 * up for itself.
 */
export class PageVisit {
  #proof: string | undefined;
  #found: Promise<Principal> | undefined;

  /** The principal of these headers, of this very request; `find` is run for the first question alone. */
  async principalOf(
    headers: IncomingMessage['headers'],
    facts: RequestFacts,
    find: () => Promise<Principal>,
  ): Promise<Principal> {
    const proof = JSON.stringify([headers.cookie, headers.authorization]);
    if (this.#found === undefined) {
      this.#proof = proof;
      this.#found = find();
    }
    if (proof !== this.#proof) return find();
    const { requestId, address, locale } = facts;
    return { ...(await this.#found), requestId, address, locale };
  }
}

/** Only within this process can a question belong to a page: nothing that is sent over a connection says so. */
export interface OfPage {
  readonly visit?: PageVisit | undefined;
}
