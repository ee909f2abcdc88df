import type { MatterKind } from './model';

const KINDS: Record<MatterKind, { readonly vi: string; readonly en: string }> = {
  enforcement_case: { vi: 'Việc thi hành án', en: 'Enforcement case' },
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  administrative_complaint: { vi: 'Khiếu nại hành chính', en: 'Administrative complaint' },
  denunciation: { vi: 'Tố cáo', en: 'Denunciation' },
  petition: { vi: 'Kiến nghị, phản ánh', en: 'Petition' },
  procuracy_protest: { vi: 'Kháng nghị', en: 'Procuracy protest' },
  procuracy_recommendation: { vi: 'Kiến nghị của VKS', en: 'Procuracy recommendation' },
  procuracy_request: { vi: 'Yêu cầu của VKS', en: 'Procuracy request' },
  reception: { vi: 'Tiếp công dân', en: 'Citizen reception' },
  administrative_judgment: { vi: 'Theo dõi thi hành án hành chính', en: 'Administrative judgment' },
  plan: { vi: 'Kế hoạch, báo cáo', en: 'Plan or report' },
};

/** Name of a kind of matter in both languages. */
export const kindName = (kind: MatterKind): { readonly vi: string; readonly en: string } => KINDS[kind];

/** How people call a matter: a case by its decision's number, a plan by its title, anything else by its kind and register number. */
export const matterLabel = (kind: MatterKind, number: string): string =>
  kind === 'enforcement_case' || kind === 'plan' ? number : `${KINDS[kind].vi} số ${number}`;
