import { describe, expect, it } from 'vitest';
import { cloudEvent, subjectOf } from '../../../modules/outbound/cloud-event.rules.js';
import { parseLsn } from '../../../prisma/replica.js';

const event = {
  ...{ position: 42, id: 'e1', type: 'sales.salesOrderConfirmed', companyId: 'c1' },
  ...{ documentType: 'SalesOrder', documentId: 'd1', version: 2, changedFields: ['status'] },
  ...{ data: { reason: 'x' }, actorId: 'a1', requestId: 'r1' },
  occurredAt: new Date('2026-03-02T09:30:00Z'),
};

describe('an event as others are told of it', () => {
  it('is a CloudEvent under the subject of its fact', () => {
    expect(subjectOf('throughline', event)).toBe('throughline.sales.salesOrderConfirmed');
    expect(cloudEvent(event)).toEqual({
      ...{ specversion: '1.0', id: 'e1', source: '/throughline', type: event.type },
      ...{ subject: 'SalesOrder:d1', time: '2026-03-02T09:30:00.000Z' },
      ...{ sequence: '000000000000042', datacontenttype: 'application/json' },
      data: {
        ...{ position: 42, companyId: 'c1', documentType: 'SalesOrder', documentId: 'd1' },
        ...{ version: 2, changedFields: ['status'], actorId: 'a1', requestId: 'r1' },
        facts: { reason: 'x' },
      },
    });
  });
});

describe('a place in the write-ahead log', () => {
  it('is compared as a number, not as a text', () => {
    expect(parseLsn('0/0')).toBe(0n);
    expect(parseLsn('16/B374D848')).toBe(0x16b374d848n);
    expect(parseLsn('A/1') > parseLsn('9/FFFFFFFF')).toBe(true);
    expect(parseLsn('1/10') > parseLsn('1/9')).toBe(true);
  });
});
