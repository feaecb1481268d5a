import type { PackageGapData } from '@yitang/contract';

type Place = 'decree' | 'frozen' | 'volumes' | 'targets' | 'exclusions' | 'catalog';

/** Where each gap is mended. */
export const mendingOf: Readonly<Record<PackageGapData['code'], { readonly place: Place; readonly href: string }>> = {
  'decree.missing': { place: 'decree', href: '/reform/filings/new#decrees' },
  'decree.no-file': { place: 'decree', href: '/reform/filings/new#decrees' },
  'catalog.empty': { place: 'catalog', href: '/console' },
  'set.missing': { place: 'frozen', href: '/reform/frozen' },
  'set.not-frozen': { place: 'frozen', href: '/reform/frozen' },
  'set.not-computable': { place: 'volumes', href: '/reform/volumes' },
  'targets.none': { place: 'targets', href: '/reform/targets' },
  'target.not-computable': { place: 'targets', href: '/reform/targets' },
  'volume.conflict': { place: 'volumes', href: '/reform/volumes' },
  'exclusion.not-approved': { place: 'exclusions', href: '/reform/exclusions' },
  'exclusion.review-overdue': { place: 'exclusions', href: '/reform/exclusions' },
  'volume.months-missing': { place: 'volumes', href: '/reform/volumes' },
  'matter.visits-unknown': { place: 'catalog', href: '/console' },
  'matter.no-phone': { place: 'catalog', href: '/console' },
};
