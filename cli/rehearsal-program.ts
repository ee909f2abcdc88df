import type { Command } from 'commander';
import type { By, WhichOptions } from './commands/rehearsal';
import type { ExitCode, Io } from './io';

const BY = ['--by <officer>', 'mã cán bộ pháp chế hoặc Thủ trưởng tỉnh / code of the officer who signs'] as const;
const COMMAND_ID = ['--command-id <id>', 'mã lệnh, để gửi lại an toàn / command id, to send again safely'] as const;
const JSON_OPTION = ['--json', 'in JSON'] as const;

/** Options that say which changes. */
const narrowed = (command: Command): Command =>
  command
    .option('--unit <code>', 'đơn vị và cấp dưới / unit, with those below it')
    .option('--officer <code>', 'mã cán bộ / officer code')
    .option('--kind <earlier|later|new|gone>', 'loại thay đổi / kind of change')
    .option('--duty <id>', 'nghĩa vụ / duty')
    .option('--verdict <pending|approved|rejected>', 'đã quyết thế nào / verdict')
    .option('--overdue-at-once', 'chỉ hạn quá ngay khi áp dụng / only what is late at once')
    .option('--matter <id>', 'một việc / one matter')
    .option('--key <key>', 'một thời hạn của việc / one deadline of it');

/** `thoihan law rehearse …` and what follows: drafts tried on every open matter before they are signed. */
export function rehearsalCommands(law: Command, ended: (code: ExitCode) => void, io: Io): void {
  law
    .command('rehearse <what> <first> [second]')
    .description(
      'chạy thử bản nháp: pack <luật> <bản> | calendar <năm> <bản> | decision <id> / try a draft on every open matter',
    )
    .requiredOption(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (what: string, first: string, second: string | undefined, options: By) => {
      const { rehearse } = await import('./commands/rehearsal.js');
      ended(await rehearse(io, [what, first, second], options));
    });
  law
    .command('rehearsals')
    .description('các lần chạy thử / rehearsals')
    .option(...JSON_OPTION)
    .action(async (options: By) => {
      const { rehearsals } = await import('./commands/rehearsal.js');
      ended(await rehearsals(io, options));
    });
  narrowed(law.command('rehearsal <id>'))
    .description('một lần chạy thử: số thay đổi, hoặc từng thay đổi / one rehearsal: counts, or each change')
    .option('--changes', 'từng thời hạn / each deadline')
    .option('--limit <n>', 'số dòng / rows', '200')
    .option(...JSON_OPTION)
    .action(async (id: string, options: By & WhichOptions & { changes?: boolean; limit?: string }) => {
      const { rehearsal } = await import('./commands/rehearsal.js');
      ended(await rehearsal(io, id, options, options));
    });
  narrowed(law.command('approve <id>'))
    .description('chấp nhận những thay đổi khớp điều kiện / approve the changes that match')
    .requiredOption(...BY)
    .option('--reason <text>', 'lý do / reason')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, options: By & WhichOptions & { reason?: string }) => {
      const { decideChanges } = await import('./commands/rehearsal.js');
      ended(await decideChanges(io, id, 'approved', options, options));
    });
  narrowed(law.command('reject <id>'))
    .description('từ chối, giữ hạn cũ của những thay đổi khớp điều kiện / reject: the old dates are kept')
    .requiredOption(...BY)
    .requiredOption('--reason <text>', 'lý do, ghi vào phiếu tính / reason, shown in the derivation')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, options: By & WhichOptions & { reason?: string }) => {
      const { decideChanges } = await import('./commands/rehearsal.js');
      ended(await decideChanges(io, id, 'rejected', options, options));
    });
  law
    .command('apply <id>')
    .description('người thứ hai ký và áp dụng / the second person signs and applies')
    .requiredOption(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, options: By) => {
      const { applyRehearsal } = await import('./commands/rehearsal.js');
      ended(await applyRehearsal(io, id, options));
    });
}
