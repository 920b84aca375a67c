/** What a role may grant on the log. */
export const eventsPermissions = ['events.auditEntry.read', 'events.event.read'] as const;
