import { createHash } from 'node:crypto';
import { insertRows, type Em } from '../../apps/api/src/database/index.ts';
import {
  demoMatters,
  demoOnlineMatters,
  getDemoGuide,
  getDemoMatterByName,
  sampleAnswers,
} from '../../apps/api/src/database/seeds/demo/index.ts';
import { publishMatters } from '../../apps/api/src/modules/catalog/index.ts';
import { sealPersonalValues } from '../../apps/api/src/modules/identity/personal-values.ts';
import type { Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import { signedIn } from './sessions.ts';

/** A draft that is filled in, with its files, and the session of whoever filled it in. */
export interface Submission {
  readonly draftId: string;
  readonly cookie: string;
}

/** Uploads, conditions and a route: what most matters look like. */
const pattern = getDemoMatterByName('学生证补办/换发');
const online = demoOnlineMatters.find(({ matterCode }) => matterCode === pattern.code)!;
const files = ['photo', 'receipt'];
const atOnce = 500;

interface OnlineMatterRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly versionId: string;
}

/** Of the matters of `publishAlike`. */
export const alikeCode = (index: number): string => `${pattern.code}-${index}`;

/** Publishes so many matters that are applied for in the same way; a file may be of so many bytes as the guide says, or `maxBytes`. */
export async function publishAlike(
  deps: Pick<Deps, 'orm' | 'clock'>,
  count: number,
  { maxBytes }: { maxBytes?: number } = {},
): Promise<void> {
  const guide = getDemoGuide(pattern.code);
  const materials = guide.materials.map((one) => ({ ...one, maxBytes: maxBytes ?? one.maxBytes }));
  const em = deps.orm.em.fork() as Em;
  const [department] = await em.execute<{ id: string }[]>('select id from departments where code = ?', [
    pattern.departmentCode,
  ]);
  const { category, audiences, lifeEvents, channels, keywords } = demoMatters.find(
    ({ code }) => code === pattern.code,
  )!;
  const news = Array.from({ length: count }, (_, index) => ({
    summary: {
      code: alikeCode(index),
      name: `${pattern.name} ${index}`,
      departmentId: department!.id,
      ...{ category, audiences, lifeEvents, channels, keywords },
    },
    guide: { ...guide, materials },
    preconditions: online.preconditions,
    form: online.form,
    route: online.route,
    layout: null,
  }));
  const at = new Date(deps.clock.now().getTime() - 86_400_000);
  const batch = { title: '同类事项（演示数据）', effectiveFrom: at.toISOString().slice(0, 10), at };
  await em.transactional((tx) => publishMatters(tx, batch, news));
}

/** The matters of `publishAlike`, the first one first. */
async function listAlike(em: Em): Promise<OnlineMatterRow[]> {
  return em.execute<OnlineMatterRow[]>(
    `select m.id, m.code, v.name, v.id as versionId from matters m join matter_versions v on v.matter_id = m.id
      where m.code like ? order by m.code`,
    [`${pattern.code}-%`],
  );
}

/**
 * `count` students, each with a session and a draft that only has to be submitted, of all alike matters in turn or of
 * the first one alone. Every one is a person of their own: nobody may have two open cases of one matter.
 */
export async function prepareSubmissions(deps: Deps, of: { count: number; isSpread: boolean }): Promise<Submission[]> {
  const em = deps.orm.em.fork() as Em;
  const matters = await listAlike(em);
  const [college] = await em.execute<{ id: string }[]>(
    "select id from departments where kind = 'college' order by code limit 1",
  );
  const students = Array.from({ length: of.count }, (_, index) =>
    student(deps, { matter: matters[of.isSpread ? index % matters.length : 0]!, departmentId: college!.id }),
  );
  for (let start = 0; start < students.length; start += atOnce) {
    const some = students.slice(start, start + atOnce);
    await em.transactional(async (tx) => {
      for (const table of tables)
        await insertRows(
          tx,
          table,
          some.flatMap(({ rows }) => rows[table]),
        );
    });
  }
  return students.map(({ submission }) => submission);
}

const tables = ['people', 'accounts', 'affiliations', 'sessions', 'case_drafts', 'materials'] as const;
type StudentRows = Readonly<Record<(typeof tables)[number], Readonly<Record<string, unknown>>[]>>;

interface StudentOf {
  readonly matter: OnlineMatterRow;
  readonly departmentId: string;
}

function student(deps: Deps, of: StudentOf): { submission: Submission; rows: StudentRows } {
  const now = deps.clock.now();
  const [personId, accountId, draftId] = [newId(), newId(), newId()];
  const session = signedIn({ personId, accountId }, now);
  const rows = {
    ...personRows(deps, { personId, accountId, departmentId: of.departmentId }),
    sessions: [session.row],
    case_drafts: [draftRow(deps, { id: draftId, personId, matter: of.matter })],
    materials: files.map((key) => materialRow({ key, draftId, personId, now })),
  };
  return { submission: { draftId, cookie: session.cookie }, rows };
}

function personRows(deps: Deps, of: { personId: string; accountId: string; departmentId: string }) {
  const now = deps.clock.now();
  const { personId, accountId, departmentId } = of;
  const number = `b${personId.replaceAll('-', '').slice(-20)}`;
  const { phoneSealed, phoneIndex } = sealPersonalValues(deps.crypto, { phone: '16000000001' });
  const sealed = { phone_sealed: phoneSealed, phone_index: phoneIndex };
  const study = { programme: '软件工程', level: '本科', grade: '2023', student_status: 'registered', arrears_fen: 0 };
  const days = { from_day: '2023-09-01', expected_end: '2099-06-30' };
  return {
    people: [{ id: personId, name: '林知远', ...sealed, created_at: now, updated_at: now }],
    accounts: [
      { id: accountId, person_id: personId, provider: 'cas', subject: number, is_disabled: false, created_at: now },
    ],
    affiliations: [
      { id: newId(), person_id: personId, kind: 'student', number, department_id: departmentId, ...study, ...days },
    ],
  };
}

function draftRow(deps: Deps, { id, personId, matter }: { id: string; personId: string; matter: OnlineMatterRow }) {
  const now = deps.clock.now();
  const answers = sampleAnswers[pattern.code]!(now.toISOString().slice(0, 10));
  return {
    id,
    person_id: personId,
    matter_id: matter.id,
    matter_code: matter.code,
    matter_name: matter.name,
    matter_version_id: matter.versionId,
    open_key: `${personId}:${matter.id}`,
    answers: deps.crypto.encryptField(JSON.stringify(answers), 'case.answers'),
    saved_pages: JSON.stringify(online.form.pages.map(({ key }) => key)),
    current_page: 'check',
    version: 5,
    created_at: now,
    updated_at: now,
    expires_at: new Date(now.getTime() + 10 * 86_400_000),
  };
}

function materialRow({ key, draftId, personId, now }: { key: string; draftId: string; personId: string; now: Date }) {
  return {
    id: newId(),
    owner_kind: 'draft',
    owner_id: draftId,
    person_id: personId,
    requirement_key: key,
    round: 0,
    place: 0,
    name: `${key}.jpg`,
    type: 'jpg',
    size: 200_000,
    sha256: createHash('sha256').update(key).digest('hex'),
    blob_id: newId(),
    state: 'clean',
    created_at: now,
  };
}
