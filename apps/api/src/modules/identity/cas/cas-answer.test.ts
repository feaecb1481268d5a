import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../../../tests/support/property.ts';
import { CasProblem, type CasProblemCode } from './cas-problem.ts';
import { readCasAnswer } from './read-cas-answer.ts';
import { isTicket, readLogoutRequest } from './read-logout-request.ts';
import { readXml } from './xml-tree.ts';

const answer = (inside: string, before = '') =>
  `${before}<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`;
const success = (inside: string) => answer(`<cas:authenticationSuccess>${inside}</cas:authenticationSuccess>`);
const settings = {
  userPattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u,
  attributes: { name: ['cn', 'comsys_name'], department: ['department'] },
};
const read = (document: string) => readCasAnswer(document, settings);
function refusal(document: string): CasProblemCode | undefined {
  try {
    read(document);
    return undefined;
  } catch (error) {
    if (error instanceof CasProblem) return error.code;
    throw error;
  }
}

describe('an honest answer', () => {
  test('gives the user as text, leading zeros kept, and named attributes whatever their case', () => {
    const document = success(
      '<cas:user> 0023141001 </cas:user><cas:attributes><cas:CN>李小明 &amp; 龘𠮷</cas:CN><cas:Department>数学学院</cas:Department><cas:role>reform-officer</cas:role></cas:attributes>',
    );
    expect(read(document)).toEqual({
      user: '0023141001',
      attributes: { name: '李小明 & 龘𠮷', department: '数学学院' },
    });
  });
  test('may start with a declaration, a byte order mark, comments between elements and CDATA', () => {
    const document = `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!-- ok -->${success('<!-- ok --><cas:user><![CDATA[T2008017]]></cas:user>')}`;
    expect(read(document).user).toBe('T2008017');
  });
  test('loses ID-card numbers, doubled attributes and attributes that are not one string', () => {
    for (const list of [
      '<cas:cn>330106200001011230</cas:cn>',
      '<cas:cn>李 33010620000101123X</cas:cn>',
      '<cas:cn>李</cas:cn><cas:cn>王</cas:cn>',
      '<cas:cn>李</cas:cn><cas:CN>王</cas:CN>',
      '<cas:cn><cas:b>李</cas:b></cas:cn>',
      '<cas:cn>李<!-- x -->明</cas:cn>',
      '<cas:cn>李\u202e明</cas:cn>',
    ]) {
      expect(read(success(`<cas:user>S1</cas:user><cas:attributes>${list}</cas:attributes>`)).attributes).toEqual({});
    }
  });
  test('reads the percent-encoded attributes of 金智', () => {
    const list = '<cas:comsys_name>%E6%9D%8E%E6%98%8E</cas:comsys_name>';
    expect(read(success(`<cas:user>S1</cas:user><cas:attributes>${list}</cas:attributes>`)).attributes.name).toBe(
      '李明',
    );
  });
});

describe('a hostile answer names nobody (R-AUTHN-1)', () => {
  const user = '<cas:user>S1</cas:user>';
  test.each([
    ['a comment in the user', success('<cas:user>admin<!-- -->x</cas:user>')],
    ['a comment that cuts the user short', success('<cas:user>R2015008<!-- </cas:user><cas:user> --></cas:user>')],
    ['an element in the user', success('<cas:user>S<b>1</b></cas:user>')],
    ['an entity of its own', `<!DOCTYPE a [<!ENTITY x "R1">]>${success('<cas:user>&x;</cas:user>')}`],
    ['an unknown entity', success('<cas:user>&xxe;</cas:user>')],
    ['an entity without its end', success('<cas:user>S&amp1</cas:user>')],
    ['a document type', `<!DOCTYPE a SYSTEM "file:///etc/passwd">${success(user)}`],
    [
      'a processing instruction',
      answer(`<?php echo 1 ?><cas:authenticationSuccess>${user}</cas:authenticationSuccess>`),
    ],
    ['another encoding', `<?xml version="1.0" encoding="utf-7"?>${success(user)}`],
    ['two users', success(`${user}<cas:user>R2015008</cas:user>`)],
    ['two users with different prefixes', success(`${user}<evil:USER>R2015008</evil:USER>`)],
    ['no user', success('')],
    ['an empty user', success('<cas:user> </cas:user>')],
    ['a user of another shape', success('<cas:user>../../etc</cas:user>')],
    ['a user with a line break', success('<cas:user>S1\nS2</cas:user>')],
    ['a user that is too long', success(`<cas:user>${'9'.repeat(65)}</cas:user>`)],
    ['two lists of attributes', success(`${user}<cas:attributes/><cas:attributes/>`)],
    ['a ticket that came through a proxy', success(`${user}<cas:proxies><cas:proxy>x</cas:proxy></cas:proxies>`)],
    [
      'success and failure at once',
      answer(`<cas:authenticationSuccess>${user}</cas:authenticationSuccess><cas:authenticationFailure/>`),
    ],
    ['two successes', answer(`<cas:authenticationSuccess>${user}</cas:authenticationSuccess>`.repeat(2))],
    ['another root', `<html>${user}</html>`],
    ['a second root', success(user) + success(user)],
    ['half an answer', success(user).slice(0, -9)],
    ['crossed elements', '<a><b></a></b>'],
    ['a NUL', success('<cas:user>S1\u0000</cas:user>')],
    ['a numbered NUL', success('<cas:user>S1&#0;</cas:user>')],
    ['a half surrogate', success('<cas:user>S1&#xd800;</cas:user>')],
    ['nothing', ''],
    ['plain text', 'yes\nadmin\n'],
    ['depth', '<a>'.repeat(10_000)],
  ])('%s', (_name, document) => {
    expect(refusal(document)).toBe('cas-unavailable');
  });
  test('the CAS says no', () => {
    expect(
      refusal(
        answer('<cas:authenticationFailure code="INVALID_TICKET">ST-1 not recognised</cas:authenticationFailure>'),
      ),
    ).toBe('ticket-refused');
  });
  const pieces = [
    '<a>',
    '</a>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&',
    ';',
    'x',
    '"',
    "'",
    '=',
    ' ',
    '<?',
    '<',
    '>',
  ];
  property(
    'whatever text comes, the reader ends with a tree or a refusal',
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
    (text) => {
      try {
        expect(readXml(text.join(''))).toHaveProperty('name');
      } catch (error) {
        expect((error as Error).name).toBe('XmlRefused');
      }
    },
  );
});

describe('a logout message', () => {
  const message = (inside: string) =>
    `<samlp:LogoutRequest ID="1"><saml:NameID>x</saml:NameID>${inside}</samlp:LogoutRequest>`;
  test('names one ticket', () => {
    expect(readLogoutRequest(message('<samlp:SessionIndex>ST-1-abc</samlp:SessionIndex>'))).toBe('ST-1-abc');
  });
  test.each([
    [
      'two tickets',
      message('<samlp:SessionIndex>ST-1</samlp:SessionIndex><samlp:SessionIndex>ST-2</samlp:SessionIndex>'),
    ],
    ['something else', message('<samlp:SessionIndex>42</samlp:SessionIndex>')],
    ['no XML', 'ST-1'],
    ['a document type', `<!DOCTYPE x>${message('<samlp:SessionIndex>ST-1</samlp:SessionIndex>')}`],
    ['a very long message', message(`<samlp:SessionIndex>ST-1</samlp:SessionIndex>${' '.repeat(20_000)}`)],
  ])('with %s is ignored', (_name, text) => {
    expect(readLogoutRequest(text)).toBeUndefined();
  });
  test('a ticket is ST- and at most 256 printable characters', () => {
    expect([isTicket('ST-1'), isTicket(`ST-${'a'.repeat(253)}`)]).toEqual([true, true]);
    expect([
      isTicket('PT-1'),
      isTicket('ST-'),
      isTicket(`ST-${'a'.repeat(254)}`),
      isTicket(['ST-1']),
      isTicket('ST-1\n'),
    ]).toEqual(Array(5).fill(false));
  });
});
