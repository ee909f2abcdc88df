import { ADMINISTRATIVE_COMPLAINT_ACCEPTANCE, ADMINISTRATIVE_COMPLAINT_STEPS } from '../both/law-on-complaints';
import { also, days, duties2008, khieuNai, luat136 } from '../words';

/** Luật Khiếu nại before Luật 136/2025: administrative complaints until 30 June 2026. */
export const ADMINISTRATIVE_COMPLAINT = duties2008('administrative_complaint', [
  {
    ...ADMINISTRATIVE_COMPLAINT_ACCEPTANCE,
    period: days(10),
    source: also(khieuNai('27, 36(1)', '10 ngày'), luat136('2(15)b')),
    confidence: 'V1',
  },
  ...ADMINISTRATIVE_COMPLAINT_STEPS,
]);
