import type { Logger } from 'typeorm';

/**
 * What TypeORM has to say, kept off standard output, where `office` prints its JSON: migrations and warnings go to standard error.
 * Statements are never told, as their parameters are people's data; a failed one is thrown anyway.
 */
export const quietLogger: Logger = {
  logQuery: () => {},
  logQueryError: () => {},
  logQuerySlow: () => {},
  logSchemaBuild: () => {},
  logMigration: (message) => tell(message),
  log: (level, message) => {
    if (level === 'warn') tell(String(message));
  },
};

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}
