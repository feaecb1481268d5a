import { CasProblem } from './cas-problem.ts';
import type { CasSettings } from './cas-settings.ts';

/**
 * Asks the CAS about a ticket for exactly this service and returns its answer as text. Throws CasProblem
 * `cas-unavailable` unless the answer is there whole within the deadline, with status 200, without a redirect, not
 * larger than allowed, and strictly UTF-8. The TLS certificate is always verified.
 */
export async function askCas(settings: CasSettings, ticket: string, service: string): Promise<string> {
  const url = new URL(settings.baseUrl + settings.validatePath);
  url.searchParams.set('ticket', ticket);
  url.searchParams.set('service', service);
  try {
    const answer = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(settings.deadlineMs),
      headers: { accept: 'application/xml, text/xml', 'accept-encoding': 'identity' },
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw unavailable(`status ${answer.status}`);
    }
    return await readBounded(answer, settings.maxAnswerBytes);
  } catch (error) {
    if (error instanceof CasProblem) throw error;
    throw unavailable(describe(error));
  }
}

async function readBounded(answer: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let size = 0;
  let text = '';
  // leaving the loop by an error cancels the stream, so a large answer is never read to its end
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw unavailable(`more than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const unavailable = (reason: string) => new CasProblem('cas-unavailable', `no usable answer from the CAS: ${reason}`);

/** Names of errors only: their messages may hold the URL, and with it the ticket. */
function describe(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  return [name, cause?.code].filter((part) => typeof part === 'string').join(' ');
}
