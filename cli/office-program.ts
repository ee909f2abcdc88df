import type { Command } from 'commander';
import type { FeedOptions } from './commands/feed';
import type { MailOptions } from './commands/mail';
import type { OfficerOptions } from './commands/officer';
import type { WebhookOptions } from './commands/webhook';
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

  const feed = program.command('feed').description('lịch iCalendar của cán bộ / the calendar feed of an officer');
  feed
    .command('new <officer>')
    .description('địa chỉ bí mật mới, hiện một lần / a new secret address, shown once')
    .option(...JSON_OPTION)
    .action(async (officerCode: string, options: FeedOptions) => {
      const { newFeed } = await import('./commands/feed.js');
      ended(await newFeed(io, officerCode, options));
    });
  feed
    .command('revoke <officer>')
    .description('thu hồi / revoke')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (officerCode: string, options: FeedOptions) => {
      const { revokeFeed } = await import('./commands/feed.js');
      ended(await revokeFeed(io, officerCode, options));
    });

  const webhook = program.command('webhook').description('báo cho chương trình khác / telling other programs');
  webhook
    .command('list')
    .description('các đăng ký / subscriptions')
    .option(...JSON_OPTION)
    .action(async (options: WebhookOptions) => {
      const { listWebhooks } = await import('./commands/webhook.js');
      ended(await listWebhooks(io, options));
    });
  webhook
    .command('add <url>')
    .description('đăng ký một địa chỉ https và in khoá / subscribe an https address and print its secret')
    .requiredOption('--unit <code>', 'đơn vị và cấp dưới / unit, with those below it')
    .requiredOption(
      '--kind <kind>',
      'alert.created, deadline.overdue, deadline.done, matter.ended; lặp lại được / repeatable',
      collected,
      [],
    )
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (url: string, options: WebhookOptions) => {
      const { addWebhook } = await import('./commands/webhook.js');
      ended(await addWebhook(io, url, options));
    });
  webhook
    .command('rotate <id>')
    .description('đổi khoá và in khoá mới / a new secret, printed')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, options: WebhookOptions) => {
      const { rotateWebhook } = await import('./commands/webhook.js');
      ended(await rotateWebhook(io, id, options));
    });
  webhook
    .command('end <id>')
    .description('chấm dứt / end')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, options: WebhookOptions) => {
      const { endWebhook } = await import('./commands/webhook.js');
      ended(await endWebhook(io, id, options));
    });
  webhook
    .command('messages <id>')
    .description('thông báo và trạng thái / messages and their states')
    .option('--state <state>', 'pending, sending, delivered, dead')
    .option(...JSON_OPTION)
    .action(async (id: string, options: WebhookOptions) => {
      const { webhookMessages } = await import('./commands/webhook.js');
      ended(await webhookMessages(io, id, options));
    });
  webhook
    .command('again <id> <message>')
    .description('gửi lại một thông báo đã thôi gửi / send a given-up message again')
    .option(...COMMAND_ID)
    .option(...JSON_OPTION)
    .action(async (id: string, message: string, options: WebhookOptions) => {
      const { sendWebhookAgain } = await import('./commands/webhook.js');
      ended(await sendWebhookAgain(io, id, message, options));
    });
}
