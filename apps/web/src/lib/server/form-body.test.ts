import { describe, expect, test } from '@jest/globals';
import { isTooLargeToHold, passForm } from './form-body.ts';

const MiB = 1024 * 1024;

function posted(search: string, length: number | undefined): [Request, URL] {
  const url = new URL(`https://example.edu.cn/verify${search}`);
  const headers: Record<string, string> = length === undefined ? {} : { 'content-length': String(length) };
  return [new Request(url, { method: 'POST', body: 'x', headers }), url];
}

/** A sender of ten pieces, and how many of them were taken. */
function sender(): { request: Request; taken: () => number } {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (taken === 10) return controller.close();
      taken += 1;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const init = { method: 'POST', body, headers, duplex: 'half' as const };
  return { request: new Request('https://example.edu.cn/', init), taken: () => taken };
}

describe('a posted form (R-DOS-1)', () => {
  test('is small where an action reads it, and says how small', () => {
    expect(isTooLargeToHold(...posted('?/check', 512 * 1024))).toBe(false);
    expect(isTooLargeToHold(...posted('?/check', 512 * 1024 + 1))).toBe(true);
    expect(isTooLargeToHold(...posted('', undefined))).toBe(true);
    expect(isTooLargeToHold(...posted('?x=/upload', MiB))).toBe(true);
    expect(isTooLargeToHold(new Request('https://example.edu.cn/'), new URL('https://example.edu.cn/'))).toBe(false);
  });

  test('may be larger where its file is passed on to the API', () => {
    for (const search of ['?/upload&requirement=photo', '?/import&kind=people&step=check'])
      expect(isTooLargeToHold(...posted(search, 10 * MiB))).toBe(false);
    const marked = new URL('https://example.edu.cn/reform/volumes/import/marked');
    expect(isTooLargeToHold(posted('', 10 * MiB)[0], marked)).toBe(false);
  });

  test('is passed on as it comes, no faster than it is taken', async () => {
    const { request, taken } = sender();
    await passForm(request, async ({ bytes, contentType }) => {
      expect(contentType).toBe('multipart/form-data; boundary=b');
      const reader = bytes.getReader();
      expect((await reader.read()).value).toHaveLength(1_000);
      expect(taken()).toBeLessThan(6);
      let size = 1_000;
      for (let part = await reader.read(); !part.done; part = await reader.read()) size += part.value.length;
      expect(size).toBe(10_000);
    });
  });

  test('is taken to its end although the API answered before, or not at all', async () => {
    const early = sender();
    expect(await passForm(early.request, async ({ bytes }) => void (await bytes.getReader().read()))).toBe(undefined);
    expect(early.taken()).toBe(10);
    const late = sender();
    await expect(passForm(late.request, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(late.taken()).toBe(10);
  });
});
