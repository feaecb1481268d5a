import { testRoom } from './support/accessible-rooms.ts';
import { matters } from './support/matters.ts';
import { people } from './support/people.ts';

const reformOffice = { username: people.reformOfficer, role: '改革办' };

testRoom({
  ...reformOffice,
  name: 'the high-frequency set and the targets',
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
    `/reform/what-if?matter=${matters.studentCard}`,
    '/reform/exclusions',
  ],
});
testRoom({
  ...reformOffice,
  name: 'trips, promises and what became less',
  paths: [
    '/reform/trips',
    { list: '/reform/trips', like: /^\/reform\/trips\/\d[^?#]*$/ },
    '/reform/arrivals',
    { list: '/reform/arrivals', like: /^\/reform\/arrivals\/visits\?[^#]*cell=/ },
    '/reform/promises',
    { list: '/reform/promises?state=broken', like: /^\/reform\/promises\/\d[^?#]*$/ },
    '/reform/promises/proposals',
    '/reform/reduction',
    { list: '/reform/reduction', like: /^\/reform\/reduction\/\d[^#]*$/ },
    '/reform/reduction/import',
    '/reform/search',
  ],
});
