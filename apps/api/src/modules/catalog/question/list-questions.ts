import type { Input, Output, questionEndpoints } from '@yitang/contract';
import { maskEmail, maskInText, maskPhone } from '@yitang/domain/person';
import type { Sealed } from '../../../platform/crypto/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { departmentsInReach } from '../draft/draft-access.ts';
import { findNamesKey } from '../editor/find-names.ts';
import { findNamed } from '../get-guide.ts';
import { Question, questionPurposes } from './question.entity.ts';

type Listed = Output<typeof questionEndpoints.listQuestions>;

/** Those whose matter is of a department in the caller's reach; the reform office sees all. */
export function questionsInReach(call: Call) {
  const reach = departmentsInReach(call);
  return reach === undefined ? {} : { departmentId: { $in: [...reach] } };
}

/** Open ones oldest first, because they wait; answered ones newest first. */
export async function listQuestions(
  call: Call,
  { state, after, limit }: Input<typeof questionEndpoints.listQuestions>['query'],
): Promise<Listed> {
  await call.deps.audit.read(call, {
    action: 'catalog.list-questions',
    target: { type: 'questions', id: state },
  });
  const isOpen = state === 'open';
  const inReach = questionsInReach(call);
  const found = await call.em.find(
    Question,
    {
      ...inReach,
      answeredAt: isOpen ? null : { $ne: null },
      ...(after !== undefined && { id: isOpen ? { $gt: after } : { $lt: after } }),
    },
    { orderBy: { id: isOpen ? 'asc' : 'desc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const authors = rows.flatMap(({ answeredById }) => answeredById ?? []);
  const names = authors.length === 0 ? undefined : await call.deps.services.find(findNamesKey)?.(call.em, authors);
  return {
    items: rows.map((row) => present(call, row, names?.get(row.answeredById ?? '') ?? null)),
    open: await call.em.count(Question, { ...inReach, answeredAt: null }),
    ...(found.length > limit && last !== undefined && { next: last.id }),
  };
}

function present(call: Call, row: Question, answeredBy: string | null): Listed['items'][number] {
  const snapshot = call.deps.services.get(catalogKey).current();
  const { text, contact } = openQuestion(call, row);
  const masked = maskInText(text);
  const matter = findNamed(snapshot, row.matterCode ?? '');
  return {
    id: row.id,
    text: masked,
    hasMore: masked !== text,
    contactMasked: contact === null ? null : contact.includes('@') ? maskEmail(contact) : maskPhone(contact),
    matter: matter && {
      ...matter,
      version: row.matterVersion ?? null,
      latestVersion: snapshot.find(matter.code)?.version ?? null,
    },
    department: snapshot.findDepartment(row.departmentId ?? '')?.name ?? null,
    askedAt: row.askedAt.toISOString(),
    answer: row.answer ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy,
  };
}

/** What was written, and where to reach whoever wrote it. */
export function openQuestion(
  { deps: { crypto } }: Pick<Call, 'deps'>,
  { textSealed, contactSealed }: { readonly textSealed: Sealed; readonly contactSealed?: Sealed | null | undefined },
): { text: string; contact: string | null } {
  return {
    text: crypto.decryptField(textSealed, questionPurposes.text),
    contact: contactSealed ? crypto.decryptField(contactSealed, questionPurposes.contact) : null,
  };
}
