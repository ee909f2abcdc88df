import type { EventDef, Role } from '../model';
import { nd152, plan, tt05, ttlt12 } from '../statutes/words';
import { date, events, FILE, must, text } from './words';

/** Who may enter what a unit reports. */
const REPORTERS: readonly Role[] = [...FILE, 'department_head', 'province_head', 'legal_officer'];
const PERIOD: readonly (readonly string[])[] = [['report-period-set']];

/**
 * The agency's own plans and reports. A report is opened for one unit and one period, before or after the period's end, and ends when
 * it is sent up; a work item is opened with its day and ends when it is done.
 */
export const PLAN: readonly EventDef[] = events('plan', [
  [
    'report-period-set',
    'Mở kỳ báo cáo',
    'Reporting period set',
    REPORTERS,
    { once: true, stage: 'planned', attrs: [must(date('endsOn', 'Ngày kết thúc kỳ'))], source: tt05('5') },
  ],
  [
    'enforcer-reports-in',
    'Chấp hành viên đã gửi đủ báo cáo thống kê',
    'Enforcers’ statistics in',
    REPORTERS,
    { requires: PERIOD, source: tt05('10(1)') },
  ],
  [
    'lists-made',
    'Lập danh sách kèm theo báo cáo thống kê',
    'Lists made',
    REPORTERS,
    { requires: PERIOD, source: tt05('8(2), 8(3)') },
  ],
  [
    'unit-report-sent',
    'Gửi báo cáo thống kê của đơn vị',
    'Unit’s statistics sent',
    REPORTERS,
    { requires: PERIOD, stage: 'ended', closes: true, source: tt05('10') },
  ],
  [
    'forms-locked',
    'Chốt số liệu, lập xong biểu liên ngành',
    'Inter-agency forms locked',
    REPORTERS,
    { requires: PERIOD, stage: 'working', source: ttlt12('8(2)a') },
  ],
  [
    'lower-forms-received',
    'Nhận đủ biểu liên ngành của đơn vị cấp dưới',
    'Forms of lower units received',
    REPORTERS,
    { requires: PERIOD, source: ttlt12('8(2)b') },
  ],
  [
    'forms-consolidated',
    'Tổng hợp xong biểu liên ngành',
    'Forms consolidated',
    REPORTERS,
    { requires: [['lower-forms-received']], stage: 'working', source: ttlt12('8(2)b') },
  ],
  [
    'forms-sent-for-signature',
    'Gửi biểu liên ngành để ký xác nhận',
    'Forms sent for counter-signature',
    REPORTERS,
    { requires: [['forms-locked', 'forms-consolidated']], source: ttlt12('8(3)a') },
  ],
  [
    'forms-countersigned',
    'Biểu liên ngành được ký xác nhận',
    'Forms countersigned',
    REPORTERS,
    { requires: [['forms-sent-for-signature']], source: ttlt12('8(3)b') },
  ],
  [
    'forms-sent-up',
    'Gửi biểu liên ngành lên cấp trên',
    'Forms sent up',
    REPORTERS,
    { requires: PERIOD, stage: 'ended', closes: true, source: ttlt12('9(1)') },
  ],
  [
    'ended-list-sent',
    'Gửi Viện kiểm sát danh sách việc kết thúc',
    'List of ended cases sent',
    REPORTERS,
    { requires: PERIOD, stage: 'ended', closes: true, source: nd152('32(2)') },
  ],
  [
    'work-item-set',
    'Giao đầu việc, đặt ngày hoàn thành',
    'Work item set',
    REPORTERS,
    { stage: 'planned', attrs: [must(date('dueOn', 'Ngày hoàn thành'))], source: plan('đầu việc') },
  ],
  [
    'work-item-done',
    'Hoàn thành đầu việc',
    'Work item done',
    REPORTERS,
    { requires: [['work-item-set']], stage: 'ended', closes: true, source: plan('đầu việc') },
  ],
  [
    'plan-withdrawn',
    'Rút khỏi kế hoạch',
    'Withdrawn from the plan',
    REPORTERS,
    {
      requires: [['report-period-set', 'work-item-set']],
      stage: 'ended',
      closes: true,
      attrs: [text('reason', 'Lý do')],
      source: plan('đầu việc'),
    },
  ],
]);
