import type { Input, questionEndpoints } from '@yitang/contract';
import { normaliseEmail, normalisePhone } from '@yitang/domain/person';
import { hashLinkToken, linkToken } from '../../../platform/crypto/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { networkOf } from '../../../platform/limits/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { Question, questionPurposes } from './question.entity.ts';

type Asked = Input<typeof questionEndpoints.askQuestion>['body'];

/** Under which purpose the addresses of answers are made. */
export const answerLink = 'answer';

/**
 * Keeps a question for the reform office and for the department of the matter. From one address or person few are taken
 * in a minute.
 * @throws `request.invalid`, `request.too-many`
 */
export async function askQuestion(call: Call, asked: Asked): Promise<{ token: string }> {
  const { crypto, limits, runCommand } = call.deps;
  const { address, personId } = call.principal;
  await limits.passSensitive('question', { address, subject: personId ?? `visitor ${networkOf(address)}` });
  const about = requireMatter(call, asked.code);
  const contact = requireContact(asked.contact);
  return runCommand(call, { name: 'catalog.ask-question' }, async (tx) => {
    const id = newId(tx.now.getTime());
    const token = linkToken(crypto, answerLink, id);
    await tx.em.insert(Question, {
      id,
      textSealed: crypto.encryptField(asked.text, questionPurposes.text),
      contactSealed: contact === undefined ? null : crypto.encryptField(contact, questionPurposes.contact),
      personId: personId ?? null,
      matterCode: about?.code ?? null,
      matterVersion: about === undefined ? null : (asked.version ?? null),
      departmentId: about?.departmentId ?? null,
      tokenHash: hashLinkToken(token),
      askedAt: tx.now,
    });
    tx.audit({
      action: 'catalog.ask-question',
      chain: `question:${id}`,
      target: { type: 'question', id },
      outcome: 'done',
      after: { code: about?.code, version: asked.version, hasContact: contact !== undefined },
      startsChain: true,
    });
    return { token };
  });
}

function requireMatter(call: Call, code: string | undefined): { code: string; departmentId: string } | undefined {
  if (code === undefined) return undefined;
  const snapshot = call.deps.services.get(catalogKey).current();
  const known = snapshot.find(code) ?? snapshot.findRetired(code);
  if (known !== undefined) return { code: known.code, departmentId: known.departmentId };
  const message = '没有这项事项，请从事项的指南重新提问。';
  throw problem('request.invalid', { issues: [{ field: 'body.code', code: 'unknown', message }] });
}

function requireContact(typed: string | undefined): string | undefined {
  if (typed === undefined || typed === '') return undefined;
  const contact = normalisePhone(typed) ?? normaliseEmail(typed);
  if (contact !== undefined) return contact;
  const message = '请填写 11 位手机号码或电子邮箱，也可以不填。';
  throw problem('request.invalid', { issues: [{ field: 'body.contact', code: 'contact.invalid', message }] });
}
