import { civilDateAt } from '@yitang/domain/calendar';
import { statableFields, type CertificateName, type CertificateValue } from '@yitang/domain/certificate';
import {
  isVisible,
  printAnswer,
  visibleFields,
  visiblePages,
  type Answers,
  type FormDefinition,
  type PrefillSource,
} from '@yitang/domain/form';
import { dayInWords, type LocalText } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { findApplicantFacts, findPeopleWithRole } from '../../identity/index.ts';
import type { CertificateOrder } from '../../material/index.ts';
import { findPostHolders } from '../../organization/index.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { findField } from '../form/find-field.ts';
import { formOf } from '../matter-rules.ts';
import { findCase, type LoadedCase } from '../record/load-case.ts';

/** What the certificate of a decided case states; undefined where there is none to issue. */
export async function findCertificateOrder(deps: Deps, em: Em, caseId: string): Promise<CertificateOrder | undefined> {
  const loaded = await findCase(em, deps, caseId);
  const layout = loaded?.matter.layout?.definition;
  if (loaded === undefined || layout === undefined) return undefined;
  const { current, answers } = loaded;
  if (current.status !== 'approved' && current.status !== 'delivered') return undefined;
  const directory = await getDirectory(deps);
  return {
    applicantId: current.personId,
    holderName: current.applicantName,
    layout,
    isBilingual: layout.isBilingual && isVisible(layout.bilingualWhen, answers),
    values: await valuesOf(deps, em, { loaded, directory }),
    caseNumber: current.number,
    matterName: current.matterName,
    staff: await staffOf(deps, em, loaded),
  };
}

const sources: Readonly<Partial<Record<PrefillSource, CertificateValue>>> = {
  'person.name': 'name',
  'affiliation.number': 'number',
  'affiliation.department': 'department',
  'affiliation.programme': 'programme',
  'affiliation.grade': 'grade',
  'affiliation.since': 'since',
  'affiliation.expectedEnd': 'expectedEnd',
  'affiliation.position': 'position',
};

type Values = Partial<Record<CertificateName, LocalText>>;
interface Subject {
  readonly loaded: LoadedCase;
  readonly directory: Directory;
}

/** As the application has it; what the form does not show comes from the register. */
async function valuesOf(deps: Deps, em: Em, { loaded, directory }: Subject): Promise<Values> {
  const { current, answers, matter } = loaded;
  const today = civilDateAt(deps.clock.now(), deps.config.timeZone);
  const look = { crypto: deps.crypto, today, departmentName: (id: string) => directory.findDepartment(id)?.name };
  const facts = await findApplicantFacts(em, current.personId, look);
  const main = facts?.affiliations[0];
  const plain: Partial<Record<CertificateValue, string | null | undefined>> = {
    name: current.applicantName,
    number: current.applicantNumber,
    department: current.applicantDepartment,
    programme: main?.programme,
    grade: main?.grade,
    since: main?.fromDay,
    expectedEnd: main?.expectedEnd,
    position: main?.position,
    ...knownAnswers(formOf(matter), answers),
  };
  const known = Object.entries(plain).filter(
    (entry): entry is [CertificateValue, string] => typeof entry[1] === 'string',
  );
  const values: Values = Object.fromEntries(
    known.map(([name, value]) => [name, inWords(name, value, { loaded, directory })]),
  );
  const form = formOf(matter);
  const purpose = purposeOf(form, answers);
  return { ...answersInWords(form, answers), ...values, ...(purpose && { purpose }) };
}

function knownAnswers(form: FormDefinition, answers: Answers): Partial<Record<CertificateValue, string>> {
  const fields = form.pages.flatMap((page) => page.fields);
  return Object.fromEntries(
    fields.flatMap(({ key, prefill }) => {
      const name = prefill && sources[prefill];
      const value = Object.hasOwn(answers, key) ? answers[key] : undefined;
      return name !== undefined && typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

function inWords(name: CertificateValue, value: string, { loaded: { current }, directory }: Subject): LocalText {
  if (name === 'since' || name === 'expectedEnd') return dayInWords(value);
  if (name !== 'department') return { zh: value };
  const department = directory.findDepartment(current.applicantDepartmentId ?? null);
  return department?.name === value && typeof department.nameEn === 'string'
    ? { zh: value, en: department.nameEn }
    : { zh: value };
}

/** `answer.KEY`: what was answered to each question that was shown, as the check page prints it. */
function answersInWords(form: FormDefinition, answers: Answers): Values {
  const statable = statableFields(form);
  const shown = visiblePages(form, answers).flatMap((page) => visibleFields(page, answers));
  return Object.fromEntries(
    shown.flatMap((field): [CertificateName, LocalText][] => {
      const value = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
      const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => printAnswer(field, value, locale).join('，'));
      return zh && statable.has(field.key) ? [[`answer.${field.key}`, { zh, ...(en && { en }) }]] : [];
    }),
  );
}

/** The answer called `purpose`, as its option says it. */
function purposeOf(form: FormDefinition, answers: Answers): LocalText | undefined {
  const value = Object.hasOwn(answers, 'purpose') ? answers['purpose'] : undefined;
  if (typeof value !== 'string') return undefined;
  const field = findField(form, 'purpose');
  const option =
    field !== undefined && 'options' in field ? field.options.find((one) => one.value === value) : undefined;
  return option?.label ?? { zh: value };
}

/** Whoever decided it; of matters that nobody decides, the heads of the department. */
async function staffOf(deps: Deps, em: Em, { current }: LoadedCase): Promise<string[]> {
  const on = civilDateAt(deps.clock.now(), deps.config.timeZone);
  const post = current.inboxPost;
  const holders = typeof post !== 'string' || post.includes(':') ? [] : await findPostHolders(em, post, on);
  return holders.length > 0 ? holders : findPeopleWithRole(em, 'head', { on, scopeId: current.departmentId });
}
