/** The shorthands in which lifecycles are written. They fill in fields; they decide nothing. */

import type { AttrCase, AttrDef, EventDef, MatterKind, Role } from '../model';

/** Who keeps the file of a case. */
export const FILE: readonly Role[] = ['enforcer', 'clerk', 'branch_head'];
/** Acts signed by the head; the clerk may enter what is signed. */
export const HEAD: readonly Role[] = ['branch_head', 'department_head', 'province_head', 'clerk'];
/** Who resolves complaints, denunciations, petitions and receives citizens. */
export const RESOLVER: readonly Role[] = [
  'complaint_handler',
  'legal_officer',
  'branch_head',
  'province_head',
  'clerk',
];

type Row = Omit<EventDef, 'kinds' | 'type' | 'nameVi' | 'nameEn' | 'roles'>;
type Line = readonly [type: string, nameVi: string, nameEn: string, roles: readonly Role[], rest?: Row];

/** One line per kind of event. */
export const events = (kind: MatterKind, lines: readonly Line[]): readonly EventDef[] =>
  lines.map(([type, nameVi, nameEn, roles, rest]) => ({ type, kinds: [kind], nameVi, nameEn, roles, ...rest }));

export const text = (name: string, nameVi: string): AttrDef => ({ name, type: 'text', nameVi });
export const date = (name: string, nameVi: string): AttrDef => ({ name, type: 'date', nameVi });
/** `HH:MM`, +07:00. */
export const time = (name: string, nameVi: string): AttrDef => ({ name, type: 'time', nameVi });
export const yesNo = (name: string, nameVi: string): AttrDef => ({ name, type: 'boolean', nameVi });
export const count = (name: string, nameVi: string): AttrDef => ({ name, type: 'number', nameVi });
export const money = (nameVi = 'Số tiền (đồng)'): AttrDef => ({ name: 'amount', type: 'money', nameVi });
export const code = (name: string, nameVi: string, ...values: string[]): AttrDef => ({
  name,
  type: 'code',
  nameVi,
  values,
});
/** The event is refused without it. */
export const must = (attr: AttrDef): AttrDef => ({ ...attr, required: true });

export const ASSET = code('asset', 'Loại tài sản', 'movable', 'immovable');
/** Most acts of a case need the enforcement decision, and nothing more: registers come in with gaps. */
export const DECIDED: readonly (readonly string[])[] = [['decision-issued']];

/** How a document on enforcement was made known, and what each way asks for (NĐ 152 Điều 15 – 19). */
export const CHANNEL: readonly AttrDef[] = [
  code(
    'channel',
    'Hình thức',
    'vneid',
    'direct',
    'post',
    'bailiff_office',
    'posting',
    'mass_media',
    'abroad',
    'portal',
  ),
  date('secondPublishedOn', 'Ngày đăng, phát lần hai'),
];
export const CHANNEL_CASES: readonly AttrCase[] = [
  { attr: 'channel', is: 'vneid', rule: 'valid-notice-date', digital: true },
  { attr: 'channel', is: 'posting', rule: 'valid-notice-date', sameDayAs: 'posted-publicly' },
  {
    attr: 'channel',
    is: 'mass_media',
    rule: 'valid-notice-date',
    needs: ['secondPublishedOn'],
    dayIs: 'secondPublishedOn',
  },
];
