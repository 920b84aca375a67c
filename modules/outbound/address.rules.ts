import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** What of the network may be reached although it is not public. */
export type AllowedNetworks = readonly Range[];

/** The only part of IPv6 that is given to anyone on the public network. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether a text is an address as sockets are given it: four decimal parts, or IPv6. */
const isAddress = (text: string): boolean =>
  text.includes(':') ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);

/** Takes networks such as `127.0.0.0/8` or single addresses; null for what is neither. */
export function parseNetworks(texts: readonly string[]): AllowedNetworks | null {
  const ranges = texts.map((text): Range | null => {
    if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
    if (!isAddress(text)) return null;
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  });
  return ranges.every((range) => range !== null) ? ranges : null;
}

/** Whether an address is of a network that the operator allows by name. */
export function isAllowed(address: string, allowed: AllowedNetworks): boolean {
  if (!isAddress(address)) return false;
  const parsed = ipaddr.process(address);
  return allowed.some(
    ([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits),
  );
}

/**
 * Whether a message may go to an address: public unicast, or allowed by name. Addresses of IPv4 in
 * the clothes of IPv6, by mapping or translation, are taken for what they lead to, or not at all.
 */
export function isReachable(address: string, allowed: AllowedNetworks): boolean {
  if (!isAddress(address)) return false;
  if (isAllowed(address, allowed)) return true;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(PUBLIC_IPV6[0], PUBLIC_IPV6[1]);
}
