import { matters } from './matters.ts';
import { people } from './people.ts';

/** The first link on a page that leads to a route: for pages whose address nobody knows beforehand. */
export interface FirstOf {
  readonly list: Path;
  readonly route: string;
  /** Where the route alone does not say which link is meant. */
  readonly like?: RegExp;
}
/** A page beneath another one. */
export interface Beneath {
  readonly above: Path;
  readonly route: string;
}
export type Path = string | FirstOf | Beneath;

/** Pages that the same person looks at one after the other. */
export interface Room {
  readonly name: string;
  readonly username?: string;
  readonly role?: string;
  readonly paths: readonly Path[];
}

const survey = { list: '/reform/surveys', route: '/reform/surveys/[id]' };
const consoleDraft = { list: '/console', route: '/console/drafts/[id]' };
const reformOffice = { username: people.reformOfficer, role: '改革办' };

export const publicPaths = [
  '/',
  '/matters',
  '/matters?q=zzzzqqq',
  `/matters/${matters.certificate}`,
  `/matters/${matters.certificate}/history`,
  `/matters/${matters.recordCopies}/checklist?situation=who:agent`,
  '/verify',
  '/verify/NOSUCHCODE0000',
  '/accessibility',
  '/openness',
  '/openness/1',
  '/catalog',
  '/catalog?on=2026-01-15&letter=B',
  '/open-data',
  '/progress',
  '/results',
  '/results/matters?figure=declared.1',
  '/no-such-page',
  '/sign-in/problem?code=cas-unavailable',
  '/invitation',
  '/ask',
  `/ask?matter=${matters.certificate}&version=1`,
  '/powers',
  '/powers/QL-105-0001',
  '/powers/editions/1',
] as const;

/** Every page that is opened to be looked at. A page that only an act brings up is in `onTheWay`. */
export const rooms = {
  public: [
    // The last is the demo's own CAS.
    { name: 'everyone', paths: [...publicPaths, '/auth/login?return=/my/cases'] },
    {
      name: 'applicants',
      username: people.student,
      paths: [
        '/my/cases',
        '/my/cases/number/YT20260302000042X',
        { list: '/my/cases', route: '/my/cases/[id]' },
        '/my/notices',
        '/my/invitations',
        '/my/sessions',
        `/matters/${matters.leaveOfAbsence}/apply`,
      ],
    },
  ],
  staff: [
    {
      name: 'an office',
      username: people.registryClerk,
      role: '经办',
      paths: [
        '/office',
        { list: '/office', route: '/office/cases/[id]' },
        '/office?view=finished',
        { list: '/office?view=finished', route: '/office/cases/[id]' },
        '/office/arrivals',
        '/office/handbook',
        { list: '/office/handbook', route: '/office/handbook/[code]' },
        '/reform/volumes',
        '/reform/programme/tasks',
      ],
    },
    {
      name: 'a head',
      username: people.head,
      role: '负责人',
      paths: [
        '/office?view=extension',
        { list: '/office?view=extension', route: '/office/cases/[id]' },
        '/office/team',
        '/office/handbook',
        { list: '/console/power', route: '/console/power/rounds/[id]' },
      ],
    },
    {
      name: 'the administration',
      username: people.administrator,
      role: '管理员',
      paths: ['/admin', '/admin/people?role=any', '/admin/imports', '/admin/clients', '/admin/jobs', '/admin/calendar'],
    },
    {
      name: 'supervision',
      username: people.supervisor,
      role: '监督',
      paths: ['/supervision', '/reform/screen', '/reform/programme', '/reform/surveys', '/reform/filings'],
    },
    {
      name: 'the catalog',
      ...reformOffice,
      paths: [
        '/console',
        '/console?status=legal-review',
        '/console/begin?q=休学',
        '/console/batches',
        { list: '/console/batches', route: '/console/batches/[id]' },
        consoleDraft,
        { above: consoleDraft, route: '/console/drafts/[id]/certificate' },
        { above: consoleDraft, route: '/console/drafts/[id]/compare' },
        '/console/sources',
        '/console/questions',
        '/console/breaches',
        '/console/breaches?by=rule',
        '/console/import',
        '/console/compare',
        `/console/compare?matter=${matters.certificate}`,
      ],
    },
    {
      name: 'the powers',
      ...reformOffice,
      paths: [
        '/console/power',
        { list: '/console/power', route: '/console/power/rounds/[id]' },
        '/console/power/entries',
        '/console/power/entries/QL-105-0001',
        '/console/power/entries/new',
        '/console/power/decisions',
        '/console/power/editions',
        '/console/power/import',
      ],
    },
  ],
  figures: [
    {
      name: 'the high-frequency set and the targets',
      ...reformOffice,
      paths: [
        '/reform',
        '/reform?asOf=2010-01-31',
        '/reform/moves',
        `/reform/matters/${matters.certificate}`,
        '/reform/overview',
        '/reform/overview/rest',
        '/reform/screen',
        '/reform/targets',
        '/reform/targets/2018-c',
        '/reform/targets/2019H1-a',
        '/reform/targets/2019H1-a?show=excluded',
        '/reform/targets/new',
        '/reform/targets/figures/faster',
        `/reform/what-if?matter=${matters.studentCard}`,
        `/reform/what-if/matters?target=2019-a&do=${matters.studentCard}~online`,
        '/reform/exclusions',
      ],
    },
    {
      name: 'trips, promises and what became less',
      ...reformOffice,
      paths: [
        '/reform/trips',
        { list: '/reform/trips', route: '/reform/trips/[code]', like: /^\/reform\/trips\/\d[^?#]*$/ },
        '/reform/trips/cases?show=3%2B',
        '/reform/arrivals',
        {
          list: '/reform/arrivals',
          route: '/reform/arrivals/visits',
          like: /^\/reform\/arrivals\/visits\?[^#]*cell=/,
        },
        '/reform/promises',
        {
          list: '/reform/promises?state=broken',
          route: '/reform/promises/[code]',
          like: /^\/reform\/promises\/\d[^?#]*$/,
        },
        '/reform/promises/proposals',
        '/reform/reduction',
        { list: '/reform/reduction', route: '/reform/reduction/[code]', like: /^\/reform\/reduction\/\d[^#]*$/ },
        '/reform/reduction/import',
        '/reform/search',
      ],
    },
  ],
  reform: [
    {
      name: 'volumes, frozen sets and filings',
      ...reformOffice,
      paths: [
        '/reform/volumes',
        {
          list: '/reform/volumes',
          route: '/reform/volumes/coverage',
          like: /^\/reform\/volumes\/coverage\?[^#]*show=owed/,
        },
        '/reform/volumes/report',
        '/reform/volumes/import',
        '/reform/volumes/entries',
        '/reform/volumes/conflicts',
        '/reform/volumes/sources',
        '/reform/frozen',
        '/reform/frozen/1',
        '/reform/filings',
        '/reform/filings/new',
        { list: '/reform/filings', route: '/reform/filings/[id]', like: /\/[0-9a-f-]{36}$/ },
      ],
    },
    {
      name: 'surveys and the programme',
      ...reformOffice,
      paths: [
        '/reform/surveys',
        survey,
        { list: survey, route: '/reform/surveys/[id]/results' },
        { list: survey, route: '/reform/surveys/[id]/calls' },
        { list: survey, route: '/reform/surveys/[id]/cases', like: /^\/reform\/surveys\/[^/]+\/cases\?/ },
        '/reform/programme',
        '/reform/programme/tasks',
        { list: '/reform/programme/tasks', route: '/reform/programme/tasks/[id]' },
        '/reform/programme/inspections',
        { list: '/reform/programme/inspections', route: '/reform/programme/inspections/[id]' },
        '/reform/programme/accountability',
        { list: '/reform/programme/accountability', route: '/reform/programme/accountability/[id]' },
        '/reform/programme/scores',
        { list: '/reform/programme/scores', route: '/reform/programme/scores/[year]/[department]' },
      ],
    },
  ],
} satisfies Record<string, readonly Room[]>;

/** Pages that somebody has to act to see, and the journey that looks at them as it passes by. */
export const onTheWay = {
  '/ask/[token]': 'question.spec.ts',
  '/track/[token]': 'track.spec.ts',
  '/my/drafts/[draftId]/[page]': 'handled-matter.spec.ts',
  '/my/cases/[id]': 'handled-matter.spec.ts',
  '/my/cases/[id]/correct': 'handled-matter.spec.ts',
  '/office/cases/[id]': 'handled-matter.spec.ts',
  '/my/cases/[id]/rate': 'support/get-certificate.ts',
  '/verify/[code]': 'support/get-certificate.ts',
  '/console/import/[id]': 'list-import.spec.ts',
  '/console/import/[id]/check': 'list-import.spec.ts',
  '/console/import/[id]/compare': 'list-import.spec.ts',
  '/console/drafts/[id]/form': 'form-editor.spec.ts',
  '/console/drafts/[id]/form/preview': 'form-editor.spec.ts',
  '/console/drafts/[id]': 'accessibility-staff.spec.ts',
  '/console/drafts/[id]/route': 'accessibility-staff.spec.ts',
  '/console/drafts/[id]/preview': 'accessibility-staff.spec.ts',
} as const;

/** The addresses of a route of the pages. */
export const addressesOf = (route: string): RegExp => new RegExp(`^${route.replace(/\[\w+\]/g, '[^/?#]+')}$`);
