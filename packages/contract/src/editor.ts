import { z } from 'zod';
import { routeFaultCodes } from '@yitang/domain/route';
import { Department, GuidePaperQuery, MatterGuide, SituationQuery } from './catalog.ts';
import { Id, LocalText } from './common.ts';
import { DraftStatus } from './console.ts';
import { endpoint } from './endpoint.ts';

const editors = ['clerk', 'head', 'reform-officer'] as const;

/** What the console of the catalog opens with. */
export const CatalogConsole = z
  .object({
    /** Whose matters the caller may edit. */
    departments: z.array(Department.pick({ id: true, code: true, name: true })),
    /** Open drafts by status; `isMine`: the caller takes the next step. */
    waiting: z.array(z.object({ status: DraftStatus, count: z.number().int(), isMine: z.boolean() })),
  })
  .meta({ id: 'CatalogConsole' });

/** What the fields of a matter are chosen from. */
export const EditorChoices = z
  .object({
    departments: z.array(Department.pick({ id: true, code: true, name: true })),
    categories: z.array(z.string()),
    counters: z.array(z.object({ code: z.string(), name: z.string(), place: z.string(), hours: z.string() })),
    /** Names of the data catalogue that are live today. */
    sources: z.array(LocalText),
    /** By code: one post may exist in several departments, as that of each college. */
    posts: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        departments: z.array(z.string()),
        /** People who hold it today, over all its departments. */
        holders: z.number().int(),
        /** Of them the first twenty. */
        holderNames: z.array(z.string()),
        isOfApplicantsDepartment: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'EditorChoices' });

export const RouteFault = z
  .object({
    code: z.enum([...routeFaultCodes, 'route.unknown-post', 'route.nobody-holds']),
    /** Key of the stage; absent where it concerns the whole. */
    stage: z.string().optional(),
  })
  .meta({ id: 'RouteFault' });

/** A file that guides show or offer: a blank form, a sample. */
export const CatalogFile = z
  .object({ id: Id, name: z.string(), type: z.enum(['pdf', 'jpg', 'png']), size: z.number().int() })
  .meta({ id: 'CatalogFile' });

const id = z.strictObject({ id: Id });

export const editorEndpoints = {
  getCatalogConsole: endpoint({
    method: 'get',
    path: '/api/console',
    summary: 'Departments that the caller may edit for, and what waits in each status',
    access: editors,
    output: CatalogConsole,
  }),
  getEditorChoices: endpoint({
    method: 'get',
    path: '/api/console/choices',
    summary: 'Departments, counters, categories, sources of data, and posts with who holds them today',
    access: editors,
    output: EditorChoices,
  }),
  getRouteFaults: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/route-faults',
    summary: 'What would leave a case stuck on the route of a draft, or break the promise of its matter',
    access: editors,
    params: id,
    output: z.object({ faults: z.array(RouteFault) }),
  }),
  previewMatterDraft: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/guide',
    summary: 'The guide as applicants would see it if the draft were published',
    access: editors,
    params: id,
    query: z.strictObject({ situation: SituationQuery.optional() }),
    output: MatterGuide,
  }),
  printDraftGuide: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/guide.pdf',
    summary: 'The guide of a draft as A4, or its one-time notice for a chosen situation, marked as a draft',
    access: editors,
    params: id,
    query: GuidePaperQuery,
    file: 'application/pdf',
    output: z.unknown(),
  }),
  printCertificateSample: endpoint({
    method: 'get',
    path: '/api/console/drafts/{id}/certificate-sample',
    summary: 'The certificate of a draft with invented values, unsigned and marked 样张',
    access: editors,
    params: id,
    file: 'application/pdf',
    output: z.unknown(),
  }),
};

export const catalogFileEndpoints = {
  uploadCatalogFile: endpoint({
    method: 'post',
    path: '/api/console/files',
    summary: 'Upload one file (multipart field `file`) that guides show: a blank form, a sample',
    access: editors,
    upload: true,
    status: 201,
    output: CatalogFile,
  }),
  readCatalogFile: endpoint({
    method: 'get',
    path: '/api/catalog-files/{id}',
    summary: 'A blank form or a sample; the address is permanent',
    access: 'public',
    params: id,
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
};
