export * as actors from './actor.service.js';
export * as apiKeys from './api-key.service.js';
export * as roles from './role.service.js';
export { authenticate, forgetKeys } from './authenticate.js';
export { bootstrap, completeAdministrator, systemActor } from './bootstrap.service.js';
export type { Bootstrapped } from './bootstrap.service.js';
export * from './errors.js';
export * from './events.js';
