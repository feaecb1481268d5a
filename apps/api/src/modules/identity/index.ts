import type { ApiModule } from '../../platform/endpoint/index.ts';
import { findHeadsKey, findNamesKey, findReformOfficersKey } from '../catalog/index.ts';
import { peopleRoutes } from './admin/admin.routes.ts';
import { remindOfCalendar } from './admin/remind-of-calendar.ts';
import { casRoutes } from './cas/cas.routes.ts';
import { findPeopleWithRole, findPersonNames } from './find-person.ts';
import { identityRoutes } from './identity.routes.ts';
import { principalSource } from './principal-source.ts';

export {
  applicantColumns,
  findApplicantFacts,
  readApplicantFacts,
  type AffiliationFacts,
  type ApplicantLookup,
  type ApplicantRow,
  type PersonFacts,
} from './find-applicant-facts.ts';
export { importTables, type ImportKind } from './admin/import-file.ts';
export { findClientId } from './admin/list-machine-clients.ts';
export { embeddedCas } from './embedded-cas.ts';
export { findContacts, findPeopleByNumber, findPeopleWithRole, findPersonNames, type Contact } from './find-person.ts';
export { findDuesKey, type Dues, type FindDues } from './identity-ports.ts';
export { findLiveInvitation, type LiveInvitation } from './invitation/find-invitation.ts';
export { findPersonalValues, sealPersonalValues, type PersonalValues } from './personal-values.ts';

/** Who people are, how they sign in, and in which roles they may act. */
export const identityModule: ApiModule = {
  name: 'identity',
  routes: [...identityRoutes, ...peopleRoutes],
  principals: principalSource,
  provide: ({ services }) => {
    services.provide(findHeadsKey, (em, scopeId, on) => findPeopleWithRole(em, 'head', { on, scopeId }));
    services.provide(findNamesKey, findPersonNames);
    services.provide(findReformOfficersKey, (em, on) => findPeopleWithRole(em, 'reform-officer', { on }));
  },
  mount: (deps) => [casRoutes(deps)],
  registerCron: (jobs) => jobs.schedule('calendar.remind', '0 9 * * 1', remindOfCalendar),
};
