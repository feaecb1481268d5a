import { z } from 'zod';
import { formFaultCodes } from '@yitang/domain/form';
import { Answers, PageView } from './case.ts';
import { Id, LocalText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Issue } from './problem.ts';

/** What a form in the making would do: its faults, and how it goes with these answers. */
export const FormTrial = z
  .object({
    faults: z.array(
      z.object({
        code: z.enum(formFaultCodes),
        /** Key of the page or field. */
        key: z.string(),
        message: z.string(),
      }),
    ),
    /** Pages that the answers show, in order. */
    pages: z.array(z.object({ key: z.string(), title: LocalText })),
    /** The one that was asked for, or the first. */
    page: PageView.nullable(),
    /** What is wrong with the answers of that page, as its applicant would read it; nothing is kept. */
    issues: z.array(Issue),
    /** Every page with its answers, as the check page shows them. */
    answers: z.array(PageView),
  })
  .meta({ id: 'FormTrial' });

const editors = ['clerk', 'head', 'reform-officer'] as const;
const id = z.strictObject({ id: Id });

export const formEditorEndpoints = {
  getFormTrial: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/form',
    summary: 'The form of a draft as it would be asked, with its faults',
    access: editors,
    params: id,
    query: z.strictObject({ page: z.string().max(60).optional() }),
    output: FormTrial,
  }),
  tryForm: endpoint({
    method: 'post',
    path: '/api/console/drafts/{id}/form/trials',
    summary: 'Fill the form of a draft in for a test: no case comes of it, and nothing that was typed is kept',
    access: editors,
    params: id,
    body: z.strictObject({ answers: Answers, page: z.string().max(60).optional() }),
    output: FormTrial,
  }),
};
