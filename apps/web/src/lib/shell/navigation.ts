import type { GreetingData } from '@yitang/contract';

export type Me = GreetingData;
type Role = Me['activeRole'];

type NavigationKey =
  | 'home'
  | 'matters'
  | 'myCases'
  | 'verify'
  | 'inbox'
  | 'promises'
  | 'reform'
  | 'programme'
  | 'console'
  | 'supervision'
  | 'administration';

export interface NavigationItem {
  readonly key: NavigationKey;
  readonly href: string;
}

const hall: readonly NavigationItem[] = [
  { key: 'home', href: '/' },
  { key: 'matters', href: '/matters' },
];
/** What the reform office asks of departments, and what supervisors watch. */
const programme: NavigationItem = { key: 'programme', href: '/reform/programme' };
const catalogConsole: NavigationItem = { key: 'console', href: '/console' };
const own: Record<Role, readonly NavigationItem[]> = {
  applicant: [
    { key: 'myCases', href: '/my/cases' },
    { key: 'verify', href: '/verify' },
  ],
  clerk: [{ key: 'inbox', href: '/office' }, catalogConsole, programme],
  head: [{ key: 'inbox', href: '/office' }, catalogConsole, { key: 'promises', href: '/reform/promises' }, programme],
  'counter-clerk': [{ key: 'inbox', href: '/office' }],
  'reform-officer': [{ key: 'reform', href: '/reform' }, catalogConsole],
  supervisor: [{ key: 'supervision', href: '/supervision' }, programme],
  administrator: [{ key: 'administration', href: '/admin' }],
  'machine-client': [],
};

/** What the header leads to: the rooms of the role that somebody acts in, and the hall. */
export function navigationFor(role: Role | undefined): readonly NavigationItem[] {
  const rooms = own[role ?? 'applicant'];
  return role === undefined || role === 'applicant' ? [...hall, ...rooms] : [...rooms, ...hall];
}

/** Where a role begins its work. */
export function homeOf(role: Role): string {
  return role === 'applicant' ? '/' : (own[role][0]?.href ?? '/');
}

/** The longest address that the page lies under; the home page only counts for itself. */
export function currentItem<Item extends { readonly href: string }>(
  items: readonly Item[],
  pathname: string,
): Item | undefined {
  return items
    .filter(({ href }) => (href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
