import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { endpoints, type Endpoint } from './index.ts';

/** Names of fields that hold who somebody is. */
const personal = /^(applicant|applicantName|person|personId|absent|actorId|affiliations|phoneMasked|idNumberMasked)$/;

/** They name others only to whoever said what for, or where somebody looks at what is not their own, and record it then. */
const atTimes = ['listSurveyCalls'];

interface Def {
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function fieldsOf(schema: z.ZodType | undefined, depth = 0): string[] {
  if (schema === undefined || depth > 10) return [];
  const { shape = {}, innerType, element, options = [] } = schema._zod.def as Def;
  const inside = [...Object.values(shape), innerType, element, ...options].flatMap((one) => fieldsOf(one, depth + 1));
  return [...Object.keys(shape), ...inside];
}

test('R-AUD-2: an answer for staff that names people is marked as one, so that each call of it must leave its entry', () => {
  const readings = Object.entries<Endpoint>(endpoints).filter(
    ([, { method, access }]) => method === 'get' && Array.isArray(access),
  );
  const naming = readings.filter(([, { output }]) => fieldsOf(output).some((field) => personal.test(field)));
  const unmarked = naming.filter(([name, { isPersonal }]) => !isPersonal && !atTimes.includes(name));
  expect(unmarked.map(([name]) => name)).toEqual([]);
  const marked = readings.filter(([, { isPersonal }]) => isPersonal).map(([name]) => name);
  expect(marked).toEqual(expect.arrayContaining(['listPeople', 'getTeam', 'listInbox', 'getOfficeCase', 'listAudit']));
});
