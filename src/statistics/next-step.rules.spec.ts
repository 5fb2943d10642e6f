import { describe, expect, test } from '@jest/globals';
import { nextStep } from './next-step.rules.js';

const now = new Date('2027-10-18T09:00:00Z');
const closesAt = new Date('2027-11-12T22:59:00Z');
const published = { state: 'published' as const, closesAt };
const invitation = { kind: 'invitation' as const, state: 'finished' as const };

describe('the next step', () => {
  test('leads from the draft to the reminder', () => {
    const people = { participants: 40 };
    expect(nextStep({ survey: { state: 'draft', closesAt }, participants: 0, waves: [] }, now)).toBe(
      'publish',
    );
    expect(nextStep({ survey: published, participants: 0, waves: [] }, now)).toBe('enrol');
    expect(nextStep({ survey: published, ...people, waves: [] }, now)).toBe('invite');
    expect(nextStep({ survey: published, ...people, waves: [invitation] }, now)).toBe('remind');
  });

  test('is to invite again when the only invitation was cancelled', () => {
    const waves = [{ ...invitation, state: 'cancelled' as const }];
    expect(nextStep({ survey: published, participants: 40, waves }, now)).toBe('invite');
  });

  test('is none once reminders are scheduled, or the survey is over', () => {
    const waves = [invitation, { kind: 'reminder' as const, state: 'scheduled' as const }];
    expect(nextStep({ survey: published, participants: 40, waves }, now)).toBeNull();
    expect(nextStep({ survey: published, participants: 40, waves: [] }, closesAt)).toBeNull();
    expect(nextStep({ survey: { state: 'closed', closesAt }, participants: 0, waves: [] }, now)).toBeNull();
  });
});
