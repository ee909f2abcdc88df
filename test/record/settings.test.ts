import { resolve } from 'node:path';
import { loadSettings, SettingsError } from '../../config/settings';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
};

test('an empty environment gives the embedded default', () => {
  expect(loadSettings({})).toMatchObject({
    databaseUrl: 'postgresql://postgres:postgres@127.0.0.1:5433/thoihan',
    temporal: { address: '127.0.0.1:7233', namespace: 'default', tls: false, apiKey: null },
    mail: { smtpUrl: 'smtp://127.0.0.1:1025' },
    publicUrl: 'http://127.0.0.1:4000',
    apiUrl: 'http://127.0.0.1:4000',
    apiHost: '127.0.0.1',
    dataDir: resolve('.data'),
    uploadsDir: resolve('.data/uploads'),
    embedded: { database: true, temporal: true, mail: true },
  });
});

test('what is given from outside is used instead', () => {
  const settings = loadSettings({
    DATABASE_URL: 'postgresql://u:p@db.example:5432/thoihan',
    TEMPORAL_ADDRESS: 'temporal.example:7233',
    TEMPORAL_NAMESPACE: 'lao-cai',
    TEMPORAL_API_KEY: 'secret',
    SMTP_URL: 'smtps://mail.example:465',
    PUBLIC_URL: 'https://thoihan.example/',
    API_PORT: '4100',
    DATA_DIR: '/var/lib/thoihan',
  });
  expect(settings).toMatchObject({
    temporal: { address: 'temporal.example:7233', namespace: 'lao-cai', tls: true, apiKey: 'secret' },
    publicUrl: 'https://thoihan.example',
    apiUrl: 'http://127.0.0.1:4100',
    uploadsDir: '/var/lib/thoihan/uploads',
    embedded: { database: false, temporal: false, mail: false },
  });
});

test('an empty variable counts as absent', () => {
  expect(loadSettings({ DATABASE_URL: '', API_PORT: ' ' }).embedded.database).toBe(true);
});

test.each([
  ['DATABASE_URL', 'mysql://localhost/thoihan'],
  ['TEMPORAL_ADDRESS', 'http://localhost:7233'],
  ['TEMPORAL_ADDRESS', 'localhost'],
  ['TEMPORAL_NAMESPACE', 'two words'],
  ['TEMPORAL_TLS', 'maybe'],
  ['SMTP_URL', 'localhost:25'],
  ['MAIL_FROM', 'nobody'],
  ['PUBLIC_URL', 'thoihan.vn'],
  ['THOIHAN_URL', 'ftp://thoihan.vn'],
  ['API_PORT', '70000'],
  ['SMTP_PORT', '25x'],
  ['POSTGRES_PORT', '0'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name}: .+ / .+|^${name}: .*must be`));
});

test('every wrong variable is named at once, and no value is repeated', () => {
  const problems = problemsOf({ API_PORT: 'secret-1', DATABASE_URL: 'secret-2', LOG_LEVEL: 'secret-3' });
  expect(problems.map(line => line.split(':')[0]).sort()).toEqual(['API_PORT', 'DATABASE_URL', 'LOG_LEVEL']);
  expect(problems.join()).not.toContain('secret');
});
