export { createCasServer, type CasServerOptions } from './cas-server.ts';
export { CasServerRefused } from './demo-only.ts';
export type { Persona, PersonaSource } from './persona.ts';
