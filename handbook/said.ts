/** What a row of the law says, in words, in both languages: for the command line and the pages. */

import {
  builtInLaw,
  type Condition,
  type Duty,
  type EventDef,
  eventDefs,
  findDuty,
  type Period,
  type Role,
  type Trigger,
} from '../law';
import { cite, sayPeriod } from '../law/engine/said';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

export const ROLES: Readonly<Record<Role, Words>> = {
  enforcer: { vi: 'chấp hành viên', en: 'enforcer' },
  complaint_handler: { vi: 'người giải quyết khiếu nại, tố cáo', en: 'complaint handler' },
  branch_head: { vi: 'trưởng phòng THADS khu vực', en: 'branch head' },
  department_head: { vi: 'trưởng phòng nghiệp vụ', en: 'department head' },
  province_head: { vi: 'thủ trưởng THADS tỉnh', en: 'provincial head' },
  legal_officer: { vi: 'cán bộ pháp chế', en: 'legal officer' },
  clerk: { vi: 'văn thư', en: 'clerk' },
  administrator: { vi: 'quản trị', en: 'administrator' },
  external: { vi: 'bên ngoài cơ quan', en: 'outside the agency' },
};

export const BASES: Readonly<Record<Duty['basis'], Words>> = {
  law: { vi: 'thời hạn luật định', en: 'statutory limit' },
  service: { vi: 'chỉ tiêu phục vụ', en: 'service target' },
  plan: { vi: 'kế hoạch của cơ quan', en: 'the agency’s own plan' },
};

export const CONFIDENCE: Readonly<Record<Duty['confidence'], Words>> = {
  Q: { vi: 'trích nguyên văn', en: 'quoted' },
  'Q*': { vi: 'trích từ một bản duy nhất, cần đối chiếu', en: 'quoted from one doubtful copy' },
  V2: { vi: 'đọc ở hai bản', en: 'read in two texts' },
  V1: { vi: 'đọc ở một bản', en: 'read in one text' },
  OCR: { vi: 'đọc ở một bản quét', en: 'read in one scanned copy' },
  P: { vi: 'thuật lại', en: 'paraphrase' },
  I: { vi: 'suy luận', en: 'inference' },
  D: { vi: 'suy ra', en: 'derived' },
  M: { vi: 'theo trí nhớ, không áp dụng', en: 'from memory, not in use' },
};

/** A length as people say it. */
export const period = (length: Period): Words => sayPeriod(length);

const joined = (words: readonly Words[], vi: string, en: string): Words => ({
  vi: words.map(one => one.vi).join(vi),
  en: words.map(one => one.en).join(en),
});

/** Name of an event among those of the row's kinds of matter. */
function named(duty: Duty, type: string): Words {
  const def = defsOf(duty).find(one => one.type === type);
  return def ? { vi: `“${def.nameVi}” (${type})`, en: `“${def.nameEn}” (${type})` } : { vi: type, en: type };
}

const defsOf = ({ kinds }: Pick<Duty, 'kinds'>): EventDef[] => kinds.flatMap(kind => [...eventDefs(kind)]);

export const events = (duty: Duty, types: readonly string[]): Words[] => types.map(type => named(duty, type));

/** `Loại tài sản (asset) = movable hoặc immovable`. */
export function condition(duty: Duty, when: Condition): Words {
  const facts = Object.entries(when).map(([name, wanted]): Words => {
    const attr = defsOf(duty)
      .flatMap(({ attrs = [] }) => attrs)
      .find(one => one.name === name);
    const values = [wanted].flat();
    const label = attr ? `${attr.nameVi} (${name})` : name;
    return { vi: `${label} = ${values.join(' hoặc ')}`, en: `${name} = ${values.join(' or ')}` };
  });
  return joined(facts, ' và ', ' and ');
}

/** Every way in which a duty's clock starts, one sentence each. */
export function starts(duty: Duty): Words[] {
  const ways = (trigger: Trigger): Trigger[] => [trigger, ...(trigger.or ?? []).flatMap(ways)];
  return ways(duty.trigger)
    .filter(({ on, expiryOf }) => on || expiryOf)
    .map(way => {
      const parts: Words[] = [];
      if (way.on) parts.push(joined(events(duty, way.on), ' hoặc ', ' or '));
      if (way.expiryOf) {
        const before = findDuty(builtInLaw(), way.expiryOf, duty.law);
        const [vi, en] = before ? [`“${before.nameVi}” `, `“${before.nameEn}” `] : ['', ''];
        parts.push({
          vi: `khi hết thời hạn ${vi}(${way.expiryOf})`,
          en: `when the limit ${en}(${way.expiryOf}) runs out`,
        });
      }
      for (const types of way.and ?? []) {
        const one = joined(events(duty, [types].flat()), ' hoặc ', ' or ');
        parts.push({ vi: `cùng với ${one.vi}`, en: `together with ${one.en}` });
      }
      if (way.dayFrom)
        parts.push({ vi: `tính từ ngày ghi ở “${way.dayFrom}”`, en: `from the day in “${way.dayFrom}”` });
      if (way.when) {
        const when = condition(duty, way.when);
        parts.push({ vi: `khi ${when.vi}`, en: `when ${when.en}` });
      }
      for (const not of [way.unless ?? []].flat() as Condition[]) {
        const unless = condition(duty, not);
        parts.push({ vi: `trừ khi ${unless.vi}`, en: `unless ${unless.en}` });
      }
      if (way.unlessAfter) {
        const after = joined(events(duty, way.unlessAfter), ', ', ', ');
        parts.push({ vi: `trừ khi trước đó đã có ${after.vi}`, en: `unless preceded by ${after.en}` });
      }
      return joined(parts, ', ', ', ');
    });
}

/** What stops a duty's clock: for each kind of pause the decisions that begin it, with their article, and those that end it. */
export function pauses(duty: Duty): Words[] {
  const defs = defsOf(duty);
  const told = (list: readonly EventDef[]): Words =>
    joined(
      list.map(def => {
        const source = duty.law === '2025' ? def.source : def.source2008;
        const basis = source ? ` [${cite(source)}]` : '';
        return { vi: `“${def.nameVi}”${basis}`, en: `“${def.nameEn}”${basis}` };
      }),
      ', ',
      ', ',
    );
  return duty.pausedBy.flatMap(kind => {
    const begin = defs.filter(def => def.pauses?.kind === kind);
    if (begin.length === 0) return [];
    const end = defs.filter(def => def.resumes?.includes(kind));
    const [from, to] = [told(begin), told(end)];
    return [
      { vi: `${from.vi} đến ${to.vi || 'ngày ghi trong đó'}`, en: `${from.en} until ${to.en || 'the day it names'}` },
    ];
  });
}

/** The lengths of a limit: its own, its variants, its readings and how it may be lengthened. */
export function lengths(duty: Duty): Words[] {
  const own = period(duty.period);
  const { extension } = duty;
  const list: Words[] = [own];
  for (const variant of duty.variants ?? []) {
    const [length, when] = [period(variant.period), condition(duty, variant.when)];
    list.push({ vi: `${length.vi} khi ${when.vi}`, en: `${length.en} when ${when.en}` });
  }
  for (const reading of duty.readings ?? []) {
    const length = period(reading.period);
    list.push({
      vi: `cách hiểu khác: ${length.vi}. ${reading.why}`,
      en: `another reading: ${length.en}. ${reading.why}`,
    });
  }
  if (extension) {
    const length = period(extension.period);
    const times = extension.times ?? 1;
    const [begin] = events(duty, [extension.event]);
    const basis = cite(extension.source);
    list.push({
      vi: `${extension.whole ? `kéo dài thành ${length.vi}` : `kéo dài thêm ${length.vi}`}, ${times} lần, khi có ${begin!.vi} [${basis}]`,
      en: `${extension.whole ? `lengthened to ${length.en}` : `lengthened by ${length.en}`}, ${times} times, by ${begin!.en} [${basis}]`,
    });
    if (extension.disputed) {
      const { times: more, why } = extension.disputed;
      list.push({ vi: `cách hiểu khác: ${more} lần. ${why}`, en: `another reading: ${more} times. ${why}` });
    }
  }
  if (duty.owedBy === 'private') {
    list.push({
      vi: 'bên ngoài cơ quan nhà nước: tính cả hai cách, có và không có ngày hoán đổi',
      en: 'a party outside the State’s offices: counted with swapped days and without',
    });
  }
  return list;
}
