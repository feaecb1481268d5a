import { pino, type DestinationStream, type Logger } from 'pino';
import { cleanLine } from './clean-line.ts';

export type Log = Logger;

const secretNames = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'ticket',
  'idNumber',
  'phone',
  'email',
  'answers',
  'set-cookie',
];
const redactedPaths = secretNames.flatMap((name) => {
  const key = name.includes('-') ? `["${name}"]` : name;
  return [key, `*${name.includes('-') ? key : `.${name}`}`, `*.*${name.includes('-') ? key : `.${name}`}`];
});

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
      redact: { paths: redactedPaths, censor: '[redacted]' },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => target.write(cleanLine(line)) },
  );
}

export const silentLogger = (): Log => pino({ level: 'silent' });
