import type { OfficeCaseData } from '@yitang/contract';
import {
  decideApproveExtension,
  decideDeclineExtension,
  decideExtend,
  decideRequestExtension,
  type ExtensionRequest,
} from '@yitang/domain/case';
import { today } from '@yitang/domain/calendar';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findPeopleWithRole } from '../../identity/index.ts';
import { getDirectoryInside } from '../directory.ts';
import { notifyApplicant, notifyStaff } from '../notify.ts';
import { departmentOfInbox } from '../office-actor.ts';
import { extensionProcedures } from '../view/special-procedures.ts';
import type { Looked } from './accept-case.ts';
import { actOnCase, type Done } from './act-on-case.ts';

export interface Extension extends ExtensionRequest {
  readonly caseId: string;
  readonly version: number;
}

/** 延长审批, asked for by the post that holds the case; the heads of its department are told. */
export function requestExtension(call: Call, { caseId, version, ...request }: Extension): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.request-extension',
    caseId,
    version,
    decide: ({ facts, matter }, command, moment) =>
      decideRequestExtension(facts, { ...command, ...request, procedures: extensionProcedures(matter.guide) }, moment),
    also: (tx, done) => tellHeads(call, tx, done),
  });
}

/** By the head, who needs nobody's approval. */
export function extendCase(call: Call, { caseId, version, ...request }: Extension): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.extend',
    caseId,
    version,
    decide: ({ facts, matter }, command, moment) =>
      decideExtend(facts, { ...command, ...request, procedures: extensionProcedures(matter.guide) }, moment),
    also: (tx, done) => tellApplicant(tx, done),
  });
}

/** The applicant is told in writing, and whoever asked can go on. */
export function approveExtension(call: Call, { caseId, version, note }: Looked): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.approve-extension',
    caseId,
    version,
    decide: ({ facts }, command, moment) => decideApproveExtension(facts, { ...command, note }, moment),
    also: (tx, done) => {
      tellApplicant(tx, done);
      tellAsker(tx, done, 'extension-approved');
    },
  });
}

export interface Declining {
  readonly caseId: string;
  readonly version: number;
  readonly reason: string;
}

/** The promise stays as it is: the applicant was promised nothing else, so only whoever asked is told. */
export function declineExtension(call: Call, { caseId, version, reason }: Declining): Promise<OfficeCaseData> {
  return actOnCase(call, {
    action: 'case.decline-extension',
    caseId,
    version,
    decide: ({ facts }, command, moment) => decideDeclineExtension(facts, { ...command, reason }, moment),
    also: (tx, done) => tellAsker(tx, done, 'extension-declined'),
  });
}

function tellApplicant(tx: Tx, { loaded, decision }: Done): void {
  notifyApplicant(tx, loaded.current, { kind: 'case-extended', dueDate: decision.due.on });
}

function tellAsker(tx: Tx, { loaded, decision, actor }: Done, kind: 'extension-approved' | 'extension-declined'): void {
  const askedBy = loaded.facts.openExtension?.askedBy ?? null;
  if (askedBy === null || askedBy === actor.personId) return;
  notifyStaff(tx, loaded.current, { kind, dueDate: decision.due.on, people: [askedBy] });
}

/** Those who may approve: neither the applicant nor whoever asks. */
async function tellHeads(call: Call, tx: Tx, { loaded: { current }, decision, actor, moment }: Done): Promise<void> {
  const directory = await getDirectoryInside(call.deps, tx.em);
  const scopeId = departmentOfInbox(directory, current.inboxPost) ?? current.departmentId;
  const heads = await findPeopleWithRole(tx.em, 'head', { on: today(moment), scopeId });
  const people = heads.filter((id) => id !== current.personId && id !== actor.personId);
  notifyStaff(tx, current, { kind: 'extension-requested', dueDate: decision.due.on, people });
}
