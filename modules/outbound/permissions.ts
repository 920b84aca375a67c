/** What a role may grant on what leaves the house by itself. */
export const outboundPermissions = [
  'outbound.webhookEndpoint.read',
  'outbound.webhookEndpoint.create',
  'outbound.webhookEndpoint.change',
  'outbound.webhookEndpoint.pause',
  'outbound.webhookEndpoint.resume',
  'outbound.webhookEndpoint.archive',
  'outbound.webhookEndpoint.rotateSecret',
  'outbound.webhookEndpoint.testSend',
  'outbound.webhookDelivery.read',
  'outbound.webhookDelivery.replay',
] as const;
