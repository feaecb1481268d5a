import type { Precondition } from '@yitang/domain/catalog';
import type { CertificateLayout } from '@yitang/domain/certificate';
import type { ChoiceField, FormDefinition, FormField, FormPage, PrefillSource } from '@yitang/domain/form';
import type { RouteDefinition } from '@yitang/domain/route';
import type { LocalText } from '@yitang/domain/vocabulary';
import { getDemoMatterByName } from '../matters/index.ts';

/** What makes a matter be applied for on the net. Its materials stand in its guide. */
export interface DemoOnlineMatter {
  readonly matterCode: string;
  readonly version: number;
  readonly form: FormDefinition;
  /** No stages: decided at once by rule. */
  readonly route: RouteDefinition;
  /** null: the decision is the result. */
  readonly layout: CertificateLayout | null;
  readonly preconditions: readonly Precondition[];
}

/** Invented, as the university is: every condition has a rule behind it. */
const onlineRules = '示范大学网上办事管理办法（示例），示大办〔2024〕6号';

export function onlineMatter(name: string, parts: Omit<DemoOnlineMatter, 'matterCode' | 'version'>): DemoOnlineMatter {
  const preconditions = parts.preconditions.map((one) => ({ basis: onlineRules, ...one }));
  return { matterCode: getDemoMatterByName(name).code, version: 1, ...parts, preconditions };
}

export function words(zh: string, en: string): LocalText {
  return { zh, en };
}

/** A known datum: shown with its source, not typed again. */
export function known(key: string, label: LocalText, prefill: PrefillSource): FormField {
  return { kind: 'text', key, label, prefill, isLocked: true, maxLength: 100 };
}

export function option(value: string, zh: string, en: string): ChoiceField['options'][number] {
  return { value, label: { zh, en } };
}

/** First page of a student's form. */
export const studentPage: FormPage = {
  key: 'identity',
  title: words('核对您的学籍信息', 'Check your student record'),
  help: words(
    '以下信息来自学籍系统，无需填写。有误请联系学院教务办。',
    'This comes from the student register; there is nothing to fill in. If it is wrong, contact your college.',
  ),
  fields: [
    known('name', words('姓名', 'Name'), 'person.name'),
    known('number', words('学号', 'Student number'), 'affiliation.number'),
    known('department', words('学院', 'College'), 'affiliation.department'),
    known('programme', words('专业', 'Programme'), 'affiliation.programme'),
    known('grade', words('年级', 'Year of entry'), 'affiliation.grade'),
  ],
};

/** Where we may reach the applicant about this case; prefilled and open to change. */
export const phoneField: FormField = {
  kind: 'phone',
  key: 'phone',
  label: words('联系电话', 'Phone'),
  prefill: 'person.phone',
  purpose: words('办理中需要核实情况时联系您', 'To reach you if something must be checked'),
  isSensitive: true,
};

export function consentPage(statement: LocalText): FormPage {
  return {
    key: 'declaration',
    title: words('确认与承诺', 'Confirm'),
    fields: [{ kind: 'consent', key: 'declaration', label: words('本人承诺', 'I declare'), statement }],
  };
}

export const isStudent: Precondition = {
  key: 'is-student',
  label: words('您是本校在籍学生', 'You are a student of this university'),
  rule: { kind: 'affiliation', oneOf: ['student'] },
  remedy: words('毕业生请到档案馆查询学籍档案。', 'Graduates may ask the Archives for their records.'),
};

export const isRegistered: Precondition = {
  key: 'is-registered',
  label: words('学籍状态为“在读”', 'Your status is “registered”'),
  rule: { kind: 'student-status', oneOf: ['registered'] },
  remedy: words(
    '休学、保留学籍期间请先办理复学；有疑问请咨询教务处学籍管理科。',
    'If you are on leave, apply to resume your studies first; the Registry can help.',
  ),
  remedyLink: '/matters?q=复学申请',
};

export const hasNoOpenCase: Precondition = {
  key: 'no-open-case',
  label: words('同一事项没有正在办理的申请', 'No other application for this matter is under way'),
  rule: { kind: 'no-open-case' },
  remedy: words('可在“我的办件”查看进度，或撤回后重新申请。', 'See “My cases” for its progress, or withdraw it first.'),
  remedyLink: '/my/cases',
};

export const isSignedInByCampus: Precondition = {
  key: 'campus-identity',
  label: words('已通过统一身份认证登录', 'Signed in with the campus account'),
  rule: { kind: 'assurance', atLeast: 'campus' },
};
