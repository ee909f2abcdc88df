import type { Command } from 'commander';
import type { MailOptions } from './commands/mail';
import type { OfficerOptions } from './commands/officer';
import type { ExitCode, Io } from './io';
import { COMMAND_ID, collected, JSON_OPTION } from './options';

/** Commands of whoever administers a unit: what stands in the way of reminders, mails that do not arrive, officers. */
export function addOfficeCommands(program: Command, io: Io, ended: (code: ExitCode) => void): void {
  program
    .command('problems')
    .description('điều cản trở nhắc việc / what stands in the way of reminders')
    .option('--unit <code>', 'đơn vị và cấp dưới / unit, with those below it')
    .option(...JSON_OPTION)
    .action(async (options: MailOptions) => {
      const { problems } = await import('./commands/mail.js');
      ended(await problems(io, options));
    });

  const mail = program.command('mail').description('thư nhắc việc / reminders by mail');
  mail
    .command('problems')
    .description('thư không đến nơi / mails that do not arrive')
    .option('--unit <code>', 'đơn vị và cấp dưới / unit, with those below it')
    .option('--all', 'cả việc đã xong / closed ones as well')
    .option(...JSON_OPTION)
    .action(async (options: MailOptions) => {
      const { mailProblems } = await import('./commands/mail.js');
      ended(await mailProblems(io, options));
    });
  for (const [name, action, description] of [
    ['again', 'again', 'gửi lại thư của một việc / send the mails of a problem again'],
    ['drop', 'drop', 'thôi không gửi / leave them unsent'],
  ] as const) {
    mail
      .command(`${name} <id>`)
      .description(description)
      .option(...COMMAND_ID)
      .option(...JSON_OPTION)
      .action(async (id: string, options: MailOptions) => {
        const { resolveMail } = await import('./commands/mail.js');
        ended(await resolveMail(io, id, action, options));
      });
  }

  const officer = program.command('officer').description('cán bộ: thêm, địa chỉ, chức vụ, ủy quyền / officers');
  officer
    .command('add <code>')
    .description('thêm cán bộ / take an officer into the record')
    .requiredOption('--name <name>', 'họ tên / name')
    .requiredOption('--email <address>', 'địa chỉ thư / mail address')
    .requiredOption('--unit <code>', 'mã đơn vị / unit code')
    .requiredOption('--role <role>', 'chức vụ, lặp lại được / role, repeatable', collected, [])
    .option('--from <date>', 'từ ngày / from')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (code: string, options: OfficerOptions) => {
      const { addOfficer } = await import('./commands/officer.js');
      ended(await addOfficer(io, code, options));
    });
  officer
    .command('address <officer> <address>')
    .description('sửa địa chỉ thư, gửi lại thư chưa đến / correct the address and send again what did not arrive')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (code: string, address: string, options: OfficerOptions) => {
      const { correctAddress } = await import('./commands/officer.js');
      ended(await correctAddress(io, code, address, options));
    });
  officer
    .command('role <officer> <role>')
    .description('bổ nhiệm, hoặc ghi ngày thôi giữ chức / appoint, or say when the role ends')
    .requiredOption('--unit <code>', 'mã đơn vị / unit code')
    .requiredOption('--from <date>', 'từ ngày / from')
    .option('--until <date>', 'ngày cuối / last day')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (code: string, role: string, options: OfficerOptions) => {
      const { appoint } = await import('./commands/officer.js');
      ended(await appoint(io, code, role, options));
    });
  officer
    .command('delegate <officer> <to>')
    .description('người đọc nhắc việc thay khi vắng / who reads the reminders of an absent officer')
    .requiredOption('--from <date>', 'từ ngày / from')
    .requiredOption('--until <date>', 'ngày cuối / last day')
    .requiredOption('--basis <text>', 'văn bản làm căn cứ / the paper it rests on')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (code: string, to: string, options: OfficerOptions) => {
      const { delegate } = await import('./commands/officer.js');
      ended(await delegate(io, code, to, options));
    });
}
