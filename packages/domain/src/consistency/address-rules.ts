import type { FieldPath, MatterContent } from '../catalog/index.ts';
import { each, type Finding, type Rule } from './rule.ts';

const addressPaths = ['guide.onlineUrl', 'guide.mobileUrl', 'preconditions'] as const satisfies readonly FieldPath[];

interface Sent extends Pick<Finding, 'path' | 'at'> {
  readonly address: string;
}

/** Where a matter sends people, unless that is in this hall. */
function sentTo({ guide, preconditions }: MatterContent): readonly Sent[] {
  const places: readonly (Omit<Sent, 'address'> & { readonly address: string | undefined })[] = [
    { path: 'guide.onlineUrl', address: guide.onlineUrl },
    { path: 'guide.mobileUrl', address: guide.mobileUrl },
    ...preconditions.map(({ remedyLink }, at) => ({
      ...{ path: 'preconditions' as const, at },
      address: remedyLink?.startsWith('/') ? undefined : remedyLink,
    })),
  ];
  return places.flatMap(({ address, ...place }) => (address === undefined ? [] : [{ ...place, address }]));
}

/** The addresses that a matter sends people to, and those that its bases are read at. */
export function addressesOf(content: MatterContent): readonly string[] {
  const own = sentTo(content).map(({ address }) => address);
  return [...new Set([...own, ...content.guide.basis.flatMap(linksOf)])];
}

/** A web address in running text ends before what writing puts behind it. */
const link = /https?:\/\/[^\s<>"'，。；、）)】》”]+/g;

/** The links that stand in the words of a basis. */
function linksOf({ title, docNo, article, text }: MatterContent['guide']['basis'][number]): readonly string[] {
  return [title, docNo, article, text].flatMap((words) => words?.match(link) ?? []);
}

/** http or https, a named host, and nothing secret in it. */
const addressForm: Rule = {
  id: 'address-form',
  severity: 'blocks',
  paths: addressPaths,
  find: (content) =>
    sentTo(content)
      .filter(({ address }) => !isPublicAddress(address))
      .map(({ address, ...place }) => ({ ...place, params: { address } })),
};

function isPublicAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && hostname.includes('.') && username === '' && password === '';
}

/** It answered when it was last asked. */
const addressAnswers: Rule = {
  id: 'address-answers',
  severity: 'warns',
  paths: [...addressPaths, 'guide.basis'],
  find: (content, { deadAddresses }) => [
    ...sentTo(content).flatMap(({ address, ...place }): Finding[] => {
      const found = deadAddresses.get(address);
      return found === undefined ? [] : [{ ...place, params: { address, found } }];
    }),
    ...each('guide.basis', content.guide.basis, (basis) => {
      const address = linksOf(basis).find((one) => deadAddresses.has(one));
      return address === undefined ? undefined : { address, found: deadAddresses.get(address) ?? '' };
    }),
  ],
};

export const addressRules: readonly Rule[] = [addressForm, addressAnswers];
