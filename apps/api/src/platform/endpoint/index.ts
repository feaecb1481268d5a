export type { ApiModule, FoundPerson, PrincipalSource } from './api-module.ts';
export type { Call, Caller, CallTrace, Deps, Handler } from './call.ts';
export { FileAnswer } from './file-answer.ts';
export { mountRoutes, routesAskedInside } from './mount-routes.ts';
export { readyAnswer } from './ready-answer.ts';
export { RepeatedAnswer } from './repeated-answer.ts';
export { routes, type Route } from './routes.ts';
export { createServices, serviceKey, type ServiceKey, type Services } from './services.ts';
export { toProblem } from './to-problem.ts';
