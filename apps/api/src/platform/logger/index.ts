export { createLogger, silentLogger, type Log, type Log as Logger } from './logger.ts';
export { maskNumbers } from './clean-line.ts';
