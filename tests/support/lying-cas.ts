import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A CAS that says whatever a test makes it say, and remembers what it was asked. */
export interface LyingCas {
  readonly url: string;
  answer: RequestListener;
  asked: URL[];
  stop(): void;
}

export async function startLyingCas(): Promise<LyingCas> {
  const server = createServer((request, response) => {
    cas.asked.push(new URL(request.url ?? '/', cas.url));
    cas.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cas: LyingCas = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cas`,
    answer: casSays(''),
    asked: [],
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return cas;
}

export const casAnswer = (inside: string): string =>
  `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`;
export const casSuccess = (inside: string): string =>
  casAnswer(`<cas:authenticationSuccess>${inside}</cas:authenticationSuccess>`);
export const casFailure = (code: string): string =>
  casAnswer(`<cas:authenticationFailure code="${code}">no</cas:authenticationFailure>`);

export const casSays =
  (xml: string): RequestListener =>
  (_request, response) =>
    void response.end(xml);
