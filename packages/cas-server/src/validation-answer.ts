import { escapeMarkup } from './markup.ts';
import type { Persona } from './persona.ts';

const open = '<?xml version="1.0" encoding="UTF-8"?>\n<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">\n';
const close = '</cas:serviceResponse>\n';

export type FailureCode =
  'INVALID_REQUEST' | 'INVALID_TICKET_SPEC' | 'INVALID_TICKET' | 'INVALID_SERVICE' | 'INTERNAL_ERROR';

export function failureAnswer(code: FailureCode, reason: string): string {
  return `${open}  <cas:authenticationFailure code="${code}">${escapeMarkup(reason)}</cas:authenticationFailure>\n${close}`;
}

export interface SignOnFacts {
  readonly signedInAt: Date;
  readonly isFresh: boolean;
}

/** The answer of /serviceValidate, and with `facts` that of /p3/serviceValidate, which has attributes. */
export function successAnswer(persona: Persona, facts?: SignOnFacts): string {
  const lines = [`<cas:user>${escapeMarkup(persona.username)}</cas:user>`];
  if (facts !== undefined) lines.push(...attributeLines(persona, facts));
  const body = lines.map((line) => `    ${line}\n`).join('');
  return `${open}  <cas:authenticationSuccess>\n${body}  </cas:authenticationSuccess>\n${close}`;
}

function attributeLines(persona: Persona, facts: SignOnFacts): string[] {
  const standard = {
    authenticationDate: facts.signedInAt.toISOString(),
    longTermAuthenticationRequestTokenUsed: 'false',
    isFromNewLogin: String(facts.isFresh),
  };
  const elements = Object.entries({ ...standard, ...persona.attributes }).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `  ${element(name, one)}`),
  );
  return ['<cas:attributes>', ...elements, '</cas:attributes>'];
}

function element(name: string, value: string): string {
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) throw new Error(`"${name}" cannot be the name of a CAS attribute`);
  return `<cas:${name}>${escapeMarkup(value)}</cas:${name}>`;
}
