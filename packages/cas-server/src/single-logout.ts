import { newToken } from './ticket-store.ts';
import { escapeMarkup } from './markup.ts';

const deadlineMs = 2_000;

/** The SAML 2.0 message by which a CAS tells a service, unsigned and behind the browser's back, that a session ended. */
export function logoutRequest(ticket: string, at: Date): string {
  return (
    `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${newToken('LR')}" Version="2.0"` +
    ` IssueInstant="${at.toISOString()}">` +
    '<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>' +
    `<samlp:SessionIndex>${escapeMarkup(ticket)}</samlp:SessionIndex></samlp:LogoutRequest>`
  );
}

/** Tells every service that got a ticket; a service that does not answer is left alone after two seconds. */
export async function announceLogout(tickets: ReadonlyMap<string, string>, at: Date): Promise<void> {
  const messages = [...tickets].map(([ticket, service]) =>
    fetch(service, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineMs),
      body: new URLSearchParams({ logoutRequest: logoutRequest(ticket, at) }),
    }).then((answer) => answer.body?.cancel()),
  );
  await Promise.allSettled(messages);
}
