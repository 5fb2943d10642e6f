import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { sendPage } from './respondent-http.js';

/** A link that we did not make or that leads nowhere any more; it brings the page that says so. */
export class UnknownLink extends Error {
  constructor(readonly html: string) {
    super('unknown link');
  }
}

/** Shows that page. */
@Catch(UnknownLink)
export class UnknownLinkFilter implements ExceptionFilter<UnknownLink> {
  catch({ html }: UnknownLink, host: ArgumentsHost): void {
    sendPage(host.switchToHttp().getResponse(), 404, html);
  }
}
