import { inField, cleanText, emailOrNone, phoneOrNone, textOrNone } from '../kernel/index.js';

/** A contact as callers write it. */
export interface ContactInput {
  readonly firstName?: string | null;
  readonly lastName: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly role?: string | null;
}

export interface ContactColumns {
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
}

/** Cleans a contact; refuses an empty last name, and what is no address or number. */
export function cleanContact(input: ContactInput): ContactColumns {
  return {
    firstName: inField('firstName', () => textOrNone(input.firstName, 100)),
    lastName: inField('lastName', () => cleanText(input.lastName, { min: 1, max: 100 })),
    email: inField('email', () => emailOrNone(input.email)),
    phone: inField('phone', () => phoneOrNone(input.phone)),
    role: inField('role', () => textOrNone(input.role, 100)),
  };
}

/** One text for what a contact says, by which the same contact is known again. */
export function contactText({ firstName, lastName, email, phone, role }: ContactColumns): string {
  return JSON.stringify([firstName, lastName, email, phone, role]);
}
