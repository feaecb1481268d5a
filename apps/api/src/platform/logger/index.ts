export { createLogger, silentLogger, type Log } from './logger.ts';
export { cleanLine } from './clean-line.ts';
