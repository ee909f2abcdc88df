import { nd152 } from '../../statutes/words';
import { DECIDED, events, FILE, yesNo } from '../words';

/** Papers to be collected, and orders that transfer securities to the creditor (NĐ 152 Điều 70, 72). */
export const PAPERS_AND_SECURITIES = events('enforcement_case', [
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
    'securities-order-carried-out',
    'VSDC đã thực hiện quyết định cưỡng chế chuyển quyền sở hữu chứng khoán',
    'Depository carried the order out',
    FILE,
    { requires: [['securities-order-received']], source: nd152('72(2)') },
  ],
  [
    'securities-order-reported',
    'Nhận thông báo kết quả chuyển quyền sở hữu chứng khoán',
    'Result of the transfer of securities received',
    FILE,
    { requires: [['securities-order-carried-out']], source: nd152('72(2)') },
  ],
]);
