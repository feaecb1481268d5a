import { elementsOf, readXml, textOf, type XmlElement } from './xml-tree.ts';

const maxLength = 16_384;

/** The ticket of a back-channel <samlp:LogoutRequest>, or undefined where the message is not one. */
export function readLogoutRequest(message: string): string | undefined {
  if (message.length > maxLength) return undefined;
  let root: XmlElement;
  try {
    root = readXml(message.trim());
  } catch {
    return undefined;
  }
  if (root.name !== 'logoutrequest') return undefined;
  const tickets = elementsOf(root).filter((element) => element.name === 'sessionindex');
  const ticket = tickets.length === 1 && tickets[0] !== undefined ? textOf(tickets[0]) : undefined;
  return ticket !== undefined && isTicket(ticket) ? ticket : undefined;
}

/** `ST-…`, printable ASCII, at most 256 characters. */
export function isTicket(value: unknown): value is string {
  return typeof value === 'string' && /^ST-[\x21-\x7e]{1,253}$/.test(value);
}
