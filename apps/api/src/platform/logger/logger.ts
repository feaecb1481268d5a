import { pino, type DestinationStream, type Logger } from 'pino';
import { cleanLine } from './clean-line.ts';
import { withoutSecrets } from './without-secrets.ts';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  readonly destination?: DestinationStream | undefined;
}

/** One JSON object a line on standard output; a request's lines carry its id. */
export function createLogger(options: LogOptions): Log {
  const target = options.destination ?? standardOutput();
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withoutSecrets },
      // Errors have been written out on the way through it.
      serializers: { err: (written: unknown) => written },
    },
    { write: (line: string) => target.write(cleanLine(line)) },
  );
}

/**
 * Lines that come while others are being written go out together: a write of its own for each cost more than many an
 * answer. An orderly end and a crash write what is left; only what kills the process at once takes the last lines along.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: process.stdout.fd, sync: false });
  process.once('exit', () => output.flushSync());
  return output;
}

export const silentLogger = (): Log => pino({ level: 'silent' });
