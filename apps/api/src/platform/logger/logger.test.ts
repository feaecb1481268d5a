import { expect, test } from '@jest/globals';
import { createLogger } from './index.ts';

function lines(write: (log: ReturnType<typeof createLogger>) => void): string[] {
  const written: string[] = [];
  write(createLogger({ level: 'info', destination: { write: (line) => void written.push(line) } }));
  return written;
}

test('R-IN-7: a newline or a direction mark in a value does not make a second or a reversed line', () => {
  const [line, ...rest] = lines((log) => log.info({ name: 'a\nlevel: "fatal"\u202Egnp.exe\u2028x' }, 'upload'));
  expect(rest).toEqual([]);
  expect(line!.trimEnd()).not.toMatch(/[\n\r\u202e\u2028]/);
  expect(JSON.parse(line!)).toMatchObject({ name: 'a\nlevel: "fatal"\u202Egnp.exe\u2028x' });
});

test('R-AUD-4: ID numbers, phones and tickets are masked wherever they appear', () => {
  const [line] = lines((log) =>
    log.info({ url: '/x?t=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7', note: '330102199901011234 13800138000' }),
  );
  expect(line).not.toMatch(/330102199901011234|13800138000|Yuvrxzpv8/);
});

test('R-AUD-4: named secrets are redacted at any depth that is logged', () => {
  const [line] = lines((log) =>
    log.info({
      req: { headers: { cookie: 'sid=canary-1', authorization: 'canary-2' } },
      password: 'canary-3',
      body: { token: 'canary-4' },
      sent: [{ phone: 'canary-5' }],
      err: Object.assign(new Error('refused'), { config: { headers: { 'set-cookie': 'canary-6' } } }),
    }),
  );
  expect(line).not.toContain('canary');
  expect(JSON.parse(line!)).toMatchObject({ password: '[redacted]', err: { type: 'Error', message: 'refused' } });
});

test('times and request ids are left as they are', () => {
  const id = '01935a2b-7c1d-7e3f-8a4b-138001380001';
  const [line] = lines((log) => log.info({ id, ms: 1763800000000 }));
  expect(JSON.parse(line!)).toMatchObject({ id, ms: 1763800000000 });
});

test('an error keeps its cause, what goes round in a circle ends, and what was logged is not changed by it', () => {
  const circle: Record<string, unknown> = { token: 'canary' };
  circle['again'] = circle;
  const [line] = lines((log) => log.warn({ circle, err: new Error('outer', { cause: new Error('inner') }) }));
  expect(line).not.toContain('canary');
  expect((JSON.parse(line!) as { err: { stack: string } }).err.stack).toContain('inner');
  expect(circle['token']).toBe('canary');
});
