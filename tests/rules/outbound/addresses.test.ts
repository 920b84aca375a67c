import { describe, expect, it } from 'vitest';
import { isAllowed, isReachable, parseNetworks } from '../../../modules/outbound/address.rules.js';

const nothing = parseNetworks([])!;

describe('an address that messages may go to', () => {
  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '2a00:1450:4001:80b::200e'])(
    'is public: %s',
    (address) => expect(isReachable(address, nothing)).toBe(true),
  );

  it.each([
    ...['127.0.0.1', '127.1', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1'],
    ...['169.254.169.254', '192.0.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254'],
    ...['::7f00:1', 'fe80::1', 'fec0::1', 'fc00::1', 'fd12::1', 'ff02::1', '64:ff9b::7f00:1'],
    ...['2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', '100::1', 'localhost', '', '1.2.3'],
  ])('is not %s', (address) => expect(isReachable(address, nothing)).toBe(false));

  it('is also one of a network that the operator allows, in whatever clothes', () => {
    const allowed = parseNetworks(['127.0.0.0/8', '10.1.2.3', 'fd00:1::/32'])!;
    for (const address of ['127.8.9.1', '10.1.2.3', '::ffff:127.0.0.1', 'fd00:1::9'])
      expect([isReachable(address, allowed), isAllowed(address, allowed)]).toEqual([true, true]);
    for (const address of ['10.1.2.4', 'fd00:2::9', '169.254.169.254'])
      expect(isReachable(address, allowed)).toBe(false);
    expect(isAllowed('8.8.8.8', allowed)).toBe(false);
  });
});

describe('networks', () => {
  it.each(['localhost', '10.0.0.0/33', '127.1', '10', '::1/129', 'x/8'])('are not %s', (text) =>
    expect(parseNetworks([text])).toBeNull(),
  );
});
