import { type Counts, derive, grouped, percentText } from '../../campaigns';

/** The closing figures of an import, in the words of the agencies' own reports. */
export function figuresText(counts: Counts): string {
  const cases = derive(counts.cases);
  const money = derive(counts.money);
  const { credit, coercions, complaints } = counts;
  const gone = {
    cases: counts.cases.entrusted + counts.cases.withdrawn,
    money: counts.money.entrusted + counts.money.withdrawn,
  };
  const lines: string[] = [];
  if (cases.takenIn > 0) {
    lines.push(
      `Thụ lý: ${pair(cases.takenIn, money.takenIn)} (ủy thác, thu hồi: ${pair(gone.cases, gone.money)})`,
      `Phải thi hành: ${pair(cases.toEnforce, money.toEnforce)}`,
      `  Có điều kiện thi hành: ${pair(counts.cases.withConditions, counts.money.withConditions)}`,
      `  Chưa có điều kiện: ${pair(counts.cases.withoutConditions, counts.money.withoutConditions)}`,
    );
    if (counts.cases.postponedOrSuspended > 0) {
      lines.push(`  Hoãn, tạm đình chỉ: ${pair(counts.cases.postponedOrSuspended, counts.money.postponedOrSuspended)}`);
    }
    lines.push(
      `Thi hành xong về việc: ${grouped(cases.done)}/${grouped(counts.cases.withConditions)} việc, đạt ${percent(BigInt(cases.done), BigInt(counts.cases.withConditions), 1)}`,
      `Thi hành xong về tiền: ${grouped(money.done)}/${grouped(counts.money.withConditions)} đồng, đạt ${percent(money.done, counts.money.withConditions, 1)}`,
      `Có điều kiện, chưa thi hành xong: ${pair(cases.remaining, money.remaining)}`,
      `Cưỡng chế: ${grouped(coercions.total)} việc (có huy động lực lượng liên ngành: ${grouped(coercions.interagency)}; còn lại: ${grouped(coercions.total - coercions.interagency)})`,
    );
  }
  if (credit.withConditions > 0) {
    const left = credit.moneyWithConditions - credit.moneyDone;
    lines.push(
      `Tín dụng, ngân hàng: ${pair(credit.withConditions, credit.moneyWithConditions)} có điều kiện; chưa thi hành được ${grouped(left)} đồng, chiếm ${percent(left, credit.moneyWithConditions, 2)}`,
    );
  }
  if (counts.cases.separateRegister > 0)
    lines.push(`Sổ theo dõi riêng: ${pair(counts.cases.separateRegister, counts.money.separateRegister)}`);
  if (complaints.received > 0)
    lines.push(`Khiếu nại, tố cáo: đã giải quyết ${grouped(complaints.settled)}/${grouped(complaints.received)} việc`);
  return lines.join('\n');
}

const pair = (cases: number, money: bigint): string => `${grouped(cases)} việc / ${grouped(money)} đồng`;

/** A share as the agencies' reports print it: no blank before the sign. */
const percent = (of: bigint, to: bigint, decimals: 1 | 2): string =>
  percentText({ of, to }, decimals).replace(' %', '%');
