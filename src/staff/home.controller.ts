import { Get, NotFoundException } from '@nestjs/common';
import { ConsoleController } from './console-controller.js';

/** Whatever no other controller knows below `/console`: the console's own page says so. */
@ConsoleController()
export class LostInConsoleController {
  @Get('*')
  lost(): never {
    throw new NotFoundException();
  }
}
