import type { FieldPath, MatterContent } from '../catalog/index.ts';
import { type Rule, when } from './rule.ts';

const addressPaths = ['guide.onlineUrl', 'guide.mobileUrl'] as const satisfies readonly FieldPath[];

/** The addresses that a matter sends people to. */
export function addressesOf({ guide }: MatterContent): readonly string[] {
  return [guide.onlineUrl, guide.mobileUrl].filter((address) => address !== undefined);
}

const addressAt = ({ guide }: MatterContent, path: (typeof addressPaths)[number]): string | undefined =>
  path === 'guide.onlineUrl' ? guide.onlineUrl : guide.mobileUrl;

/** http or https, a named host, and nothing secret in it. */
const addressForm: Rule = {
  id: 'address-form',
  severity: 'blocks',
  paths: addressPaths,
  find: (content) =>
    addressPaths.flatMap((path) => {
      const address = addressAt(content, path);
      return when(address !== undefined && !isPublicAddress(address), path, { address: address ?? '' });
    }),
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
  paths: addressPaths,
  find: (content, { deadAddresses }) =>
    addressPaths.flatMap((path) => {
      const address = addressAt(content, path);
      const found = address === undefined ? undefined : deadAddresses.get(address);
      return when(found !== undefined, path, { address: address ?? '', found: found ?? '' });
    }),
};

export const addressRules: readonly Rule[] = [addressForm, addressAnswers];
