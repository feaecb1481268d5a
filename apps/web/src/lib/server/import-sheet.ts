import type { PassedForm } from '@yitang/contract';
import { toFail } from './api.ts';
import { passForm } from './form-body.ts';

interface Posted {
  readonly request: Request;
  readonly url: URL;
}

/** A sheet on its way to the API, and whether it is only looked at. */
export interface SentSheet {
  readonly dryRun: '0' | '1';
  readonly form: PassedForm;
}

/**
 * The action behind a `SheetForm`: its name must be `import`, so that the file is passed on and never held here.
 * The step stands in the address, for the body is not read.
 */
export function importSheet<Report>({ request, url }: Posted, send: (sheet: SentSheet) => Promise<Report>) {
  const dryRun = url.searchParams.get('step') === 'apply' ? '0' : '1';
  return passForm(request, (form) => send({ dryRun, form }))
    .then((report) => ({ report }))
    .catch((refused: unknown) => toFail(refused));
}
