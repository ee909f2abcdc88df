import type { Command } from 'commander';
import type { HoldOptions } from './commands/holds';
import type { LawOptions } from './commands/law/options';
import type { ExportOptions, SignOptions, WithdrawOptions } from './commands/packs';
import type { DecideOptions } from './commands/readings';
import type { ExitCode, Io } from './io';
import { BY, COMMAND_ID, JSON_OPTION, UNIT_OPTION, YEAR_OPTION } from './options';
import { rehearsalCommands } from './rehearsal-program';

const LAW = ['--law <2025|2008>', 'luật / which law'] as const;

/** The commands below `thoihan law`. */
export function addLaw(law: Command, io: Io, ended: (code: ExitCode) => void): void {
  const add = (name: string, description: string): Command => law.command(name).description(description);

  add('list', 'mọi thời hạn và quy tắc / every limit and provision')
    .option(...LAW)
    .option('--article <37(1)>', 'chỉ điều, khoản này / only this article or clause')
    .option('--search <words>', 'có các từ này, không cần dấu / with these words, accents or not')
    .option(...JSON_OPTION)
    .action(async (options: LawOptions) => {
      const { lawList } = await import('./commands/law/list.js');
      ended(lawList(io, options));
    });
  add('pauses', 'việc tạm ngừng nào làm ngừng thời hạn nào, vì sao / which pause stops which clock, and why')
    .option(...JSON_OPTION)
    .action(async (options: { json?: boolean }) => {
      const { lawPauses } = await import('./commands/law/pauses.js');
      ended(lawPauses(io, options));
    });
  add('show <id>', 'một thời hạn hoặc quy tắc, có trích điều luật / one limit or provision, with its quote')
    .option(...LAW)
    .option(...JSON_OPTION)
    .action(async (id: string, options: LawOptions) => {
      const { lawShow } = await import('./commands/law/show.js');
      ended(lawShow(io, id, options));
    });
  add(
    'diff <before> <after>',
    'so sánh hai luật, hoặc hai gói luật trong tệp / compare two laws, or two packs in files',
  )
    .option(...JSON_OPTION)
    .action(async (before: string, after: string, options: { json?: boolean }) => {
      const { lawDiff } = await import('./commands/law/diff.js');
      ended(lawDiff(io, before, after, options));
    });

  add('packs', 'các bản luật: nháp, đang áp dụng, đã thay / packs and their states')
    .option(...JSON_OPTION)
    .action(async (options: SignOptions) => {
      const { packs } = await import('./commands/packs.js');
      ended(await packs(io, options));
    });
  add('export', 'xuất một bản ra JSON để sửa / a pack as JSON, to edit')
    .option('--law <2025|2008>', 'luật / which law', '2025')
    .option('--pack <version>', 'bản nào; mặc định bản đang áp dụng / which version; the one in force by default')
    .option(
      '--built-in',
      'bản đi kèm chương trình, không cần máy chủ / the one that comes with the program, no server needed',
    )
    .action(async (options: ExportOptions) => {
      const { exportPack } = await import('./commands/packs.js');
      ended(await exportPack(io, options));
    });
  add('load <file>', 'nạp một bản đã sửa làm bản nháp / load an edited pack as a draft')
    .option(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (file: string, options: SignOptions) => {
      const { load } = await import('./commands/packs.js');
      ended(await load(io, file, options));
    });
  add(
    'sign <law> <version>',
    'ký bản nháp của người khác: từ đó áp dụng / sign another person’s draft: in force from then on',
  )
    .option(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (of: string, version: string, options: SignOptions) => {
      const { sign } = await import('./commands/packs.js');
      ended(await sign(io, of, version, options));
    });
  add('withdraw <law> <version>', 'bỏ một bản nháp / give up a draft')
    .requiredOption('--reason <text>', 'lý do / reason')
    .option(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (of: string, version: string, options: WithdrawOptions) => {
      const { withdraw } = await import('./commands/packs.js');
      ended(await withdraw(io, of, version, options));
    });

  add('readings', 'các điểm luật để ngỏ và cách hiểu đang dùng / open points and the readings in use')
    .option('--open', 'chỉ điểm chưa quyết định / undecided only')
    .option(...JSON_OPTION)
    .action(async (options: { open?: boolean; json?: boolean }) => {
      const { readings } = await import('./commands/readings.js');
      ended(await readings(io, options));
    });
  add(
    'decide <duty-id> <reading>',
    'chọn một cách hiểu; cần người thứ hai ký / choose a reading; a second person signs',
  )
    .requiredOption('--basis <text>', 'văn bản làm căn cứ / the document it stands on')
    .option(...LAW)
    .option(
      '--point <point>',
      'reading, extension, activate, transition, resume, swap-days, source, rule: khi trùng / when ambiguous',
    )
    .option(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (subject: string, choice: string, options: DecideOptions) => {
      const { decide } = await import('./commands/readings.js');
      ended(await decide(io, subject, choice, options));
    });
  add('countersign <decision>', 'ký quyết định của người khác (id, hoặc mã nghĩa vụ) / sign another person’s decision')
    .option(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (decision: string, options: SignOptions) => {
      const { countersign } = await import('./commands/readings.js');
      ended(await countersign(io, decision, options));
    });

  add(
    'hold <matter> <deadline-key>',
    'giữ hạn cũ của một thời hạn đã dời vì luật, lịch mới / keep the date before a new law or calendar',
  )
    .requiredOption('--reason <text>', 'lý do / reason')
    .option(...BY)
    .option(...UNIT_OPTION)
    .option(...YEAR_OPTION)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (matter: string, key: string, options: HoldOptions) => {
      const { hold } = await import('./commands/holds.js');
      ended(await hold(io, matter, key, options));
    });
  add('release <matter> <deadline-key>', 'thôi giữ hạn / let a kept deadline follow the law again')
    .option(...BY)
    .option(...UNIT_OPTION)
    .option(...YEAR_OPTION)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (matter: string, key: string, options: Omit<HoldOptions, 'reason'>) => {
      const { release } = await import('./commands/holds.js');
      ended(await release(io, matter, key, options));
    });
  add('holds <matter>', 'các hạn được giữ của một việc / kept dates of a matter')
    .option(...UNIT_OPTION)
    .option(...YEAR_OPTION)
    .option(...JSON_OPTION)
    .action(async (matter: string, options: Omit<HoldOptions, 'reason'>) => {
      const { holds } = await import('./commands/holds.js');
      ended(await holds(io, matter, options));
    });

  rehearsalCommands(law, ended, io);
}
