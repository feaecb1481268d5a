import { describe, expect, jest, test } from '@jest/globals';
import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { ApiError } from '@yitang/contract';
import type { Asker } from './ask-api.ts';
import { api, signInPath, toError, toFail } from './api.ts';

const problem = {
  type: 'about:blank',
  title: '提交的内容有误',
  status: 422,
  code: 'request.invalid',
  detail: '提交的内容有误，请按提示逐项修改。',
  instance: 'req-1',
  issues: [
    { field: 'body.answers.phone', code: 'pattern', message: '请输入 11 位手机号码' },
    { field: 'body.note', code: 'too_long', message: '请少于 1000 字' },
  ],
};
const refused = new ApiError(problem);
const answering = (status: number, body: unknown) =>
  jest.fn(async () => Response.json(body, { status })) as unknown as typeof fetch;
const caught = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work();
  } catch (thrown) {
    return thrown;
  }
};

describe('a call of the API', () => {
  test('by somebody whose session is over leads to sign-in and back to the same page', async () => {
    const event = { fetch: answering(401, problem), url: new URL('http://hall/my/cases?after=x') } as Asker;
    const thrown = await caught(() => api(event).listMyCases());
    expect(isRedirect(thrown) && [thrown.status, thrown.location]).toEqual([
      303,
      '/auth/login?return=%2Fmy%2Fcases%3Fafter%3Dx',
    ]);
  });

  test('that is refused for another reason is an ApiError with its problem', async () => {
    const event = { fetch: answering(422, problem), url: new URL('http://hall/my/cases') } as Asker;
    expect(await caught(() => api(event).listMyCases())).toEqual(refused);
  });
});

test('coming back from sign-in does not name the form action that was running', () => {
  expect(signInPath(new URL('http://hall/my/apply/1?/save&page=2'))).toBe(
    '/auth/login?return=%2Fmy%2Fapply%2F1%3Fpage%3D2',
  );
});

describe('a refusal in a form action', () => {
  test('keeps what was typed and names each field as the form does (APP-9)', () => {
    const failure = toFail(refused, { values: { phone: '138' } }, { strip: 'answers.' });
    expect(isActionFailure(failure)).toBe(true);
    expect(failure).toMatchObject({
      status: 422,
      data: {
        message: problem.detail,
        code: 'request.invalid',
        values: { phone: '138' },
        issues: [
          { field: 'phone', message: '请输入 11 位手机号码' },
          { field: 'note', message: '请少于 1000 字' },
        ],
      },
    });
  });

  test('a fault of ours is not passed off as a mistake of theirs', async () => {
    const fault = new TypeError('x is undefined');
    expect(await caught(() => toFail(fault))).toBe(fault);
  });
});

test('a refusal in a load shows the error page of its status with its sentence and number (STAT-3)', async () => {
  const thrown = await caught(() => toError(refused));
  expect(isHttpError(thrown, 422) && thrown.body).toMatchObject({ message: problem.detail, requestId: 'req-1' });
});
