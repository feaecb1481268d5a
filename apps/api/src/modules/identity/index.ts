export { findApplicantFacts, type ApplicantLookup } from './find-applicant-facts.ts';
export {
  findContacts,
  findPeopleByNumber,
  findPeopleWithRole,
  findPersonFacts,
  findPersonNames,
  type AffiliationFacts,
  type Contact,
  type PersonFacts,
} from './find-person.ts';
