import { toDay } from '../day';
import type { LawInForce } from '../in-force';
import type { AttrCase, EventDef } from '../model';
import type { History } from './history';
import { dayAttr } from './pauses';
import { article, type ProposedEvent, type Refusal, refuse } from './refusal';
import { ruleOn } from './rules';
import { cite, say } from './said';

/** Refuses an event that lacks what the value of one of its attributes asks for, or is recorded for another day than it counts from. */
export function checkCases(def: EventDef, proposed: ProposedEvent, history: History, law: LawInForce): Refusal | null {
  for (const one of def.cases ?? []) {
    if (proposed.attrs[one.attr] !== one.is) continue;
    const rule = ruleOn(law, one.rule, proposed.occurredOn);
    if (!rule) continue;
    const refusal = checkCase(def, one, proposed, history, law, ` (${cite(rule.source)})`);
    if (refusal) return refusal;
  }
  return null;
}

function checkCase(
  def: EventDef,
  one: AttrCase,
  { occurredOn, attrs }: ProposedEvent,
  history: History,
  law: LawInForce,
  basis: string,
): Refusal | null {
  const nameOf = (name: string) => {
    const attr = def.attrs?.find(other => other.name === name);
    return attr ? `${name} (${attr.nameVi})` : name;
  };
  const said = say(occurredOn);
  const { digitalFrom } = law.settings;
  if (one.digital && (digitalFrom === undefined || occurredOn < toDay(digitalFrom))) {
    return refuse(
      'NOT_ANNOUNCED',
      `“${def.nameVi}” bằng ${one.is}: thủ tục trên môi trường số chỉ áp dụng khi Bộ Tư pháp công bố (NĐ 152/2026/NĐ-CP, Điều 115(2)); ngày ${said.vi} chưa có công bố trong thiết lập. Hãy thực hiện và ghi theo hình thức khác.`,
      `“${def.nameEn}” by ${one.is}: digital procedures apply only once the Ministry announces them (NĐ 152/2026/NĐ-CP, Điều 115(2)); no announcement for ${said.en} is in the settings. Use and record another channel.`,
    );
  }
  for (const name of one.needs ?? []) {
    if (attrs[name] !== undefined && attrs[name] !== '') continue;
    return refuse(
      'ATTR_MISSING',
      `“${def.nameVi}” bằng ${one.is} cần trường ${nameOf(name)}${basis}. Hãy bổ sung rồi ghi lại.`,
      `“${def.nameEn}” by ${one.is} needs the field ${nameOf(name)}${basis}. Add it and record again.`,
    );
  }
  const named = one.dayIs === undefined ? null : dayAttr(attrs, one.dayIs);
  if (named !== null && named !== occurredOn) return wrongDay(def, one, say(named), said, basis);
  if (one.sameDayAs !== undefined) {
    const days = (history.positions.get(one.sameDayAs) ?? []).map(position => history.events[position]!.occurredOn);
    const last = days.at(-1);
    if (last !== undefined && !days.includes(occurredOn)) return wrongDay(def, one, say(last), said, basis);
  }
  return null;
}

const wrongDay = (
  def: EventDef,
  one: AttrCase,
  right: { vi: string; en: string },
  given: { vi: string; en: string },
  basis: string,
): Refusal =>
  refuse(
    'WRONG_DAY',
    `“${def.nameVi}” bằng ${one.is} tính từ ${right.vi}${basis || article(def)}, không phải ${given.vi}. Hãy ghi sự kiện vào ngày đó.`,
    `“${def.nameEn}” by ${one.is} counts from ${right.en}${basis || article(def)}, not from ${given.en}. Record it for that day.`,
  );
