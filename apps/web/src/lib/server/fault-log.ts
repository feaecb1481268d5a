/** One line of JSON on stderr, of the same shape as the API's log, so that one search finds both sides of a request. */
export function logFault(error: unknown, where: { readonly requestId: string; readonly path: string }): void {
  const fault =
    error instanceof Error
      ? { type: error.name, message: error.message, stack: error.stack, cause: String(error.cause ?? '') || undefined }
      : { message: String(error) };
  const line = {
    level: 'error',
    time: new Date().toISOString(),
    part: 'web',
    ...where,
    err: fault,
    msg: 'page failed',
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
