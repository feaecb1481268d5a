import type { PassedForm } from '@yitang/contract';

/** A form that an action reads is held in memory whole. */
const maxHeldBytes = 512 * 1024;
/** What a form with a file posts to: its action passes the body on instead of reading it. */
const passingAction = /^\?\/(?:upload|import)\b/;
/** So do those that hand the file back. */
const passingPath = /\/import\/marked$/;

/** Whether a posted form is too large for an action that reads it; one that does not say how large it is counts as such. */
export function isTooLargeToHold(request: Request, { pathname, search }: URL): boolean {
  if (request.body === null || passingAction.test(search) || passingPath.test(pathname)) return false;
  return !(Number(request.headers.get('content-length') ?? Infinity) <= maxHeldBytes);
}

/**
 * Sends the body of a form with a file on to the API, which counts it; nothing is held here. Where the API answers before
 * the end, the rest is dropped, so that the browser is there for the answer.
 */
export async function passForm<T>({ body, headers }: Request, send: (form: PassedForm) => Promise<T>): Promise<T> {
  const reader = (body ?? new Blob().stream()).getReader();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await reader.read();
    if (done) controller.close();
    else controller.enqueue(value);
  };
  try {
    const bytes = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    return await send({ bytes, contentType: headers.get('content-type') ?? '' });
  } finally {
    await drop(reader);
  }
}

/** Reads a body to its end and keeps nothing. */
export async function drop(rest: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  try {
    while ((await rest?.read())?.done === false);
  } catch {
    // whoever sent it has gone
  }
}
