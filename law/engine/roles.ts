import type { EventDef, Role } from '../model';
import { article, type ProposedEvent, type Refusal, refuse } from './refusal';

/**
 * Whose acts a head may record besides his own: of those who work under him. Heads answer for their agency and may do what they assign
 * to others (Luật 106/2025/QH15, Điều 22(3), 23(2)).
 */
const UNDER: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  branch_head: ['enforcer', 'clerk', 'complaint_handler'],
  department_head: ['enforcer', 'clerk', 'complaint_handler', 'legal_officer'],
  province_head: ['branch_head', 'department_head', 'enforcer', 'clerk', 'complaint_handler', 'legal_officer'],
};

const NAMES: Readonly<Record<Role, { readonly vi: string; readonly en: string }>> = {
  enforcer: { vi: 'Chấp hành viên', en: 'enforcer' },
  complaint_handler: { vi: 'người giải quyết khiếu nại', en: 'complaint handler' },
  branch_head: { vi: 'Trưởng phòng khu vực', en: 'head of the branch' },
  department_head: { vi: 'Trưởng phòng nghiệp vụ', en: 'head of department' },
  province_head: { vi: 'Thủ trưởng cơ quan', en: 'head of the agency' },
  legal_officer: { vi: 'cán bộ pháp chế', en: 'legal officer' },
  clerk: { vi: 'Thư ký, văn thư', en: 'clerk' },
  administrator: { vi: 'quản trị hệ thống', en: 'administrator' },
  external: { vi: 'người ngoài cơ quan', en: 'somebody outside the agency' },
};

/** Refuses an event that none of the recorder's roles, nor of those under him, may record. */
export function checkRole(def: EventDef, { by }: ProposedEvent): Refusal | null {
  if (by === undefined) return null;
  const held = new Set(by.flatMap(role => [role, ...(UNDER[role] ?? [])]));
  if (def.roles.some(role => held.has(role))) return null;
  const may = (language: 'vi' | 'en') => def.roles.map(role => NAMES[role][language]).join(', ');
  return refuse(
    'NOT_FOR_THIS_ROLE',
    `“${def.nameVi}” do ${may('vi')} ghi${article(def)}. Hãy nhờ người đó ghi, hoặc bổ sung vai trò cho cán bộ.`,
    `“${def.nameEn}” is recorded by: ${may('en')}${article(def)}. Ask one of them, or give the officer that role.`,
  );
}
