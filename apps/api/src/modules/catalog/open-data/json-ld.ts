import { plainYuan, type LocalText } from '@yitang/domain/vocabulary';
import type { PublishedMatter } from '../published-matter.ts';
import type { OpenDay } from './open-day.ts';
import { openWords } from './open-words.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

/** The catalog as schema.org GovernmentService, one node for each matter. */
export function catalogJsonLd(day: OpenDay): Json {
  return { '@context': 'https://schema.org', '@graph': day.matters.map((matter) => serviceOf(day, matter)) };
}

function serviceOf(day: OpenDay, matter: PublishedMatter): Json {
  const { guide, summary } = matter;
  const url = day.addressOf(matter);
  return {
    '@type': 'GovernmentService',
    '@id': url,
    url,
    identifier: matter.code,
    name: matter.name,
    description: inBoth(guide.summary),
    serviceType: summary.category,
    keywords: summary.keywords.length === 0 ? undefined : summary.keywords.join(','),
    audience: summary.audiences.map((one) => ({ '@type': 'Audience', audienceType: openWords.audience[one] })),
    provider: {
      '@type': 'GovernmentOrganization',
      name: day.departmentOf(matter),
      parentOrganization: { '@type': 'CollegeOrUniversity', name: day.university },
    },
    availableChannel: summary.channels.map((channel) => ({
      '@type': 'ServiceChannel',
      name: openWords.channel[channel],
      serviceUrl: channel === 'online' || channel === 'mobile' ? (guide.onlineUrl ?? `${url}/apply`) : undefined,
      servicePhone:
        guide.consultPhone === null ? undefined : { '@type': 'ContactPoint', telephone: guide.consultPhone },
      // Working days, as people are promised; a duration knows no other days than these.
      processingTime: guide.promisedDays === null ? undefined : `P${guide.promisedDays}D`,
    })),
    serviceOutput: guide.result === null ? undefined : { '@type': 'Thing', name: inBoth(guide.result.name) },
    offers: guide.fees.map(({ name, amountFen }) => ({
      '@type': 'Offer',
      name: inBoth(name),
      price: plainYuan(amountFen),
      priceCurrency: 'CNY',
    })),
    isAccessibleForFree: guide.fees.length === 0,
  };
}

const inBoth = ({ zh, en }: LocalText): Json =>
  en === undefined
    ? zh
    : [
        { '@language': 'zh', '@value': zh },
        { '@language': 'en', '@value': en },
      ];
