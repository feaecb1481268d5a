import { z } from 'zod';
import { CivilDate, Id, Instant, page, PageQuery, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';

const About = z.object({ code: z.string(), name: z.string() });
/** The secret of an address; also what is mistyped is looked for, and not found. */
export const LinkToken = z.string().max(100);

/** What is asked of the hall, as those who answer it see it; numbers in it and the contact are masked until revealed. */
export const Question = z
  .object({
    id: Id,
    text: z.string(),
    /** Null: none was given, or it was erased with the answer. */
    contactMasked: z.string().nullable(),
    /** The text has numbers that are masked. */
    hasMore: z.boolean(),
    /** The guide that it is about, with the version that was read and the one in force. */
    matter: About.extend({
      version: z.number().int().nullable(),
      latestVersion: z.number().int().nullable(),
    }).nullable(),
    department: z.string().nullable(),
    askedAt: Instant,
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'Question' });

const answerers = ['reform-officer', 'head', 'clerk'] as const;
const id = z.strictObject({ id: Id });

export const questionEndpoints = {
  askQuestion: endpoint({
    method: 'post',
    path: '/api/questions',
    summary: 'Ask what no matter and no guide answered; about a guide with its code and version',
    access: 'public',
    body: z.strictObject({
      text: plainText(500, 2),
      /** A mobile number or an e-mail address; empty: none. */
      contact: plainText(100, 0).optional(),
      code: z.string().max(40).optional(),
      version: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    isIdempotent: true,
    status: 201,
    /** Under `token` the answer can be read, see `readAnswer`. */
    output: z.object({ token: z.string() }),
  }),
  readAnswer: endpoint({
    method: 'get',
    path: '/api/questions/{token}',
    summary: 'The answer to a question, for whoever holds its address; without what was asked',
    access: 'public',
    params: z.strictObject({ token: LinkToken }),
    output: z.object({
      askedOn: CivilDate,
      matter: About.nullable(),
      answer: z.string().nullable(),
      answeredOn: CivilDate.nullable(),
    }),
  }),
  listQuestions: endpoint({
    method: 'get',
    path: '/api/console/questions',
    summary: 'Questions of the public: for departments those about their matters, oldest first while they are open',
    access: answerers,
    isPersonal: true,
    query: PageQuery.extend({ state: z.enum(['open', 'answered']).default('open') }),
    output: page(Question).extend({ open: z.number().int() }),
  }),
  answerQuestion: endpoint({
    method: 'post',
    path: '/api/console/questions/{id}/answer',
    summary: 'Answer a question and close it; the contact is erased with that',
    access: answerers,
    params: id,
    body: z.strictObject({ answer: plainText(1000, 2) }),
    isIdempotent: true,
    output: z.object({ id: Id }),
  }),
  revealQuestion: endpoint({
    method: 'post',
    path: '/api/console/questions/{id}/reveal',
    summary: 'Show the contact and the numbers of a question; logged with its purpose',
    access: answerers,
    params: id,
    body: z.strictObject({ purpose: plainText(200, 4) }),
    output: z.object({ text: z.string(), contact: z.string().nullable() }),
  }),
};
