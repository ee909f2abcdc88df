import { Command, CommanderError } from 'commander';
import { addAlertCommands } from './alerts-program';
import type { CalendarOptions, CloseOptions, LoadOptions, SignOptions } from './commands/calendar';
import type { CampaignOptions } from './commands/campaign';
import type { DueOptions } from './commands/due';
import type { EventOptions } from './commands/event';
import type { ExplainOptions } from './commands/explain';
import type { ImportOptions } from './commands/import';
import type { MattersOptions } from './commands/matters';
import type { ShowOptions } from './commands/show';
import type { SlipOptions } from './commands/slip';
import { EXIT, type ExitCode, Failure, type Io, report } from './io';
import { addLaw } from './law-program';
import { addOfficeCommands } from './office-program';

import { BY, COMMAND_ID, collected, JSON_OPTION, UNIT_OPTION, YEAR_OPTION } from './options';

/** Runs one command line and says how it ended. Commands are loaded when they are called, so that `due` starts at once. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  const program = build(io, code => {
    exit = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(error instanceof Failure)) throw error;
    report(io, error, argv.includes('--json'));
    return error.exit;
  }
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng (Usage):',
  'Options:': 'Tùy chọn (Options):',
  'Commands:': 'Lệnh (Commands):',
  'Arguments:': 'Tham số (Arguments):',
};

const ENDING = `
Mã kết thúc (exit codes): 0 xong; 1 bị từ chối hoặc dữ liệu sai; 2 dùng lệnh sai; 3 không liên lạc được với máy chủ.
Môi trường (environment): THOIHAN_URL địa chỉ máy chủ (mặc định http://127.0.0.1:4000); THOIHAN_OFFICER mã cán bộ.`;

function build(io: Io, ended: (code: ExitCode) => void): Command {
  const program = new Command('thoihan')
    .description('Thời hạn thi hành án dân sự / Deadlines of civil judgment enforcement')
    .helpOption('-h, --help', 'trợ giúp / help')
    .helpCommand('help [command]', 'trợ giúp về một lệnh / help on a command')
    // What stands behind a subcommand is the subcommand's: `calendar` and `calendar load` both have --json.
    .enablePositionalOptions()
    .configureHelp({ styleTitle: title => TITLES[title] ?? title })
    .addHelpText('after', ENDING)
    .exitOverride()
    .configureOutput({
      writeOut: text => io.out(text.trimEnd()),
      writeErr: text => io.err(text.trimEnd()),
      outputError: (text, write) => write(`Dùng lệnh sai / ${text}Xem: thoihan --help`),
    });

  const add = (name: string, description: string): Command => program.command(name).description(description);

  add('import <file>', 'nhập một sổ thụ lý .xlsx hoặc .csv / import a register')
    .option('--dry-run', 'chỉ đọc và báo lỗi / read and report, write nothing')
    .option('--unit <code>', 'mã đơn vị, khi sổ không ghi / unit code, when the register names none')
    .option('--errors <out.csv>', 'ghi mọi lỗi ra tệp / write every row error to a file')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (file: string, options: ImportOptions) => {
      const { importRegister } = await import('./commands/import.js');
      ended(await importRegister(io, file, options));
    });

  add('template [file]', 'tệp mẫu để nhập / a clean template to fill in').action(async (file = 'thoihan-mau.xlsx') => {
    const { template } = await import('./commands/template.js');
    ended(await template(io, file));
  });

  add('event <matter> <event>', 'ghi một sự kiện của một việc / record an event of a matter')
    .requiredOption('--on <date>', 'ngày xảy ra: 2026-07-15 hoặc 15/07/2026 / the day it occurred')
    .option('--at <HH:MM>', 'giờ xảy ra / time of day')
    .option('--set <k=v>', 'thuộc tính, lặp lại được / attribute, repeatable', collected, [])
    .option(...UNIT_OPTION)
    .option(...YEAR_OPTION)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (matter: string, type: string, options: EventOptions) => {
      const { event } = await import('./commands/event.js');
      ended(await event(io, matter, type, options));
    });

  add('show <matter>', 'một việc: nhật ký, thời hạn, cách tính / one matter: timeline, deadlines, derivations')
    .option('--as-of <date>', 'theo điều đã biết đến hết ngày ấy / as known at the end of that day')
    .option('--no-slips', 'không in cách tính / without the derivations')
    .option(...UNIT_OPTION)
    .option(...YEAR_OPTION)
    .option(...JSON_OPTION)
    .action(async (matter: string, options: ShowOptions) => {
      const { show } = await import('./commands/show.js');
      ended(await show(io, matter, options));
    });

  add(
    'explain <matter>',
    'vì sao ngày ấy có, hoặc không có, ai được nhắc / why somebody was told on a day, or nobody was',
  )
    .requiredOption('--on <date>', 'ngày muốn hỏi / the day asked about')
    .option('--all', 'cả những thời hạn ngày ấy không có gì / also limits of which nothing fell')
    .option(...UNIT_OPTION)
    .option(...YEAR_OPTION)
    .option(...JSON_OPTION)
    .action(async (matter: string, options: ExplainOptions) => {
      const { explain } = await import('./commands/explain.js');
      ended(await explain(io, matter, options));
    });

  add('matters', 'danh sách việc, gấp nhất trước / matters, the most urgent first')
    .option('--kind <kind>', 'loại: enforcement_case, complaint… / kind')
    .option('--unit <code>', 'đơn vị và cấp dưới / unit, with those below it')
    .option('--officer <code>', 'mã cán bộ / officer code')
    .option('--stage <stage>', 'giai đoạn / stage')
    .option('--due-before <date>', 'hạn gần nhất trước ngày / earliest due date before')
    .option('--overdue', 'chỉ việc quá hạn / overdue only')
    .option('--closed', 'việc đã kết thúc / ended matters')
    .option('--limit <n>', 'số dòng / rows', '50')
    .option(...JSON_OPTION)
    .action(async (options: MattersOptions) => {
      const { matters } = await import('./commands/matters.js');
      ended(await matters(io, options));
    });

  add('due [duty-id]', 'tính hạn của một nghĩa vụ, không cần máy chủ / compute a due date, no server needed')
    .option('--on <date>', 'ngày xảy ra sự kiện làm căn cứ / the day that starts the clock')
    .option('--at <HH:MM>', 'giờ, với hạn tính bằng giờ / time, for limits in hours')
    .option('--law <2025|2008>', 'luật áp dụng / which law')
    .option('--with <fact=value>', 'tình tiết, lặp lại được / fact, repeatable', collected, [])
    .option('--slip', 'phiếu tính thời hạn để in / the slip, to print')
    .option('--batch <file>', 'tệp JSON từng dòng, - là đầu vào chuẩn / JSON lines, - for standard input')
    .option(...JSON_OPTION)
    .action(async (dutyId: string | undefined, options: DueOptions) => {
      const { due } = await import('./commands/due.js');
      ended(await due(io, dutyId, options));
    });

  add('slip [matter] [deadline]', 'phiếu tính thời hạn, một trang để in / how one date was counted, a page to print')
    .option(...UNIT_OPTION)
    .option(...YEAR_OPTION)
    .option('--version <n>', 'bản trước của thời hạn / an earlier version of the deadline')
    .option('--verify <file>', 'kiểm tra một phiếu JSON đã lưu / hold a kept JSON slip against its hash')
    .option(...JSON_OPTION)
    .action(async (matter: string | undefined, deadline: string | undefined, options: SlipOptions) => {
      const { slip } = await import('./commands/slip.js');
      ended(await slip(io, matter, deadline, options));
    });

  add('campaign <id>', 'báo cáo một đợt cao điểm / report of a campaign')
    .option('--as-of <date>', 'số liệu đến hết ngày / figures as of a day')
    .option(...JSON_OPTION)
    .action(async (id: string, options: CampaignOptions) => {
      const { campaign } = await import('./commands/campaign.js');
      ended(await campaign(io, id, options));
    });

  add('campaigns', 'các đợt cao điểm / campaigns')
    .option(...JSON_OPTION)
    .action(async (options: CampaignOptions) => {
      const { campaigns } = await import('./commands/campaign.js');
      ended(await campaigns(io, options));
    });

  calendarCommands(
    add('calendar [year]', 'lịch làm việc: ngày nghỉ, ngày làm bù, nạp và ký lịch / the working calendar'),
    ended,
    io,
  );

  addOfficeCommands(program, io, ended);

  addAlertCommands(program, io, ended);

  addLaw(
    add('law', 'nghĩa vụ, bản luật, cách hiểu, chạy thử, hạn được giữ / duties, packs, readings, rehearsals'),
    io,
    ended,
  );
  return program;
}

function calendarCommands(calendar: Command, ended: (code: ExitCode) => void, io: Io): void {
  calendar
    .option('--edition <n>', 'bản số mấy / which edition')
    .option('--known-on <date>', 'bản đã quyết định đến hết ngày / the edition decided by the end of a day')
    .option(...JSON_OPTION)
    .action(async (year: string | undefined, options: CalendarOptions) => {
      const { calendarList, calendarOf } = await import('./commands/calendar.js');
      ended(year === undefined ? await calendarList(io, options) : await calendarOf(io, year, options));
    });
  calendar
    .command('load <file>')
    .description(
      'nạp lịch một năm (JSON) hoặc nguyên văn thông báo, - là đầu vào chuẩn / load a year or a notice as a draft',
    )
    .requiredOption(...BY)
    .option('--year <year>', 'năm, khi thông báo không nói rõ / the year, when the notice leaves it open')
    .option('--decision <text>', 'số, ngày văn bản, khi thông báo không ghi / number of the decision')
    .option('--decided-on <date>', 'ngày văn bản / day of the decision')
    .option('--dry-run', 'chỉ đọc và kiểm tra / read and check only')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (file: string, options: LoadOptions) => {
      const { calendarLoad } = await import('./commands/calendar.js');
      ended(await calendarLoad(io, file, options));
    });
  calendar
    .command('sign <year> <version>')
    .description('người thứ hai ký, lịch có hiệu lực / countersign: the edition is in force')
    .requiredOption(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (year: string, version: string, options: SignOptions) => {
      const { calendarSign } = await import('./commands/calendar.js');
      ended(await calendarSign(io, year, version, options));
    });
  calendar
    .command('closures')
    .description('những ngày đơn vị đóng cửa / days on which units are closed')
    .option('--unit <code>', 'đơn vị và cấp dưới / unit, with those below it')
    .option(...JSON_OPTION)
    .action(async (options: { unit?: string; json?: boolean }) => {
      const { calendarClosures } = await import('./commands/calendar.js');
      ended(await calendarClosures(io, options));
    });
  calendar
    .command('close')
    .description('ghi một lần đơn vị đóng cửa / record that a unit is closed')
    .requiredOption('--unit <code>', 'mã đơn vị / unit code')
    .requiredOption('--from <date>', 'ngày đầu / first day')
    .option('--to <date>', 'ngày cuối, tính cả ngày này / last day, included')
    .requiredOption('--reason <text>', 'lý do: bão, ngập lụt, chuyển trụ sở / reason')
    .requiredOption('--basis <text>', 'số, ngày văn bản cho đóng cửa / number of the decision')
    .requiredOption(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (options: CloseOptions) => {
      const { calendarClose } = await import('./commands/calendar.js');
      ended(await calendarClose(io, options));
    });
  calendar
    .command('sign-closure <id>')
    .description('người thứ hai ký một lần đóng cửa / countersign a closure')
    .requiredOption(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, options: SignOptions) => {
      const { calendarSignClosure } = await import('./commands/calendar.js');
      ended(await calendarSignClosure(io, id, options));
    });
  calendar
    .command('withdraw <id>')
    .description('rút một lần đóng cửa / withdraw a closure')
    .requiredOption('--reason <text>', 'lý do rút / why')
    .requiredOption(...BY)
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, options: SignOptions & { reason: string }) => {
      const { calendarWithdraw } = await import('./commands/calendar.js');
      ended(await calendarWithdraw(io, id, options));
    });
}
