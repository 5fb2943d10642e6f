import { Controller, Get, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ConsoleController } from './console-controller.js';

/** The address alone leads staff to their console; participants come by their own links. */
@Controller()
export class HomeController {
  @Get()
  home(@Res() reply: FastifyReply): void {
    void reply.redirect('/console', 302);
  }
}

/** Whatever no other controller knows below `/console`: the console's own page says so. */
@ConsoleController()
export class LostInConsoleController {
  @Get('*')
  lost(): never {
    throw new NotFoundException();
  }
}
