import { Injectable } from '@nestjs/common';
import { networkOf } from '../throttle/network.rules.js';
import { type Claim, type Limit, Throttles } from '../throttle/throttles.service.js';

const TEN_MINUTES = 10 * 60;
/** Behind one address there may be a whole town hall. */
const OF_NETWORK: Limit = { name: 'open/network', max: 20, seconds: TEN_MINUTES };
const OF_WIDE_NETWORK: Limit = { name: 'open/wide-network', max: 60, seconds: TEN_MINUTES };
/** Of a survey's minute, what networks may use that have sent something before; the rest is for new ones. */
const SHARE_OF_KNOWN = 0.75;

/** A soft brake on what comes through open links, so that no single network stuffs a survey or closes it for others. */
@Injectable()
export class SubmitThrottle {
  constructor(private readonly throttles: Throttles) {}

  /** Counts one submit. @returns seconds to wait where there have been too many; 0 lets it through */
  async secondsToWait(
    address: string,
    { surveyId, perMinute }: { surveyId: string; perMinute: number },
  ): Promise<number> {
    const { narrow, wide } = networkOf(address);
    const own: Claim[] = [
      { limit: OF_NETWORK, key: `${surveyId}/${narrow}` },
      { limit: OF_WIDE_NETWORK, key: `${surveyId}/${wide}` },
    ];
    const ofNetworks = await this.throttles.take(own);
    if (ofNetworks > 0) return ofNetworks;

    const known = Math.ceil(perMinute * SHARE_OF_KNOWN);
    const all: Claim[] = [{ limit: { name: 'open/survey', max: perMinute, seconds: 60 }, key: surveyId }];
    // The first of a wide network within ten minutes may use the whole minute.
    const seen = { limit: { ...OF_WIDE_NETWORK, name: 'open/seen', max: 1 }, key: `${surveyId}/${wide}` };
    if ((await this.throttles.count(seen)) > 1)
      all.unshift({ limit: { name: 'open/known', max: known, seconds: 60 }, key: surveyId });
    const ofSurvey = await this.throttles.take(all);
    if (ofSurvey > 0) await this.throttles.giveBack([...own, seen]);
    return ofSurvey;
  }
}
