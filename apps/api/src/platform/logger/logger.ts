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
  const target = options.destination ?? { write: (line: string) => void process.stdout.write(line) };
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

export const silentLogger = (): Log => pino({ level: 'silent' });
