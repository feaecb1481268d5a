import type { Context } from 'koa';

const maxBytes = 8_192;

/** The fields of a posted form; reads the stream unless an outer body parser has read it already. */
export async function readForm(ctx: Context): Promise<URLSearchParams> {
  const { rawBody } = ctx.request as { rawBody?: unknown };
  if (typeof rawBody === 'string') return new URLSearchParams(rawBody);
  if (ctx.is('application/x-www-form-urlencoded') === false) return ctx.throw(415);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return ctx.throw(413);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
