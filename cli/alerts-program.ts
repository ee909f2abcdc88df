import type { Command } from 'commander';
import type { StatementOptions } from './commands/statement';
import type { WorthOptions } from './commands/worth';
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

  program
    .command('worth')
    .description('nhắc việc có tác dụng không / of the reminders of a time, how many were acted on')
    .option('--from <date>', 'ngày đầu; mặc định 30 ngày trước / first day')
    .option('--to <date>', 'ngày cuối / last day')
    .option('--unit <code>', 'đơn vị và cấp dưới / unit, with those below it')
    .option(...JSON_OPTION)
    .action(async (options: WorthOptions) => {
      const { worth } = await import('./commands/worth.js');
      ended(await worth(io, options));
    });
}
