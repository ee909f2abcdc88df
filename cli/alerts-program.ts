import type { Command } from 'commander';
import type { StatementOptions } from './commands/statement';
import type { ExitCode, Io } from './io';
import { JSON_OPTION } from './options';

/** Commands about what was told, to whom, and what it was worth. */
export function addAlertCommands(program: Command, io: Io, ended: (code: ExitCode) => void): void {
  program
    .command('statement')
    .description('thống kê nhắc hạn của một sáng / the statement of alerts of a morning')
    .option('--on <date>', 'ngày; mặc định là bản mới nhất / day; without it the latest')
    .option(...JSON_OPTION)
    .action(async (options: StatementOptions) => {
      const { statement } = await import('./commands/statement.js');
      ended(await statement(io, options));
    });
}
