import type { FieldPath, MatterContent, Precondition } from '../catalog/index.ts';
import { each, type Rule, when } from './rule.ts';

const addressPaths = ['guide.onlineUrl', 'guide.mobileUrl'] as const satisfies readonly FieldPath[];

/** The addresses that a matter sends people to, and those that its bases are read at. */
export function addressesOf({ guide, preconditions }: MatterContent): readonly string[] {
  const own = [guide.onlineUrl, guide.mobileUrl, ...preconditions.map(remedyAddress)];
  return [...new Set([...own.filter((address) => address !== undefined), ...guide.basis.flatMap(linksOf)])];
}

/** Where a condition is put right, unless that is in this hall. */
const remedyAddress = ({ remedyLink }: Precondition): string | undefined =>
  remedyLink?.startsWith('/') ? undefined : remedyLink;

/** A web address in running text ends before what writing puts behind it. */
const link = /https?:\/\/[^\s<>"'，。；、）)】》”]+/g;

/** The links that stand in the words of a basis. */
function linksOf({ title, docNo, article, text }: MatterContent['guide']['basis'][number]): readonly string[] {
  return [title, docNo, article, text].flatMap((words) => words?.match(link) ?? []);
}

const addressAt = ({ guide }: MatterContent, path: (typeof addressPaths)[number]): string | undefined =>
  path === 'guide.onlineUrl' ? guide.onlineUrl : guide.mobileUrl;

/** http or https, a named host, and nothing secret in it. */
const addressForm: Rule = {
  id: 'address-form',
  severity: 'blocks',
  paths: [...addressPaths, 'preconditions'],
  find: (content) => [
    ...addressPaths.flatMap((path) => {
      const address = addressAt(content, path);
      return when(address !== undefined && !isPublicAddress(address), path, { address: address ?? '' });
    }),
    ...each('preconditions', content.preconditions, (condition) => {
      const address = remedyAddress(condition);
      return address === undefined || isPublicAddress(address) ? undefined : { address };
    }),
  ],
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
  paths: [...addressPaths, 'guide.basis', 'preconditions'],
  find: (content, { deadAddresses }) => [
    ...addressPaths.flatMap((path) => {
      const address = addressAt(content, path);
      const found = address === undefined ? undefined : deadAddresses.get(address);
      return when(found !== undefined, path, { address: address ?? '', found: found ?? '' });
    }),
    ...each('guide.basis', content.guide.basis, (basis) => {
      const address = linksOf(basis).find((one) => deadAddresses.has(one));
      return address === undefined ? undefined : { address, found: deadAddresses.get(address) ?? '' };
    }),
    ...each('preconditions', content.preconditions, (condition) => {
      const address = remedyAddress(condition);
      const found = address === undefined ? undefined : deadAddresses.get(address);
      return address === undefined || found === undefined ? undefined : { address, found };
    }),
  ],
};

export const addressRules: readonly Rule[] = [addressForm, addressAnswers];
