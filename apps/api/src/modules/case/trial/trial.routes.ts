import { formEditorEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getFormTrial, tryForm } from './try-form.ts';

export const trialRoutes = routes(formEditorEndpoints, {
  getFormTrial: ({ params, query }, call) => getFormTrial(call, params.id, query.page),
  tryForm: ({ params, body }, call) => tryForm(call, params.id, body),
});
