/** Options that several commands share, in the words of their help. */

export const JSON_OPTION = ['--json', 'in JSON / print JSON'] as const;
export const UNIT_OPTION = [
  '--unit <code>',
  'mã đơn vị, khi số việc trùng / unit code, when the number is ambiguous',
] as const;
export const YEAR_OPTION = ['--year <year>', 'năm báo cáo, khi số việc trùng / reporting year'] as const;
export const COMMAND_ID = [
  '--command-id <id>',
  'mã lệnh, để gửi lại đúng lệnh cũ / command id, to repeat a command safely',
] as const;

/** For an option that may be given more than once. */
export const collected = (value: string, before: readonly string[]): string[] => [...before, value];

/** Who signs; instead of THOIHAN_OFFICER. */
export const BY = ['--by <officer>', 'mã cán bộ ký / code of the officer who signs'] as const;
