import { randomBytes } from 'node:crypto';
import { civilDateAt } from '@yitang/domain/calendar';
import { validUntil } from '@yitang/domain/certificate';
import { formatCertificateNumber, verificationCodeBytes, verificationCodeOf } from '@yitang/domain/numbering';
import { maskName } from '@yitang/domain/person';
import { isUniqueViolation, type Tx } from '../../../platform/command/index.ts';
import type { BlobRef } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { casesForMaterialKey, type CertificateOrder } from '../cases-for-material.ts';
import { printerKey, RareCharacters } from '../print/index.ts';
import { minuteInWords } from '../print/time-in-words.ts';
import { Certificate } from './certificate.entity.ts';
import { CertificateIncomplete, certificateSheet, type IssueFacts } from './certificate-sheet.ts';
import { findCertificate } from './find-certificate.ts';

/** Told apart from the numbers of cases by it. */
const numberPrefix = 'CT';
/** What can't be printed today is tried again every day, because somebody may install a font or mend the register. */
const mostTries = 60;
const dayMilliseconds = 24 * 3_600_000;

/**
 * Job `certificate.issue` {caseId}: prints, signs, stores and hands over the certificate of a decided case, once. A name
 * that no font can draw stops it and tells the staff, once.
 */
export async function issueCertificate(payload: unknown, run: JobRun): Promise<void> {
  const { caseId, tries = 0 } = payload as { caseId: string; tries?: number };
  if ((await findCertificate(run.em, caseId)) !== undefined) return;
  const order = await run.deps.services.get(casesForMaterialKey).findCertificateOrder(run.em, caseId);
  if (order === undefined) return;
  const draft = await draftCertificate(run);
  const pdf = await printOrBlock(run, { caseId, order, draft, tries });
  if (pdf === undefined) return;
  const blob = await run.deps.blobs.put(pdf, { mediaType: 'application/pdf' });
  try {
    await run.deps.runCommand(run.caller, { name: 'certificate.issue' }, (tx) =>
      record(tx, run, { caseId, order, draft, blob, tries }),
    );
  } catch (error) {
    // After any other failure nobody knows whether it was committed; a file that was not kept is swept.
    if (!isUniqueViolation(error)) throw error;
    // Another instance was faster with the same case: there is one certificate, and it is not this file.
    await run.deps.blobs.remove(blob.id);
  }
}

interface Draft extends IssueFacts {
  readonly code: string;
  readonly issuedAt: Date;
}
interface Issue {
  readonly caseId: string;
  readonly order: CertificateOrder;
  readonly draft: Draft;
  /** How often it could not be printed before. */
  readonly tries: number;
}

async function draftCertificate({ deps }: JobRun): Promise<Draft> {
  const { clock, config, numbers } = deps;
  const issuedAt = clock.now();
  const issuedOn = civilDateAt(issuedAt, config.timeZone);
  const code = verificationCodeOf(randomBytes(verificationCodeBytes));
  const serial = await numbers.next(`certificate:${issuedOn.replaceAll('-', '')}`);
  return {
    code,
    issuedAt,
    issuedOn,
    number: formatCertificateNumber({ prefix: numberPrefix, date: issuedOn, serial }),
    url: `${config.origin}/verify/${code}`,
    printedAt: minuteInWords(issuedAt, config.timeZone),
    university: config.university.name,
    isDemo: config.mode !== 'production',
  };
}

/** @returns undefined where it can't be printed and people were told. */
async function printOrBlock(run: JobRun, issue: Issue): Promise<Buffer | undefined> {
  const { order, draft } = issue;
  try {
    const sheet = certificateSheet(order, draft);
    const signing = { reason: `${sheet.title.zh} ${draft.number}`, name: sheet.issuer.zh, at: draft.issuedAt };
    return await run.deps.services.get(printerKey).printCertificate(sheet, signing);
  } catch (error) {
    if (!(error instanceof RareCharacters) && !(error instanceof CertificateIncomplete)) throw error;
    await run.deps.runCommand(run.caller, { name: 'certificate.block' }, (tx) =>
      block(tx, { run, issue, cause: error }),
    );
    return undefined;
  }
}

async function record(tx: Tx, run: JobRun, { caseId, order, draft, blob }: Issue & { blob: BlobRef }): Promise<void> {
  const { number, code, issuedOn, issuedAt, isDemo } = draft;
  const { layout, holderName } = order;
  const id = newId();
  const file = { blobId: blob.id, size: blob.size, sha256: blob.sha256 };
  await tx.em.insert(Certificate, {
    ...{ id, caseId, number, code, issuedOn, issuedAt, isDemo, ...file },
    title: titleOf(layout.title),
    issuer: titleOf(layout.issuer),
    holderMasked: maskName(holderName),
    validUntil: validUntil(layout, issuedOn),
  });
  await run.deps.blobs.keep(tx.em, blob.id);
  tx.audit({
    action: 'certificate.issue',
    chain: `case:${caseId}`,
    target: { type: 'certificate', id },
    outcome: 'done',
    after: { number, sha256: blob.sha256, issuedOn },
  });
  await run.deps.services.get(casesForMaterialKey).noteCertificate(tx, { caseId, outcome: 'issued', number });
  tx.enqueue(notice(order.applicantId, 'certificate-ready', { caseId, order }));
}

async function block(tx: Tx, { run, issue, cause }: { run: JobRun; issue: Issue; cause: Error }): Promise<void> {
  const { caseId, order, tries } = issue;
  const characters = cause instanceof RareCharacters ? cause.characters : [];
  tx.audit({
    action: 'certificate.block',
    chain: `case:${caseId}`,
    target: { type: 'case', id: caseId },
    outcome: 'refused',
    after: { code: characters.length > 0 ? 'certificate.rare-character' : 'certificate.incomplete', characters },
  });
  if (tries < mostTries) {
    const availableAt = new Date(tx.now.getTime() + dayMilliseconds);
    tx.enqueue({ kind: 'certificate.issue', payload: { caseId, tries: tries + 1 }, availableAt });
  }
  if (tries > 0) return;
  await run.deps.services.get(casesForMaterialKey).noteCertificate(tx, { caseId, outcome: 'blocked' });
  tx.enqueue(notice(order.applicantId, 'certificate-blocked', { caseId, order }));
  for (const personId of order.staff) tx.enqueue(notice(personId, 'certificate-blocked-staff', { caseId, order }));
}

function notice(personId: string, kind: string, { caseId, order }: Pick<Issue, 'caseId' | 'order'>) {
  const path = kind.endsWith('-staff') ? `/office/cases/${caseId}` : `/my/cases/${caseId}`;
  return {
    kind: 'notice.send',
    payload: { personId, kind, path, number: order.caseNumber, matterName: order.matterName },
  };
}

const titleOf = ({ zh, en }: { zh: string; en?: string | undefined }) => ({ zh, ...(en === undefined ? {} : { en }) });
