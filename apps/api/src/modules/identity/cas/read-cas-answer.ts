import { CasProblem } from './cas-problem.ts';
import type { CasSettings } from './cas-settings.ts';
import { elementsOf, readXml, textOf, XmlRefused, type XmlElement } from './xml-tree.ts';

/** What we take from the CAS about a person: never a role. */
export interface CasProfile {
  readonly user: string;
  /** By our names, such as `name`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The person that a CAS 2 or 3 answer names.
 * Throws CasProblem `ticket-refused` when the CAS says no, `cas-unavailable` when its answer can't be trusted: it must
 * name exactly one user, as one text of the configured shape, with at most one list of attributes.
 */
export function readCasAnswer(document: string, settings: Pick<CasSettings, 'userPattern' | 'attributes'>): CasProfile {
  const root = parse(document);
  const [outcome, ...others] = elementsOf(root);
  if (root.name !== 'serviceresponse' || outcome === undefined || others.length > 0)
    throw unusable('not one CAS answer');
  if (outcome.name === 'authenticationfailure') throw new CasProblem('ticket-refused', 'the CAS refused the ticket');
  if (outcome.name !== 'authenticationsuccess') throw unusable('neither success nor failure');
  const parts = elementsOf(outcome);
  const users = parts.filter((part) => part.name === 'user');
  const lists = parts.filter((part) => part.name === 'attributes');
  if (users.length !== 1 || users[0] === undefined) throw unusable(`${users.length} users`);
  if (lists.length > 1) throw unusable(`${lists.length} lists of attributes`);
  if (parts.some((part) => part.name === 'proxies')) throw unusable('a ticket from a proxy');
  const user = textOf(users[0]);
  if (user === undefined || !settings.userPattern.test(user)) throw unusable('the user is not of the configured shape');
  return { user, attributes: pickAttributes(lists[0], settings.attributes) };
}

function parse(document: string): XmlElement {
  try {
    return readXml(document);
  } catch (error) {
    throw error instanceof XmlRefused ? unusable(error.message) : error;
  }
}

const unusable = (reason: string) => new CasProblem('cas-unavailable', `answer of the CAS not usable: ${reason}`);

function pickAttributes(list: XmlElement | undefined, wanted: CasSettings['attributes']): CasProfile['attributes'] {
  const found = new Map<string, string | undefined>();
  for (const element of list === undefined ? [] : elementsOf(list)) {
    // an attribute that is there twice is nobody's: it could be one that somebody slipped in
    found.set(element.name, found.has(element.name) ? undefined : readValue(element));
  }
  const picked = Object.entries(wanted).flatMap(([ours, theirs]) => {
    const value = theirs.map((name) => found.get(name.toLowerCase())).find((one) => one !== undefined);
    return value === undefined ? [] : [[ours, value] as const];
  });
  return Object.fromEntries(picked);
}

/** One plain string of at most 100 characters, or undefined; what looks like an ID-card number is dropped. */
function readValue(element: XmlElement): string | undefined {
  const text = textOf(element);
  const value = text !== undefined && element.name.startsWith('comsys_') ? percentDecoded(text) : text;
  if (value === undefined || value === '' || [...value].length > 100 || /[\p{Cc}\p{Cf}]/u.test(value)) return undefined;
  return looksLikeIdNumber(value) ? undefined : value;
}

/** 金智 sends its comsys_* attributes percent-encoded. */
function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const looksLikeIdNumber = (value: string) => /(?<!\d)(\d{17}[\dXx]|\d{15})(?!\d)/.test(value);
