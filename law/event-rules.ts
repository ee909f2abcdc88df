/**
 * Rules that say from which day something counts, and have no length of their own. People look for them among the limits; the
 * answer is then this, not “unknown”.
 */
export const EVENT_RULES: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  'judgment-receipt-moment': {
    vi: 'ngày nhận bản án, quyết định (NĐ 152/2026/NĐ-CP, Điều 7(2), 7(3)); ghi sự kiện judgment-received',
    en: 'the day the judgment is received (Decree 152/2026, 7(2), 7(3)); record judgment-received',
  },
  'request-date-rule': {
    vi: 'ngày yêu cầu thi hành án (NĐ 152/2026/NĐ-CP, Điều 9(3)); ghi sự kiện request-received',
    en: 'the day of the request (Decree 152/2026, 9(3)); record request-received',
  },
  'valid-notice-date': {
    vi: 'ngày thông báo hợp lệ (NĐ 152/2026/NĐ-CP, Điều 15–19); ghi sự kiện valid-notice',
    en: 'the day of valid notice (Decree 152/2026, 15–19); record valid-notice',
  },
  'complaint-valid-notice-date': {
    vi: 'ngày thông báo hợp lệ để tính thời hiệu khiếu nại (NĐ 152/2026/NĐ-CP, Điều 15–19)',
    en: 'the day of valid notice from which the time to complain runs (Decree 152/2026, 15–19)',
  },
  'case-end': {
    vi: 'khi nào việc thi hành án kết thúc (Luật 106/2025/QH15, Điều 55; NĐ 152/2026/NĐ-CP, Điều 32(1))',
    en: 'when a case ends (Law 106/2025/QH15, 55; Decree 152/2026, 32(1))',
  },
};
