import type { AsksInProcess } from '@yitang/contract';
import type { Preferences } from './lib/shell/preferences.ts';

declare global {
  namespace App {
    interface Locals {
      preferences: Preferences;
      /** The number to quote when asking for help; the API logs the same one. */
      requestId: string;
      /** Set by a page that says what went wrong: the status of its answer. */
      status?: number;
      /** Set by a public page whose content is the same for every visitor until the catalog changes. */
      cachePublic?: boolean;
      /** Set by a page that pages of ours show in a frame. */
      mayBeFramed?: boolean;
    }
    interface Platform {
      req: AsksInProcess;
    }
    interface Error {
      message: string;
      requestId?: string;
      code?: string;
    }
  }
}

export {};
