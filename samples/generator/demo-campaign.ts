import { toIso } from '../../law';
import type { Day } from '../../law/model';
import { reportingYearOf } from '../../registers/parse/date';
import { planSheets, TASKS } from './campaign-plan';
import { officeDay, written } from './days';
import type { SampleOffice } from './people';
import type { SheetPlan } from './workbook';

const BEGAN = 24;
const LASTS = 60;

/** A campaign in its fourth week, measured from the start of the reporting year, its work items due before, on and after today. */
export function campaignSheets(office: SampleOffice, today: Day): SheetPlan[] {
  const start = officeDay(today - BEGAN, today);
  const end = start + LASTS;
  const year = reportingYearOf(toIso(today));
  const branches = office.units.filter(unit => unit.kind === 'branch');
  const items = TASKS.flatMap(({ items: titles }, task) =>
    titles.map((title, item) => {
      const due = officeDay(start + 8 + ((task * 7 + item * 11) % (LASTS - 10)), end);
      return {
        task: task + 1,
        item: item + 1,
        title,
        unit: item === 0 ? 'LCA' : branches[(task + item) % branches.length]!.code,
        due: written(due),
        ...(due < today - 2 ? { done: written(officeDay(due - 1, due)) } : {}),
      };
    }),
  );
  return planSheets(
    [
      ['Mã đợt', `cao-diem-${year}`],
      ['Tên đợt', `Đợt cao điểm thi hành án dân sự năm ${year} (minh họa)`],
      ['Phạm vi', 'LCA'],
      ['Bắt đầu', written(start)],
      ['Kết thúc', written(end)],
      ['Đo từ ngày', `01/10/${year - 1}`],
      ['Tỷ lệ thi hành xong về việc', '70%'],
      ['Tỷ lệ thi hành xong về tiền', '33%'],
      ['Giảm số việc chuyển kỳ sau', '8%'],
      ['Giảm số tiền chuyển kỳ sau', '7,5%'],
    ],
    items,
  );
}
