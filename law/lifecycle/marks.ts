import type { StageName } from './stages';

/** Names of the marks that stand beside a stage (`Standing.marks`). */
export const MARK_NAMES: Readonly<Record<string, StageName>> = {
  enforcement_stayed: { vi: 'Đang tạm dừng việc thi hành án', en: 'Enforcement stayed' },
  auction_paused: { vi: 'Đang tạm dừng đấu giá', en: 'Auction paused' },
  extended: { vi: 'Đã kéo dài thời hạn giải quyết', en: 'Period extended' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
};
