import type { ApiModule } from '../platform/endpoint/index.ts';
import { identityModule } from './identity/index.ts';

/** Every feature of the API. A module adds its `…Module` here; the order has no meaning. */
export const modules: readonly ApiModule[] = [identityModule];
