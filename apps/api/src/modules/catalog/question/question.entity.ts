import { defineEntity, p } from '@mikro-orm/sql';
import { sealedFor, type Sealed } from '../../../platform/crypto/index.ts';

export const questionPurposes = { text: 'question.text', contact: 'question.contact' } as const;

/** What somebody asked where no matter and no guide answered it. People write of themselves, so the text is sealed. */
const QuestionSchema = defineEntity({
  name: 'Question',
  tableName: 'questions',
  indexes: [{ name: 'questions_department', properties: ['departmentId', 'answeredAt', 'id'] }],
  properties: {
    id: p.string().length(36).primary(),
    textSealed: p.text().$type<Sealed>().groups(sealedFor(questionPurposes.text)),
    /** Erased with the answer. */
    contactSealed: p.text().$type<Sealed>().groups(sealedFor(questionPurposes.contact)).nullable(),
    /** Of whom was signed in: told when it is answered. */
    personId: p.string().length(36).nullable(),
    /** The guide that it is about, and the version that was read. */
    matterCode: p.string().length(40).nullable(),
    matterVersion: p.integer().nullable(),
    departmentId: p.string().length(36).nullable(),
    /** Of the address of its answer. */
    tokenHash: p.string().length(43).unique(),
    askedAt: p.datetime(3),
    answer: p.string().length(1000).nullable(),
    answeredAt: p.datetime(3).nullable(),
    answeredById: p.string().length(36).nullable(),
  },
});
export class Question extends QuestionSchema.class {}
QuestionSchema.setClass(Question);
