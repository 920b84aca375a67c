import { fact } from '../events/index.js';

/** A test on its way: a delivery that no event of the log stands behind. */
interface TestSent {
  readonly deliveryId: string;
}

/** What is sent again: one delivery, or a part of the log. */
export interface Replayed {
  readonly deliveryId: string | null;
  readonly fromPosition: string | null;
  readonly toPosition: string | null;
}

export const webhookEndpointCreated = fact<'WebhookEndpoint'>(
  'outbound.webhookEndpointCreated',
  'WebhookEndpoint',
);
export const webhookEndpointChanged = fact<'WebhookEndpoint'>(
  'outbound.webhookEndpointChanged',
  'WebhookEndpoint',
);
export const webhookEndpointPaused = fact<'WebhookEndpoint'>(
  'outbound.webhookEndpointPaused',
  'WebhookEndpoint',
);
export const webhookEndpointResumed = fact<'WebhookEndpoint'>(
  'outbound.webhookEndpointResumed',
  'WebhookEndpoint',
);
export const webhookEndpointArchived = fact<'WebhookEndpoint'>(
  'outbound.webhookEndpointArchived',
  'WebhookEndpoint',
);
/** Told without either secret. */
export const webhookSecretRotated = fact<'WebhookEndpoint'>(
  'outbound.webhookSecretRotated',
  'WebhookEndpoint',
);
export const webhookTestSent = fact<'WebhookEndpoint', TestSent>(
  'outbound.webhookTestSent',
  'WebhookEndpoint',
);
export const webhookReplayed = fact<'WebhookEndpoint', Replayed>(
  'outbound.webhookReplayed',
  'WebhookEndpoint',
);
