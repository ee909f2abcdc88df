import pino, { type Logger } from 'pino';
import type { LogLevel } from './settings';

export type { Logger };

/**
 * JSON lines on standard output. Ids, codes and dates only: whatever could carry personal data or a secret
 * is struck out should it ever be passed.
 */
export function createLog(level: LogLevel, name = 'thoihan'): Logger {
  return pino({
    name,
    level,
    redact: {
      paths: [
        'email',
        'toAddress',
        'address',
        'password',
        'apiKey',
        'databaseUrl',
        'smtpUrl',
        '*.email',
        '*.toAddress',
        '*.password',
        '*.apiKey',
      ],
      censor: '[…]',
    },
  });
}
