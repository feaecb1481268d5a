export { demoCasPersonas } from './cas-personas.ts';
export { generateDemoPeople } from './generate-people.ts';
export type { DemoPeople } from './generate-people.ts';
export { demoPersonas, getDemoPersona } from './personas.ts';
export type { DemoPersona } from './personas.ts';
export type { DemoAffiliation, DemoGrant, DemoInvitation, DemoPerson, DemoPostHeld } from './person.ts';
