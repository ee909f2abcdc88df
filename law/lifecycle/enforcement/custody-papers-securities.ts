import { nd152 } from '../../statutes/words';
import { DECIDED, events, FILE, yesNo } from '../words';

/** Assets the debtor must keep himself, papers to be collected, securities to be transferred (NĐ 152 Điều 24, 70, 72). */
export const CUSTODY_PAPERS_SECURITIES = events('enforcement_case', [
  [
    'self-custody-asked',
    'Thông báo hợp lệ để người phải thi hành án tự bảo quản tài sản',
    'Debtor validly told to keep the asset himself',
    FILE,
    { requires: DECIDED, source: nd152('24(3)') },
  ],
  [
    'self-custody-taken',
    'Người phải thi hành án nhận tự bảo quản tài sản',
    'Debtor took the asset into his own keeping',
    FILE,
    { requires: [['self-custody-asked']], source: nd152('24(3)') },
  ],
  [
    'papers-collection-notified',
    'Thông báo hợp lệ về việc nhận giấy tờ đã thu được',
    'Recipient validly told to collect papers',
    FILE,
    {
      requires: DECIDED,
      attrs: [yesNo('abroad', 'Người nhận đang ở nước ngoài'), yesNo('second', 'Thông báo lần hai')],
      source: nd152('70(2)'),
    },
  ],
  [
    'papers-collected',
    'Người được nhận giấy tờ đã nhận',
    'Papers collected',
    FILE,
    { requires: [['papers-collection-notified']], source: nd152('70(2)') },
  ],
  [
    'securities-order-sent',
    'Gửi quyết định cưỡng chế chuyển quyền sở hữu chứng khoán',
    'Order to transfer securities sent',
    FILE,
    { requires: [['coercion-decided']], source: nd152('72(2)') },
  ],
  [
    'securities-order-received',
    'VSDC nhận quyết định cưỡng chế chuyển quyền sở hữu chứng khoán',
    'Depository received the order to transfer securities',
    FILE,
    { requires: [['coercion-decided']], source: nd152('72(2)') },
  ],
  [
    'securities-transferred',
    'VSDC đã chuyển quyền sở hữu chứng khoán',
    'Depository transferred the securities',
    FILE,
    { requires: [['securities-order-received']], source: nd152('72(2)') },
  ],
  [
    'securities-transfer-reported',
    'Nhận thông báo kết quả chuyển quyền sở hữu chứng khoán',
    'Result of the transfer of securities received',
    FILE,
    { requires: [['securities-transferred']], source: nd152('72(2)') },
  ],
]);
