import type { MatterKind } from '../model';

export interface StageName {
  readonly vi: string;
  readonly en: string;
}

const stage = (vi: string, en: string): StageName => ({ vi, en });

const LETTER: Readonly<Record<string, StageName>> = {
  new: stage('Mới', 'New'),
  received: stage('Đã nhận', 'Received'),
  accepted: stage('Đã thụ lý', 'Accepted'),
  verifying: stage('Đang xác minh', 'Verifying'),
  suspended: stage('Tạm đình chỉ', 'Suspended'),
  decided: stage('Đã ra quyết định', 'Decided'),
  concluded: stage('Đã kết luận', 'Concluded'),
  notified: stage('Đã thông báo hợp lệ', 'Notified'),
  second_level: stage('Khiếu nại lần hai', 'Second level'),
  effective: stage('Có hiệu lực', 'Effective'),
  executed: stage('Đã thực hiện', 'Carried out'),
  replied: stage('Đã trả lời', 'Answered'),
  disputed: stage('Chưa thống nhất', 'Disputed'),
  answered: stage('Đã trả lời', 'Answered'),
  planned: stage('Đã lên lịch', 'Planned'),
  ended: stage('Kết thúc', 'Ended'),
  screening: stage('Đang phân loại, kiểm tra', 'Being screened'),
  forwarded: stage('Đã chuyển, hướng dẫn', 'Forwarded'),
  guided: stage('Đã hướng dẫn', 'Guided'),
  not_accepted: stage('Không thụ lý', 'Not accepted'),
  not_processed: stage('Không xử lý', 'Not processed'),
  stored: stage('Lưu đơn', 'Stored'),
  explaining: stage('Chờ giải trình', 'Awaiting explanation'),
  dialogue: stage('Đối thoại', 'Dialogue'),
  discontinued: stage('Đình chỉ', 'Discontinued'),
  withdrawn: stage('Đã rút', 'Withdrawn'),
  awaiting_second: stage('Chờ hết thời hiệu khiếu nại lần hai', 'Awaiting the second window'),
  review: stage('Bộ trưởng xem xét lại', 'Minister’s review'),
  inspection: stage('Chuyển thanh tra, kiểm tra', 'Taken up by inspection'),
  transferred: stage('Chuyển Cơ quan điều tra, Viện kiểm sát', 'Transferred: signs of crime'),
  notified_parties: stage('Đã thông báo các bên', 'Both sides notified'),
  reported: stage('Đã báo cáo kết quả xác minh', 'Verification reported'),
  published: stage('Đã công khai', 'Published'),
  result_reported: stage('Đã báo kết quả xử lý', 'Result reported'),
  continued_review: stage('Xem xét tố cáo tiếp', 'Continued denunciation under review'),
  overdue_demand: stage('Cấp trên yêu cầu báo cáo', 'Superior demands a report'),
  reconsidering: stage('Đề nghị Viện kiểm sát xem xét lại', 'Reconsideration requested'),
  reported_up: stage('Đã báo cáo cấp trên', 'Reported up'),
  minister_review: stage('Bộ trưởng xem xét lại', 'Before the Minister'),
};

const RECEPTION: Readonly<Record<string, StageName>> = {
  ...LETTER,
  month_open: stage('Mở tháng', 'Month open'),
  posted: stage('Đã niêm yết lịch', 'Schedule posted'),
  online_ready: stage('Sẵn sàng trực tuyến', 'Online ready'),
  held: stage('Đã tiếp', 'Held'),
  refused: stage('Từ chối tiếp', 'Refused'),
  recorded: stage('Đã ghi sổ', 'Recorded'),
  classified: stage('Đã phân loại', 'Classified'),
  child_started: stage('Đã thụ nhận đơn', 'Letter taken in'),
};

/** Names of the stages a matter passes, by kind. Every matter begins in `new`. */
export const STAGE_NAMES: Readonly<Record<MatterKind, Readonly<Record<string, StageName>>>> = {
  enforcement_case: {
    new: stage('Mới', 'New'),
    intake: stage('Tiếp nhận', 'Intake'),
    decided: stage('Đã ra quyết định thi hành án', 'Decision issued'),
    voluntary: stage('Thời hạn tự nguyện', 'Voluntary period'),
    verified: stage('Đã xác minh điều kiện', 'Means verified'),
    no_conditions: stage('Chưa có điều kiện thi hành', 'No means for now'),
    separate_register: stage('Sổ theo dõi riêng', 'Separate register'),
    paused: stage('Hoãn, tạm đình chỉ', 'Postponed or suspended'),
    enforcing: stage('Đang tổ chức thi hành', 'Being enforced'),
    coercion: stage('Cưỡng chế', 'Coercion'),
    valuation: stage('Thẩm định giá', 'Valuation'),
    auction: stage('Đấu giá', 'Auction'),
    delivery: stage('Nộp tiền, giao tài sản', 'Payment and delivery'),
    payout: stage('Thanh toán tiền', 'Payout'),
    ended: stage('Kết thúc', 'Ended'),
  },
  complaint: LETTER,
  administrative_complaint: LETTER,
  denunciation: LETTER,
  petition: LETTER,
  procuracy_protest: LETTER,
  procuracy_recommendation: LETTER,
  procuracy_request: LETTER,
  reception: RECEPTION,
  administrative_judgment: {
    new: stage('Mới', 'New'),
    received: stage('Đã nhận bản án', 'Judgment received'),
    voluntary: stage('Thời hạn tự nguyện', 'Voluntary period'),
    compelled: stage('Có quyết định buộc thi hành', 'Compulsion decided'),
    recommended: stage('Đã kiến nghị xử lý trách nhiệm', 'Recommendation sent'),
    performed: stage('Đã thi hành xong', 'Carried out'),
    ended: stage('Kết thúc', 'Ended'),
  },
  plan: {
    new: stage('Mới', 'New'),
    planned: stage('Đã đặt kỳ, đã giao', 'Set'),
    working: stage('Đang lập', 'In the making'),
    ended: stage('Kết thúc', 'Ended'),
  },
};
