import type { Readable } from 'node:stream';
import type Koa from 'koa';

/** What a handler of a `file` endpoint returns. */
export class FileAnswer {
  readonly content: Readable | Buffer;
  readonly mediaType: string;
  /** Shown to the person who saves it; cleaned of what could lead out of a folder or a header. */
  readonly fileName: string;
  /** `inline` only for what we made ourselves or checked to be without script. */
  readonly disposition: 'attachment' | 'inline';
  readonly size: number | undefined;

  constructor(answer: {
    content: Readable | Buffer;
    mediaType: string;
    fileName: string;
    disposition?: 'attachment' | 'inline';
    size?: number;
  }) {
    this.content = answer.content;
    this.mediaType = answer.mediaType;
    this.fileName = answer.fileName;
    this.disposition = answer.disposition ?? 'attachment';
    this.size = answer.size ?? (Buffer.isBuffer(answer.content) ? answer.content.length : undefined);
  }
}

export function sendFile(ctx: Koa.Context, answer: FileAnswer): void {
  ctx.set('content-disposition', dispositionOf(answer));
  ctx.set('x-content-type-options', 'nosniff');
  ctx.set('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  ctx.body = answer.content;
  // After the body: Koa guesses a type for streams.
  ctx.set('content-type', answer.mediaType);
  if (answer.size !== undefined) ctx.length = answer.size;
}

/** RFC 6266: an ASCII name for old programs, the real one beside it. */
function dispositionOf({ disposition, fileName }: FileAnswer): string {
  const clean =
    fileName.replace(/[\u0000-\u001f\u007f"\\/:*?<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_').slice(0, 120) ||
    'file';
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(clean.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
