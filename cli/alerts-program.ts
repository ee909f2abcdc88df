import type { Command } from 'commander';
import type { PolicyOptions } from './commands/policy';
import type { StatementOptions } from './commands/statement';
import type { WorthOptions } from './commands/worth';
import type { ExitCode, Io } from './io';
import { COMMAND_ID, JSON_OPTION } from './options';

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

  const policy = program
    .command('policy')
    .description('chính sách nhắc việc: ai được nhắc, khi nào / the alert policy');
  const add = (name: string, text: string) =>
    policy
      .command(name)
      .description(text)
      .option(...JSON_OPTION);
  add('list', 'các bản đã lập / versions kept').action(async (options: PolicyOptions) => {
    const { listPolicies } = await import('./commands/policy.js');
    ended(await listPolicies(io, options));
  });
  add('export', 'bản đang áp dụng, để sửa / the version in force as a file')
    .option('--province <code>', 'mã tỉnh; không có: bản chung / province; without it the general one')
    .option('--kept <number>', 'bản đã ghi, theo số / a kept version, by its number')
    .option('--built-in', 'bản của chương trình, không cần máy chủ / the one of the program, without a server')
    .action(async (options: PolicyOptions) => {
      const { exportPolicy } = await import('./commands/policy.js');
      ended(await exportPolicy(io, options));
    });
  add('check <file>', 'kiểm tra một tệp, không ghi gì / check a file, writing nothing').action(
    async (file: string, options: PolicyOptions) => {
      const { checkPolicy } = await import('./commands/policy.js');
      ended(await checkPolicy(io, file, options));
    },
  );
  add('diff <file>', 'khác gì bản đang áp dụng / against the version in force')
    .option('--kept <number>', 'so với một bản đã ghi / against a kept version')
    .option('--built-in', 'so với bản của chương trình / against the one of the program')
    .action(async (file: string, options: PolicyOptions) => {
      const { diffPolicy } = await import('./commands/policy.js');
      ended(await diffPolicy(io, file, options));
    });
  add('load <file>', 'nạp một bản mới / load a version')
    .option('--by <officer>', 'mã cán bộ / officer code')
    .option(...COMMAND_ID)
    .action(async (file: string, options: PolicyOptions) => {
      const { loadPolicy } = await import('./commands/policy.js');
      ended(await loadPolicy(io, file, options));
    });
}
