import { coded } from '../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { parseEmailAddress } from '../common/email-address.js';
import { DomainError, InvalidInput, problem } from '../common/errors.js';
import { hashPassword, isPassword, problemOfPassword } from './passwords/passwords.js';
import { StaffMember } from './staff-member.entity.js';

export class StaffMemberExists extends DomainError {
  constructor() {
    super('conflict', coded('staff.exists'));
  }
}

/** Who runs surveys: their accounts and their passwords. */
@Injectable()
export class StaffService {
  /** A hash nobody knows the password of, so that an unknown address costs as much time as a known one. */
  private readonly decoy = hashPassword(crypto.randomUUID());

  constructor(
    @InjectRepository(StaffMember) private readonly staff: Repository<StaffMember>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async isEmpty(): Promise<boolean> {
    return !(await this.staff.exists());
  }

  /**
   * @param password null: it is chosen later, by a link
   * @throws InvalidInput for an invalid address, or a password that is short or easy to guess
   * @throws StaffMemberExists
   */
  async create(email: string, name: string, password: string | null): Promise<StaffMember> {
    return this.staff.manager.transaction((tx) => this.createWithin(tx, email, name, password));
  }

  /** The same as part of a transaction. */
  async createWithin(
    tx: EntityManager,
    email: string,
    name: string,
    password: string | null,
  ): Promise<StaffMember> {
    const address = parseEmailAddress(email);
    if (!address) throw new InvalidInput([problem('email', 'field.not_an_address')]);
    const fault = password === null ? null : problemOfPassword(password, address.key, name);
    if (fault) throw new InvalidInput([fault]);
    if (await tx.existsBy(StaffMember, { email: address.key })) throw new StaffMemberExists();

    const member = await tx.save(
      tx.create(StaffMember, {
        email: address.key,
        name: name.trim() || address.key,
        passwordHash: password === null ? null : await hashPassword(password),
        createdAt: this.clock.now(),
        lockedAt: null,
      }),
    );
    // Entries name accounts by number alone: this one says whose it was, also when it is gone.
    await this.audit.record('staff.add', `staff:${member.id}`, { email: member.email }, tx);
    return member;
  }

  /**
   * The staff member with this address and password, or null, also where locked; takes the same time whatever
   * is wrong.
   *
   * @param isKnown on a device that has signed in to this account before
   * @throws Busy where too many sign in at once
   */
  async withPassword(email: string, password: string, isKnown = false): Promise<StaffMember | null> {
    const member = await this.staff.findOneBy({ email: email.trim().toLowerCase() });
    const matches = await isPassword(member?.passwordHash ?? (await this.decoy), password, isKnown);
    return matches && member?.lockedAt === null ? member : null;
  }

  /** Gives somebody a password, as part of a transaction. @throws InvalidInput for one that is short or easy to guess */
  async setPassword(tx: EntityManager, { id, email }: StaffMember, password: string): Promise<void> {
    const fault = problemOfPassword(password, email);
    if (fault) throw new InvalidInput([fault]);
    await tx.update(StaffMember, { id }, { passwordHash: await hashPassword(password) });
  }
}
