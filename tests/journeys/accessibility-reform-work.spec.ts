import { testRoom } from './support/accessible-rooms.ts';
import { people } from './support/people.ts';

const reformOffice = { username: people.reformOfficer, role: '改革办' };
/** A record behind its list. */
const one = (room: string) => new RegExp(`^/reform/${room}/[0-9a-f-]{36}$`);
const survey = { list: '/reform/surveys', like: one('surveys') };

testRoom({
  ...reformOffice,
  name: 'volumes, frozen sets and filings',
  paths: [
    '/reform/volumes',
    { list: '/reform/volumes', like: /^\/reform\/volumes\/coverage\?[^#]*show=owed/ },
    '/reform/volumes/report',
    '/reform/volumes/import',
    '/reform/volumes/entries',
    '/reform/volumes/conflicts',
    '/reform/volumes/sources',
    '/reform/frozen',
    '/reform/frozen/1',
    '/reform/filings',
    '/reform/filings/new',
    { list: '/reform/filings', like: one('filings') },
  ],
});
testRoom({
  ...reformOffice,
  name: 'surveys and the programme',
  paths: [
    '/reform/surveys',
    survey,
    { list: survey, like: /\/results$/ },
    { list: survey, like: /\/calls$/ },
    '/reform/programme',
    '/reform/programme/tasks',
    { list: '/reform/programme/tasks', like: one('programme/tasks') },
    '/reform/programme/inspections',
    { list: '/reform/programme/inspections', like: one('programme/inspections') },
    '/reform/programme/accountability',
    { list: '/reform/programme/accountability', like: one('programme/accountability') },
    '/reform/programme/scores',
    { list: '/reform/programme/scores', like: /^\/reform\/programme\/scores\/\d{4}\/[^/]+$/ },
  ],
});
