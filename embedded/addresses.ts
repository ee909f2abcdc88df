import type { Settings } from '../config/settings';

/** The table printed when everything is up: what one opens, and what one types next. */
export function addressTable(settings: Settings): string {
  const { embedded } = settings;
  const lines: [string, string][] = [
    ['API, tài liệu / docs', `http://127.0.0.1:${settings.apiPort}/docs`],
    ['Sẵn sàng / readiness', `http://127.0.0.1:${settings.apiPort}/health/ready`],
  ];
  if (embedded.mail) {
    lines.unshift(['Hộp thư / mailbox', `http://127.0.0.1:${settings.mailboxPort}`]);
    lines.push(['SMTP', `127.0.0.1:${settings.smtpPort}`]);
  } else lines.push(['SMTP', 'SMTP_URL']);
  lines.push(['Temporal', embedded.temporal ? `127.0.0.1:${settings.temporalPort}` : settings.temporal.address]);
  if (embedded.temporal) lines.push(['Temporal UI', `http://127.0.0.1:${settings.temporalUiPort}`]);
  lines.push(['PostgreSQL', embedded.database ? `127.0.0.1:${settings.postgresPort}/thoihan` : 'DATABASE_URL']);
  lines.push(['Dữ liệu / data', settings.dataDir]);
  const width = Math.max(...lines.map(([name]) => name.length));
  return [
    '',
    'Thời Hạn đã sẵn sàng / is ready',
    '',
    ...lines.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`),
    '',
    '  npx thoihan --help        Ctrl-C: dừng / stop',
    '',
    '',
  ].join('\n');
}
