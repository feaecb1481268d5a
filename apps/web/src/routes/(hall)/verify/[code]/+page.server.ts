import { ApiError } from '@yitang/contract';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const certificate = await api(event)
    .checkCertificate({ params: { code: event.params.code } })
    .catch((refused: unknown) => {
      // An unknown code is an answer, not a fault of the page.
      if (refused instanceof ApiError && (refused.status === 404 || refused.status === 422)) return null;
      return toError(refused);
    });
  return { certificate, code: event.params.code };
};
