import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { parseEmailAddress } from '../common/email-address.js';
import { DomainError, InvalidInput } from '../common/errors.js';
import { hashPassword, isPassword, problemOfPassword } from './passwords.js';
import { StaffMember } from './staff-member.entity.js';

export class StaffMemberExists extends DomainError {
  constructor() {
    super('conflict', 'staff.exists', 'There is a staff member with this address already.');
  }
}

/** Who runs surveys: their accounts and their passwords. */
@Injectable()
export class StaffService {
  /** A hash nobody knows the password of, so that an unknown address costs as much time as a known one. */
  private readonly decoy = hashPassword(crypto.randomUUID());

  constructor(
    @InjectRepository(StaffMember) private readonly staff: Repository<StaffMember>,
    private readonly clock: Clock,
  ) {}

  async isEmpty(): Promise<boolean> {
    return !(await this.staff.exists());
  }

  /**
   * @throws InvalidInput for an address that is none, or a password that is short or easy to guess
   * @throws StaffMemberExists
   */
  async create(email: string, name: string, password: string): Promise<StaffMember> {
    const address = parseEmailAddress(email);
    if (!address) throw new InvalidInput([{ path: 'email', message: 'must be an e-mail address' }]);
    const problem = problemOfPassword(password, address.key);
    if (problem) throw new InvalidInput([problem]);
    if (await this.staff.existsBy({ email: address.key })) throw new StaffMemberExists();

    return this.staff.save(
      this.staff.create({
        email: address.key,
        name: name.trim() || address.key,
        passwordHash: await hashPassword(password),
        createdAt: this.clock.now(),
      }),
    );
  }

  /** The staff member with this address and password, or null; takes the same time whichever is wrong. */
  async withPassword(email: string, password: string): Promise<StaffMember | null> {
    const member = await this.staff.findOneBy({ email: email.trim().toLowerCase() });
    const matches = await isPassword(member?.passwordHash ?? (await this.decoy), password);
    return matches ? member : null;
  }
}
